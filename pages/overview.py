"""Ringkasan: what a governor sees first."""

from components.explorer.explorer import show_explorer
from components.screens.class_pickers import classes_for
from components.screens.overview import show_others, show_situation
from components.screens.panel import show_marked_periods, stop_if_no_values
from components.screens.programmes import show_programmes_beside
from components.state.session import current

chosen = current()
stop_if_no_values(chosen)
show_situation(chosen)
show_explorer(chosen, classes_for(chosen), layout=("map", "lists", "trend"), height=312)
show_marked_periods(chosen)
show_others(chosen)
show_programmes_beside(chosen)
