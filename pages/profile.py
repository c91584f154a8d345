"""Profil: one regency, its place, its way, and whom it may be compared with."""

import streamlit as st

from components.report.changes import steps_between
from components.report.profile.facts import facts_of
from components.screens.causes import show_steps
from components.screens.exports import show_brief_exports
from components.screens.meetings import show_funding
from components.screens.panel import stop_if_no_values
from components.screens.profile.distribution import show_distribution
from components.screens.profile.page import (
    select_profile_target,
    select_regency,
    show_sentences,
    show_standing,
    show_todo,
    stop_without_regency,
)
from components.screens.profile.tables import show_known, show_peers, show_profile_trend, show_scoreboard
from components.screens.targets import show_region_targets
from components.state.session import current_view

view = current_view()
stop_if_no_values(view)
with st.container(horizontal=True, vertical_alignment="bottom"):
    select_regency(view)
    select_profile_target(view)
stop_without_regency(view)
facts = facts_of(view, view.selection.region)
show_standing(facts)
show_sentences(facts)
show_steps(steps_between(view, *facts.change), view)
show_todo(facts)
show_region_targets(facts)
show_distribution(facts)
show_peers(facts)
show_profile_trend(facts)
show_scoreboard(facts)
show_funding(view, facts.code)
show_known(facts)
show_brief_exports(view, facts.code)
