"""Ringkasan: what a governor sees first."""

from components.explorer.explorer import show_explorer
from components.report.changes import steps_of
from components.screens.causes import show_change, show_steps
from components.screens.class_pickers import classes_for
from components.screens.meetings import show_funding, show_meetings
from components.screens.overview import show_others, show_situation, show_situation_sources
from components.screens.panel import show_marked_periods, stop_if_no_values
from components.screens.programmes import show_programmes_beside
from components.screens.regime_picker import show_regime
from components.screens.starts import show_starts
from components.screens.targets import show_area_targets
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
show_situation(view)
show_explorer(view, classes_for(view), layout=("map", "lists", "trend"), height=350)
show_regime(view)
show_situation_sources(view)
show_marked_periods(view)
show_starts(view)
show_change(view, view.selection.area, heading=True)
show_steps(steps_of(view, view.selection.area), view)
show_area_targets(view)
show_meetings(view)
show_funding(view, view.selection.area)
show_others(view)
show_programmes_beside(view)
