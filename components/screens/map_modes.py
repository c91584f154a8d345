"""What Peta shows: figures, their changes since a period, or two periods side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import streamlit as st

from components.explorer.explorer import show_explorer
from components.language.i18n import N_, _, period_label
from components.report.change_counts import moved_sentence
from components.screens.class_pickers import classes_for, select_classes
from components.screens.overview import show_heading, titled
from components.screens.ranking_pickers import select_comparison
from components.screens.switches.show import show_switches, switch
from components.state.view import View, view_of
from geo.classify import Classification, changes

MODES = {"value": N_("Figures"), "change": N_("Change"), "beside": N_("Side by side")}
# By mode: how high a map is with what stands above it on a laptop's screen.
HEIGHTS = {"value": 430, "change": 380, "beside": 380}
LAYOUTS = {"beside": ("map", "linked")}


@dataclass(frozen=True)
class Shown:
    """What the map shows: of changes and of two periods the view compares with the period that was picked."""

    view: View
    classification: Classification
    mode: str

    @property
    def layout(self) -> tuple[str, ...]:
        """The parts of the map in view."""
        return LAYOUTS.get(self.mode, ("map", "lists"))

    @property
    def height(self) -> int:
        """Pixels."""
        return HEIGHTS[self.mode]


def select_map(view: View) -> Shown:
    """Draw the heading with the pickers beside it, and return what the map shows."""
    with st.container(key="map-head", horizontal=True, vertical_alignment="center"):
        heading = st.container()
        mode = _select_mode(view)
        since = "" if mode == "value" else select_comparison(view)
        asked, mode = mode, mode if since else "value"
        classification = select_classes(view) if mode == "value" else _classes(view, mode)
    with heading:
        show_heading(view, titled(_("Changes") if mode == "change" else _("Map"), view))
    if asked != mode:
        st.info(_("There is no earlier period to compare with: choose a later one."))
    compared = view_of(replace(view.selection, since=since)) if since else view
    if mode == "change":
        st.markdown(moved_sentence(compared))
    return Shown(compared, classification, mode)


@contextmanager
def beside_the_earlier(shown: Shown) -> Iterator[None]:
    """Where two stand side by side, draw the map of the earlier period, and let the other be drawn beside it."""
    if shown.mode != "beside":
        yield
        return
    before, now = st.columns(2)
    # Of one denominator on both sides: figures of another are a gap, as everywhere.
    earlier = view_of(replace(shown.view.selection, period=shown.view.selection.since, regime=shown.view.regime))
    with before:
        st.subheader(period_label(earlier.selection.period), anchor=False)
        layout = (*shown.layout, "still")
        show_explorer(earlier, shown.classification, layout=layout, height=shown.height, key="explorer-before")
    with now:
        st.subheader(period_label(shown.view.selection.period), anchor=False)
        yield


def _select_mode(view: View) -> str:
    """Draw the switch, of rates alone, and return what is pressed."""
    if view.indicator.unit != "percent":
        return "value"
    return show_switches([switch("mode", _("What the map shows"), MODES)])["mode"]


def _classes(view: View, mode: str) -> Classification:
    return changes(view.indicator.decimals) if mode == "change" else classes_for(view)
