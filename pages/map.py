"""Peta: one indicator in one period, by region."""

from components.explorer.explorer import show_explorer
from components.language.i18n import _
from components.report.rankings import unmatched
from components.screens.class_pickers import select_classes
from components.screens.overview import show_heading, titled
from components.screens.panel import show_marked_periods, show_unmatched, stop_if_no_values
from components.state.session import current

selection = current()
stop_if_no_values(selection)
show_heading(selection, titled(_("Map"), selection))
show_explorer(selection, select_classes(selection), layout=("map", "lists"), height=430)
show_marked_periods(selection)
show_unmatched(unmatched(selection))
