"""Why a rate changed: the sentence, and what participants and the denominator brought as steps."""

import streamlit as st

from components.charts.waterfall import waterfall_figure
from components.language.i18n import _, period_label, signed
from components.language.markdown import plain
from components.report.changes import Causes, causes_of, change_sentence, counted_title, rows_of_change
from components.report.labels import area_title, region_title, unit_name, value_text
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


def show_steps(view: View, code: str) -> None:
    """What participants and the denominator brought, where both counts are known and both changed."""
    causes = causes_of(view, *rows_of_change(view, code))
    if causes is not None and causes.before.denominator != causes.after.denominator:
        title = f"{region_title(code)}, {unit_name('percent')}"
        show_figure(waterfall_figure(_steps(causes, view), title), "causes", view)


def _steps(causes: Causes, view: View) -> list[tuple[str, float, str]]:
    """From the rate that the counts give, for the steps must add up to it, written as it was printed."""
    split, multiplier = causes.split, view.indicator.multiplier
    first, last = (multiplier * one.numerator / one.denominator for one in (causes.before, causes.after))
    return [
        (period_label(causes.then.period), first, value_text(causes.then, view.indicator)),
        (counted_title(view.indicator).capitalize(), split.from_numerator, signed(split.from_numerator, 2)),
        (_("Denominator"), split.from_denominator, signed(split.from_denominator, 2)),
        (period_label(causes.now.period), last, value_text(causes.now, view.indicator)),
    ]
