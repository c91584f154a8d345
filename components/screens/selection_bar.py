"""The one bar above the content: what is on screen, the search for a region, and the ways to pass it on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from components.language.i18n import N_, _, period_label
from components.report.labels import area_title, indicator_name, level_title, segment_title
from components.screens.passing_on import show_download, show_share
from components.screens.region_search import find_region
from components.state import pinned_versions, reference, session, typeface
from components.state.address import levels_of
from components.state.controlled import controlled
from components.state.session import pick
from components.state.view import View
from data.periods import frequencies, frequency

# It has indicators of its own, and switches between them.
OF_THE_SCOREBOARD = ("desa-opd",)
FREQUENCIES = {"month": N_("Monthly"), "quarter": N_("Quarterly"), "year": N_("Yearly")}
# Pixels: of a picker's letters, of what stands around them, and the most that one takes.
LETTERS, AROUND, WIDEST = 14, 48, 240


def show_bar(view: View, page: st.Page) -> None:
    """Draw the pickers that all pages share, then search, share and download."""
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="xxsmall"):
        with st.container(key="pickers", horizontal=True, wrap=False, vertical_alignment="center", gap="xxsmall"):
            _show_pickers(view, page)
        with st.container(
            key="passing-on", horizontal=True, wrap=False, vertical_alignment="center", gap="xxsmall", width="content"
        ):
            find_region(view)
            show_share(view)
            show_download(view)


def show_search_bar(view: View) -> None:
    """On pages of files and versions the bar holds the search alone."""
    with st.container(key="bar", horizontal=True, horizontal_alignment="right"):
        find_region(view)


def _show_pickers(view: View, page: st.Page) -> None:
    area = view.selection.area
    _pick("area", reference.area_codes(), _("Area"), area_title)
    if page.url_path not in OF_THE_SCOREBOARD:
        if area == "ID":
            _pick("level", levels_of(area), _("Regions"), level_title)
        measured = view.figures.measured(area)
        _pick("indicator", list(dict.fromkeys([*measured, view.selection.indicator])), _("Indicator"), indicator_name)
        segments = measured.get(view.selection.indicator, [view.selection.segment])
        if len(segments) > 1 or segments != ["all"]:
            _pick("segment", segments, _("Segment"), segment_title)
        _show_periods(view)
    with st.container(key="of-simulation" if view.simulated else "of-figures", width="content"):
        select_set(view.simulated)


def _pick(name: str, options: Sequence[str], label: str, show: Callable[[str], str]) -> None:
    """Draw a picker as wide as what it shows; its label is for who does not see it."""
    wanted = st.session_state["choice"][name]
    pick(name, options, label, show, **_narrow(show(wanted if wanted in options else options[0])) if options else {})


def _narrow(shown: str) -> dict[str, Any]:
    wide = min(round(typeface.width(shown, LETTERS, bold=True)) + AROUND, WIDEST)
    return {"label_visibility": "collapsed", "width": wide}


def select_set(simulated: bool = False) -> None:
    """Published datasets, bundled ones, and the draft that is open; titles read once, for the options as they are."""
    names = pinned_versions.set_names(session.as_sent().get("set", ""))
    titles = {name: session.code_or_title(pinned_versions.set_title)(name) for name in names}
    shown = session.as_sent().get("set", "")
    if simulated and shown in titles:
        mark = _("SIMULATION")
        titles[shown] = mark if titles[shown].upper() == mark else f"{mark} · {titles[shown]}"
    _pick("set", names, _("Dataset"), titles.__getitem__)


def _show_periods(view: View) -> None:
    """The period picker holds one frequency, newest first; another by a switch."""
    periods = view.figures.periods(view.selection.indicator, view.selection.segment, view.selection.area)
    found, every = frequencies(periods), view.selection.every
    if len(found) > 1:
        about = {"label": _("Frequency"), "options": found, "format_func": _frequency_title}
        controlled(
            st.selectbox, "every", every, partial(_take_frequency, periods), **about, **_narrow(_frequency_title(every))
        )
    same = [period for period in reversed(periods) if frequency(period) == every]
    _pick("period", same, _("Period"), period_label)


def _frequency_title(kind: str) -> str:
    return _(FREQUENCIES[kind])


def _take_frequency(periods: list[str], wanted: str) -> None:
    """Another frequency starts at its newest period."""
    same = [period for period in periods if frequency(period) == wanted]
    if same:
        session.choose(period=same[-1])
