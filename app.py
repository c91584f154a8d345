"""The server: `streamlit run app.py` serves the frame, its pages and the files of the map."""

import streamlit as st

from components import assets, cache, delivery, downloads
from components.deck import routes as decks
from components.warm import warmed

app = st.App(
    "components/frame.py",
    routes=[*assets.routes, *downloads.routes, *decks.routes],
    middleware=[delivery.small_files(preload=cache.module_urls())],
    lifespan=warmed,
)
