"""Rapat: the workshop of a meeting's deck: which slides, in which order, under which name, and the way to show it."""

import streamlit as st

from components.screens.meeting.contents import show_selection_of
from components.screens.meeting.files import show_files
from components.screens.meeting.links import show_links
from components.screens.meeting.own_texts import show_notes, show_texts
from components.screens.meeting.picker import select_deck, stop_without_deck
from components.screens.meeting.saved_decks import show_keeping
from components.screens.meeting.slide_list import select_profiles, show_slides
from components.state.session import current_view

view = current_view()
# What comes and goes above the list lies in a box of its own: a list that changes its place is drawn from nothing.
with st.container():
    deck = select_deck(view)
    work = stop_without_deck(deck, view)
    show_selection_of(work, view.selection)
    show_links(work)
slides, keeping = st.columns([3, 2], gap="large")
with slides:
    show_slides(work)
    select_profiles(work)
with keeping:
    show_keeping(work)
    show_texts(work)
    show_notes(work)
show_files(work)
