"""Tren: since when, for chosen regions beside their area and the country, or for each region by itself."""

import streamlit as st

from components.language.i18n import _
from components.report.changes import steps_of
from components.screens.causes import show_change, show_steps
from components.screens.overview import show_heading, titled
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.profile_link import show_profile_links
from components.screens.small_charts.payload import rows_apart
from components.screens.small_charts.show import show_small_charts
from components.screens.source_list import show_source_list
from components.screens.trend import select_regions, select_series, select_shown, show_trend
from components.screens.trend_lines import Lines, lines_of
from components.state.session import beside, current_view

view = current_view()
stop_if_no_values(view)
show_heading(view, titled(_("Trend"), view))
apart = beside("form") == "apart"
with st.container(horizontal=True, vertical_alignment="bottom"):
    codes = [] if apart else select_regions(view)
    series = "" if apart else select_series(view, codes)
    shown = select_shown(view)
lines = Lines(rows_apart(view)) if apart else lines_of(view, codes, series, shown)
told = view.selection.region or view.selection.area
show_change(view, told)
if apart:
    show_small_charts(view, shown)
else:
    show_trend(lines, view)
with st.container(horizontal=True, vertical_alignment="center"):
    show_source_list(lines.rows, view, "trend")
    show_profile_links(view, codes)
show_steps(steps_of(view, told), view)
show_counts(lines.rows[lines.rows["period"] == view.selection.period], view.selection.period)
show_source(lines.rows, view)
