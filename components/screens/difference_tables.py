"""What two versions differ in, as tables: figures added, changed and by how much, gone."""

import pandas as pd
import streamlit as st

from components.language.i18n import N_, _, exact_number, integer, ngettext, period_label
from components.report.labels import indicator_name, segment_title
from components.state import reference
from data.export import to_csv
from data.schema import KEY
from data.store.difference import Difference

# A longer table is drawn by its largest changes; the whole of it is in the download.
MOST_ROWS = 2_000
TALL = 320
COLUMN_TITLES = {
    "numerator": N_("numerator"),
    "denominator": N_("denominator"),
    "value_printed": N_("printed figure"),
    "status": N_("status"),
    "counts_status": N_("status of the counts"),
    "source_id": N_("source"),
    "counts_source_id": N_("source of the counts"),
    "note": N_("note"),
    "universe": N_("what the denominator counts"),
    "basis": N_("by identity card or workplace"),
    "segments_included": N_("segments in the denominator"),
}


def counts_sentence(found: Difference) -> str:
    """12 figures added · 3 changed · 1 gone."""
    return " · ".join(
        [
            ngettext("{count} figure added", "{count} figures added", len(found.added)),
            ngettext("{count} changed", "{count} changed", len(found.changed)),
            ngettext("{count} gone", "{count} gone", len(found.gone)),
        ]
    )


def show_difference_tables(found: Difference) -> None:
    """A table for each kind that there is; the changes open."""
    show_rows(_("Changed: {count}", count=integer(len(found.changed))), changes_table(found), expanded=True)
    show_rows(_("Added: {count}", count=integer(len(found.added))), figures_table(found.added.head(MOST_ROWS)))
    show_rows(_("Gone: {count}", count=integer(len(found.gone))), figures_table(found.gone.head(MOST_ROWS)))


def show_rows(title: str, table: pd.DataFrame, expanded: bool = False) -> None:
    """A table under its title; nothing where it is empty."""
    if table.empty:
        return
    with st.expander(title, expanded=expanded):
        numbers = dict.fromkeys(table.select_dtypes("number").columns, exact_number)
        height = "auto" if len(table) < 8 else TALL
        st.dataframe(table.style.format(numbers), hide_index=True, height=height, placeholder="–")


def figures_table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Region"): _regions(rows),
            _("Value"): rows["value"].round(2),
            **_key_columns(rows),
            _("Numerator"): rows["numerator"],
            _("Denominator"): rows["denominator"],
        }
    )


def changes_table(found: Difference) -> pd.DataFrame:
    """The largest change first, whichever its direction; what else than the value differs is named."""
    rows = by_size(found.changed).head(MOST_ROWS)
    return pd.DataFrame(
        {
            _("Region"): _regions(rows),
            _("Before"): rows["value_before"].round(2),
            _("After"): rows["value_after"].round(2),
            _("Change"): rows["change"].round(2),
            **_key_columns(rows),
            _("Also changed"): _also_changed(rows),
        }
    )


def by_size(changed: pd.DataFrame) -> pd.DataFrame:
    """Changed rows, the largest change first; those without one (a gap before or after) last."""
    order = changed["change"].abs().sort_values(ascending=False, na_position="last", kind="stable").index
    return changed.loc[order]


def difference_csv(found: Difference) -> bytes:
    """All of it as one CSV: a row for each figure, with what became of it and its region's name."""
    sides = {
        "changed": by_size(found.changed),
        "added": found.added.rename(columns=lambda name: name if name in KEY else f"{name}_after"),
        "gone": found.gone.rename(columns=lambda name: name if name in KEY else f"{name}_before"),
    }
    # Typed alike before they meet, so that an empty part does not turn numbers into text.
    parts = [rows.assign(difference=kind) for kind, rows in sides.items() if len(rows)]
    table = pd.concat(parts, ignore_index=True) if parts else found.changed.assign(difference="")
    table.insert(0, "region_name", table["region_code"].map(reference.names()).fillna(""))
    table.insert(0, "difference", table.pop("difference"))
    return to_csv(table)


def _also_changed(rows: pd.DataFrame) -> list[str]:
    said = pd.Series("", index=rows.index)
    for column, title in COLUMN_TITLES.items():
        if f"{column}_before" in rows:
            before, after = rows[f"{column}_before"], rows[f"{column}_after"]
            differs = (before != after) & ~(before.isna() & after.isna())
            said = said.mask(differs, said + _(title) + ", ")
    return said.str.removesuffix(", ").tolist()


def _regions(rows: pd.DataFrame) -> list[str]:
    names = reference.names()
    return [names.get(code, code) for code in rows["region_code"]]


def _key_columns(rows: pd.DataFrame) -> dict[str, list[str]]:
    """What the figures are of; after the figures themselves, which a phone shows without a push."""
    known = reference.indicators()
    segments = {one: segment_title(one) for one in rows["segment"].unique()}
    periods = {one: period_label(one) for one in rows["period"].unique()}
    return {
        _("Indicator"): [indicator_name(one) if one in known else one for one in rows["indicator"]],
        _("Segment"): [segments[one] for one in rows["segment"]],
        _("Period"): [periods[one] for one in rows["period"]],
    }
