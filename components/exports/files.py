"""Which files there are, and how each is made of a deck or of a brief."""

from collections.abc import Callable
from typing import Any

from components.exports.message import whatsapp_text
from components.exports.paper.brief import brief_pdf
from components.exports.paper.deck import deck_pdf
from components.exports.pictures_zip import pictures_zip
from components.exports.slides.deck import deck_pptx
from components.exports.workbook import deck_xlsx
from components.slides.model import Deck

# By the kind of a job: `brief` takes a Brief, all others a Deck.
MAKERS: dict[str, Callable[[Any], bytes]] = {
    "pptx": deck_pptx,
    "pdf": deck_pdf,
    "xlsx": deck_xlsx,
    "pictures": pictures_zip,
    "brief": brief_pdf,
    "txt": lambda deck: whatsapp_text(deck).encode(),
}


def deck_file(deck: Deck, kind: str) -> bytes:
    """One file of a deck, made in this process."""
    return MAKERS[kind](deck)
