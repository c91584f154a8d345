"""Peringkat: every region in its place, highest against lowest, and who moved."""

import streamlit as st

from components.screens.overview import show_heading
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.profile.page import select_regency
from components.screens.ranking import (
    Compared,
    hide_names,
    ranking_table,
    ranking_title,
    select_comparison,
    select_order,
    show_distance,
    show_movers,
    show_ranking,
    sorted_by,
)
from components.state.session import current

selection = current()
stop_if_no_values(selection)
title = ranking_title(selection)
st.set_page_config(page_title=f"{title} – Cakupan")
show_heading(selection, title)
with st.container(horizontal=True, vertical_alignment="bottom"):
    since = select_comparison(selection)
    order = select_order()
    hidden = hide_names()
    if not hidden:
        select_regency(selection, width=240)
table = ranking_table(selection, since, hidden)
show_distance(table, selection, hidden)
show_movers(table, since, selection)
show_ranking(sorted_by(table, order), selection, Compared(since, order == "change" and bool(since)), hidden)
show_counts(table)
show_source(table, selection)
