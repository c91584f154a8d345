"""What Streamlit holds of uploaded files, and an end to what it holds for nobody."""

import asyncio

import streamlit as st

from components.state.streamlit_private import drop_uploads, has_ended, upload_sizes


def held_by_session() -> dict[str, int]:
    """How many bytes of uploaded files Streamlit holds, by session that is live or may come back."""
    drop_ended()
    return upload_sizes()


def drop_ended() -> None:
    """Drop the files of sessions that have ended.

    Streamlit 1.67 does so only once the session itself is collected as garbage, which may be never: measured, 2 MB
    of a closed session were still held 20 s after its time was up, with others coming and going.
    """
    for session in upload_sizes():
        if has_ended(session):
            drop_uploads(session)


def drop_later() -> None:
    """Look again when a session whose websocket has just closed can no longer come back."""
    wait = float(st.get_option("server.disconnectedSessionTTL")) + 1
    asyncio.get_running_loop().call_later(wait, drop_ended)
