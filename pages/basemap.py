"""Peta dasar: the regions over a street map, where the browser reaches the internet."""

import streamlit as st

from components.language.i18n import _
from components.screens.basemap import internet_reached, show_basemap, show_offline
from components.screens.class_pickers import select_classes
from components.screens.overview import show_heading, titled
from components.screens.panel import show_counts, show_source, show_table, stop_if_no_values
from components.screens.ranking import ranking_table
from components.screens.ranking_table import twin_of
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
show_heading(view, titled(_("Street map"), view))
reached = internet_reached()
if reached is None:
    st.caption(_("Asking whether the street map can be reached …"))
elif reached:
    show_basemap(view, select_classes(view))
    rows = ranking_table(view)
    show_table(lambda: twin_of(rows, view), "basemap")
    show_counts(rows)
    show_source(rows, view)
else:
    show_offline(view)
