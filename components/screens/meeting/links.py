"""The ways to show a deck and to take it along: its address in a window of its own, and as one file."""

import streamlit as st

from components.language.i18n import _, language
from components.language.markdown import plain
from components.report.slides.public_url import public_address
from components.report.slides.saved_deck import deck_path
from components.screens.meeting.changes import change, written
from components.screens.meeting.deck_editor import Workshop, may_keep
from components.screens.meeting.order import as_slides
from components.state.address import deck_url
from components.state.selection import link_parameters
from data.store.catalogue import is_draft


def show_links(work: Workshop) -> None:
    """Show the deck in a window of its own, and as one file; a kept one has a short address besides."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.link_button(_("Open the deck"), _address(work), type="primary")
        st.link_button(_("Save the offline pack"), _address(work, download="1"))
        written(
            f"meeting_names_{work.deck.id}",
            work.deck.names_hidden,
            st.toggle,
            lambda hidden, done: change(work.deck, done=done, names_hidden=hidden),
            label=_("Hide names of regions"),
            disabled=bool(work.deck.id) and not may_keep(),
        )
    _show_short_address(work)


def _show_short_address(work: Workshop) -> None:
    """Show where the audience opens a kept deck; a draft is its owner's; without a public address the pack is it."""
    address = public_address(deck_path(work.deck.id)) if work.deck.id and not is_draft(work.selection.dataset) else ""
    if address:
        st.markdown(_("Short address for the audience: {address}", address=f"**{plain(address)}**"))


def _address(work: Workshop, **more: str) -> str:
    """Return a kept deck's short address, which always shows how it is kept; of a new one the selection and order."""
    if work.deck.id:
        query = "&".join(f"{name}={value}" for name, value in ({"lang": language()} | more).items())
        return f"{deck_path(work.deck.id)}?{query}"
    asked = {"outlines": work.selection.boundaries}
    if work.deck.slides or work.deck.hidden:
        asked["slides"] = ",".join(as_slides(work.order.shown, work.order.codes))
    if work.deck.names_hidden:
        asked["names"] = "hidden"
    return deck_url(link_parameters(work.selection), **asked, **more)
