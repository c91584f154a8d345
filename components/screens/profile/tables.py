"""Profil's lists: trend, villages and agencies, neighbours and regencies of its size, and all that is known."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.language.i18n import _, own, period_label
from components.language.markdown import plain
from components.report.classes import series_of
from components.report.differences import change_text
from components.report.labels import (
    counts_text,
    figure_text,
    gap_title,
    lower_first,
    region_title,
    segment_suffix,
    segment_title,
    status_title,
    value_text,
)
from components.report.profile import peers, tables
from components.report.profile.facts import Facts
from components.report.scoreboard.score import list_in
from components.report.scoreboard.sentences import list_text
from components.report.scoreboard.ticks import known_ticks
from components.screens.panel import show_source, source_title
from components.screens.trend import show_trend
from components.screens.trend_lines import lines_of
from components.state import reference
from components.state.selection import Selection, link_here
from components.state.view import view_of
from data.profile import change_of
from data.query import Row, each_row

SCOREBOARD = ("villages_enrolled", "agencies_enrolled", "villages_paying_from_village_fund")


def show_profile_trend(facts: Facts) -> None:
    """The regency's line beside its province's and the country's, with decrees and the target."""
    view = view_of(replace(facts.selection, area=facts.province, level="regency"))
    lines = lines_of(view, [facts.code], series_of(view.selection, facts.code))
    periods = lines.rows.loc[lines.rows["value"].notna(), "period"].unique()
    if len(periods) == 1:
        st.markdown(_("Only {period} has a figure; one is no trend.", period=period_label(periods[0])))
    else:
        show_trend(lines, view)
    show_source(lines.rows, view)


def show_scoreboard(facts: Facts) -> None:
    """Villages and agencies, n of N, each with its period; what nobody reported is said to be so."""
    with st.container(horizontal=True, gap="large", vertical_alignment="top"):
        for indicator in SCOREBOARD:
            if indicator in reference.indicators():
                _show_score(facts, indicator)
    if not set(SCOREBOARD) <= {row.indicator for row in facts.known}:
        st.caption(
            _("What we do not have the regency's government or the branch office of BPJS Ketenagakerjaan can give.")
        )


def _show_score(facts: Facts, indicator_id: str) -> None:
    indicator = reference.indicators()[indicator_id]
    row = next((one for one in facts.known if one.indicator == indicator_id), None)
    ticked = _list_line(facts, indicator_id, row.segment if row is not None else "all")
    if row is None:
        idle = indicator.applies_where == "desa" and tables.desa().get(facts.code, 0) == 0
        gap = gap_title("not_applicable" if idle else "not_held")
        st.metric(
            own(indicator.title),
            "–",
            delta="; ".join([gap, *ticked]),
            delta_color="off",
            delta_arrow="off",
            width="content",
        )
        return
    counts, value = counts_text(row), value_text(row, indicator)
    below = [value] if counts else []
    segment = [] if row.segment == "all" else [lower_first(segment_title(row.segment))]
    below = "; ".join([*below, *segment, period_label(row.period), status_title(row), *ticked])
    st.metric(own(indicator.title), counts or value, delta=below, delta_color="off", delta_arrow="off", width="content")


def _list_line(facts: Facts, indicator_id: str, segment: str) -> list[str]:
    """What the meeting's list of the regency says beside the dataset, where it names all that there are."""
    ticks, _problem = known_ticks(view_of(replace(facts.selection, area=facts.code[:2])))
    listed = list_in(facts.view, (indicator_id, segment), facts.code, ticks)
    return [list_text(listed)] if listed is not None and listed.complete else []


def show_peers(facts: Facts) -> None:
    """Neighbours and regencies of about its size side by side, those that improved most on top."""
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(_("Neighbours"), anchor=False)
        st.markdown(plain(peers.neighbours_sentence(facts)))
        _show_list(facts.neighbours, facts)
    with right:
        st.subheader(_("Of about the same size"), anchor=False)
        st.markdown(plain(peers.similar_sentence(facts)))
        _show_list(facts.similar, facts)
        said = _(
            "The nearest by population and number of desa (standardised distance of their logarithms);"
            " cities beside cities only."
        )
        st.caption(said)


def _show_list(rows: list[Row], facts: Facts) -> None:
    for row in rows:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            address = profile_address(facts.selection, row.region_code)
            st.page_link(
                st.session_state["page"],
                label=region_title(row.region_code),
                query_params=address,
                width="stretch",
            )
            value = gap_title(row.gap) if row.gap else value_text(row, facts.indicator)
            change = "" if pd.isna(row.change) else f" ({change_text(change_of(row), facts.indicator)})"
            # One text, so that it does not part from its name on a phone.
            st.markdown(value + change + _province(row, facts), width=168, text_alignment="right")


def _province(row: Row, facts: Facts) -> str:
    """Below the figure, for beside the name a phone has no room."""
    province = peers.other_province(row.region_code, facts)
    return f"  \n:gray[:small[{plain(province)}]]" if province else ""


def profile_address(selection: Selection, code: str) -> dict[str, str]:
    """The address of another regency's profile, in the same area where that has it."""
    area = selection.area if selection.area == "ID" or code.startswith(selection.area) else code[:2]
    return link_here(selection, area=area, level="regency", region=code, regions=())


def show_known(facts: Facts) -> None:
    """Every indicator that the regency has a figure of, each with its period and source."""
    if not facts.known:
        st.markdown(_("The dataset has no figure of {region}.", region=region_title(facts.code)))
        return
    sources = {row.source_id: source_title(row) for row in each_row(facts.view.dataset.sources)}
    lines = [_line(row, sources) for row in facts.known]
    st.table(pd.DataFrame(lines).set_index(_("Indicator")))


def _line(row: Row, sources: dict[str, str]) -> dict[str, str]:
    indicator = reference.indicators()[row.indicator]
    counts = counts_text(row)
    return {
        _("Indicator"): plain(own(indicator.title)) + segment_suffix(row.segment),
        _("Value"): figure_text(row, indicator) + (f" ({counts})" if counts else ""),
        # One column, for five run off a phone's screen.
        _("Period, status and source"): " · ".join(
            (period_label(row.period), status_title(row), _sources(row, sources))
        ),
    }


def _sources(row: Row, sources: dict[str, str]) -> str:
    """Who printed the value and, where another stands behind its counts, who counted."""
    stated = sources.get(row.source_id, "–")
    if not row.counts_source_id:
        return stated
    return _("{source}; counts: {counted}", source=stated, counted=sources.get(row.counts_source_id, "–"))
