"""Why a rate changed: the sentence, and what participants and the denominator brought as steps."""

import streamlit as st

from components.charts.waterfall import Steps, waterfall_figure
from components.language.i18n import _
from components.language.markdown import plain
from components.report.changes import change_sentence
from components.report.labels import area_title
from components.screens.panel import show_figure
from components.state.view import View


def show_change(view: View, code: str, heading: bool = False) -> None:
    """How a region moved since the period of comparison and, where its counts are known, why.

    heading: whether it needs a heading of its own.
    """
    sentence = change_sentence(view, code)
    if not sentence:
        return
    if heading:
        st.subheader(_("Why it changed: {area}", area=area_title(code)), anchor=False)
    st.markdown(plain(sentence))


def show_steps(steps: Steps | None, view: View) -> None:
    """What participants and the denominator brought, where that is known."""
    if steps is not None:
        show_figure(waterfall_figure(steps), "causes", view)
