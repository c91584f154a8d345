"""Widgets of one file: the work owns what is chosen, the widget shows it and changes it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from components.screens.upload.state import Work
from components.state.controlled import controlled

# Answers come in quick succession here, and much is typed.
_controlled = partial(controlled, anew=False)


def key_of(work: Work, name: str) -> str:
    """Return a widget's key: another file gets other widgets."""
    return f"upload_{work.number}_{name}"


def choose_one(
    work: Work, name: str, options: Sequence[Any], wanted: Any, take: Callable[[Any], None], **more: Any
) -> None:
    """Draw a picker that shows what is wanted and hands what is chosen to `take`.

    more: label and format_func of st.selectbox, and whatever else it takes.
    """
    _controlled(st.selectbox, key_of(work, name), wanted, take, options=options, **more)


def choose_between(
    work: Work, name: str, options: Sequence[Any], wanted: Any, take: Callable[[Any], None], **more: Any
) -> None:
    """Ask like `choose_one`, all options in sight; wanted None leaves all of them open."""
    _controlled(st.radio, key_of(work, name), wanted, take, options=options, index=None, **more)


def choose_many(
    work: Work, name: str, options: Sequence[Any], wanted: Sequence[Any], take: Callable[[Any], None], **more: Any
) -> None:
    _controlled(st.multiselect, key_of(work, name), list(wanted), take, options=options, **more)


def write_text(work: Work, name: str, wanted: str, take: Callable[[Any], None], **more: Any) -> None:
    _controlled(st.text_input, key_of(work, name), wanted, take, **more)


def switch(work: Work, name: str, wanted: bool, take: Callable[[Any], None], **more: Any) -> None:
    _controlled(st.toggle, key_of(work, name), wanted, take, **more)


def tick(work: Work, name: str, wanted: bool, take: Callable[[Any], None], **more: Any) -> None:
    _controlled(st.checkbox, key_of(work, name), wanted, take, **more)
