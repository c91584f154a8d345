"""Other views to begin with, in one row on the first screen."""

import streamlit as st

from components.language.i18n import _, own
from components.state.selection import OUR_LINK
from components.state.view import View
from data.starts import load_starts


def show_starts(view: View) -> None:
    """Links to the other starts, where a bundled dataset is in view: whoever published figures begins with those."""
    starts = load_starts()
    shown = view.selection.dataset
    if shown not in {start.view["set"] for start in starts.values()}:
        return
    with st.container(horizontal=True, gap="xsmall", key="starts"):
        st.markdown(_("Begin with:"), width="content")
        for start in starts.values():
            if not _is_shown(start.view, view):
                address = {OUR_LINK: "1", **start.view, "lang": view.selection.language}
                page, label, about = st.session_state["page"], own(start.title), own(start.about)
                st.page_link(page, label=label, help=about, query_params=address, width="content")


def _is_shown(wanted: dict[str, str], view: View) -> bool:
    one = view.selection
    shown = {"set": one.dataset, "area": one.area, "level": one.level, "indicator": one.indicator, "period": one.period}
    return wanted["set"] == one.dataset and all(shown[name] == wanted[name] for name in shown if name in wanted)
