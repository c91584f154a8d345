"""Profil: one regency on one screen, its place and what can be done; below it the rest by sections."""

import streamlit as st

from components.language.i18n import _
from components.report.changes import steps_between
from components.report.labels import region_title
from components.report.profile.facts import facts_of
from components.screens.causes import show_steps
from components.screens.exports import show_brief_exports
from components.screens.meetings import show_funding
from components.screens.panel import stop_if_no_values
from components.screens.profile.page import (
    section,
    select_regency,
    show_menu,
    show_sentences,
    show_standing,
    show_targets,
    show_title,
    stop_without_regency,
)
from components.screens.profile.tables import show_known, show_peers, show_profile_trend, show_scoreboard
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
stop_without_regency(view)
facts = facts_of(view, view.selection.region)
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    show_title(facts)
    select_regency(view)
show_menu(facts)
show_standing(facts)
section("change")
show_sentences(facts)
show_steps(steps_between(view, *facts.change), view)
show_profile_trend(facts)
show_targets(facts)
section("peers")
show_peers(facts)
section("villages")
show_scoreboard(facts)
show_funding(view, facts.code)
section("known", _("All that is known of {region}", region=region_title(facts.code)))
show_known(facts)
section("files")
show_brief_exports(view, facts.code)
