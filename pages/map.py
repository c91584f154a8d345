"""Peta: one indicator in one period, or its change since another, by region."""

from components.explorer.explorer import show_explorer
from components.screens.map_modes import select_map
from components.screens.panel import show_marked_periods, show_unmatched, stop_if_no_values
from components.screens.regime_picker import show_regime
from components.screens.source_list import show_source_list
from components.state.session import current_view
from geo.classify import CHANGE

view = current_view()
stop_if_no_values(view)
view, classification = select_map(view)
show_explorer(view, classification, layout=("map", "lists"), height=380 if classification.scheme == CHANGE else 430)
show_regime(view)
show_source_list(view.ranked, view, "map")
show_marked_periods(view)
show_unmatched(view.unmatched)
