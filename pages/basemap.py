"""Peta dasar: the regions over a street map, where the browser reaches the internet."""

import streamlit as st

from components.basemap import internet_reached, show_basemap, show_offline
from components.classes import select_classes
from components.i18n import _
from components.panel import show_counts, show_source, show_table, stop_if_no_values
from components.ranking import ranking_table, twin_of
from components.selection import current
from components.summary import show_heading, titled

chosen = current()
stop_if_no_values(chosen)
show_heading(chosen, titled(_("Street map"), chosen))
reached = internet_reached()
if reached is None:
    st.caption(_("Asking whether the street map can be reached …"))
elif reached:
    show_basemap(chosen, select_classes(chosen))
    rows = ranking_table(chosen)
    show_table(lambda: twin_of(rows, chosen), "basemap")
    show_counts(rows)
    show_source(rows, chosen)
else:
    show_offline(chosen)
