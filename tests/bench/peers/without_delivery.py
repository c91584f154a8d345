"""Cakupan as Streamlit itself would serve it: the same pages without components/delivery."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from components.state import assets  # noqa: E402

app = st.App(ROOT / "components" / "frame.py", routes=assets.routes)
