"""What only the analyst can say of an upload: two readings of a cell, and roles that no column has."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from data.indicators import Indicator
from data.intake.figures import habits_of, has_blanks, is_yes_or_no, same_habit
from data.intake.identity import find_repeated
from data.intake.numbers import NumberFormat
from data.intake.period_names import find_date_orders, read_period
from data.intake.plan import MeasureColumn, Plan
from data.intake.repeats import COUNT, SEGMENTS, choices
from data.intake.table import Table
from data.periods import is_period


@dataclass(frozen=True)
class Question:
    """A column that can be read in two ways or more.

    kind: `numbers`, `dates` (readings are periods), `blanks` (of yes and no: "" unknown, "0" no), `repeats`
    (several rows for one region: `keep:` and a group, `sum`, `count`, `segments`) or `persons` (who stands twice:
    `rows`, `once`). role: what the column is. example: a real cell as it stands; readings: what each way makes of it,
    plain decimals or periods; habits: of numbers, one a reading. chosen: the place of the answer among them, None
    while it is open. people, rows: of `persons`, how many stand in more than one row, and in how many.
    """

    kind: str
    role: str
    column: str
    habits: tuple[NumberFormat, ...]
    example: str
    readings: tuple[str, ...]
    chosen: int | None
    people: int = 0
    rows: int = 0


def open_questions(table: Table, plan: Plan, indicators: Mapping[str, Indicator] | None = None) -> list[Question]:
    """Return what must be asked, also what was answered already: a remembered answer is shown, not hidden.

    indicators: all that there are, to know a percentage from a count; without them any value may be one.
    """
    questions = []
    for column, (role, shares) in figure_columns(table, plan, indicators).items():
        if is_yes_or_no(table.texts[column]):
            questions += _about_blanks(table, plan, column, role)
        else:
            questions += _about_numbers(table, plan, column, role, shares)
    return questions + _about_dates(table, plan) + _about_repeats(table, plan, indicators) + _about_persons(table, plan)


def answered(plan: Plan, question: Question, index: int) -> Plan:
    """Return the plan with a question's answer: the place of a reading."""
    if question.kind == "repeats":
        mode, _colon, group = question.readings[index].partition(":")
        said = replace(plan, repeats=mode, split=question.column, kept=group)
        return replace(said, roles={**plan.roles, "segment": question.column}) if mode == SEGMENTS else said
    if question.kind == "persons":
        return replace(plan, persons=question.readings[index])
    if question.kind == "dates":
        return replace(plan, month_first=bool(index))
    if question.kind == "blanks":
        return replace(plan, blanks={**plan.blanks, question.column: question.readings[index]})
    return replace(plan, habits={**plan.habits, question.column: question.habits[index]})


def missing_roles(table: Table, plan: Plan) -> list[str]:
    """Return what nothing says yet: `region`, `period`, `year`, `indicator`, `segment`, `figure`."""
    roles = {role for role, column in plan.roles.items() if column in table.texts}
    dated = "period" in roles or is_period(plan.constants.get("period", ""))
    missing = [] if roles & {"region_code", "region_name"} else ["region"]
    if not dated:
        missing += ["period"] if "month" not in roles else [] if plan.year else ["year"]
    missing += [role for role in ("indicator", "segment") if role not in roles and not _said(plan, role)]
    usable = [
        plan.repeats == COUNT or any(column in table.texts for column in measure.columns.values())
        for measure in plan.measures
    ]
    return missing if usable and all(usable) else [*missing, "figure"]


def figure_columns(table: Table, plan: Plan, indicators: Mapping[str, Indicator] | None) -> dict[str, tuple[str, bool]]:
    """Return the role of every column of figures, and whether it may tell shares of one (0,75 for 75 %)."""
    return {
        column: (role, role == "value" and _may_be_percent(measure, indicators))
        for measure in plan.meant
        for role, column in measure.columns.items()
        if column in table.texts
    }


def _said(plan: Plan, role: str) -> bool:
    return bool(plan.measures) and all(getattr(measure, role) for measure in plan.measures)


def _may_be_percent(measure: MeasureColumn, indicators: Mapping[str, Indicator] | None) -> bool:
    known = (indicators or {}).get(measure.indicator)
    return known is None or known.unit == "percent"


def _about_numbers(table: Table, plan: Plan, column: str, role: str, shares: bool) -> list[Question]:
    possible = habits_of(table, column, shares)
    if len(possible) < 2:
        return []
    chosen = plan.habits.get(column)
    places = [at for at, habit in enumerate(possible) if chosen and same_habit(habit, chosen)]
    readings = tuple(_plain(habit.reading * plan.scales.get(column, 1)) for habit in possible)
    return [
        Question("numbers", role, column, tuple(possible), possible[0].example, readings, places[0] if places else None)
    ]


def _about_blanks(table: Table, plan: Plan, column: str, role: str) -> list[Question]:
    if not has_blanks(table.texts[column]):
        return []
    chosen = plan.blanks.get(column)
    at = ("", "0").index(chosen) if chosen in ("", "0") else None
    return [Question("blanks", role, column, (), "", ("", "0"), at)]


def _about_dates(table: Table, plan: Plan) -> list[Question]:
    column = plan.roles.get("period", "")
    if column not in table.texts or len(find_date_orders(table.texts[column])) < 2:
        return []
    for text in table.texts[column].unique():
        readings = tuple(read_period(text, order) or "" for order in (False, True))
        if len(set(readings)) > 1:
            at = None if plan.month_first is None else int(plan.month_first)
            return [Question("dates", "period", column, (), text, readings, at)]
    return []


def _about_repeats(table: Table, plan: Plan, indicators: Mapping[str, Indicator] | None) -> list[Question]:
    """Ask once for the whole file; of a file of persons the answer is known, and shown."""
    column, readings = choices(table, plan, indicators)
    if not readings:
        return []
    said = f"{plan.repeats}:{plan.kept}" if plan.kept else plan.repeats
    at = readings.index(said) if said in readings else None
    return [Question("repeats", "rows", column, (), "", readings, at)]


def _about_persons(table: Table, plan: Plan) -> list[Question]:
    """Ask how to count who stands twice in one period: twice, or once in each region and segment."""
    found = find_repeated(table, plan) if plan.repeats == COUNT else None
    if found is None:
        return []
    readings = ("rows", "once")
    at = readings.index(plan.persons) if plan.persons in readings else None
    return [Question("persons", "rows", found.column, (), "", readings, at, found.people, found.rows)]


def _plain(number: float) -> str:
    return f"{number:.10f}".rstrip("0").rstrip(".")
