"""Documents of decks that are ready to be sent: built once for all who ask, and packed once."""

import gzip
import hashlib
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components import cache
from components.choice import Choice
from components.deck.document import document
from components.i18n import language
from components.moments import today
from components.scoreboard.lists import told_by_lists
from components.slides.model import Wanted
from data.catalogue import is_draft

# A country's takes 1.5 MB, its packed form another 0.3.
KEPT = 16
Told = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Ready:
    """body: the document, UTF-8; packed: the same by gzip; tag: the same for the same contents alone."""

    body: bytes
    packed: bytes
    tag: str


def ready(chosen: Choice, wanted: Wanted) -> Ready:
    """The document in the screen's language. A draft's is made anew each time: nothing of a draft is left behind."""
    if is_draft(chosen.dataset):
        return _made(chosen, wanted)
    return _kept(chosen, wanted, language(), today(), told_by_lists(chosen))


def _made(chosen: Choice, wanted: Wanted) -> Ready:
    body = document(chosen, wanted)
    return Ready(body, gzip.compress(body, 6, mtime=0), hashlib.sha256(body).hexdigest()[:16])


# Whoever asks for a deck that is being built waits for that one build: Streamlit locks each value while it is made.
# The day is printed on the slides; lists of villages speak where the dataset says nothing.
@cache.with_figures
@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _kept(chosen: Choice, wanted: Wanted, spoken: str, day: date, lists: Told) -> Ready:  # noqa: ARG001
    return _made(chosen, wanted)
