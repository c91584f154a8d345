"""Keeping the deck under a name; renaming and dropping a kept one."""

from dataclasses import replace

import streamlit as st

from components.language.dates import person
from components.language.i18n import _, language
from components.language.markdown import plain
from components.report.labels import indicator_title, view_title
from components.screens.meeting.changes import Done, attempt, keep_new, written
from components.screens.meeting.deck_editor import Workshop, may_keep
from components.screens.meeting.order import as_slides
from components.screens.meeting.picker import drop
from components.state import users
from data.store.deck_content import LONGEST_TITLE
from data.store.decks import rename_deck
from data.store.roles import plain_address, role_of

NAME = "meeting_name"


def show_keeping(work: Workshop) -> None:
    """Ask for the deck's name: keeping a new one under it, or changing a kept one's."""
    if not may_keep():
        st.info(
            _(
                "Keeping a deck and writing slides of your own need the role analyst. "
                "Order and choice hold for this visit, and for the deck you open from here."
            )
        )
    elif work.deck.id:
        _show_kept(work)
    else:
        _show_new(work)


def _show_new(work: Workshop) -> None:
    st.session_state.setdefault(NAME, "")
    selection = work.selection
    example = f"{indicator_title(selection)}, {view_title(selection)}"
    with st.form("meeting_keep", border=False):
        st.text_input(_("Name of the deck"), key=NAME, max_chars=LONGEST_TITLE, placeholder=example)
        pressed = st.form_submit_button(_("Keep the deck"))
    if pressed:
        _keep(work, example)
    st.caption(_("A kept deck has a short address, comes back after a restart, and can hold slides of your own."))


def _keep(work: Workshop, example: str) -> None:
    """Keep it in the order as it is now: a dataset that gets more slides later does not change it."""
    deck, order = work.deck, work.order
    slides, hidden = (as_slides(some, order.codes) for some in (order.shown, order.hidden))
    name = st.session_state.get(NAME, "").strip() or example
    keep_new(replace(deck, name=name, slides=slides, hidden=hidden, choice=deck.choice | {"lang": language()}))


def _show_kept(work: Workshop) -> None:
    deck, key = work.deck, f"meeting_name_{work.deck.id}"
    written(
        key,
        deck.name,
        st.text_input,
        lambda name, done: _rename(work, name, done),
        label=_("Name of the deck"),
        max_chars=LONGEST_TITLE,
    )
    user = users.current_user()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Every change is kept at once. Made by {who}.", who=plain(person(deck.who))), width="stretch")
        if plain_address(deck.who) == user.address or role_of(user) == "admin":
            with st.popover(_("Drop the deck"), type="tertiary"):
                st.markdown(_("The deck and its own texts go for good; its short address opens nothing any more."))
                if st.button(_("Drop it now"), key=f"meeting_drop_{deck.id}"):
                    drop(deck)


def _rename(work: Workshop, name: str, done: Done) -> None:
    user = users.current_user()
    attempt(lambda: rename_deck(user, work.deck.id, name), name, done)
