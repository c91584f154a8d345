"""Which boundaries the maps of a session show: those it opened with, until its viewer wants newer ones."""

import streamlit as st

from components.state import boundary_cache

PINNED = "outlines"


def pinned_boundaries() -> str:
    """The session's boundaries; the newest at its first question. Raises DataError where the store cannot be read."""
    if PINNED not in st.session_state:
        st.session_state[PINNED] = boundary_cache.newest_boundaries()
    boundaries: str = st.session_state[PINNED]
    return boundaries


def pin(boundaries: str) -> None:
    """Show these boundaries from the next run on."""
    st.session_state[PINNED] = boundaries
