"""Which deck is open: a new one from the selection on screen, or one that was kept."""

from collections import Counter
from datetime import datetime

import streamlit as st

from components.language.dates import moment_text
from components.language.error_messages import problem_sentence
from components.language.i18n import _
from components.language.markdown import plain
from components.screens.meeting.changes import attempt, refused
from components.screens.meeting.contents import show_adopt_button
from components.screens.meeting.deck_editor import Workshop, listed_decks, may_keep, open_deck, workshop_of
from components.screens.panel import stop_if_no_values
from components.state import users
from components.state.controlled import controlled
from components.state.selection import Selection
from components.state.session import set_beside
from components.state.view import View
from data.store.decks import KeptDeck, drop_deck
from errors import DataError

PICKER = "meeting_deck"
# Ids by all that the list has called them in this session.
SAID = "meeting_said"


def select_deck(view: View) -> KeptDeck:
    """Draw the picker of kept decks, and return the one that is open: a new one where none is."""
    st.title(_("Presentation for a meeting"), anchor=False)
    found, problem = _opened(view.selection)
    listed = {one.id: one for one in listed_decks()}
    if found.id:
        listed.setdefault(found.id, found)
    if listed:
        labels = _labels(listed)
        # A browser tells a choice by its label: one from before a change must be known as the same deck's.
        st.session_state.setdefault(SAID, {}).update({label: key for key, label in labels.items()})
        show = {"options": list(labels), "format_func": lambda picked: labels.get(picked, picked)}
        controlled(st.selectbox, PICKER, found.id, _take, label=_("Deck"), **show)
    if problem is not None:
        st.warning(problem_sentence(problem))
    _show_refusal()
    return found


def stop_without_deck(found: KeptDeck, view: View) -> Workshop:
    """Return the deck with its slides; of a deck whose figures are gone, say so and what can be done."""
    if not found.id:
        stop_if_no_values(view, has_title=True)
    work = workshop_of(found, view.selection)
    if work is None:
        _show_way_out(found, view.selection)
        st.stop()
    return work


def _show_way_out(found: KeptDeck, selection: Selection) -> None:
    st.error(
        _(
            "The figures that this deck was made of ({dataset}) are not there any more: "
            "hold the deck to the selection on screen, or drop it.",
            dataset=plain(found.choice.get("set", "")),
        )
    )
    if may_keep():
        with st.container(horizontal=True):
            show_adopt_button(found, selection)
            if st.button(_("Drop the deck"), key="meeting_drop_gone"):
                drop(found)


def drop(found: KeptDeck) -> None:
    """Drop a deck, and open a new one."""
    attempt(lambda: _drop(found))


def _drop(found: KeptDeck) -> None:
    user, address = users.current_user(), st.session_state.setdefault("beside", {})
    drop_deck(user, found.id)
    address["deck"] = ""


def _take(picked: str) -> None:
    """Open what was picked; what no list of this session ever called a deck leaves open what is."""
    found = st.session_state[SAID].get(picked, picked)
    if found in st.session_state[SAID].values():
        set_beside(deck=found)


def _show_refusal() -> None:
    """Say why the last change was not kept, with what was written in it."""
    held = refused()
    if held is None:
        return
    st.error(held.said + (" " + _("What you wrote is below, to copy.") if held.typed else ""))
    if held.typed:
        st.code(held.typed, language=None, wrap_lines=True)


def _opened(selection: Selection) -> tuple[KeptDeck, DataError | None]:
    try:
        return open_deck(selection), None
    except DataError as error:
        if error.code != "deck_unknown":
            raise
        set_beside(deck="")
        return open_deck(selection), error


def _labels(listed: dict[str, KeptDeck]) -> dict[str, str]:
    """Return what each deck is called in the list, by its id; those of one name and minute by their address as well."""
    titles = {key: f"{one.name} · {moment_text(datetime.fromisoformat(one.at))}" for key, one in listed.items()}
    several = {title for title, count in Counter(titles.values()).items() if count > 1}
    told = {key: f"{title} · {key}" if title in several else title for key, title in titles.items()}
    return {"": _("New deck from the selection on screen")} | told
