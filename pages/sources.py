"""Sumber: sources with their figures, definitions, programmes, methods, the check, and the downloads."""

import streamlit as st

from components.language.i18n import _
from components.screens.checks import show_findings
from components.screens.download_links import show_downloads
from components.screens.programmes import show_programmes
from components.screens.sources import open_sections, show_definitions, show_methods, show_sources
from components.state.session import current_view

view = current_view()
st.title(_("Sources and methods"), anchor=False)
figures, definitions, programmes, methods, check, downloads = open_sections()
with figures:
    show_sources(view)
with definitions:
    show_definitions()
with programmes:
    show_programmes()
with methods:
    show_methods(view)
with check:
    show_findings(view)
with downloads:
    show_downloads(view, "sources")
