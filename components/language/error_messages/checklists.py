"""A list of villages or agencies, or a tick in it, that cannot be used."""

from components.language.i18n import N_

PROBLEMS = {
    "checklist_empty": N_("The list {file} names no village or agency: choose the file that holds the list."),
    "checklist_too_long": N_(
        "The list {file} names {found} villages or agencies, at most {expected} are kept: leave out those of other regions."
    ),
    "checklist_repeated": N_(
        "The list {file} names “{found}” twice: keep one line, or add a column with the district."
    ),
    "checklist_line_repeated": N_(
        "The file {file}, line {place}: “{found}” stands in the list already; remove one line, or name a column with the district."
    ),
    "checklist_cell_long": N_(
        "The file {file}, line {place}: the cell {column} is longer than {expected} letters; shorten it."
    ),
    "checklist_status_unknown": N_(
        "The file {file}, line {place}: “{found}” says neither done nor not; write sudah or belum, or choose another column."
    ),
    "checklist_due_bad": N_("The file {file}, line {place}: “{found}” is no date; write 31/12/2026."),
    "checklist_item_unknown": N_("The list has no item {found} any more: load the page again."),
    "checklist_edit_met": N_(
        "{who} has written “{found}” here in between: yours was not saved and is still in its field; save it again to overwrite theirs."
    ),
    "checklist_edit_bad": N_("“{found}” cannot be saved: write a date, or at most {expected} letters."),
    "checklist_gone": N_("A newer list has taken the place of this one: load the page again."),
    "tick_without_name": N_("Write your name first, so that the tick says who made it."),
    "tick_name_long": N_("The name is longer than {expected} letters: shorten it."),
}
