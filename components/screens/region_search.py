"""The search for a region of the whole country, on every page."""

import streamlit as st

from components.explorer import data_urls
from components.explorer.region_index import region_index_url
from components.explorer.texts import search_texts
from components.state import reference
from components.state.callbacks import unbroken
from components.state.session import as_sent, choose
from components.state.view import View

KEY = "find_region"
# By their addresses.
SHOW_A_REGION = ("", "peta", "peringkat", "tren", "profil", "peta-dasar")


def find_region(view: View) -> None:
    """Draw the field; a region found in it becomes the choice, a province the area.

    A page that shows no region hands over to the profile.
    """
    data_urls.widget("cakupan_search")(
        key=KEY,
        width=36,
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
    if st.session_state.pop("sought", False) and st.session_state["page"].url_path not in SHOW_A_REGION:
        st.switch_page(st.session_state["pages"]["profile"], query_params=as_sent())


def _take() -> None:
    code = st.session_state[KEY].found
    if code not in reference.names():
        return
    area = st.session_state["choice"]["area"]
    is_regency = len(code) > 2
    # Who looks at the whole country goes on doing so.
    wide = {"area": area} if area == "ID" and is_regency else {"area": code[:2]}
    choose(**wide, level="regency", region=code if is_regency else "")
    st.session_state["sought"] = is_regency
