"""What a screen says of the boundaries that it shows."""

import streamlit as st

from components.language.dates import day_text, person
from components.language.i18n import _, integer
from components.language.markdown import plain
from components.state import boundaries
from components.state.callbacks import unbroken
from components.state.pinned_boundaries import pin
from data.store.versions import version_of
from errors import DataError
from geo.boundary_sets import BUNDLED, DATASET, outlines_number


def show_newer_outlines(outlines: str) -> None:
    """One line where outlines were published since: a presenter's map does not change while it is shown."""
    try:
        newest = boundaries.newest_outlines()
    except DataError:
        return  # what is on screen stays on screen
    if outlines_number(newest) <= outlines_number(outlines):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            _(
                "Outlines were published anew (version {number}); this screen goes on showing those it opened with.",
                number=outlines_number(newest),
            ),
            width="content",
        )
        st.button(
            _("Show the new outlines"), on_click=unbroken(pin), args=(newest,), key="outlines_newer", type="tertiary"
        )


def outlines_sentence(outlines: str) -> str:
    """Which outlines are shown, whose they are and since when, as Markdown."""
    if outlines == BUNDLED:
        return _("Outlines shown: those that came with the program.")
    version = version_of(DATASET, outlines_number(outlines))
    return _(
        "Outlines shown: version {number}, published from {file} by {who} on {day}, for {regions} of 514 regions; all others as below.",
        number=version.number,
        file=plain(version.file_name),
        who=plain(person(version.who)),
        day=day_text(version.when),
        regions=integer(len(boundaries.published_regions(outlines))),
    )
