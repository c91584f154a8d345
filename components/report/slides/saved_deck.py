"""A kept deck as slides read it: what is wanted of the selection that it holds."""

from components.report.model import OwnText, Wanted
from components.report.slides.public_url import public_address
from data.store.catalogue import is_draft
from data.store.deck_content import KeptDeck


def wanted_of(deck: KeptDeck) -> Wanted:
    """Order, own texts, notes and name; the short address where this server has one for the audience.

    A draft is its owner's alone, so that there is nothing for an audience to open.
    """
    return Wanted(
        name=deck.name,
        slides=deck.slides,
        texts=tuple(OwnText(*text) for text in deck.texts),
        hidden_names=deck.names_hidden,
        public_url="" if is_draft(deck.choice.get("set", "")) else public_address(deck_path(deck.id)),
        hidden=deck.hidden,
        notes=tuple(sorted(deck.notes.items())),
        revision=deck.revision,
    )


def deck_path(deck_id: str) -> str:
    """The short address of a kept deck, on this server."""
    return f"/decks/{deck_id}"
