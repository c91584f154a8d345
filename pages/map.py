"""Peta: one indicator in one period, by region."""

from components.classes import select_classes
from components.explorer.explorer import show_explorer
from components.i18n import _
from components.panel import show_marked_periods, show_unmatched, stop_if_no_values
from components.selection import current
from components.summary import show_heading, titled, unmatched

chosen = current()
stop_if_no_values(chosen)
show_heading(chosen, titled(_("Map"), chosen))
show_explorer(chosen, select_classes(chosen), layout=("map", "lists"), height=430)
show_marked_periods(chosen)
show_unmatched(unmatched(chosen))
