"""Peta dasar: the regions over a street map, where the browser reaches the internet."""

import streamlit as st

from components.language.i18n import _
from components.screens.basemap import internet_reached, show_basemap, show_offline
from components.screens.class_pickers import select_classes
from components.screens.overview import show_heading, titled
from components.screens.panel import show_counts, show_source, show_table, stop_if_no_values
from components.screens.ranking import ranking_table, twin_of
from components.state.session import current

selection = current()
stop_if_no_values(selection)
show_heading(selection, titled(_("Street map"), selection))
reached = internet_reached()
if reached is None:
    st.caption(_("Asking whether the street map can be reached …"))
elif reached:
    show_basemap(selection, select_classes(selection))
    rows = ranking_table(selection)
    show_table(lambda: twin_of(rows, selection), "basemap")
    show_counts(rows)
    show_source(rows, selection)
else:
    show_offline(selection)
