"""Peringkat: every region in its place, highest against lowest, and who moved."""

import streamlit as st

from components.screens.overview import show_heading
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.ranking import ranking_table, ranking_title
from components.screens.ranking_list.payload import Asked
from components.screens.ranking_list.show import show_ranking
from components.screens.ranking_list.summary import show_summary, summary_of
from components.screens.ranking_pickers import hide_names, select_comparison, select_order_and_kind
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
    order, only = select_order_and_kind(view, since)
    hidden = hide_names()
show_regime(view)
table = ranking_table(view, since, hidden, only)
with controls:
    if not hidden:
        show_source_list(table, view, "ranking")
asked = Asked(since, order, hidden)
summary = summary_of(view, asked, only)
show_summary(summary)
show_ranking(view, asked, only, summary.left_out)
show_counts(table)
if not hidden:  # a title may name a region
    show_source(table, view)
