"""The way to a regency's profile from wherever it is selected."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from components.language.i18n import _
from components.report.labels import region_title
from components.report.profile.facts import is_regency
from components.state.selection import Selection, link_parameters
from components.state.view import View

PAGE = Path(__file__).parents[2] / "pages" / "profile.py"


def show_profile_link(selection: Selection) -> None:
    """A link to the profile of the selected region; nothing where none is selected."""
    if selection.region:
        _show_link(selection, selection.region)


def show_profile_links(view: View, codes: Sequence[str]) -> None:
    """Links to the profiles of some regions, but for the selected one, whose link stands in the heading."""
    others = [code for code in codes if code != view.selection.region]
    if others:
        with st.container(horizontal=True, gap="small"):
            for code in others:
                _show_link(view.selection, code)


def _show_link(selection: Selection, code: str) -> None:
    """A province has no profile of its own: it leads to the choice of its regencies."""
    if is_regency(code):
        address = link_parameters(selection, region=code)
    else:
        address = link_parameters(selection, area=code, level="regency", region="", regions=(), since="")
    # The arrow says that it leads somewhere: beside a heading a link looks like a word of it.
    label = _("Profile of {region}", region=region_title(code)) + " →"
    st.page_link(str(PAGE), label=label, query_params=address, width="content")
