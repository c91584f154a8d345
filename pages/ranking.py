"""Peringkat: every region in its place, highest against lowest, and who moved."""

import streamlit as st

from components.screens.overview import show_heading
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.profile.page import select_regency
from components.screens.ranking import (
    hide_names,
    ranking_table,
    ranking_title,
    select_comparison,
    select_order,
    show_distance,
    show_movers,
    sorted_by,
)
from components.screens.ranking_bars import Compared, show_ranking
from components.screens.regime_picker import show_regime
from components.screens.source_list import show_source_list
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
title = ranking_title(view)
st.set_page_config(page_title=f"{title} – Cakupan")
show_heading(view, title)
controls = st.container(horizontal=True, vertical_alignment="bottom")
with controls:
    since = select_comparison(view)
    order = select_order()
    hidden = hide_names()
    if not hidden:
        select_regency(view, width=240)
show_regime(view)
table = ranking_table(view, since, hidden)
with controls:
    show_source_list(table, view, "ranking", with_figures=not hidden)
show_distance(table, view, hidden)
show_movers(table, since, view)
show_ranking(sorted_by(table, order), view, Compared(since, order == "change" and bool(since)), hidden)
show_counts(table)
show_source(table, view)
