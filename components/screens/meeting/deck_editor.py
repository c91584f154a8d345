"""The deck that is open in the workshop: a new one from the selection on screen, or one that is kept."""

from dataclasses import dataclass, replace

import streamlit as st

from components.language.i18n import language
from components.report.model import DeckRequest, Slide
from components.report.slides.deck import PROFILES, standing_slides
from components.report.slides.saved_deck import wanted_of
from components.screens.meeting.order import Order, as_slides, order_of
from components.state import stamps, users
from components.state.address import UnknownError, selection_in
from components.state.selection import Selection, as_parameters
from components.state.session import beside
from data.store.decks import KeptDeck, deck, decks
from data.store.roles import User, plain_address
from errors import DataError

NEW, STANDING = "meeting_new", "meeting_standing"
# What a deck and the screen may differ in without being different selections.
APART = ("lang", "outlines", "shapes")


@dataclass(frozen=True)
class Workshop:
    """deck: as kept, or the new one (id ""); chosen: its selection; slides: what there is to choose but profiles."""

    deck: KeptDeck
    selection: Selection
    slides: tuple[Slide, ...]
    order: Order

    @property
    def known(self) -> tuple[str, ...]:
        return known_in(self.deck, self.slides)


def may_keep() -> bool:
    return users.may(users.current_user(), "keep")


def listed_decks() -> list[KeptDeck]:
    """Return decks to choose from, last changed first; none for those who may not keep any."""
    user = users.current_user()
    return decks(user) if users.may(user, "keep") else []


def open_deck(selection: Selection) -> KeptDeck:
    """Return the deck that the address names, else the new one of this session, which follows the selection on screen.

    Raises DataError deck_unknown for one that is not there, and for one of another's draft.
    """
    deck_id = beside("deck")
    if not deck_id:
        return replace(new_deck(), choice=as_parameters(selection) | {"outlines": selection.boundaries})
    found = deck(deck_id)
    if not is_own(found, users.current_user()):
        raise DataError("deck_unknown", found=deck_id)
    return found


def is_own(found: KeptDeck, user: User) -> bool:
    """Say whether a deck may be seen: one of a draft is its owner's alone."""
    return not found.choice.get("set", "").startswith("draft-") or plain_address(found.who) == user.address


def workshop_of(found: KeptDeck, selection: Selection) -> Workshop | None:
    """Return the deck with what its selection has slides for; None where its figures are there no more."""
    if found.id:
        try:
            selection = selection_in(found.choice | {"lang": selection.language}, users.current_user())
        except UnknownError:
            return None
    slides = _standing(selection)
    return Workshop(found, selection, slides, order_of(found, known_in(found, slides)))


def _standing(selection: Selection) -> tuple[Slide, ...]:
    """Return titles and sentences of the slides there are: 0.1 to 0.2 s to make, so made once for each selection.

    In this session alone, because a draft's sentences are its owner's; without their drawings, which are large.
    """
    state = (selection, language(), stamps.settled(selection.dataset))
    if st.session_state.get(STANDING, (None,))[0] != state:
        made = tuple(Slide(one.id, one.kind, one.title, one.sentence) for one in standing_slides(selection))
        st.session_state[STANDING] = (state, made)
    slides: tuple[Slide, ...] = st.session_state[STANDING][1]
    return slides


def known_in(found: KeptDeck, slides: tuple[Slide, ...]) -> tuple[str, ...]:
    """Return every entry that the list may have, in the order in which a deck shows them."""
    own = [f"text-{key}" for key, _title, _text in found.texts]
    ids = [slide.id for slide in slides]
    before = ids.index("sources") if "sources" in ids else len(ids)
    has_profiles = any(slide.kind == "map" for slide in slides)
    return (*ids[:before], *own, *ids[before:], *([PROFILES] if has_profiles else []))


def wanted_from(found: KeptDeck, order: Order) -> DeckRequest:
    """Return what the deck asks for; a new one has neither name nor address yet, and its order is the screen's."""
    if found.id:
        return wanted_of(found)
    return DeckRequest(slides=as_slides(order.shown, order.codes), hidden_names=found.names_hidden)


def new_deck() -> KeptDeck:
    made: KeptDeck = st.session_state.setdefault(NEW, KeptDeck())
    return made
