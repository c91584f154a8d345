"""What publishing would change: the two maps side by side, and the figures added, changed and gone."""

import pandas as pd
import streamlit as st

from components import cache
from components.i18n import _, exact_number, integer, ngettext, period_label
from components.titles import indicator_name, segment_title
from components.upload.made import difference_of, merged_of
from components.upload.regions import region_words
from components.upload.state import Work
from data.store.difference import Difference

# A longer table is drawn by its largest changes; the figures themselves are all in the draft.
MOST_ROWS = 2_000
TALL = 320


def show_difference(now: Work) -> None:
    """Counts first, then a table for each kind."""
    found = difference_of(now)
    if found is None:
        rows = merged_of(now)
        st.markdown(
            _(
                "New: {figures} figures of {regions} regions, {periods}.",
                figures=integer(len(rows)),
                regions=integer(rows["region_code"].nunique()),
                periods=_span(rows["period"]),
            )
        )
        _show_table(_("The figures"), figures_table(rows.head(MOST_ROWS)))
        return
    parts = [
        ngettext("{count} figure added", "{count} figures added", len(found.added)),
        ngettext("{count} changed", "{count} changed", len(found.changed)),
        ngettext("{count} gone", "{count} gone", len(found.gone)),
    ]
    st.markdown(_("Against version {number}:", number=now.target.base) + " " + " · ".join(parts))
    _show_table(_("Changed: {count}", count=integer(len(found.changed))), changes_table(found), expanded=True)
    _show_table(_("Added: {count}", count=integer(len(found.added))), figures_table(found.added.head(MOST_ROWS)))
    _show_table(_("Gone: {count}", count=integer(len(found.gone))), figures_table(found.gone.head(MOST_ROWS)))


def _span(periods: pd.Series) -> str:
    found = sorted(periods.unique())
    return period_label(found[0]) if len(found) == 1 else f"{period_label(found[0])} – {period_label(found[-1])}"


def _show_table(title: str, table: pd.DataFrame, expanded: bool = False) -> None:
    if table.empty:
        return
    with st.expander(title, expanded=expanded):
        numbers = dict.fromkeys(table.select_dtypes("number").columns, exact_number)
        st.dataframe(
            table.style.format(numbers, na_rep="–"), hide_index=True, height="auto" if len(table) < 8 else TALL
        )


def figures_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            **_key_columns(rows),
            _("Numerator"): rows["numerator"],
            _("Denominator"): rows["denominator"],
            _("Value"): rows["value"].round(2),
        }
    )


def changes_table(found: Difference) -> pd.DataFrame:
    """The largest change first, whichever its direction."""
    order = found.changed["change"].abs().sort_values(ascending=False, na_position="last").index
    rows = found.changed.loc[order].head(MOST_ROWS)
    return pd.DataFrame(
        {
            **_key_columns(rows),
            _("Before"): rows["value_before"].round(2),
            _("After"): rows["value_after"].round(2),
            _("Change"): rows["change"].round(2),
        }
    )


def _key_columns(rows: pd.DataFrame) -> dict[str, list[str]]:
    names = {code: region_words(code) for code in rows["region_code"].unique()}
    known = cache.indicators()
    return {
        _("Region"): [names[code] for code in rows["region_code"]],
        _("Indicator"): [indicator_name(one) if one in known else one for one in rows["indicator"]],
        _("Segment"): [segment_title(one) for one in rows["segment"]],
        _("Period"): [period_label(one) for one in rows["period"]],
    }
