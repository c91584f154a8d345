"""A widget whose value another owns, such as the address or an upload: it shows that value and hands on a new one."""

from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from components.state.callbacks import unbroken

Value = TypeVar("Value")


def controlled(
    widget: Callable[..., Any],
    key: str,
    value: Value,
    take: Callable[[Value], object],
    *,
    anew: bool = True,
    **more: Any,
) -> Any:
    """Draw a widget of Streamlit's that shows its owner's value, and return what it shows.

    take: is given what was chosen or typed, before the next run. more: for the widget, beside its key.
    anew: whether the browser is told the value at every run, which sets its words right after a change of language;
    where much is typed or ticked in quick succession it is False, for that wipes out what is not yet on its way.
    """

    def changed() -> None:
        take(st.session_state[key])

    if anew or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return widget(key=key, on_change=unbroken(changed), **more)
