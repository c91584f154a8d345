"""The empty form of a file, to fill in: as CSV, and as XLSX with codes and drop-downs."""

import streamlit as st

from components import cache
from components.i18n import _

TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv"}


def show_templates() -> None:
    """Bytes that are made before the button is drawn: a button that makes them when pressed loses them at a rerun."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Or fill in the template: it is read without a question."), width="content")
        for ending, kind in TYPES.items():
            st.download_button(
                _("Template {form}", form=ending.upper()),
                cache.template(ending, tuple(cache.indicators())),
                file_name=f"cakupan-templat.{ending}",
                mime=kind,
                key=f"template_{ending}",
                on_click="ignore",
            )
