"""The file of this session, and its pipeline with a word on the screen for whatever takes its time."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components.language.i18n import _
from components.screens.upload.opening import open_upload
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.proposal import propose
from components.screens.upload.state import Work
from components.screens.upload.steps import STEPS
from components.state import reference
from components.state.streamlit_private import UploadedFile
from data.intake.parsed_file import Opened, Settings

KEY = "upload"
# What was published last, until another file is chosen.
SAID = "upload_published"
# The step of each slow stage.
SLOW = {"opened": 1, "regions": 4, "tidied": 5, "checked": 5}


def work() -> Work | None:
    """Return the file of this session, None before the first."""
    return st.session_state.get(KEY)


def begin(file: UploadedFile | None) -> None:
    """Take another file, or none; nothing of the one before remains."""
    number = st.session_state["upload_number"] = st.session_state.get("upload_number", 0) + 1
    st.session_state[KEY] = Work(number, file.name, file.getvalue()) if file else None
    if file:
        st.session_state.pop(SAID, None)


def pipeline_of(now: Work) -> Pipeline:
    """Return the pipeline for what is chosen now; of columns that were never seen, for what is proposed of them.

    Raises DataError as `open_upload`.
    """
    known = (reference.regions(), reference.indicators())
    pipeline = Pipeline(now.name, now.content, now.choices, *known, now.made, _read, _progress)
    if not pipeline.opened.unanswered(now.choices.settings):
        propose(now, pipeline)
    return pipeline.having(now.choices)


def _read(name: str, content: bytes, settings: Settings) -> Opened:
    place = st.empty()

    def waiting(ahead: int) -> None:
        place.info(_("Waiting for its turn: {count} ahead", count=ahead))

    try:
        return open_upload(name, content, settings, waiting)
    finally:
        place.empty()


@contextmanager
def _progress(stage: str, large: bool) -> Iterator[None]:
    """Show how far the file is while something takes over a second: a bar where it is large, else a spinner."""
    if stage not in SLOW:
        yield
        return
    step = SLOW[stage]
    words = {1: _("Reading the file …"), 4: _("Matching the regions …"), 5: _("Checking the figures …")}[step]
    if not large:
        with st.spinner(words):  # Streamlit shows it only after half a second
            yield
        return
    bar = st.progress(step / (len(STEPS) + 1), words)
    try:
        yield
    finally:
        bar.empty()
