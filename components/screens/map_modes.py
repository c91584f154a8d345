"""What Peta shows: figures, or their changes since a period."""

from dataclasses import replace

import streamlit as st

from components.language.i18n import N_, _
from components.report.change_counts import moved_sentence
from components.screens.class_pickers import select_classes
from components.screens.overview import show_heading, titled
from components.screens.ranking_pickers import select_comparison
from components.screens.switches.show import show_switches, switch
from components.state.view import View, view_of
from geo.classify import Classification, changes

MODES = {"value": N_("Figures"), "change": N_("Change")}


def select_mode(view: View) -> str:
    """Draw the switch, of rates alone, and return what is pressed."""
    if view.indicator.unit != "percent":
        return "value"
    return show_switches([switch("mode", _("What the map shows"), MODES)])["mode"]


def select_map(view: View) -> tuple[View, Classification]:
    """Draw the heading with the pickers beside it, and return what the map shows with its classes.

    Of changes the view compares with the period that is picked.
    """
    with st.container(key="map-head", horizontal=True, vertical_alignment="center"):
        heading = st.container()
        mode = select_mode(view)
        since = select_comparison(view) if mode == "change" else ""
        classification = changes(view.indicator.decimals) if since else select_classes(view)
    with heading:
        show_heading(view, titled(_("Changes") if since else _("Map"), view))
    if mode == "change" and not since:
        st.info(_("There is no earlier period to compare with: choose a later one."))
    if not since:
        return view, classification
    compared = view_of(replace(view.selection, since=since))
    st.markdown(moved_sentence(compared))
    return compared, classification
