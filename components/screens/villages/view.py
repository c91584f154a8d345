"""Which scoreboard is on screen: the choice's own indicator where it is one, else the first that the area has."""

from dataclasses import replace

import streamlit as st

from components.language.i18n import _
from components.report.scoreboard.score import ENROLLED, Ticks, measure_key, measures
from components.report.scoreboard.sentences import measure_title
from components.state import reference
from components.state.controlled import controlled
from components.state.selection import DEFAULTS, Selection
from components.state.session import choose
from components.state.view import View, view_of
from data.periods import period_end

# What a list may be loaded for where the dataset has no counts of the area.
WITHOUT_COUNTS = [(indicator, "all") for indicator in ENROLLED]


def board_measures(view: View, ticks: Ticks) -> list[tuple[str, str]]:
    return measures(view, ticks) or WITHOUT_COUNTS


def board_of(view: View, ticks: Ticks) -> View:
    """Show the view as the scoreboard does: by regency, its own indicator, the newest period up to the chosen one."""
    found = board_measures(view, ticks)
    own = (view.selection.indicator, view.selection.segment)
    if own in found:
        return view_of(_by_regency(view, own))
    # Limits and targets chosen for another indicator say nothing of this one.
    return view_of(replace(_by_regency(view, found[0]), scheme=DEFAULTS["scheme"], breaks=(), target=""))


def _by_regency(view: View, measure: tuple[str, str]) -> Selection:
    inside = reference.inside(view.selection.area, "regency")["region_code"]
    return replace(
        view.selection,
        level="regency",
        indicator=measure[0],
        segment=measure[1],
        period=_period(view, measure),
        region=view.selection.region if view.selection.region in inside.array else "",
    )


def _period(view: View, measure: tuple[str, str]) -> str:
    periods = view.figures.periods(*measure, view.selection.area)
    until = [one for one in periods if view.selection.period and period_end(one) <= period_end(view.selection.period)]
    return view.selection.period if view.selection.period in periods else next(iter(reversed(until or periods)), "")


def as_choice(board: Selection) -> dict[str, str]:
    """Return what becomes the choice of all pages once something is chosen on the board."""
    return {"level": "regency", "indicator": board.indicator, "segment": board.segment, "period": board.period}


def select_measure(board: View, found: list[tuple[str, str]]) -> None:
    """Draw the switch between the scoreboards, where there are several."""
    if len(found) < 2:
        return
    options = {measure_key(*measure): measure for measure in found}
    # Pills and segments write the chosen one in a green too faint on dark ground, and are cut on a phone.
    controlled(
        st.radio,
        "measure",
        measure_key(board.selection.indicator, board.selection.segment),
        lambda key: choose(**as_choice(_by_regency(board, options[key]))),
        label=_("Scoreboard"),
        options=list(options),
        format_func=lambda key: measure_title(reference.indicators()[options[key][0]], options[key][1]),
        label_visibility="collapsed",
        horizontal=True,
    )
