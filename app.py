"""The server: `streamlit run app.py` serves the frame, its pages and the files of the map."""

import streamlit as st

from components import assets, delivery

app = st.App(
    "components/frame.py",
    routes=assets.routes,
    middleware=[delivery.small_files()],
    lifespan=delivery.prepared,
)
