"""The server: `streamlit run app.py` serves the frame, its pages and the files of the map."""

import streamlit as st

from components.explorer import data_urls
from components.screens.menu import menu
from components.server import static
from components.server.routes import checklists, decks, downloads, draft_values, fine_boundaries
from components.server.security import gate
from components.server.startup import warmed
from components.state import assets
from components.state.unexpected_errors import show_failure

app = st.App(
    "components/frame.py",
    routes=[
        *assets.routes,
        *downloads.routes,
        *draft_values.routes,
        *fine_boundaries.routes,
        *decks.routes,
        *checklists.routes,
    ],
    middleware=[
        gate(),
        static.small_files(assets.typeface_url(), data_urls.module_urls(), [path for _file, path, _title in menu()]),
    ],
    lifespan=warmed,
    on_script_error=show_failure,
)
