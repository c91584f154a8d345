"""Ringkasan: what a governor sees first."""

from components.classes import classes_for
from components.explorer.explorer import show_explorer
from components.panel import show_marked_periods, stop_if_no_values
from components.programmes import show_programmes_beside
from components.selection import current
from components.summary import show_others, show_situation

chosen = current()
stop_if_no_values(chosen)
show_situation(chosen)
show_explorer(chosen, classes_for(chosen), layout=("map", "lists", "trend"), height=312)
show_marked_periods(chosen)
show_others(chosen)
show_programmes_beside(chosen)
