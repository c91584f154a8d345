"""The section of a regency's list: the list itself, where it comes from, and the way to load one."""

from datetime import datetime

import streamlit as st

from components import users
from components.checklist.files import show_file_links
from components.checklist.live import show_live_list
from components.checklist.load import show_loader, show_outcome
from components.checklist.measure import Measure, list_of, measure_of, measure_title
from components.checklist.said import demonstration_words
from components.choice import Choice
from components.i18n import _
from components.login import how_to_log_in
from components.markdown import plain
from components.moments import moment_text, person
from data.checklist import Checklist


def show_checklist(chosen: Choice, code: str) -> None:
    """Draw the list of a regency for the measure on screen; without one, the way to load it.

    code: of a regency. The measure is the choice's indicator and segment where that is counted by name, else the
    villages enrolled.
    """
    measure = measure_of(chosen, code)
    found = list_of(measure)
    st.subheader(_("List: {title}", title=measure_title(measure)), anchor=False)
    if measure.simulated:
        st.markdown(f":orange-badge[{_('SIMULATION')}] {demonstration_words()}")
    show_outcome()
    may = users.may(users.current_user(), "tick")
    if found is None:
        st.markdown(_("No list has been loaded for this regency yet."))
    show_live_list(measure, found.id if found else 0, chosen.language)
    if found is not None:
        _show_origin(found, may)
        show_file_links(measure)
    _show_way_to_load(measure, found, may)


def _show_origin(found: Checklist, may: bool) -> None:
    when = moment_text(datetime.fromisoformat(found.at))
    said = {"file": plain(found.file_name), "when": when}
    st.caption(
        _("From the file {file}, loaded by {who} on {when}.", who=plain(person(found.who)), **said)
        if may
        else _("From the file {file}, loaded on {when}.", **said)
    )


def _show_way_to_load(measure: Measure, found: Checklist | None, may: bool) -> None:
    if may:
        show_loader(measure, found)
    elif found is None:
        with st.expander(_("How a list is loaded")):
            st.markdown(_("Lists are loaded and ticked by who has the role analyst or a higher one."))
            st.markdown(how_to_log_in())
