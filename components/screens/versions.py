"""Versi: the versions of what is published, the way to open one and the way back to one."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.language.dates import moment_text, person
from components.language.error_messages import problem_sentence
from components.language.i18n import _, integer, own
from components.language.markdown import plain
from components.state import records, users
from components.state.callbacks import unbroken
from components.state.session import as_sent
from data.store.catalogue import key_of, stamp
from data.store.naming import BOUNDARIES
from data.store.paths import published_names
from data.store.versions import Version, newest, restore
from errors import DataError

PICKED, ASKED, DONE = "versions_of", "versions_asked", "versions_done"


@dataclass(frozen=True)
class Asked:
    """A version that is to be restored on top of the newest one its user has seen."""

    dataset: str
    number: int
    base: int


def select_published() -> str:
    """Draw the picker of everything published, boundaries too, and return its choice; "" where nothing is."""
    names = published_names()
    if not names:
        st.info(_("Nothing is published yet: what is published on the page Upload stands here, version by version."))
        st.page_link(st.session_state["pages"]["upload"], label=_("To Upload"), query_params=as_sent())
        return ""
    wanted = as_sent().get("set", "")
    if wanted in names and (st.session_state["brought"] or PICKED not in st.session_state):
        st.session_state[PICKED] = wanted
    titles = {name: published_title(name) for name in names}
    return st.selectbox(_("What is published"), names, format_func=titles.__getitem__, key=PICKED, width=480)


def published_title(name: str) -> str:
    """The title of a dataset's newest version; its name where that cannot be read."""
    if name == BOUNDARIES:
        return _("Boundaries")
    try:
        key = key_of(name, newest(name))
        return own(records.dataset_title(key, stamp(key)))
    except DataError:
        return name


def versions_of(dataset: str) -> list[Version]:
    """A dataset's versions, newest first, as they stand now. Raises DataError as storage does."""
    last = newest(dataset)
    return records.versions(dataset, last, stamp(key_of(dataset, last))) if last else []


def show_versions(dataset: str) -> None:
    """The table of all versions, then one of them to open or to restore."""
    found = read_versions(dataset)
    if not found:
        return
    st.dataframe(
        versions_table(found),
        placeholder="–",
        hide_index=True,
        height="auto" if len(found) < 9 else 340,
        column_config=_widths(),
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        number = st.selectbox(
            _("Version"),
            [version.number for version in found],
            format_func=titles_of(found).__getitem__,
            key=_picker(dataset),
            width=480,
        )
        if dataset != BOUNDARIES:
            address = {"set": dataset, "v": str(number), "lang": as_sent()["lang"]}
            st.page_link(st.session_state["pages"]["overview"], label=_("Open it on all pages"), query_params=address)
    _show_restoring(dataset, number, found[0].number)


def read_versions(dataset: str) -> list[Version]:
    """A dataset's versions; where they cannot be read, one sentence and none. An empty table is said too."""
    if not dataset:
        return []
    try:
        found = versions_of(dataset)
    except DataError as error:
        st.error(problem_sentence(error))
        return []
    if not found:
        st.info(_("{name} has no version.", name=plain(dataset)))
    return found


def versions_table(found: Sequence[Version]) -> pd.DataFrame:
    """One row for each version; the fingerprint is whole, and the column narrow."""
    return pd.DataFrame(
        {
            _("Version"): [version.number for version in found],
            _("Published"): ["" if version.damaged else moment_text(version.when) for version in found],
            _("By"): ["" if version.damaged else person(version.who) for version in found],
            _("File"): [version.file_name for version in found],
            _("Rows"): [integer(version.rows) for version in found],
            _("Note"): [_note(version) for version in found],
            "SHA-256": [version.sha256 for version in found],
        }
    )


def titles_of(found: Sequence[Version]) -> dict[int, str]:
    """How a picker calls each version: by number, time and note."""
    return {version.number: _title(version) for version in found}


def _title(version: Version) -> str:
    if version.damaged:
        return _("Version {number}, damaged", number=version.number)
    parts = [_("Version {number}", number=version.number), moment_text(version.when), version.file_name]
    return " · ".join(part for part in parts if part)


def _note(version: Version) -> str:
    if version.damaged:
        return _("damaged on the disk: {reason}", reason=version.damaged)
    restored = _("version {number} restored", number=version.restored) if version.restored else ""
    return " · ".join(part for part in (restored, version.note) if part)


def _widths() -> dict[str, object]:
    return {
        _("Version"): st.column_config.NumberColumn(width=70, format="%d"),
        _("Rows"): st.column_config.TextColumn(width=80, alignment="right"),
        "SHA-256": st.column_config.TextColumn(width=110, help=_("A double click shows it whole.")),
    }


def _show_restoring(dataset: str, number: int, newest: int) -> None:
    """A version comes back as a new one, after a second question."""
    if number == newest:
        st.caption(_("This is the newest version. An earlier one can be restored as a new version."))
        return
    if not users.may(users.current_user(), "restore"):
        st.caption(_("Restoring a version needs the role publisher."))
        return
    asked = st.session_state.get(ASKED)
    if asked is None or (asked.dataset, asked.number) != (dataset, number):
        st.button(
            _("Restore version {number} …", number=number),
            on_click=unbroken(_ask),
            args=(Asked(dataset, number, newest),),
        )
        return
    with st.container(border=True):
        st.markdown(
            _(
                "Version {number} becomes version {new} and is the newest for everyone. All versions stay; whoever has another one open stays on it.",
                number=number,
                new=asked.base + 1,
            )
        )
        st.text_input(_("Note on this version"), key="restore_note", placeholder=_("why it is restored"), max_chars=200)
        with st.container(horizontal=True):
            st.button(_("Restore"), type="primary", on_click=unbroken(_restore), args=(asked,))
            st.button(_("Cancel"), on_click=unbroken(_ask), args=(None,))


def _picker(dataset: str) -> str:
    return f"version_of_{dataset}"


def _ask(asked: Asked | None) -> None:
    st.session_state[ASKED] = asked


def _restore(asked: Asked) -> None:
    """The base is the one that the user saw when they asked: who published since then is told, not overwritten."""
    _ask(None)
    note = st.session_state.get("restore_note", "")
    try:
        number = restore(users.current_user(), asked.dataset, asked.number, asked.base, note)
    except DataError as error:
        st.session_state[DONE] = error
    else:
        st.session_state[DONE] = (asked.number, number)
        st.session_state[_picker(asked.dataset)] = number


def show_restored() -> None:
    """How the last restoring ended, once."""
    done = st.session_state.pop(DONE, None)
    if isinstance(done, DataError):
        st.error(problem_sentence(done))
    elif done is not None:
        st.success(_("Version {number} is back, as version {new}.", number=done[0], new=done[1]))
