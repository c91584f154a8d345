"""The six steps of a file with figures, top-down: one is drawn once those above it are settled."""

import streamlit as st

from components.screens.upload.checks import checks_line, show_checks
from components.screens.upload.columns import choose_columns
from components.screens.upload.drafts import show_drafts
from components.screens.upload.file import choose_file
from components.screens.upload.numbers import choose_numbers, numbers_line
from components.screens.upload.publish import show_publishing
from components.screens.upload.ready import is_settled
from components.screens.upload.region_words import matched_line
from components.screens.upload.regions import choose_regions
from components.screens.upload.role_titles import columns_line
from components.screens.upload.session import work
from components.screens.upload.steps import show_heading_of, show_settled, show_waiting

# Of each step between the file and its publishing: its line once it is settled, and what it asks.
STEPS = {
    2: (columns_line, choose_columns),
    3: (numbers_line, choose_numbers),
    4: (matched_line, choose_regions),
    5: (checks_line, show_checks),
}


def show_figures() -> None:
    """Draw the drafts and the six steps.

    Each in a place of its own: what comes and goes in one step would move the fields of the next, and a field that
    moves loses what is being typed.
    """
    with st.container():
        show_drafts()
    with st.container():
        pipeline = choose_file()
    now = work()
    for step, (line, show) in STEPS.items():
        with st.container():
            if now is None or pipeline is None:
                show_waiting(step)
            elif not is_settled(now, pipeline, step):
                show_heading_of(step)
                show(now, pipeline)
                pipeline = None
            elif show_settled(now, step, line(pipeline)):
                show(now, pipeline)
    with st.container():
        if now is None or pipeline is None:
            show_waiting(6)
        else:
            show_heading_of(6)
            show_publishing(now, pipeline)
