"""Step 3: every number that can be read in two ways is asked, with both readings of a real cell side by side."""

import streamlit as st

from components.language.i18n import N_, _, exact_number, ngettext, own, period_label
from components.language.markdown import plain
from components.language.numbers_in_words import spoken
from components.report.labels import segment_title
from components.report.sentences import listed
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.role_titles import role_title
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_between
from components.state import reference
from data.indicators import load_segments
from data.intake.counted_persons import ONCE
from data.intake.figures import odd_readings
from data.intake.plan import Plan
from data.intake.questions import Question, answered, figure_columns
from data.intake.repeats import SEGMENTS

# Questions about the rows of the whole file, not about a cell.
OF_ROWS = ("repeats", "persons")
PERSONS = {
    "rows": N_("each row: who stands twice counts twice"),
    "once": N_("each person once in a region, segment and period"),
}
BLANKS = {"": N_("not known: no figure"), "0": N_("no: counts as 0")}
REPEATS = {
    "keep": N_("keep only “{group}”"),
    "sum": N_("add them up, without rows that are a total already"),
    "count": N_("count them: each row is one"),
    "segments": N_("make a segment of each group"),
}


def choose_numbers(now: Work, pipeline: Pipeline) -> None:
    for question in pipeline.questions:
        _show_question(now, question)


def numbers_line(pipeline: Pipeline) -> str:
    """Say what was answered, or that there was nothing to ask."""
    questions = pipeline.questions
    said = [] if questions else [_("every number can be read in one way only")]
    if pipeline.plan.persons == ONCE:
        questions = [one for one in questions if one.kind != "repeats"]  # it is not each row then
    return " · ".join([*said, *(_answer(pipeline.plan, question) for question in questions), *_odd_readings(pipeline)])


def _odd_readings(pipeline: Pipeline) -> list[str]:
    """Return what was made of words of size and of exponents: `Rp126 juta → 126.000.000`."""
    table, plan = pipeline.table, pipeline.plan
    columns = figure_columns(table, plan, reference.indicators()).items()
    return [
        f"{plain(column)}: {plain(text)} → {exact_number(value)}"
        for column, (_role, shares) in columns
        for text, value in odd_readings(table, plan, column, shares)
    ]


def _answer(plan: Plan, question: Question) -> str:
    reading = reading_words(question, question.readings[question.chosen or 0], _unit(plan, question))
    if question.kind in OF_ROWS:
        return reading
    return f"{plain(question.column)}: {_example(question)} → {reading}"


def _example(question: Question) -> str:
    return plain(question.example) or _("(empty)")


def _show_question(now: Work, question: Question) -> None:
    """Ask with nothing chosen beforehand unless it was answered before."""
    unit = _unit(now.choices.plan, question)
    said = [reading_words(question, reading, unit) for reading in question.readings]
    with st.container(border=True):
        st.markdown(question_words(question))
        choose_between(
            now,
            f"question_{question.kind}_{question.column}",
            range(len(said)),
            question.chosen,
            lambda at: _answer_with(now, question, at),
            label=_("How is it meant?"),
            label_visibility="collapsed",
            format_func=lambda at: said[at] if question.kind in OF_ROWS else f"{_example(question)} → {said[at]}",
            captions=[_caption(question, reading) for reading in question.readings],
            horizontal=True,
        )
        if question.kind == "repeats" and question.column and SEGMENTS not in question.readings:
            st.caption(
                _(
                    "These groups can be no segments: those are of the programme ({segments}). For one group alone, define an indicator of your own under Columns and keep its rows.",
                    segments=listed([segment_title(name) for name in load_segments() if name != "all"]),
                )
            )


def question_words(question: Question) -> str:
    if question.kind == "repeats":
        return _("Several rows stand for one region: what is to be done with them, in the whole file?")
    if question.kind == "persons":
        people = ngettext(
            "**{column}**: {count} identity number stands more than once in one period",
            "**{column}**: {count} identity numbers stand more than once in one period",
            question.people,
            column=plain(question.column),
        )
        rows = ngettext("{count} row", "{count} rows", question.rows)
        return f"{people} ({rows}). " + _("How are these workers counted?")
    said = {
        "column": plain(question.column),
        "role": role_title(question.role).lower(),
        "cell": plain(question.example),
    }
    if question.kind == "dates":
        return _("**{column}**: which is the month in “{cell}”?", **said)
    if question.kind == "blanks":
        return _("**{column}** says yes or no, and some cells are empty: what does an empty cell mean?", **said)
    return _("**{column}** ({role}): how is “{cell}” meant?", **said)


def reading_words(question: Question, reading: str, unit: str) -> str:
    if question.kind == "repeats":
        return repeats_words(reading)
    if question.kind == "persons":
        return _(PERSONS[reading])
    if question.kind == "dates":
        return period_label(reading) if reading else _("cannot be read so")
    if question.kind == "blanks":
        return _(BLANKS[reading])
    if not _is_number(reading):
        return _("cannot be read so")
    return f"{exact_number(float(reading))} {unit}".strip()


def repeats_words(reading: str) -> str:
    mode, _colon, group = reading.partition(":")
    return _(REPEATS[mode], group=plain(group))


def _caption(question: Question, reading: str) -> str:
    return spoken(float(reading)) if question.kind == "numbers" and _is_number(reading) else ""


def _is_number(reading: str) -> bool:
    return reading not in ("", "nan")


def _unit(plan: Plan, question: Question) -> str:
    """Return what the column counts, `peserta aktif`; a percentage says percent."""
    for measure in plan.measures:
        indicator = reference.indicators().get(measure.indicator)
        if not indicator or question.column not in measure.columns.values():
            continue
        counted = indicator.numerator if question.role == "numerator" else indicator.denominator
        if question.role == "value":
            return "%" if indicator.unit == "percent" else ""
        return own(counted) if counted else ""
    return ""


def _answer_with(now: Work, question: Question, at: int) -> None:
    now.choose(plan=answered(now.choices.plan, question, at))
