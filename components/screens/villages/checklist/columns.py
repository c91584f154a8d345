"""What each column of a list means, and what each mark in the column of ticks says: proposed, shown, and asked."""

from collections.abc import Sequence

import streamlit as st

from components.language.i18n import N_, _, ngettext
from components.language.markdown import plain
from components.screens.villages.checklist.wire import column_titles
from data.intake.checklist_cells import Meanings, mark_of, read_marks
from data.intake.checklist_table import is_negated, propose_roles, tick_columns
from data.intake.parsed_file import Opened
from errors import DataError

# What a list may leave out.
OPTIONAL = ("district", "done", "pot", "owner", "due", "note")
# A column of more marks than this holds words, and each of them is no question.
MOST_MARKS = 12
MEANINGS = {True: N_("already done"), False: N_("not yet")}


def choose_columns(opened: Opened, file_id: str) -> dict[str, str] | None:
    """Draw what each column means, open to change; None while it is open which of several says what is done."""
    columns = list(opened.texts.columns)
    if not columns:
        raise DataError("checklist_empty", file=opened.file)
    texts = {column: opened.texts[column].tolist() for column in columns}
    proposed = propose_roles(columns, texts)
    possible = [] if "done" in proposed else tick_columns(columns, texts, proposed)
    if possible:
        st.warning(_open_words(possible))
    roles: dict[str, str] = {}
    unanswered = False
    with st.container(horizontal=True):
        for role in ("name", *OPTIONAL):
            chosen = _choose(role, columns, proposed, ask=role == "done" and bool(possible), file_id=file_id)
            unanswered |= chosen is None
            if chosen:
                roles[role] = chosen
    return None if unanswered else roles


def _choose(role: str, columns: Sequence[str], proposed: dict[str, str], *, ask: bool, file_id: str) -> str | None:
    titles = column_titles() | {"done": _("Enrolled or not")}
    options = list(columns) if role == "name" else ["", *columns]
    index = options.index(proposed[role]) if role in proposed else 0
    chosen: str | None = st.selectbox(
        titles[role],
        options,
        index=None if ask else index,
        format_func=lambda column: column or _("– none –"),
        placeholder=_("Choose a column"),
        key=f"checklist_{role}_{file_id}",
        width=210,
    )
    return chosen


def _open_words(possible: Sequence[str]) -> str:
    names = ", ".join(plain(column) for column in possible)
    if len(possible) == 1:
        return _("The column {names} may say who is enrolled or who is not: choose what it says.", names=names)
    return _("Several columns may say who is enrolled: {names}. Choose one of them.", names=names)


def choose_meanings(opened: Opened, column: str, file_id: str) -> Meanings | None:
    """Draw what each mark of the column of ticks says; None while any of them is still open."""
    texts = opened.texts[column].tolist()
    read = read_marks(texts)
    if is_negated(column):
        # `Belum terdaftar: v`: nobody can know which way round it is meant.
        read = {mark: None if mark else False for mark in read}
    if len(read) > MOST_MARKS:
        return read
    counts = {mark: sum(mark_of(text) == mark for text in texts) for mark in read}
    said: dict[str, bool | None] = {"": read[""]} if "" in read else {}
    with st.container(horizontal=True):
        for mark in (one for one in read if one):
            said[mark] = _choose_meaning(mark, counts[mark], read[mark], f"checklist_mark_{column}_{mark}_{file_id}")
    if any(meaning is None for meaning in said.values()):
        st.warning(_("Say what each mark means before the list is loaded."))
        return None
    return said


def _choose_meaning(mark: str, count: int, read: bool | None, key: str) -> bool | None:
    lines = ngettext("“{mark}” in {count} line says", "“{mark}” in {count} lines says", count, mark=plain(mark))
    chosen: bool | None = st.selectbox(
        lines,
        [True, False],
        index=None if read is None else int(not read),
        format_func=lambda done: _(MEANINGS[done]),
        placeholder=_("Choose"),
        key=key,
        width=210,
    )
    return chosen
