"""A chip on panels that stand still while the map's slider runs ahead of them."""

from functools import cache as cached
from pathlib import Path

import streamlit as st

from components.language.i18n import _, period_label
from components.state.selection import Selection


@cached
def _chip():
    return st.components.v2.component("cakupan_preview", js=Path(__file__).with_suffix(".js").read_text())


def show_preview_chip(selection: Selection) -> None:
    """Name the map's period, as long as it is not the panels' own."""
    text = _(
        "The map shows {period}; these figures are of {own}.",
        period="{period}",
        own=period_label(selection.period),
    )
    _chip()(key="preview", data={"text": text}, width=280)
