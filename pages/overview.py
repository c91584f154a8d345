"""Ringkasan: what a governor sees first."""

from components.explorer.explorer import show_explorer
from components.screens.class_pickers import classes_for
from components.screens.overview import show_others, show_situation
from components.screens.panel import show_marked_periods, stop_if_no_values
from components.screens.programmes import show_programmes_beside
from components.state.session import current

selection = current()
stop_if_no_values(selection)
show_situation(selection)
show_explorer(selection, classes_for(selection), layout=("map", "lists", "trend"), height=312)
show_marked_periods(selection)
show_others(selection)
show_programmes_beside(selection)
