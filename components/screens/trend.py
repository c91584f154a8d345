"""Tren: chosen regions against area and country, or each region by itself; its pickers in one row."""

from collections.abc import Sequence

import streamlit as st

from components.language.i18n import N_, _
from components.language.markdown import plain
from components.report.labels import region_title
from components.screens.class_pickers import select_target
from components.screens.panel import Twin, show_figure, show_table
from components.screens.switches.show import show_switches, switch
from components.screens.trend_lines import Lines, Shown
from components.screens.trend_table import trend_table
from components.state import reference
from components.state.controlled import controlled
from components.state.session import choose
from components.state.view import View
from data.periods import period_end

MOST = 8
# Pixels of the picker of a target, so that all pickers stand in one row on a laptop.
TARGET = 220
FORMS = {"together": N_("One chart"), "apart": N_("One for each")}
SPANS = {"all": N_("All years"), "5": N_("5 years"), "3": N_("3 years"), "1": N_("1 year")}
BASES = {"value": N_("Count"), "first": N_("Index")}


def select_shown(view: View) -> Shown:
    """Draw the switches: one chart or one of each region, the span of time and, of counts, an index."""
    days = [period_end(period) for period in view.figures.periods(*view.key[1:], view.selection.area)]
    years = (days[-1] - days[0]).days / 365
    spans = [code for code in SPANS if code == "all" or int(code) < years]
    bases = list(BASES) if view.indicator.is_count else ["value"]
    pressed = show_switches(
        [
            switch("form", _("Charts"), FORMS),
            switch("span", _("Span of time"), SPANS, spans),
            switch("base", _("Scale"), BASES, bases),
        ]
    )
    return Shown(pressed["span"], pressed["base"])


def select_regions(view: View) -> list[str]:
    """Draw the picker of the lines: up to MOST regions of the area, by name; highest and lowest to begin with."""
    inside = reference.inside(view.selection.area, view.selection.level)["region_code"].tolist()
    wanted = [code for code in view.selection.regions if code in inside] or _first_lines(view, inside)
    return controlled(
        st.multiselect,
        "lines",
        wanted[:MOST],
        lambda codes: choose(regions=",".join(codes)),
        label=_("Regions, up to {most}", most=MOST),
        options=sorted(inside, key=region_title),
        format_func=region_title,
        max_selections=MOST,
        placeholder=_("Choose regions"),
    )


def _first_lines(view: View, inside: list[str]) -> list[str]:
    """The selected region, else the first and the last that have a figure in the period in view."""
    if view.selection.region in inside:
        return [view.selection.region]
    ranked = view.ranked
    known = ranked.loc[ranked["value"].notna(), "region_code"]
    return list(dict.fromkeys([*known.head(1), *known.tail(1)]))


def show_trend(lines: Lines, view: View) -> None:
    """The lines, with decrees within the time shown and the figures of the target series."""
    if lines.figure is None:
        st.info(_("None of the chosen regions has a figure."))
        return
    show_figure(lines.figure, "trend", view)
    for note in lines.notes:
        st.caption(plain(note))
    show_table(lambda: Twin(*trend_table(lines.rows, view)), "trend")


def select_series(view: View, codes: Sequence[str]) -> str:
    """Draw the picker of the target series, for the indicator that targets speak of."""
    return select_target(view.selection, *codes, width=TARGET) if view.selection.indicator == "coverage" else ""
