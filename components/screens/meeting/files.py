"""The deck as files to share; made ready only where somebody wants them."""

import streamlit as st

from components.language.i18n import _
from components.screens.exports import show_deck_exports
from components.screens.meeting.deck_editor import Workshop, wanted_from


def show_files(work: Workshop) -> None:
    """Show the formats of the deck behind a fold: its message alone takes a moment, which no click should wait for."""
    fold = st.expander(
        _("Files to share: PowerPoint, PDF, Excel, pictures, WhatsApp"), key="meeting_files", on_change="rerun"
    )
    if fold.open:
        with fold:
            show_deck_exports(work.selection, wanted_from(work.deck, work.order))
