"""Which scoreboard is on screen: the choice's own indicator where it is one, else the first that the area has."""

from dataclasses import replace

import streamlit as st

from components.language.i18n import _
from components.report.scoreboard.score import ENROLLED, Ticks, measure_key, measures
from components.report.scoreboard.sentences import measure_title
from components.state import cache
from components.state.callbacks import unbroken
from components.state.selection import DEFAULTS, Choice
from components.state.session import choose
from data.periods import period_end
from geo.regions import regions_in

# What a list may be loaded for where the dataset has no counts of the area.
WITHOUT_COUNTS = [(indicator, "all") for indicator in ENROLLED]


def board_measures(chosen: Choice, ticks: Ticks) -> list[tuple[str, str]]:
    return measures(chosen, ticks) or WITHOUT_COUNTS


def board_of(chosen: Choice, ticks: Ticks) -> Choice:
    """The choice as the scoreboard shows it: by regency, its own indicator, the newest period up to the chosen one."""
    found = board_measures(chosen, ticks)
    own = (chosen.indicator, chosen.segment)
    if own in found:
        return _by_regency(chosen, own)
    # Limits and targets chosen for another indicator say nothing of this one.
    return replace(_by_regency(chosen, found[0]), scheme=DEFAULTS["scheme"], breaks=(), target="")


def _by_regency(chosen: Choice, measure: tuple[str, str]) -> Choice:
    inside = regions_in(cache.regions(), chosen.area, "regency")["region_code"]
    return replace(
        chosen,
        level="regency",
        indicator=measure[0],
        segment=measure[1],
        period=_period(chosen, measure),
        region=chosen.region if chosen.region in inside.array else "",
    )


def _period(chosen: Choice, measure: tuple[str, str]) -> str:
    periods = cache.area_periods(chosen.dataset, *measure, chosen.area)
    until = [one for one in periods if chosen.period and period_end(one) <= period_end(chosen.period)]
    return chosen.period if chosen.period in periods else next(iter(reversed(until or periods)), "")


def as_choice(board: Choice) -> dict[str, str]:
    """What becomes the choice of all pages once something is chosen on the board."""
    return {"level": "regency", "indicator": board.indicator, "segment": board.segment, "period": board.period}


def select_measure(board: Choice, found: list[tuple[str, str]]) -> None:
    """Draw the switch between the scoreboards, where there are several."""
    if len(found) < 2:
        return
    options = {measure_key(*measure): measure for measure in found}
    st.session_state["measure"] = measure_key(board.indicator, board.segment)
    # Pills and segments write the chosen one in a green too faint on dark ground, and are cut on a phone.
    st.radio(
        _("Scoreboard"),
        list(options),
        key="measure",
        format_func=lambda key: measure_title(cache.indicators()[options[key][0]], options[key][1]),
        label_visibility="collapsed",
        horizontal=True,
        on_change=unbroken(_take_measure),
        args=(board, options),
    )


def _take_measure(board: Choice, options: dict[str, tuple[str, str]]) -> None:
    choose(**as_choice(_by_regency(board, options[st.session_state["measure"]])))
