"""Which files there are, and what makes each of a deck or of a brief."""

from collections.abc import Callable
from importlib import import_module

# Module and function by the kind of a job: `brief` takes a Brief, `pictures` a Deck of one
# slide, `tables` and `deck` a part of their own module, all others a Deck. A child loads only the
# libraries that its kind needs, for loading all of them takes longer than making most files.
MAKERS = {
    "pptx": ("components.exports.pptx.deck", "deck_pptx"),
    "pdf": ("components.exports.pdf.deck", "deck_pdf"),
    "xlsx": ("components.exports.workbook", "deck_xlsx"),
    "pictures": ("components.exports.pictures", "pictures_of"),
    "brief": ("components.exports.pdf.brief", "brief_pdf"),
    "tables": ("components.exports.tables", "tables_xlsx"),
    "deck": ("components.deck.builder", "made_document"),
    "txt": ("components.exports.message", "whatsapp_bytes"),
}
# Those that take `step` and say how far they are.
_STEPPING = ("pptx", "pdf")


def maker(kind: str) -> Callable[..., bytes]:
    """Return the function that makes one kind of file, in this process."""
    module, function = MAKERS[kind]
    made: Callable[..., bytes] = getattr(import_module(module), function)
    return made


def tells_steps(kind: str) -> bool:
    return kind in _STEPPING
