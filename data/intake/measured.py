"""The rows of one measure of an upload: region, indicator, segment, period and the figures of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from data.intake.about import About, find_id
from data.intake.figures import FORMULA_ERROR, INFINITE, Figures, habit_of, read_figures
from data.intake.findings import ERROR, WARNING, Finding, cells_of, of_cells, of_file
from data.intake.opened import Opened
from data.intake.plan import FIGURES, Measure, Plan
from data.intake.questions import figure_columns
from data.intake.table import Table

_AT = ["indicator", "segment", "period"]


@dataclass(frozen=True, eq=False)
class Source:
    """An upload with what is meant by it.

    region_codes, periods: of each row of the table by its position, "" where there is none; keep: rows that
    are neither left out nor without region or period.
    """

    opened: Opened
    table: Table
    plan: Plan
    about: About
    region_codes: pd.Series
    periods: pd.Series
    keep: pd.Series


@dataclass(frozen=True, eq=False)
class Measured:
    """rows: `KEY`, numerator, denominator, value, value_printed, `position` in the table and a column of the file
    for each figure (`numerator_column` …); findings: of the cells that give none.
    """

    rows: pd.DataFrame
    findings: list[Finding] = field(default_factory=list)


def read_measure(source: Source, measure: Measure) -> Measured:
    """Return what one measure says: a row for every row of the table that has a figure."""
    named, findings = _named(source, measure)
    shares = figure_columns(source.table, source.plan, source.about.indicators)
    figures = {
        role: _figures(source, column, shares[column][1])
        for role, column in measure.columns.items()
        if column in source.table.texts
    }
    rows = _settled(named, figures, bool(source.plan.village))
    use = source.keep & named["known"]
    for role, one in figures.items():
        spare = _counted(rows) & (role == "value")
        findings += _bad(source, measure.columns[role], one.bad & use, spare)
    bad = pd.concat([one.bad for one in figures.values()], axis=1).any(axis=1)
    empty = use & ~bad & ~_has_figure(rows)
    over = empty & (_has_figure(rows) & use).groupby([rows[column] for column in _AT]).transform("sum").eq(0)
    findings += _empty_periods(source, rows[over])
    if not source.plan.village:
        # Of villages the regency is told, with all that it lacks.
        findings += _without(source, measure, empty & ~over)
    for role in FIGURES:
        rows[f"{role}_column"] = _file_columns(source, measure.columns.get(role, ""))
    rows["position"] = np.arange(len(rows))
    # A village without a figure stays: it leaves its regency without a sum.
    stays = use & ~over & (_has_figure(rows) | bool(source.plan.village))
    return Measured(rows[stays].drop(columns=["known", "ratio"]), findings)


def _named(source: Source, measure: Measure) -> tuple[pd.DataFrame, list[Finding]]:
    """Return the key of every row, and whether indicator and segment are known."""
    about = source.about
    indicators, strange = _ids(source, measure.indicator, "indicator", about.indicator_names)
    segments, other = _ids(source, measure.segment, "segment", about.segments)
    rows = pd.DataFrame(
        {"region_code": source.region_codes, "indicator": indicators, "segment": segments, "period": source.periods}
    )
    pairs = {(one.id, segment) for one in about.indicators.values() for segment in one.segments}
    index = pd.MultiIndex.from_frame(rows[["indicator", "segment"]])
    rows["known"] = index.isin(pairs)
    findings = [*strange, *other, *_misfits(source, measure, rows)]
    rows["ratio"] = rows["indicator"].isin([one.id for one in about.indicators.values() if one.is_ratio])
    return rows, findings


def _misfits(source: Source, measure: Measure, rows: pd.DataFrame) -> list[Finding]:
    """Tell the segments that their indicator does not have, at the cell, or of the file where none says it."""
    misfit = source.keep & (rows["indicator"] != "") & (rows["segment"] != "") & ~rows["known"]
    column = "" if measure.segment else source.plan.roles.get("segment", "")
    findings = []
    for indicator, segment in rows.loc[misfit, ["indicator", "segment"]].drop_duplicates().itertuples(index=False):
        expected = list(source.about.indicators[indicator].segments)
        said = {"indicator": indicator, "segment": segment, "expected": expected}
        if not column:
            findings.append(of_file(source.opened, "segment_misfit", ERROR, **said))
            continue
        of_pair = misfit & (rows["indicator"] == indicator) & (rows["segment"] == segment)
        cells = cells_of(source.table, of_pair.to_numpy(), column)
        findings += of_cells(source.opened, ("segment_misfit", ERROR), cells, [said] * len(cells.rows))
    return findings


def _ids(source: Source, constant: str, role: str, names: Mapping[str, str]) -> tuple[pd.Series, list[Finding]]:
    texts = source.table.texts
    if constant or source.plan.roles.get(role, "") not in texts:
        return pd.Series(constant, index=source.periods.index, dtype="str"), []
    cells = texts[source.plan.roles[role]].reset_index(drop=True)
    known = {text: find_id(text, names) or "" for text in cells.unique()}
    ids = cells.map(known).astype("str")
    wrong = cells_of(source.table, ((ids == "") & source.keep).to_numpy(), source.plan.roles[role])
    return ids, of_cells(source.opened, (f"{role}_unknown", ERROR), wrong)


def _figures(source: Source, column: str, shares: bool) -> Figures:
    habit = habit_of(source.table, source.plan, column, shares)
    if habit is None:
        raise AssertionError(column)  # tidy() asks before it reads
    return read_figures(source.table, column, habit, source.plan.blanks.get(column, ""))


def _settled(named: pd.DataFrame, figures: Mapping[str, Figures], villages: bool) -> pd.DataFrame:
    """Put every figure where its indicator has it: counts and a printed value of a ratio, of others only a value."""
    nothing = pd.Series(np.nan, index=named.index)
    empty = pd.Series("", index=named.index, dtype="str")
    read = {role: figures[role].values if role in figures else nothing for role in FIGURES}
    printed = {role: figures[role].printed if role in figures else empty for role in FIGURES}
    ratio = named["ratio"]
    if villages and "denominator" not in figures and "numerator" in figures:
        # A list of villages with yes or no: each of them counts once.
        answers = read["numerator"].isin([0.0, 1.0]) | read["numerator"].isna()
        read["denominator"] = nothing.mask(ratio & bool(answers.all()), 1.0)
    value = read["value"].mask(~ratio & read["value"].isna(), read["numerator"])
    text = printed["value"].mask(~ratio & read["value"].isna(), printed["numerator"])
    return named.assign(
        numerator=read["numerator"].where(ratio), denominator=read["denominator"].where(ratio),
        value=value, value_printed=text.astype("str"),
    )  # fmt: skip


def _has_figure(rows: pd.DataFrame) -> pd.Series:
    """Say which rows have a value, or the denominator 0 that says why they have none."""
    return _counted(rows) | rows["value"].notna() | (rows["denominator"] == 0)


def _counted(rows: pd.DataFrame) -> pd.Series:
    return rows["ratio"] & rows["numerator"].notna() & rows["denominator"].notna()


def _bad(source: Source, column: str, bad: pd.Series, spare: pd.Series) -> list[Finding]:
    """Tell the cells that are no number; where `spare`, the counts give the value without them."""
    texts = source.table.texts[column].reset_index(drop=True)
    kinds = {text: _kind(text) for text in texts[bad].unique()}
    kind = texts.map(kinds)
    findings = []
    for code in dict.fromkeys(kinds.values()):
        for level, part in ((WARNING, spare), (ERROR, ~spare)):
            cells = cells_of(source.table, (bad & (kind == code) & part).to_numpy(), column, source.periods)
            findings += of_cells(source.opened, (code, level), cells)
    return findings


def _kind(text: str) -> str:
    if FORMULA_ERROR.fullmatch(text.strip()):
        return "formula_error"
    return "number_infinite" if INFINITE.fullmatch(text.strip()) else "number_unreadable"


def _without(source: Source, measure: Measure, empty: pd.Series) -> list[Finding]:
    column = measure.value or measure.numerator or measure.denominator
    cells = cells_of(source.table, empty.to_numpy(), column, source.periods)
    return of_cells(source.opened, ("figure_missing", WARNING), cells)


def _empty_periods(source: Source, rows: pd.DataFrame) -> list[Finding]:
    """Tell a period without any figure once, as of a month that is not yet over."""
    counts = rows.groupby(_AT, sort=False).size()
    return [
        of_file(source.opened, "period_empty", WARNING, **dict(zip(_AT, key, strict=True)), number=int(count))
        for key, count in zip(counts.index, counts, strict=True)
    ]


def _file_columns(source: Source, column: str) -> pd.Series:
    if not column or not source.table.origins:
        return pd.Series(column, index=source.periods.index, dtype="str")
    names = {period: source.table.file_column(column, period) for period in source.periods.unique()}
    return source.periods.map(names).astype("str")
