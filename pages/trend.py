"""Tren: since when, for chosen regions beside their area and the country."""

from components.language.i18n import _
from components.screens.overview import show_heading, titled
from components.screens.panel import show_counts, show_source, stop_if_no_values
from components.screens.profile_link import show_profile_links
from components.screens.trend import select_regions, select_series, show_change, show_trend, trend_rows
from components.state.session import current

chosen = current()
stop_if_no_values(chosen)
show_heading(chosen, titled(_("Trend"), chosen))
codes = select_regions(chosen)
series = select_series(chosen)
rows = trend_rows(chosen, codes)
show_profile_links(chosen, codes)
show_change(chosen)
show_trend(rows, chosen, series)
show_counts(rows[rows["period"] == chosen.period], chosen.period)
show_source(rows, chosen)
