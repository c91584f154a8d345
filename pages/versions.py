"""Versi: what was published by whom, what two versions differ in, the way back, and the journal."""

import streamlit as st

from components.language.i18n import _
from components.screens.journal import show_journal, show_recovery
from components.screens.version_difference import show_difference
from components.screens.versions import select_published, show_restored, show_versions

st.title(_("Published versions"), anchor=False)
show_recovery()
show_restored()
dataset = select_published()
listed, compared, journal = st.tabs([_("Versions"), _("Difference"), _("Journal")])
with listed:
    show_versions(dataset)
with compared:
    show_difference(dataset)
with journal:
    show_journal()
