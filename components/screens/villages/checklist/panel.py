"""The section of a regency's list: the list itself, where it comes from, and the way to load one."""

from datetime import datetime

import streamlit as st

from components.language.dates import moment_text, person
from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.language.markdown import plain
from components.screens.login import how_to_log_in
from components.screens.villages.checklist.links import show_file_links
from components.screens.villages.checklist.live import drawn_as, show_live_list
from components.screens.villages.checklist.load import SAID, show_loader, show_outcome
from components.screens.villages.checklist.measure import ListMeasure, is_partial, list_of, measure_of, measure_title
from components.screens.villages.checklist.sentences import demonstration_words, published_words
from components.state import users
from components.state.callbacks import unbroken
from components.state.view import View
from data.checklist import Checklist
from data.store.checklist_edits import set_counting
from errors import DataError


def show_checklist(view: View, code: str) -> None:
    """Draw the list of a regency for the measure on screen; without one, the way to load it.

    code: of a regency. The measure is the choice's indicator and segment where that is counted by name, else the
    villages enrolled.
    """
    measure = measure_of(view, code)
    found = list_of(measure)
    st.subheader(_("List: {title}", title=measure_title(measure)), anchor=False)
    if measure.simulated:
        st.markdown(f":orange-badge[{_('SIMULATION')}] {demonstration_words()}")
    show_outcome()
    may = users.may(users.current_user(), "tick")
    if found is None:
        st.markdown(_("No list has been loaded for this regency yet."))
    show_live_list(measure, drawn_as(found), view.selection.language)
    if found is not None:
        _show_counting(measure, found, may)
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


def _show_way_to_load(measure: ListMeasure, found: Checklist | None, may: bool) -> None:
    if may:
        show_loader(measure, found)
    elif found is None:
        with st.expander(_("How a list is loaded")):
            st.markdown(_("Lists are loaded and ticked by who has the role analyst or a higher one."))
            st.markdown(how_to_log_in())


def _show_counting(measure: ListMeasure, found: Checklist, may: bool) -> None:
    """Show which of the two counts holds, the list's or the published one, and the way to the other."""
    if measure.published is None or is_partial(measure, len(found.items)):
        return
    aside = bool(found.set_aside)
    said = {"published": published_words(measure)}
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            _("The published count stands: {published}. This list counts nowhere.", **said)
            if aside
            else _("This list counts in the place of the published {published}.", **said),
            width="content",
        )
        if may:
            title = _("Let this list count") if aside else _("Back to the published figure")
            st.button(title, key="checklist_counting", on_click=unbroken(_set_counting), args=(found.id, aside))


def _set_counting(list_id: int, counts: bool) -> None:
    try:
        set_counting(users.current_user(), list_id, counts)
    except DataError as error:
        st.session_state[SAID] = ("error", problem_sentence(error))
