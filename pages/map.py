"""Peta: one indicator in one period, by region."""

import streamlit as st

from components.explorer.explorer import show_explorer
from components.language.i18n import _
from components.screens.class_pickers import select_classes
from components.screens.overview import show_heading, titled
from components.screens.panel import show_marked_periods, show_unmatched, stop_if_no_values
from components.screens.regime_picker import show_regime
from components.screens.source_list import show_source_list
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
with st.container(key="map-head", horizontal=True, vertical_alignment="center"):
    show_heading(view, titled(_("Map"), view))
    classification = select_classes(view)
show_explorer(view, classification, layout=("map", "lists"), height=430)
show_regime(view)
show_source_list(view.ranked, view, "map")
show_marked_periods(view)
show_unmatched(view.unmatched)
