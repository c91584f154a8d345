"""Tren: since when, for chosen regions beside their area and the country."""

from components.language.i18n import _
from components.report.changes import steps_of
from components.screens.causes import show_change, show_steps
from components.screens.overview import show_heading, titled
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.profile_link import show_profile_links
from components.screens.source_list import show_source_list
from components.screens.trend import lines_of, select_regions, select_series, show_trend
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
show_heading(view, titled(_("Trend"), view))
codes = select_regions(view)
series = select_series(view, codes)
lines = lines_of(view, codes, series)
show_profile_links(view, codes)
told = view.selection.region or view.selection.area
show_change(view, told)
show_source_list(lines.rows, view, "trend")
show_trend(lines, view)
show_steps(steps_of(view, told), view)
show_counts(lines.rows[lines.rows["period"] == view.selection.period], view.selection.period)
show_source(lines.rows, view)
