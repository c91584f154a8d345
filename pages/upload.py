"""Unggah: an analyst's own file, from its cells to a published version; and outlines likewise."""

import streamlit as st

from components.language.i18n import _
from components.screens.upload.allowed import stop_unless_allowed
from components.screens.upload.boundaries.page import show_outlines_upload
from components.screens.upload.checks import show_checks
from components.screens.upload.columns import choose_columns
from components.screens.upload.drafts import show_drafts
from components.screens.upload.file import choose_file
from components.screens.upload.numbers import choose_numbers
from components.screens.upload.publish import show_publishing
from components.screens.upload.regions import choose_regions
from components.screens.upload.remembered import show_remembered

st.title(_("Upload figures or boundaries"), anchor=False)
stop_unless_allowed()
figures, outlines, remembered = st.tabs([_("Figures"), _("Boundaries"), _("Remembered matches")])
with figures:
    # Each in a place of its own: what comes and goes in one step would move the fields of the next, and a field that
    # moves loses what is being typed.
    steps = (choose_file, choose_columns, choose_numbers, choose_regions, show_checks, show_publishing)
    for show in (show_drafts, *steps):
        with st.container():
            show()
with outlines:
    show_outlines_upload()
with remembered:
    show_remembered()
