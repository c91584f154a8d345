"""Slides of the presenter's own, and what they note for themselves: plain text, kept at once."""

import secrets

import streamlit as st

from components.language.i18n import _, ngettext
from components.report.slides.deck import PROFILES
from components.screens.meeting.changes import Done, change, written
from components.screens.meeting.deck_editor import Workshop, may_keep
from components.screens.meeting.order import as_slides
from components.screens.meeting.slide_list import slide_title
from data.store.deck_content import LONGEST_TEXT, LONGEST_TITLE, MOST_TEXTS
from data.store.decks import LETTERS

# Letters of a text's key, and the entries that usually end a deck.
LENGTH = 6
ENDING = ("sources", PROFILES)


def show_texts(work: Workshop) -> None:
    """Show the own slides of a kept deck, each with its title and text."""
    if not work.deck.id or not may_keep():
        return
    texts = work.deck.texts
    title = ngettext("{count} text slide", "{count} text slides", len(texts)) if texts else _("Text slides")
    with st.expander(title, key=f"meeting_texts_{work.deck.id}"):
        for one in texts:
            _show_text(work, one)
        key, is_full = f"meeting_add_{work.deck.id}", len(texts) >= MOST_TEXTS
        if st.button(_("Add a text slide"), key=key, disabled=is_full):
            _add(work)


def show_notes(work: Workshop) -> None:
    """Ask what the presenter says at a slide; read in the presenter's window, before the slide's own notes."""
    if not work.deck.id or not may_keep():
        return
    with st.expander(_("Speaker’s notes")):
        entries = [one for one in work.order.shown if one != PROFILES]
        if not entries:
            return
        one = st.selectbox(_("Slide"), entries, format_func=lambda key: slide_title(work, key), key="meeting_noted")
        written(
            f"meeting_note_{work.deck.id}_{one}",
            work.deck.notes.get(one, ""),
            st.text_area,
            lambda said, done: change(work.deck, typed=said, done=done, notes=work.deck.notes | {one: said}),
            label=_("Your notes"),
            max_chars=LONGEST_TEXT,
        )


def _show_text(work: Workshop, one: tuple[str, str, str]) -> None:
    key, title, text = one

    def keep(title: str, text: str, typed: str, done: Done) -> None:
        texts = tuple((key, title, text) if other[0] == key else other for other in work.deck.texts)
        change(work.deck, typed=typed, done=done, texts=texts)

    written(
        f"meeting_title_{work.deck.id}_{key}",
        title,
        st.text_input,
        lambda typed, done: keep(typed, text, typed, done),
        label=_("Title"),
        max_chars=LONGEST_TITLE,
    )
    written(
        f"meeting_text_{work.deck.id}_{key}",
        text,
        st.text_area,
        lambda typed, done: keep(title, typed, typed, done),
        label=_("Text; an empty line begins a new paragraph"),
        max_chars=LONGEST_TEXT,
    )
    if st.button(_("Remove this text slide"), key=f"meeting_remove_{work.deck.id}_{key}", type="tertiary"):
        _remove(work, key)


def _add(work: Workshop) -> None:
    """Add a new one before the sources and the profiles, and show it."""
    key = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
    shown = list(work.order.shown)
    place = next((at for at, one in enumerate(shown) if one in ENDING), len(shown))
    shown.insert(place, f"text-{key}")
    texts = (*work.deck.texts, (key, _("New text"), ""))
    change(work.deck, texts=texts, slides=as_slides(shown, work.order.codes))


def _remove(work: Workshop, key: str) -> None:
    """Remove it with its place in the order and its notes."""
    gone, deck = f"text-{key}", work.deck
    change(
        deck,
        texts=tuple(one for one in deck.texts if one[0] != key),
        slides=tuple(one for one in deck.slides if one != gone),
        hidden=tuple(one for one in deck.hidden if one != gone),
        notes={slide: said for slide, said in deck.notes.items() if slide != gone},
    )
