"""The empty form of a file, to fill in: as CSV, and as XLSX with codes and drop-downs."""

import streamlit as st

from components.exports.parts.media import TYPES
from components.language.i18n import _
from components.state import reference


def show_templates() -> None:
    """Make the bytes before the button is drawn: a button that makes them when pressed loses them at a rerun."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Or fill in the template: it is read without a question."), width="content")
        for ending in ("xlsx", "csv"):
            st.download_button(
                _("Template {form}", form=ending.upper()),
                reference.template(ending, tuple(reference.indicators())),
                file_name=f"cakupan-templat.{ending}",
                mime=TYPES[ending],
                key=f"template_{ending}",
                on_click="ignore",
            )
