"""The list on a page: a click on a row makes its region the selected one."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from components.explorer import data_urls
from components.language.i18n import _, language, use_language
from components.screens.panel import Twin, show_table
from components.screens.ranking import ranking_table, sorted_by
from components.screens.ranking_list.payload import Asked, list_of
from components.screens.ranking_list.summary import without_choice
from components.screens.ranking_table import twin_of
from components.state import assets, reference
from components.state.callbacks import unbroken
from components.state.memo import remember
from components.state.selection import Selection
from components.state.session import choose
from components.state.view import View, view_of
from data.rank_place import PROVINCE

HERE = Path(__file__).parent
KEY, CHOICE = "ranking", "choice"


def show_ranking(view: View, asked: Asked, only: str, left_out: Sequence[str]) -> None:
    """The list, who is not in it and why, and the same as a table."""
    draw_list(view, asked, only)
    for said in left_out:
        st.caption(said)
    show_table(partial(_twin, view, asked, only), "ranking", height=420)


def _twin(view: View, asked: Asked, only: str) -> Twin:
    table = sorted_by(ranking_table(view, asked.since, asked.hidden, only), asked.order, view.indicator)
    return twin_of(table, view, asked.since, asked.hidden)


def show_choice_list(view: View) -> None:
    """All regions in view by name, with or without a figure, to choose one of them."""
    draw_list(view, Asked("", "name"), key=CHOICE)


def draw_list(view: View, asked: Asked, only: str = "all", key: str = KEY) -> None:
    """Draw the list alone."""
    data_urls.widget("cakupan_ranking_list")(
        key=key,
        data=_list(without_choice(view.selection), asked, only, language(), everyone=key == CHOICE)
        | assets.publish_widget(HERE / "ranking_list.js")
        | {
            "trigger": "chosen",
            "moves": ["region"],
            "region": "" if asked.hidden else view.selection.region,
            "mark": _("SIMULATION") if view.simulated else "",
            "texts": {
                "notLoaded": _("The list could not be loaded: load the page again."),
                "search": _("Find in the list"),
                "none": _("No region of this name is in the list."),
            },
        },
        on_chosen_change=unbroken(partial(_take, key)),
    )


@remember(128, figures=True)
def _list(selection: Selection, asked: Asked, only: str, spoken: str, *, everyone: bool) -> dict[str, Any]:
    """The same for everybody; spoken: the language of the texts; everyone: also regions without a figure."""
    use_language(spoken)
    view = view_of(selection)
    table = ranking_table(view, asked.since, asked.hidden, only)
    return list_of(sorted_by(table, asked.order, view.indicator), view, asked, everyone=everyone)


def _take(key: str) -> None:
    code = st.session_state[key].chosen
    if not isinstance(code, str) or code not in reference.names():
        return
    if key == CHOICE and len(code) == PROVINCE:
        choose(area=code, level="regency", region="")  # a province has no profile: its regencies are next
    else:
        choose(region=code)
