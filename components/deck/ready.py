"""Documents of decks that are ready to be sent: built once for all who ask, and packed once."""

import gzip
import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from components.deck.builder import BUILDER
from components.deck.document import document
from components.language.dates import today
from components.language.i18n import language
from components.report.model import DeckRequest
from components.state.limits import KEPT_BYTES
from components.state.made_once import MadeOnce
from components.state.memo import forgotten_with_figures
from components.state.selection import Selection
from components.state.work_queues import LARGE, SMALL
from data.store.catalogue import is_draft


@dataclass(frozen=True)
class Ready:
    """body: the document, UTF-8; packed: the same by gzip; tag: the same for the same contents alone."""

    body: bytes
    packed: bytes
    tag: str


DECKS = MadeOnce[Ready](lambda one: len(one.body) + len(one.packed), KEPT_BYTES)
forgotten_with_figures(DECKS.clear)
forgotten_with_figures(BUILDER.clear)


async def ready(selection: Selection, wanted: DeckRequest, told: Hashable, who: str) -> Ready:
    """The document in the screen's language, in turn. A draft's is made anew each time: nothing of a draft is kept.

    told: what lists of villages say where the dataset says nothing. Raises LineFullError.
    """
    line = LARGE if is_large(selection) else SMALL
    if is_draft(selection.dataset):
        return await MadeOnce[Ready](lambda _one: 0, 0).get("", _maker(selection, wanted), line, who)
    # The day is printed on the slides.
    key = (selection, wanted, language(), today(), told)
    return await DECKS.get(key, _maker(selection, wanted), line, who)


def is_large(selection: Selection) -> bool:
    """Say whether the deck has a profile of every regency of the country."""
    return selection.area == "ID" and selection.level == "regency"


def _maker(selection: Selection, wanted: DeckRequest) -> Callable[[], Ready]:
    """A large one is put together in a child; a draft's here, for no child knows whose it is."""
    in_child = is_large(selection) and not is_draft(selection.dataset)
    return lambda: _packed(BUILDER.document(selection, wanted) if in_child else document(selection, wanted))


def _packed(body: bytes) -> Ready:
    return Ready(body, gzip.compress(body, 6, mtime=0), hashlib.sha256(body).hexdigest()[:16])
