"""Unggah: an analyst's own file, from its cells to a published version; and boundaries likewise."""

import streamlit as st

from components.language.i18n import _
from components.screens.upload.allowed import stop_unless_allowed
from components.screens.upload.boundaries.page import show_boundaries_upload
from components.screens.upload.page import show_figures
from components.screens.upload.remembered import show_remembered

st.title(_("Upload figures or boundaries"), anchor=False)
stop_unless_allowed()
figures, boundaries, remembered = st.tabs([_("Figures"), _("Boundaries"), _("Remembered matches")])
with figures:
    show_figures()
with boundaries:
    show_boundaries_upload()
with remembered:
    show_remembered()
