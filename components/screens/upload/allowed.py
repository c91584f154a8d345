"""Who may bring files; everyone else sees how it is turned on, and the templates."""

import streamlit as st

from components.screens.login import how_to_log_in
from components.screens.upload.templates import show_templates
from components.state import users


def stop_unless_allowed() -> None:
    if users.may(users.current_user(), "draft"):
        return
    st.info(how_to_log_in())
    show_templates()
    st.stop()
