"""The deck as files to share; made ready only where somebody wants them."""

import streamlit as st

from components import cache
from components.exports.panel import show_deck_exports
from components.i18n import _, language
from components.meeting.workshop import Workshop, wanted_from
from components.slides.build import build_slides
from components.slides.model import Deck

BUILT = "meeting_built"


def show_files(work: Workshop) -> None:
    """The formats of the deck behind a fold: a country's 522 slides take a second, which no click should wait for."""
    fold = st.expander(
        _("Files to share: PowerPoint, PDF, Excel, pictures, WhatsApp"), key="meeting_files", on_change="rerun"
    )
    if fold.open:
        with fold:
            show_deck_exports(_deck(work))


def _deck(work: Workshop) -> Deck:
    """Built once for each state of the deck, and kept in this session alone: a draft's slides are its owner's."""
    wanted = wanted_from(work.deck, work.order)
    state = (work.chosen, wanted, language(), cache.settled(work.chosen.dataset))
    if st.session_state.get(BUILT, (None,))[0] != state:
        st.session_state[BUILT] = (state, build_slides(work.chosen, wanted))
    built: Deck = st.session_state[BUILT][1]
    return built
