"""An upload to observations: every figure at its place, and a finding for every cell that gives none."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.intake.counted_persons import ONCE, count_persons_once, named_rows, tell_nobody, tell_persons
from data.intake.denominators import regime_findings
from data.intake.findings import ERROR, Cells, Finding, cells_of, of_cells, of_file, sheet_name
from data.intake.identity import identity_column, person_numbers
from data.intake.measured import Measured, read_measure
from data.intake.parsed_file import Opened
from data.intake.period_names import read_periods
from data.intake.plan import Plan
from data.intake.preliminary import period_notes
from data.intake.questions import missing_roles, open_questions
from data.intake.repeats import COUNT, SUM, kept_rows
from data.intake.sheet import CELL, column_letters
from data.intake.source import Source, as_observations
from data.intake.summed import sum_villages
from data.intake.table import Table
from data.intake.vocabulary import About
from data.observations import COLUMNS
from data.schema import COUNTS


@dataclass(frozen=True, eq=False)
class Tidy:
    """rows: `data.observations.COLUMNS` as `read_observations` gives them, and `row` of the file (the first, of an
    aggregate). findings: of single cells. left_out: rows of the file that the analyst leaves out.
    parts: the figures as the file has them, before villages are summed: the columns of `rows`, `village`, `person`
    (our own number of who it is, -1 of nobody) and the file's column of each figure (`numerator_column`,
    `denominator_column`, `value_column`).
    """

    rows: pd.DataFrame
    findings: list[Finding] = field(default_factory=list)
    left_out: int = 0
    parts: pd.DataFrame = field(default_factory=pd.DataFrame)


def tidy(opened: Opened, table: Table, plan: Plan, region_codes: pd.Series, about: About) -> Tidy:
    """Return the observations of an upload.

    region_codes: one a row of `table`, in its order; missing where it matched none, "" where the analyst leaves
    the row out. Missing roles and open questions are findings too, and then there are no rows.
    """
    asked = _unready(opened, table, plan, about)
    codes = pd.Series(region_codes.to_numpy(), dtype="object").astype("str")
    out = (codes == "").to_numpy()
    left_out = len(set(table.texts.index[out]))
    if asked:
        return Tidy(_empty(), asked, left_out, _empty())
    unmatched = codes.isna().to_numpy()
    periods, findings = _periods(opened, table, plan, ~out)
    findings += _unmatched(opened, table, plan, unmatched)
    unsaved = _unsaved(opened, table, plan)
    keep = pd.Series(~out & ~unmatched) & (periods != "") & kept_rows(table, plan)
    named = named_rows(table, plan)
    source = Source(opened, table, plan, about, codes.fillna(""), periods, keep & named)
    findings += regime_findings(source)
    measured = [read_measure(source, measure) for measure in plan.meant]
    parts = _parts(source, measured)
    # A formula without its value looks like an empty cell: it is told for what it is, once.
    known = {(one.row, one.column) for one in unsaved}
    findings += unsaved + [
        finding for one in measured for finding in one.findings if (finding.row, finding.column) not in known
    ]
    if plan.repeats == COUNT:
        findings += tell_persons(source, parts) + tell_nobody(source, keep & ~named)
        parts = count_persons_once(parts) if plan.persons == ONCE else parts
    if not plan.village and plan.repeats not in (SUM, COUNT):
        rows = parts[[*COLUMNS, "row"]]
        return Tidy(rows.assign(note=period_notes(opened, table, plan, rows)), findings, left_out, parts)
    rows, more = sum_villages(source, parts)
    rows = rows.assign(note=period_notes(opened, table, plan, rows))
    return Tidy(rows, findings + more, left_out, parts)


def _unready(opened: Opened, table: Table, plan: Plan, about: About) -> list[Finding]:
    if table.texts.empty:
        return [of_file(opened, "rows_missing", ERROR)]
    findings = [of_file(opened, "column_missing", ERROR, missing=role) for role in missing_roles(table, plan)]
    # An indicator of the analysts' own may have been dropped since the plan was made.
    gone = sorted({one.indicator for one in plan.meant} - {"", *about.indicators})
    findings += [Finding("indicator_unknown", ERROR, sheet_name(opened), None, "", "", name) for name in gone]
    open_ones = [one for one in open_questions(table, plan, about.indicators) if one.chosen is None]
    return findings + [of_file(opened, "question_open", ERROR, one.column, kind=one.kind) for one in open_ones]


def _periods(opened: Opened, table: Table, plan: Plan, wanted: np.ndarray) -> tuple[pd.Series, list[Finding]]:
    """Return the period of each row, "" where its text is none, with a finding for each such text."""
    texts = table.texts.reset_index(drop=True)
    column, month = plan.roles.get("period", ""), plan.roles.get("month", "")
    if column not in texts and month not in texts:
        return pd.Series(plan.constants.get("period", ""), index=texts.index, dtype="str"), []
    # A column of months goes before a period that was said for all rows: that one tells their year.
    year = plan.year or plan.constants.get("period", "")[:4]
    years = texts[column] if column in texts else pd.Series(year, index=texts.index, dtype="str")
    periods, _ = read_periods(years, bool(plan.month_first), texts.get(month))
    periods = periods.astype("str")
    bad = (periods == "").to_numpy() & wanted
    said = column if column in texts else month
    empty = (texts[said].str.strip() == "").to_numpy()
    findings = of_cells(opened, ("period_missing", ERROR), cells_of(table, bad & empty, said))
    return periods, findings + of_cells(opened, ("period_unreadable", ERROR), cells_of(table, bad & ~empty, said))


def _unmatched(opened: Opened, table: Table, plan: Plan, unmatched: np.ndarray) -> list[Finding]:
    column = plan.roles.get("region_code") or plan.roles.get("region_name", "")
    return of_cells(opened, ("region_unmatched", ERROR), cells_of(table, unmatched, column))


def _unsaved(opened: Opened, table: Table, plan: Plan) -> list[Finding]:
    """Tell the formulas without a saved value in a column that is used: their cells look empty and are not."""
    if not opened.unsaved:
        return []
    used = {*plan.roles.values(), *(column for one in plan.measures for column in one.columns.values())}
    used |= {name for (_, column), name in table.origins.items() if column in used}
    letters = {column_letters(at): name for at, name in opened.columns.items() if name in used}
    rows = set(opened.texts.index)
    found = [(int(cell[2]), letters[cell[1]]) for text in opened.unsaved
             if (cell := CELL.fullmatch(text)) and cell[1] in letters and int(cell[2]) in rows]  # fmt: skip
    return of_cells(opened, ("formula_unsaved", ERROR), Cells([row for row, _ in found], [name for _, name in found]))


def _parts(source: Source, measured: list[Measured]) -> pd.DataFrame:
    """Return the figures of all measures as observations, in the file's order."""
    rows = pd.concat([one.rows for one in measured], ignore_index=True).sort_values("position", kind="stable")
    rows = rows.reset_index(drop=True)
    table = source.table
    rows["row"] = table.texts.index.to_numpy()[rows["position"]]
    villages = table.texts[source.plan.village].to_numpy()[rows["position"]] if source.plan.village else ""
    rows["village"] = pd.Series(villages, index=rows.index, dtype="str")
    rows["person"] = _persons(source)[rows["position"]] if source.plan.repeats == COUNT else -1
    return as_observations(rows, source.about).drop(columns="position")


def _persons(source: Source) -> np.ndarray:
    column = identity_column(source.table.texts)
    cells = source.table.texts[column] if column else pd.Series("", index=source.table.texts.index)
    return person_numbers(cells).to_numpy()


def _empty() -> pd.DataFrame:
    numbers = [*COUNTS, "value"]
    kinds = {column: "float64" if column in numbers else "str" for column in COLUMNS}
    return pd.DataFrame({column: pd.Series(dtype=kind) for column, kind in kinds.items()}).assign(
        row=pd.Series(dtype="int64")
    )
