"""Which outlines the maps of a session show: those it opened with, until its viewer wants newer ones."""

import streamlit as st

from components.state import boundaries

PINNED = "outlines"


def pinned_outlines() -> str:
    """The session's outlines; the newest at its first question. Raises DataError where the store cannot be read."""
    if PINNED not in st.session_state:
        st.session_state[PINNED] = boundaries.newest_outlines()
    outlines: str = st.session_state[PINNED]
    return outlines


def pin(outlines: str) -> None:
    """Show these outlines from the next run on."""
    st.session_state[PINNED] = outlines
