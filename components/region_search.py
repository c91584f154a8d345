"""The search for a region of the whole country, on a page that has no map."""

from functools import cache as cached

import streamlit as st

from components import cache
from components.callbacks import unbroken
from components.choice import Choice
from components.explorer.texts import search_texts
from components.region_index import region_index_url
from components.selection import choose

KEY = "find_region"


@cached
def _renderer():
    return st.components.v2.component("cakupan_search", js=cache.LOADER.read_text())


def find_region(chosen: Choice) -> None:
    """Draw the field; a region found in it becomes the choice, a province the area."""
    _renderer()(
        key=KEY,
        data={
            "script": f"{cache.modules_url()}/search.js",
            "style": f"{cache.modules_url()}/explorer.css",
            "trigger": "found",
            "moves": ["area"],
            "index": region_index_url(),
            "area": "" if chosen.area == "ID" else chosen.area,
            "texts": search_texts(),
        },
        on_found_change=unbroken(_take),
    )


def _take() -> None:
    code = st.session_state[KEY].found
    if code not in cache.names():
        return
    area = st.session_state["choice"]["area"]
    is_regency = len(code) > 2
    # Who looks at the whole country goes on doing so.
    wide = {"area": area} if area == "ID" and is_regency else {"area": code[:2]}
    choose(**wide, level="regency", region=code if is_regency else "")
