"""Peta: one indicator in one period, or its change since another, by region."""

from components.explorer.explorer import show_explorer
from components.screens.map_modes import beside_the_earlier, select_map
from components.screens.panel import show_marked_periods, show_unmatched, stop_if_no_values
from components.screens.regime_picker import show_regime
from components.screens.source_list import show_source_list
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
shown = select_map(view)
with beside_the_earlier(shown):
    show_explorer(shown.view, shown.classification, layout=shown.layout, height=shown.height)
show_regime(view)
show_source_list(view.ranked, view, "map")
show_marked_periods(view)
show_unmatched(view.unmatched)
