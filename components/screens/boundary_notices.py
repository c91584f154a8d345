"""What a screen says of the boundaries that it shows."""

import streamlit as st

from components.language.dates import day_text, person
from components.language.i18n import _, integer
from components.language.markdown import plain
from components.state import boundary_cache
from components.state.callbacks import unbroken
from components.state.pinned_boundaries import pin
from data.store.versions import version_of
from errors import DataError
from geo.boundary_sets import BUNDLED, DATASET, boundaries_number


def show_newer_boundaries(boundaries: str) -> None:
    """One line where boundaries were published since: a presenter's map does not change while it is shown."""
    try:
        newest = boundary_cache.newest_boundaries()
    except DataError:
        return  # what is on screen stays on screen
    if boundaries_number(newest) <= boundaries_number(boundaries):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            _(
                "Boundaries were published anew (version {number}); this screen goes on showing those it opened with.",
                number=boundaries_number(newest),
            ),
            width="content",
        )
        st.button(
            _("Show the new boundaries"), on_click=unbroken(pin), args=(newest,), key="outlines_newer", type="tertiary"
        )


def boundaries_sentence(boundaries: str) -> str:
    """Which boundaries are shown, whose they are and since when, as Markdown."""
    if boundaries == BUNDLED:
        return _("Boundaries shown: those that came with the program.")
    version = version_of(DATASET, boundaries_number(boundaries))
    return _(
        "Boundaries shown: version {number}, published from {file} by {who} on {day}, for {regions} of 514 regions; all others as below.",
        number=version.number,
        file=plain(version.file_name),
        who=plain(person(version.who)),
        day=day_text(version.when),
        regions=integer(len(boundary_cache.published_regions(boundaries))),
    )
