"""A kept deck as slides read it: what is wanted of the selection that it holds."""

from collections.abc import Mapping

from components.report.model import DeckRequest, OwnText
from components.report.slides.public_url import public_address
from components.state.address import UnknownError
from components.state.open_drafts import open_draft
from data.store.catalogue import is_draft
from data.store.deck_content import KeptDeck
from data.store.decks import deck
from data.store.roles import User
from errors import DataError


def wanted_of(kept: KeptDeck) -> DeckRequest:
    """Return order, own texts, notes and name; the short address where this server has one for the audience.

    A draft is its owner's alone, so that there is nothing for an audience to open.
    """
    return DeckRequest(
        name=kept.name,
        slides=kept.slides,
        texts=tuple(OwnText(*text) for text in kept.texts),
        hidden_names=kept.names_hidden,
        public_url="" if is_draft(kept.choice.get("set", "")) else public_address(deck_path(kept.id)),
        hidden=kept.hidden,
        notes=tuple(sorted(kept.notes.items())),
        revision=kept.revision,
    )


def deck_path(deck_id: str) -> str:
    """Return the short address of a saved deck, on this server."""
    return f"/decks/{deck_id}"


def kept_deck(deck_id: str, user: User) -> KeptDeck:
    """Return a deck that this user may see: one of another's draft is answered as if there were none."""
    try:
        found = deck(deck_id)
        if is_draft(found.choice.get("set", "")):
            open_draft(user, found.choice["set"])
    except DataError as error:
        if error.code in ("deck_unknown", "draft_unknown", "not_allowed"):
            raise UnknownError(deck_id) from error
        raise
    return found


def wanted_in(asked: Mapping[str, str]) -> DeckRequest:
    """Return what an address asks for: `slides` by their ids, in order, and `names=hidden`."""
    slides = tuple(one for one in asked.get("slides", "").split(",") if one)
    return DeckRequest(slides=slides, hidden_names=asked.get("names") == "hidden")
