"""Tren: since when, for chosen regions beside their area and the country."""

from components.language.i18n import _
from components.screens.overview import show_heading, titled
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.profile_link import show_profile_links
from components.screens.trend import select_regions, select_series, show_change, show_trend, trend_rows
from components.state.session import current

selection = current()
stop_if_no_values(selection)
show_heading(selection, titled(_("Trend"), selection))
codes = select_regions(selection)
series = select_series(selection)
rows = trend_rows(selection, codes)
show_profile_links(selection, codes)
show_change(selection)
show_trend(rows, selection, series)
show_counts(rows[rows["period"] == selection.period], selection.period)
show_source(rows, selection)
