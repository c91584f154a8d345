"""Small charts on a page: a click on one makes its region the selected one."""

from pathlib import Path

import streamlit as st

from components.explorer import data_urls
from components.language.i18n import _, language
from components.screens.panel import Twin, show_table
from components.screens.small_charts.payload import charts_of, charts_url, rows_apart
from components.screens.trend_lines import Shown
from components.screens.trend_table import trend_table
from components.state import assets
from components.state.callbacks import unbroken
from components.state.session import choose
from components.state.view import View
from data.store.catalogue import is_draft

HERE = Path(__file__).parent
KEY = "small-charts"


def show_small_charts(view: View, shown: Shown) -> None:
    """Draw a chart for each region in view, and the same figures as a table."""
    charts = charts_of(view, shown)
    if not charts["charts"]:
        st.info(_("None of the chosen regions has a figure."))
        return
    one = view.selection
    measure = (one.indicator, one.segment, one.area, one.level)
    drawn = (
        {"given": charts} if is_draft(one.dataset) else {"values": charts_url(view.figures, measure, shown, language())}
    )
    data_urls.widget("cakupan_small_charts")(
        key=KEY,
        data=drawn
        | assets.publish_widget(HERE / "small_charts.js")
        | {
            "trigger": "chosen",
            "moves": ["region"],
            "region": one.region,
            "texts": {"notLoaded": _("The charts could not be loaded; reload the page.")},
            "mark": _("SIMULATION") if view.simulated else "",
        },
        on_chosen_change=unbroken(_take),
    )
    show_table(lambda: Twin(*trend_table(rows_apart(view), view)), "trend", height=420)


def _take() -> None:
    code = st.session_state[KEY].chosen
    if isinstance(code, str):
        choose(region=code)
