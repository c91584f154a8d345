"""Where one is, `Indonesia › Bengkulu › Kaur`, with the way back up."""

import streamlit as st

from components.language.markdown import plain
from components.report.labels import area_title, region_title
from components.state.session import here, names_are_hidden
from components.state.view import View


def show_crumb(view: View) -> None:
    """Draw the country, the province and the region in view.

    Each but the last leads to its view on this page, and a province that is selected on the country's map to its own.

    Nothing where the whole country is shown without a selected region; no region where names are hidden.
    """
    area = view.selection.area
    region = "" if names_are_hidden() else view.selection.region
    province = region[:2] if region else area
    if province == "ID":
        return
    _link("ID", view, area="ID", region="")
    if area == province and not region:
        _here(area_title(province))
        return
    _separate()
    _link(province, view, area=province, level="regency", region="")
    if region != province:
        _here(region_title(region))


def _here(title: str) -> None:
    _separate()
    st.markdown(f"**{plain(title)}**", width="content")


def _separate() -> None:
    st.markdown("›", width="content")


def _link(code: str, view: View, **changes: str) -> None:
    st.page_link(st.session_state["page"], label=area_title(code), query_params=here(view.selection, **changes))
