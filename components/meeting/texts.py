"""Slides of the presenter's own, and what they note for themselves: plain text, kept at once."""

import secrets

import streamlit as st

from components.i18n import _, ngettext
from components.meeting.order import as_slides
from components.meeting.slide_list import slide_title
from components.meeting.workshop import Workshop, change, may_keep
from components.slides.build import PROFILES
from data.store.deck_content import LONGEST_TEXT, LONGEST_TITLE, MOST_TEXTS
from data.store.decks import LETTERS

# Letters of a text's key, and the entries that usually end a deck.
LENGTH = 6
ENDING = ("sources", PROFILES)


def show_texts(work: Workshop) -> None:
    """The own slides of a kept deck, each with its title and text."""
    if not work.deck.id or not may_keep():
        return
    texts = work.deck.texts
    title = ngettext("{count} text slide", "{count} text slides", len(texts)) if texts else _("Text slides")
    with st.expander(title, key=f"meeting_texts_{work.deck.id}"):
        for one in texts:
            _show_text(work, one)
        st.button(
            _("Add a text slide"),
            key=f"meeting_add_{work.deck.id}",
            on_click=_add,
            args=(work,),
            disabled=len(texts) >= MOST_TEXTS,
        )


def show_notes(work: Workshop) -> None:
    """What the presenter says at a slide; read in the presenter's window, before the slide's own notes."""
    if not work.deck.id or not may_keep():
        return
    with st.expander(_("Speaker’s notes")):
        entries = [one for one in work.order.shown if one != PROFILES]
        if not entries:
            return
        one = st.selectbox(_("Slide"), entries, format_func=lambda key: slide_title(work, key), key="meeting_noted")
        key = f"meeting_note_{work.deck.id}_{one}"
        st.session_state[key] = work.deck.notes.get(one, "")
        st.text_area(
            _("Your notes"), key=key, max_chars=LONGEST_TEXT, on_change=lambda: _note(work, one, st.session_state[key])
        )


def _show_text(work: Workshop, one: tuple[str, str, str]) -> None:
    key, title, text = one
    title_key, text_key = (f"meeting_{part}_{work.deck.id}_{key}" for part in ("title", "text"))
    st.session_state[title_key], st.session_state[text_key] = title, text

    def take() -> None:
        written = (key, st.session_state[title_key], st.session_state[text_key])
        changed = tuple(written if other[0] == key else other for other in work.deck.texts)
        change(work.deck, typed="\n\n".join(written[1:]), texts=changed)

    st.text_input(_("Title"), key=title_key, max_chars=LONGEST_TITLE, on_change=take)
    st.text_area(
        _("Text; an empty line begins a new paragraph"),
        key=text_key,
        max_chars=LONGEST_TEXT,
        on_change=take,
    )
    remove = _("Remove this text slide")
    st.button(remove, key=f"meeting_remove_{work.deck.id}_{key}", on_click=_remove, args=(work, key), type="tertiary")


def _add(work: Workshop) -> None:
    """A new one stands before the sources and the profiles, and is shown."""
    key = "".join(secrets.choice(LETTERS) for _place in range(LENGTH))
    shown = list(work.order.shown)
    place = next((at for at, one in enumerate(shown) if one in ENDING), len(shown))
    shown.insert(place, f"text-{key}")
    texts = (*work.deck.texts, (key, _("New text"), ""))
    change(work.deck, texts=texts, slides=as_slides(shown, work.order.codes))


def _remove(work: Workshop, key: str) -> None:
    """With its place in the order and its notes."""
    gone, deck = f"text-{key}", work.deck
    change(
        deck,
        texts=tuple(one for one in deck.texts if one[0] != key),
        slides=tuple(one for one in deck.slides if one != gone),
        hidden=tuple(one for one in deck.hidden if one != gone),
        notes={slide: said for slide, said in deck.notes.items() if slide != gone},
    )


def _note(work: Workshop, slide: str, said: str) -> None:
    change(work.deck, typed=said, notes=work.deck.notes | {slide: said})
