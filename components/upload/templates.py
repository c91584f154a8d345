"""The empty form of a file, to fill in: as CSV, and as XLSX with codes and drop-downs."""

import streamlit as st

from components import cache
from components.i18n import _
from data.indicators import load_segments
from data.intake.template import template_csv, template_xlsx


def show_templates() -> None:
    st.caption(_("Or fill in the template; a filled template is read without a question."))
