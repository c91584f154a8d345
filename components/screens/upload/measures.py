"""What the figures of a file are: indicator, segment, columns and scale of each."""

from dataclasses import replace

import streamlit as st

from components.language.i18n import _, own
from components.report.labels import indicator_name, segment_title
from components.screens.upload.column_picker import choose_column
from components.screens.upload.define import show_definition
from components.screens.upload.denominators import choose_denominator
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.ready import settled_to
from components.screens.upload.scales import scale_name
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_one, key_of
from components.state import reference
from components.state.callbacks import unbroken
from data.indicators import load_segments
from data.intake.plan import FIGURES, MeasureColumn
from data.intake.units import unit_in

MOST_MEASURES = 8


def show_measures(now: Work, pipeline: Pipeline) -> None:
    """Ask what the figures are: once where a column names the indicator, else for each indicator of the file."""
    st.markdown("**" + _("Figures") + "**")
    measures = now.choices.plan.measures or (MeasureColumn(),)
    for at, measure in enumerate(measures):
        with st.container(border=True):
            _show_measure(now, pipeline, at, measure, len(measures) > 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        if len(measures) < MOST_MEASURES:
            st.button(
                _("Another indicator in this file"),
                key=key_of(now, "measure_more"),
                on_click=unbroken(lambda: now.change_plan(measures=(*now.choices.plan.measures, MeasureColumn()))),
            )
        show_definition(now)


def _show_measure(now: Work, pipeline: Pipeline, at: int, measure: MeasureColumn, several: bool) -> None:
    plan = now.choices.plan
    pickers = {"indicator": _choose_indicator, "segment": _choose_segment}
    asked = [pick for role, pick in pickers.items() if role not in plan.roles]
    for pick, place in zip(asked, st.columns(2) if asked else (), strict=False):
        with place:
            pick(now, at, measure)
    for role, place in zip(FIGURES, st.columns(3), strict=True):
        with place:
            choose_column(
                now,
                pipeline,
                f"{role}_{at}",
                getattr(measure, role),
                lambda column, role=role: _change_measure(now, at, **{role: column}),
            )
            _choose_scale(now, pipeline, getattr(measure, role))
    _say_counts(measure)
    choose_denominator(now, measure)
    if several:
        st.button(
            _("Leave this indicator out"),
            key=key_of(now, f"measure_less_{at}"),
            on_click=unbroken(_drop_measure),
            args=(now, at),
            type="tertiary",
        )


def _choose_scale(now: Work, pipeline: Pipeline, column: str) -> None:
    """Ask what the figures are told in, as the header says it or their size: 66 thousand is 66.000."""
    scale = now.choices.plan.scales.get(column, 1)
    if column not in pipeline.table.texts:
        return
    told = scale > 1 or unit_in(column).scale > 1 or (settled_to(now, pipeline, 4) and column in pipeline.small_columns)
    if not told:
        return
    choose_one(
        now,
        f"scale_{column}",
        sorted({1, 10**3, 10**6, 10**9, scale}),
        scale,
        lambda chosen: now.change_plan(scales={**now.choices.plan.scales, column: chosen or 1}),
        label=_("The figures are told in"),
        format_func=scale_name,
    )


def _say_counts(measure: MeasureColumn) -> None:
    """Say what the two counts are of this indicator: nobody should take one for the other."""
    indicator = reference.indicators().get(measure.indicator)
    if indicator and indicator.numerator and indicator.denominator:
        st.caption(
            _(
                "Numerator: {numerator}; denominator: {denominator}.",
                numerator=own(indicator.numerator),
                denominator=own(indicator.denominator),
            )
        )


def _choose_indicator(now: Work, at: int, measure: MeasureColumn) -> None:
    known = list(reference.indicators())
    choose_one(
        now,
        f"indicator_{at}",
        known,
        measure.indicator if measure.indicator in known else None,
        lambda chosen: _change_measure(now, at, indicator=chosen or "", segment=_segment_for(chosen, measure.segment)),
        label=_("Indicator of the figures"),
        format_func=indicator_name,
        placeholder=_("Choose an indicator"),
    )


def _choose_segment(now: Work, at: int, measure: MeasureColumn) -> None:
    indicator = reference.indicators().get(measure.indicator)
    options = list(indicator.segments) if indicator else list(load_segments())
    choose_one(
        now,
        f"segment_{at}",
        options,
        measure.segment if measure.segment in options else None,
        lambda chosen: _change_measure(now, at, segment=chosen or ""),
        label=_("Segment of the figures"),
        format_func=segment_title,
        placeholder=_("Choose a segment"),
    )


def _segment_for(indicator: str | None, segment: str) -> str:
    known = reference.indicators()[indicator].segments if indicator else ()
    return segment if segment in known else next(iter(known), "")


def _change_measure(now: Work, at: int, **changed: str) -> None:
    measures = list(now.choices.plan.measures or (MeasureColumn(),))
    measures[at] = replace(measures[at], **changed)
    now.change_plan(measures=tuple(measures))


def _drop_measure(now: Work, at: int) -> None:
    measures = now.choices.plan.measures
    now.change_plan(measures=measures[:at] + measures[at + 1 :])
