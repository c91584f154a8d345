"""The sources of just the figures on screen, one press away: who printed what, where to read it, and how near it is."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, language, period_label, use_language
from components.language.markdown import plain
from components.report.citations import cited_by
from components.report.labels import figure_text, region_title
from components.report.source_facts import note_text, source_line_of
from components.state.view import View
from data.indicators import Indicator
from data.query import Row, each_row

# A source of more figures says how many more there are; the download has all.
MOST_FIGURES = 12


@st.fragment
def show_source_list(rows: pd.DataFrame, view: View, key: str) -> None:
    """Draw a button that opens the sources of the rows that have a figure, each with its figures.

    rows: of the indicator in view, with region_code, period and what a series has. Made once somebody opens it.
    """
    known = rows[rows["value"].notna()]
    if known.empty:
        return
    code = language()
    with st.popover(_("Sources"), key=f"sources-{key}", on_change="rerun", width="content") as box:
        if box.open:
            use_language(code)  # a fragment runs again without the frame, which sets it else
            for row in each_row(view.dataset.sources):
                cites = [figure for figure in each_row(known) if row.source_id in cited_by(figure)]
                if cites:
                    show_source_facts(row)
                    _show_figures(cites, view.indicator)


def show_source_facts(row: Row) -> None:
    """A source's title, line and note, and its address to be opened or, without a network, copied."""
    st.markdown(f"**{plain(row.title or row.source_id)}**  \n{plain(source_line_of(row))}")
    if note := note_text(row.note):
        st.caption(plain(note))
    if row.url:
        st.link_button(_("Open the source"), row.url)
        st.code(row.url, language=None, wrap_lines=True)


def source_columns(rows: pd.DataFrame, view: View) -> dict[str, list[str | None]]:
    """Who stands behind each row, and where that can be read; of several sources the first one's address."""
    sources = view.dataset.sources.set_index("source_id")
    cites = [[one for one in cited_by(row) if one in sources.index] if pd.notna(row.value) else []
             for row in each_row(rows)]  # fmt: skip
    publishers = view.dataset.publishers
    return {
        _("Source"): ["; ".join(dict.fromkeys(publishers[one] for one in ids)) for ids in cites],
        _("Address"): [sources.loc[ids[0], "url"] or None if ids else None for ids in cites],
    }


def _show_figures(cites: list[Row], indicator: Indicator) -> None:
    said = [_figure(row, indicator) for row in cites[:MOST_FIGURES]]
    more = len(cites) - MOST_FIGURES
    listed = "; ".join(said) + (" " + _("and {count} more", count=integer(more)) if more > 0 else "")
    st.caption(_("Its figures here: {figures}", figures=listed))


def _figure(row: Row, indicator: Indicator) -> str:
    note = note_text(row.note)
    said = f"{region_title(row.region_code)}, {period_label(row.period)}: {figure_text(row, indicator)}"
    return plain(said + (f" ({note})" if note else ""))
