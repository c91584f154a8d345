"""Tell the browser which language the page speaks: Streamlit says English whatever is written."""

from functools import cache as cached

import streamlit as st

from components.language.i18n import language

JS = "export default ({ data }) => { document.documentElement.lang = data.language; };"


@cached
def _teller():
    return st.components.v2.component("cakupan_language", js=JS)


def set_page_language() -> None:
    """Without it a screen reader would read Indonesian with an English voice."""
    _teller()(key="language", data={"language": language()})
