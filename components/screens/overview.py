"""The written situation of an area: one sentence, four figures, and what else is known of it."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, own, period_label
from components.language.markdown import plain
from components.report.completeness_words import of_text
from components.report.labels import (
    amount_text,
    area_title,
    counts_text,
    figure_text,
    gap_title,
    indicator_title,
    lower_first,
    printed_text,
    region_title,
    segment_suffix,
    status_title,
    value_text,
    view_title,
)
from components.report.sentences import listed, situation_of, situation_sentence
from components.screens.preview_chip import show_preview_chip
from components.screens.profile_link import show_profile_link
from components.screens.source_list import show_source_list
from components.state import reference
from components.state.selection import Selection
from components.state.view import View
from data.periods import period_end
from data.query import Row, values_in
from data.rank import Extremes

# More regions than this are told in one line.
FEW = 3


def show_heading(view: View, title: str = "") -> None:
    """What the page is about, in a line, and the way to the profile of the selected region; title: instead of it.

    Beside it, behind a sign, what the indicator means: "eligible" is a word that has to be explained once.
    """
    definition = plain(own(view.indicator.definition))
    with st.container(horizontal=True, vertical_alignment="center"):
        said = title or f"{indicator_title(view.selection)}, {view_title(view.selection)}"
        st.title(said, anchor=False, width="content", help=definition)
        show_profile_link(view.selection)


def titled(page: str, view: View) -> str:
    """What a page shows, after its name in the menu: `Peta: cakupan kepesertaan, Bengkulu`."""
    what = lower_first(indicator_title(view.selection))
    return _("{page}: {indicator}, {where}", page=page, indicator=what, where=view_title(view.selection))


def show_situation(view: View) -> None:
    """What it is about, the sentence, and the four figures it speaks of."""
    st.title(
        f"{indicator_title(view.selection)}, {view_title(view.selection)}, {period_label(view.selection.period)}",
        anchor=False,
    )
    indicator = view.indicator
    rows = view.series
    values = values_in(
        rows, view.selection.period, [view.selection.area, *([] if view.selection.area == "ID" else ["ID"])]
    )
    ranked = view.ranked
    now = situation_of(values, ranked, view.selection.area, indicator)
    ends = now.ends
    st.header(situation_sentence(now, view), anchor=False)
    # Side by side on a wide screen, two by two on a phone.
    with st.container(horizontal=True, gap="small", vertical_alignment="top"):
        for row in values.itertuples():
            if pd.notna(row.value) or ends.with_value != 1:
                _metric(region_title(row.region_code), row, view.selection)
        _end_metrics(ends, ranked, view.selection)
        # One under the other: side by side they would break the row of figures.
        with st.container(width=280, gap="small"):
            show_profile_link(view.selection)
            show_preview_chip(view.selection)


def show_situation_sources(view: View) -> None:
    """The sources of the figures of the situation and the map, one press away."""
    shown = pd.concat([view.values, view.ranked[view.ranked["value"].notna()]], ignore_index=True)
    show_source_list(shown.drop_duplicates("region_code"), view, "overview")


def _end_metrics(ends: Extremes, ranked: pd.DataFrame, selection: Selection) -> None:
    """The two ends where they are known; else how many there are and, of absolute counts, what they add up to."""
    if ends.with_value == 1:
        only = next(ranked[ranked["value"].notna()].itertuples())
        _metric(region_title(only.region_code), only, selection)
        return
    for title, rows in ((_("Highest"), ends.highest), (_("Lowest"), ends.lowest)):
        if len(rows):
            _end_metric(title, rows, selection)
    if ends.gap is None and ends.with_value:
        if ends.total is not None:
            st.metric(_("Sum"), amount_text(ends.total, reference.indicators()[selection.indicator]), width="content")
        st.metric(_("We have"), of_text(ends.of), width="content")


def _metric(name: str, row: Row, selection: Selection) -> None:
    indicator = reference.indicators()[selection.indicator]
    if pd.isna(row.value):
        st.metric(name, "–", **_below(gap_title(row.gap)))
        return
    printed = printed_text(row, indicator) if row.disagrees else ""
    said = (status_title(row), printed)
    st.metric(name, value_text(row, indicator), **_below("; ".join(part for part in said if part)))


def _end_metric(title: str, rows: pd.DataFrame, selection: Selection) -> None:
    names = listed([region_title(code) for code in rows["region_code"][:2]]) + (" …" if len(rows) > 2 else "")
    _metric(f"{title}: {names}", next(rows.itertuples()), selection)


def _below(status: str) -> dict[str, str]:
    """A figure's status stands under it, as quiet as it is firm."""
    return {"delta": status, "delta_color": "off", "delta_arrow": "off", "width": "content"}


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
        return [_other(row) for row in rows.itertuples()]
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
