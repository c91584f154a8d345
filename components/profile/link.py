"""The way to a regency's profile from wherever it is selected."""

from pathlib import Path

import streamlit as st

from components.choice import Choice, link_parameters
from components.i18n import _
from components.profile.facts import is_regency
from components.titles import region_title

PAGE = Path(__file__).parents[2] / "pages" / "profile.py"


def show_profile_link(chosen: Choice) -> None:
    """A link to the profile of the selected region; nothing where none is selected."""
    if not chosen.region:
        return
    if is_regency(chosen.region):
        address = link_parameters(chosen)
    else:
        address = link_parameters(chosen, area=chosen.region, level="regency", region="", regions=())
    st.page_link(
        str(PAGE),
        label=_("Profile of {region}", region=region_title(chosen.region)),
        query_params=address,
        width="content",
    )
