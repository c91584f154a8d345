"""Loading a list: a file, what each of its columns means, what it would change, and only then the list itself."""

from dataclasses import replace

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.screens.upload.opening import open_upload
from components.screens.uploader import show_uploader
from components.screens.villages.checklist.columns import choose_columns, choose_meanings
from components.screens.villages.checklist.links import show_template_link
from components.screens.villages.checklist.measure import ListMeasure, is_partial, lowers, what_is_counted
from components.screens.villages.checklist.repeats import choose_apart
from components.screens.villages.checklist.sentences import (
    kept_words,
    lowering_words,
    partial_words,
    read_words,
    would_change,
)
from components.state import users
from components.state.callbacks import unbroken
from components.state.streamlit_private import UploadedFile
from data.checklist import Checklist, Item, carried_over, compared, item_key, known_as
from data.intake.checklist_table import Listed, find_header, read_checklist
from data.intake.parsed_file import Opened, Settings
from data.store.checklists import keep_checklist
from errors import DataError

MOST_MEGABYTES = 10
READING, NUMBER, SAID = "checklist_reading", "checklist_number", "checklist_said"
# Rows that figures have no use for, and that may be villages all the same: Sumber Agung is no note on a source.
DOUBTED = ("note", "total")


def show_loader(measure: ListMeasure, found: Checklist | None) -> None:
    """Draw the way from a file to a list; open where there is no list yet."""
    title = _("Replace the list by a newer one") if found else _("Load a list")
    with st.expander(title, expanded=found is None):
        said = _("A table with a line for each of the {what}; only the name is needed.", what=what_is_counted(measure))
        also = _("Also read: district, state (sudah or belum, v or x), funding pot, owner, due date, note.")
        st.markdown(f"{said} {also}")
        show_template_link()
        number = st.session_state.setdefault(NUMBER, 0)
        file = show_uploader(
            _("A list: CSV, XLSX, XLS or ODS; at most {most} MB", most=MOST_MEGABYTES),
            key=f"checklist_file_{number}",
            max_upload_size=MOST_MEGABYTES,
        )
        if file is not None:
            _show_file(file, measure, found)


def show_outcome() -> None:
    """Say once what became of the file that was loaded just now."""
    kind, said = st.session_state.pop(SAID, ("", ""))
    if said:
        {"success": st.success, "error": st.error}[kind](said)


def _show_file(file: UploadedFile, measure: ListMeasure, found: Checklist | None) -> None:
    try:
        opened = _opened(file)
        listed = _listed(opened, file.file_id)
    except DataError as error:
        st.error(problem_sentence(error))
        return
    if listed is None:
        return
    items = _items(listed, found)
    st.markdown(read_words(listed, measure))
    if is_partial(measure, len(items)):
        st.warning(partial_words(items, measure))
    if found:
        st.markdown(would_change(compared(found.items, items)))
    _show_load_buttons(measure, opened.file, items, found)


def _listed(opened: Opened, file_id: str) -> Listed | None:
    """Return the list as it would be loaded; None while something in the file has to be settled first."""
    roles = choose_columns(opened, file_id)
    if roles is None:
        return None
    meanings = choose_meanings(opened, roles["done"], file_id) if "done" in roles else {}
    if meanings is None:
        return None
    apart = choose_apart(read_checklist(opened, roles, meanings, ()).repeated, file_id)
    return None if apart is None else read_checklist(opened, roles, meanings, apart)


def _show_load_buttons(measure: ListMeasure, file_name: str, items: list[Item], found: Checklist | None) -> None:
    """Show one button, and another where the list would lower what is published: that is never one click away."""
    done = _done_after(items, found)
    lower = lowers(measure, done, len(items))
    if lower:
        st.warning(lowering_words(done, len(items), measure))
    with st.container(horizontal=True):
        given = (measure, file_name, items, found)
        st.button(
            _("Load this list"), type="primary", key="checklist_keep", on_click=unbroken(_keep), args=(*given, True)
        )
        if lower:
            title = _("Load it and let the published count stand")
            st.button(title, key="checklist_keep_aside", on_click=unbroken(_keep), args=(*given, False))


def _done_after(items: list[Item], found: Checklist | None) -> int:
    """Count how many are done once the file is loaded: what was ticked by hand stands against it."""
    known = known_as(found.items, items) if found else {}
    ticked = {key: item.done for key, item in known.items() if item.ticked_at}
    return sum(ticked.get(item_key(item), item.done) for item in items)


def _items(listed: Listed, found: Checklist | None) -> list[Item]:
    """Return the items; a list that does not say what is done leaves that as it is."""
    before = found.items if found else ()
    return list(listed.items) if listed.says_done else carried_over(before, listed.items)


def _opened(file: UploadedFile) -> Opened:
    """Read the file's table once in a child; the header is the row whose words a list has, the rest as found."""
    known = st.session_state.get(READING)
    if known is None or known[0] != file.file_id:
        with st.spinner(_("Reading the file …")):
            known = st.session_state[READING] = (file.file_id, _read(file))
    opened: Opened = known[1]
    return opened


def _read(file: UploadedFile) -> Opened:
    name, content = file.name, file.getvalue()
    first = open_upload(name, content, Settings())
    header = find_header(first.preview)
    doubted = [row for row, reason in first.dropped.items() if reason in DOUBTED and row > (header or 0)]
    if not doubted and (header is None or first.header_rows == [header]):
        return first
    settings = Settings(sheet=first.sheet, keep=tuple(doubted))
    if header is not None:
        settings = replace(settings, header_rows=(header,), first_row=header + 1)
    return open_upload(name, content, settings)


def _keep(measure: ListMeasure, file_name: str, items: list[Item], found: Checklist | None, counts: bool) -> None:
    try:
        name = (measure.region_code, measure.indicator, measure.segment)
        user = users.current_user()
        keep_checklist(user, *name, file_name, items, simulated=measure.simulated, counts=counts)
    except DataError as error:
        st.session_state[SAID] = ("error", problem_sentence(error))
        return
    change = compared(found.items, items) if found else None
    st.session_state[SAID] = ("success", kept_words(items, change, measure))
    st.session_state[NUMBER] += 1
    st.session_state.pop(READING, None)
