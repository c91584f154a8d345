"""Widgets of one file: the work owns what is chosen, the widget shows it and changes it."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.screens.upload.state import Work
from components.state.callbacks import unbroken


def key_of(work: Work, name: str) -> str:
    """Return a widget's key: another file gets other widgets."""
    return f"upload_{work.number}_{name}"


def choose_one(
    work: Work, name: str, options: Sequence[Any], wanted: Any, take: Callable[[Any], None], **more: Any
) -> None:
    """Draw a picker that shows what is wanted and hands what is chosen to `take`.

    more: label and format_func of st.selectbox, and whatever else it takes.
    """
    _draw(st.selectbox, key_of(work, name), wanted, take, options=options, **more)


def choose_between(
    work: Work, name: str, options: Sequence[Any], wanted: Any, take: Callable[[Any], None], **more: Any
) -> None:
    """Like `choose_one`, all options in sight; wanted None leaves all of them open."""
    _draw(st.radio, key_of(work, name), wanted, take, options=options, index=None, **more)


def choose_many(
    work: Work, name: str, options: Sequence[Any], wanted: Sequence[Any], take: Callable[[Any], None], **more: Any
) -> None:
    _draw(st.multiselect, key_of(work, name), list(wanted), take, options=options, **more)


def write_text(work: Work, name: str, wanted: str, take: Callable[[Any], None], **more: Any) -> None:
    _draw(st.text_input, key_of(work, name), wanted, take, **more)


def switch(work: Work, name: str, wanted: bool, take: Callable[[Any], None], **more: Any) -> None:
    _draw(st.toggle, key_of(work, name), wanted, take, **more)


def tick(work: Work, name: str, wanted: bool, take: Callable[[Any], None], **more: Any) -> None:
    _draw(st.checkbox, key_of(work, name), wanted, take, **more)


def _draw(widget: Callable[..., Any], key: str, wanted: Any, take: Callable[[Any], None], **more: Any) -> None:
    # Only where they differ: what is set anew wipes out what is being typed at that moment.
    if key not in st.session_state or st.session_state[key] != wanted:
        st.session_state[key] = wanted
    widget(key=key, on_change=unbroken(lambda: take(st.session_state[key])), **more)
