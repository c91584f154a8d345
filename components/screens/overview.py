"""The written situation of an area: one sentence, four figures, and what else is known of it."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, own, period_label
from components.language.markdown import plain
from components.report.headline import headline
from components.report.labels import (
    area_title,
    counts_text,
    figure_text,
    indicator_title,
    lower_first,
    region_title,
    segment_suffix,
    status_title,
    view_title,
)
from components.report.sentences import situation_of
from components.report.tiles import tiles_of
from components.screens.preview_chip import show_preview_chip
from components.screens.profile_link import show_profile_link
from components.screens.source_list import show_source_list
from components.state import reference
from components.state.session import names_are_hidden
from components.state.view import View
from data.periods import period_end
from data.query import Row, each_row

# More regions than this are told in one line.
FEW = 3


def show_heading(view: View, title: str = "") -> None:
    """What the page is about, in a line, and the way to the profile of the selected region; title: instead of it.

    Beside it, behind a sign, what the indicator means: "eligible" is a word that has to be explained once.
    """
    definition = plain(own(view.indicator.definition))
    with st.container(horizontal=True, vertical_alignment="center"):
        said = title or f"{indicator_title(view.selection)}, {view_title(view.selection)}"
        st.title(plain(said), anchor=False, width="content", help=definition)
        if not names_are_hidden():
            show_profile_link(view.selection)


def titled(page: str, view: View) -> str:
    """What a page shows, after its name in the menu: `Peta: cakupan kepesertaan, Bengkulu`."""
    what = lower_first(indicator_title(view.selection))
    return _("{page}: {indicator}, {where}", page=page, indicator=what, where=view_title(view.selection))


def show_situation(view: View) -> None:
    """The sentence, and four figures that say something else; what it is about is told by the pickers and the title."""
    selection = view.selection
    now = situation_of(view.values, view.ranked, selection.area, view.indicator)
    with st.container(key="situation"):
        with st.container(key="page-title"):
            title = f"{indicator_title(selection)}, {view_title(selection)}, {period_label(selection.period)}"
            st.title(plain(title), anchor=False)
        st.header(headline(now, view), anchor=False)
        with st.container(horizontal=True, key="tiles"):
            for tile in tiles_of(now, view):
                st.markdown(f"{plain(tile.title)}\n\n**{plain(tile.figure)}** :small[{plain(tile.note)}]")
        show_preview_chip(selection)


def show_situation_sources(view: View) -> None:
    """The status of the area's figures, all sources one press away, and the way to the selected region's profile."""
    shown = pd.concat([view.values, view.ranked[view.ranked["value"].notna()]], ignore_index=True)
    known = view.values[view.values["value"].notna()]
    if len(known):
        st.caption(plain("; ".join(f"{region_title(row.region_code)}: {status_title(row)}" for row in each_row(known))))
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        show_source_list(shown.drop_duplicates("region_code"), view, "overview")
        show_profile_link(view.selection)


def show_others(view: View) -> None:
    """Every other indicator of the area, each with its latest period."""
    found = view.latest
    others = found[(found["indicator"] != view.selection.indicator) | (found["segment"] != view.selection.segment)]
    if others.empty:
        return
    st.subheader(_("What else is known of {area}", area=area_title(view.selection.area)), anchor=False)
    groups = others.groupby(["indicator", "segment"], sort=False)
    lines = [line for _key, rows in groups for line in _lines(rows)]
    st.table(pd.DataFrame(lines).set_index(_("Indicator")))


def _lines(rows: pd.DataFrame) -> list[dict[str, str]]:
    """A line for each region that has a figure, or one for all of them where they are many.

    Each stands at its own newest period, so that none of many is called the highest of them.
    """
    if len(rows) <= FEW:
        return [_other(row) for row in each_row(rows)]
    newest = rows.loc[rows["period"].map(period_end).idxmax()]
    regions = _(
        "{count} regions, {region} among them", count=integer(len(rows)), region=region_title(newest.region_code)
    )
    return [_other(newest) | {_("Region"): regions}]


def _other(row: Row) -> dict[str, str]:
    indicator = reference.indicators()[row.indicator]
    counts = counts_text(row)
    return {
        _("Indicator"): own(indicator.title) + segment_suffix(row.segment),
        _("Region"): region_title(row.region_code),
        _("Value"): figure_text(row, indicator) + (f" ({counts})" if counts else ""),
        # One column, for five run off a phone's screen.
        _("Period and status"): f"{period_label(row.period)} · {status_title(row)}",
    }
