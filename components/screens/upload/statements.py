"""One sentence a column of figures, which the analyst confirms: what it counts, in what, of which segment."""

import json
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.language.i18n import _, exact_number, ngettext, own
from components.language.i18n import number as number_text
from components.language.markdown import plain
from components.report.labels import indicator_name, region_title, segment_title, unit_name
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.scales import scale_name
from components.screens.upload.state import Work
from components.screens.upload.widgets import tick
from components.state import reference
from data.indicators import PERCENT
from data.intake.plan import MeasureColumn, Plan
from data.intake.repeats import COUNT, KEEP
from data.intake.template import TEMPLATE_COLUMNS


@dataclass(frozen=True)
class Statement:
    """key: all that the sentence says, as text: another meaning wants another tick. words: the sentence."""

    key: str
    words: str


def statements_of(pipeline: Pipeline) -> list[Statement]:
    """Return one for each column of figures; none of the program's own template, whose columns say it themselves."""
    plan = pipeline.plan
    if set(pipeline.opened.texts.columns) <= TEMPLATE_COLUMNS:
        return []
    found = []
    for measure in plan.meant:
        columns = {"value": ""} if plan.repeats == COUNT else measure.columns
        for role, column in columns.items():
            said = [column, role, measure.indicator, measure.segment, plan.roles.get("segment", "")]
            key = json.dumps([*said, plan.scales.get(column, 1), plan.repeats, plan.split, plan.kept, plan.persons])
            found.append(Statement(key, _sentence(pipeline, measure, role, column)))
    return found


def open_statements(now: Work, pipeline: Pipeline) -> list[Statement]:
    """Return those that nobody has confirmed, of this file or of an earlier one of its form."""
    return [one for one in statements_of(pipeline) if one.key not in now.sure]


def confirm_statements(now: Work, pipeline: Pipeline) -> None:
    found = statements_of(pipeline)
    if not found:
        return
    st.markdown("**" + _("Is this what the figures are?") + "**")
    for at, one in enumerate(found):
        is_sure = one.key in now.sure
        tick(now, f"sure_{at}", is_sure, lambda sure, key=one.key: _confirm(now, key, sure), label=one.words)
    if waiting := len(open_statements(now, pipeline)):
        st.info(
            ngettext(
                "{count} sentence is still to be confirmed before the figures can be kept.",
                "{count} sentences are still to be confirmed before the figures can be kept.",
                waiting,
            )
        )


def _confirm(now: Work, key: str, sure: bool) -> None:
    if sure:
        now.sure.add(key)
    else:
        now.sure.discard(key)


def _sentence(pipeline: Pipeline, measure: MeasureColumn, role: str, column: str) -> str:
    plan = pipeline.plan
    by_column = _("by the column {column}", column=plain(plan.roles.get("segment", "")))
    said = {
        "column": plain(column),
        "counted": _counted(measure, role),
        "unit": _unit(pipeline.plan, measure, role, column),
        "segment": segment_title(measure.segment) if measure.segment else by_column,
    }
    if plan.repeats == COUNT:
        sentence = _("Each row is one of **{counted}**, counted in **{unit}**, segment **{segment}**.", **said)
    else:
        sentence = _("Column {column} counts **{counted}**, in **{unit}**, segment **{segment}**.", **said)
    if plan.repeats == KEEP:
        sentence += " " + _(
            "Only the rows “{group}” of the column {column}.", group=plain(plan.kept), column=plain(plan.split)
        )
    return " ".join(part for part in (sentence, _example(pipeline, measure, role, column)) if part)


def _counted(measure: MeasureColumn, role: str) -> str:
    indicator = reference.indicators().get(measure.indicator)
    if indicator is None:
        return _("the indicator of its row")
    told = {"numerator": indicator.numerator, "denominator": indicator.denominator}.get(role)
    return own(told) if told and indicator.is_ratio else indicator_name(indicator.id).lower()


def _unit(plan: Plan, measure: MeasureColumn, role: str, column: str) -> str:
    """Return the unit, in thousands where the figures are told so: `ribu orang`."""
    indicator = reference.indicators().get(measure.indicator)
    if indicator is None:
        unit = _("the unit of that indicator")
    elif indicator.is_ratio and role != "value":
        unit = _("persons") if indicator.applies_where is None and indicator.id == "coverage" else _("whole numbers")
    else:
        unit = unit_name(indicator.unit)
    scale = plan.scales.get(column, 1)
    return f"{scale_name(scale)} {unit}" if scale > 1 else unit


def _example(pipeline: Pipeline, measure: MeasureColumn, role: str, column: str) -> str:
    """Return a real figure as it stands and as it is read, and how it compares with the people who live there."""
    tidied = pipeline.tidied
    told = tidied.rows if pipeline.plan.repeats == COUNT else tidied.parts
    name = role if role in told and told[role].notna().any() else "value"
    told = told[told[name].notna()] if name in told else told.head(0)
    if measure.indicator:
        told = told[told["indicator"] == measure.indicator]
    if told.empty:
        return ""
    first = told.iloc[0]
    texts = pipeline.opened.texts
    written = texts.at[first["row"], column] if column in texts and first["row"] in texts.index else ""
    said = f"“{plain(str(written)[:40])}” = {exact_number(first[name])}" if written else exact_number(first[name])
    share = _share(pipeline, measure, role, told.assign(shown=told[name]))
    return f":gray[{region_title(first['region_code'])}: {said}{share}]"


def _share(pipeline: Pipeline, measure: MeasureColumn, role: str, told: pd.DataFrame) -> str:
    """Say how many of a region's inhabitants the figures are: 0,05 % is told in thousands, 16.000 % is no count."""
    indicator = reference.indicators().get(measure.indicator)
    persons = indicator and (indicator.unit == "persons" or (indicator.id == "coverage" and role != "value"))
    if not persons:
        return ""
    people = reference.regions().set_index("region_code")["population"].astype("float64")
    shares = (PERCENT * told["shown"] / told["region_code"].map(people)).dropna()
    if shares.empty:
        return ""
    low, high = (number_text(float(share), 2 if share < 1 else 0) for share in (shares.min(), shares.max()))
    span = low if low == high else f"{low}–{high}"
    said = _("{share} % of the inhabitants", share=span)
    doubt = _("more than live there") if shares.max() > PERCENT else ""
    if measure.columns.get(role) in pipeline.small_columns:
        doubt = _("very few: are they told in thousands? choose so under Columns")
    return f", {said}" + (f" – **{doubt}**" if doubt else "")
