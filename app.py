"""The server: `streamlit run app.py` serves the frame, its pages and the files of the map."""

import streamlit as st

from components import assets, cache, delivery, downloads, draft_values, fine_outlines
from components.checklist import files as checklists
from components.deck import routes as decks
from components.failures import show_failure
from components.gate import gate
from components.menu import menu
from components.warm import warmed

app = st.App(
    "components/frame.py",
    routes=[
        *assets.routes,
        *downloads.routes,
        *draft_values.routes,
        *fine_outlines.routes,
        *decks.routes,
        *checklists.routes,
    ],
    middleware=[
        gate(),
        delivery.small_files(assets.typeface_url(), cache.module_urls(), [path for _file, path, _title in menu()]),
    ],
    lifespan=warmed,
    on_script_error=show_failure,
)
