"""The small map of a profile: the region among its province's; a click on another one leads to its profile."""

from pathlib import Path

import streamlit as st

from components.explorer import data_urls
from components.language.i18n import _
from components.report.labels import area_title, region_title
from components.report.profile.facts import Facts
from components.state import assets
from components.state.callbacks import unbroken
from components.state.session import choose

HERE = Path(__file__).parent
KEY = "place-map"


def show_place(facts: Facts) -> None:
    """Draw the regions of the province, the one that the page speaks of in its colour."""
    boundaries = facts.selection.boundaries
    title = _("{region} in {province}", region=region_title(facts.code), province=area_title(facts.province))
    data_urls.widget("cakupan_place")(
        key=KEY,
        data=assets.publish_widget(HERE / "place.js")
        | {
            "trigger": "chosen",
            "moves": ["region", "title"],
            "geometry": data_urls.geometry_url(facts.province, "regency", boundaries),
            "region": facts.code,
            "title": title,
            "texts": {"notLoaded": _("The map could not be loaded; reload the page.")},
        },
        on_chosen_change=unbroken(_take),
    )


def _take() -> None:
    code = st.session_state[KEY].chosen
    if isinstance(code, str) and code:
        area = st.session_state["choice"]["area"]
        choose(region=code, area=area if area == "ID" else code[:2])
