"""Why a rate changed: the sentence, and what participants and the denominator brought as steps."""

from html import escape

import streamlit as st

from components.charts.waterfall import Steps
from components.language.i18n import _
from components.language.markdown import plain
from components.report.changes import change_sentence
from components.report.labels import area_title
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
        st.html(_drawn(steps, view.simulated))


def _drawn(steps: Steps, simulated: bool) -> str:
    """Return the bars as HTML: a chart library would bring a megabyte to the first screen for four of them."""
    mark = f" <b class='simulated'>{escape(_('SIMULATION'))}</b>" if simulated else ""
    rows = [
        f"<li><span>{escape(step.label)}</span><b>{escape(step.text)}</b>"
        f"<i style='margin-left:{left:.2%};width:{width:.2%};background:{colour}'></i></li>"
        for step, (left, width), colour in zip(steps.steps, steps.shares, steps.colours, strict=True)
    ]
    return (
        f"<figure class='steps'><figcaption>{escape(steps.title)}{mark}</figcaption><ol>{''.join(rows)}</ol></figure>"
    )
