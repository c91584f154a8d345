"""The search for a region of the whole country, on a page that has no map."""

from functools import cache as cached

import streamlit as st

from components.explorer import data_urls
from components.explorer.region_index import region_index_url
from components.explorer.texts import search_texts
from components.state import reference
from components.state.callbacks import unbroken
from components.state.session import choose
from components.state.view import View

KEY = "find_region"


@cached
def _renderer():
    return st.components.v2.component("cakupan_search", js=data_urls.LOADER.read_text())


def find_region(view: View) -> None:
    """Draw the field; a region found in it becomes the choice, a province the area."""
    _renderer()(
        key=KEY,
        data={
            "script": f"{data_urls.modules_url()}/search.js",
            "style": f"{data_urls.modules_url()}/explorer.css",
            "trigger": "found",
            "moves": ["area"],
            "index": region_index_url(),
            "area": "" if view.selection.area == "ID" else view.selection.area,
            "texts": search_texts(),
        },
        on_found_change=unbroken(_take),
    )


def _take() -> None:
    code = st.session_state[KEY].found
    if code not in reference.names():
        return
    area = st.session_state["choice"]["area"]
    is_regency = len(code) > 2
    # Who looks at the whole country goes on doing so.
    wide = {"area": area} if area == "ID" and is_regency else {"area": code[:2]}
    choose(**wide, level="regency", region=code if is_regency else "")
