"""The deck as a text for WhatsApp: at most 700 characters, with source, period and status."""

from components.exports.parts.text import shortened
from components.language.i18n import _
from components.report.model import Deck, Figure, Slide

MOST = 700
# What the message must never lose: mark, title and source; the rest gives way.
MOST_SOURCE = 200


def whatsapp_text(deck: Deck) -> str:
    """Return title, key sentence, figures and source; the address of the deck where there is one."""
    key = next((slide for slide in deck.slides if slide.kind == "key"), deck.slides[0] if deck.slides else None)
    mark = f"[{_('SIMULATION')}] " if any(slide.simulated for slide in deck.slides) else ""
    head = mark + plain(f"{deck.title}, {deck.subtitle}")
    if key is None:
        return shortened(head, MOST)
    foot = [shortened(plain(key.source), MOST_SOURCE), *([deck.public_url] if len(deck.public_url) < 120 else [])]
    ends = [part for part in [shortened(head, 160), *foot] if part]
    room = MOST - sum(len(part) + 2 for part in ends)
    middle = _middle(key, room)
    return "\n\n".join(part for part in [ends[0], middle, *ends[1:]] if part)


def whatsapp_bytes(deck: Deck) -> bytes:
    """Return the same as a file."""
    return whatsapp_text(deck).encode()


def _middle(key: Slide, room: int) -> str:
    """Return the sentence, and under it all figures with as much of their notes as there is room for.

    Who reads that a region is highest must read which is lowest: notes give way before a figure does.
    """
    text = shortened(plain(key.sentence), room)
    for note in (_whole, _status, _without):
        lines = [plain(f"- {figure.label} {figure.text}{note(figure)}") for figure in key.figures]
        if len(text) + sum(len(line) + 1 for line in lines) <= room:
            return "\n".join([text, *lines])
    return text


def _whole(figure: Figure) -> str:
    return f" ({figure.note})" if figure.note else ""


def _status(figure: Figure) -> str:
    """Return the end of a note: who stands behind the figure, without its counts."""
    return f" ({figure.note.rpartition('; ')[2]})" if figure.note else ""


def _without(_figure: Figure) -> str:
    return ""


def plain(text: str) -> str:
    """Keep a name from turning into WhatsApp's *bold*, _italic_, ~struck~ or `code`."""
    return "".join(f"{sign}\N{WORD JOINER}" if sign in "*_~`" else sign for sign in text)
