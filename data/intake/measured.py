"""The rows of one measure of an upload: region, indicator, segment, period and the figures of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from data.intake.denominators import regimes_of_measure
from data.intake.figure_findings import AT, bad_cells, empty_periods, rows_without, segment_misfits
from data.intake.figures import Figures, as_unreported, habit_of, is_yes_or_no, read_figures
from data.intake.findings import ERROR, Finding, cells_of, of_cells
from data.intake.plan import FIGURES, MeasureColumn
from data.intake.questions import figure_columns
from data.intake.repeats import COUNT
from data.intake.source import Source
from data.intake.vocabulary import find_id


@dataclass(frozen=True, eq=False)
class Measured:
    """rows: `KEY`, numerator, denominator, value, value_printed, `position` in the table and a column of the file
    for each figure (`numerator_column` …); findings: of the cells that give none.
    """

    rows: pd.DataFrame
    findings: list[Finding] = field(default_factory=list)


def read_measure(source: Source, measure: MeasureColumn) -> Measured:
    """Return what one measure says: a row for every row of the table that has a figure."""
    named, findings = _named(source, measure)
    shares = figure_columns(source.table, source.plan, source.about.indicators)
    figures = {
        role: _figures(source, column, shares[column][1])
        for role, column in measure.columns.items()
        if column in source.table.texts and _is_read(source, column)
    }
    if not figures:  # each row is one person
        every = pd.Series(1.0, index=named.index)
        figures = {"value": Figures(every, every.map("{:.0f}".format).astype("str"), every.eq(0))}
    rows = _settled(named, figures, bool(source.plan.village))
    use = source.keep & named["known"]
    for role, one in figures.items():
        spare = _counted(rows) & (role == "value")
        findings += bad_cells(source, measure.columns.get(role, ""), one.bad & use, spare)
    bad = pd.concat([one.bad for one in figures.values()], axis=1).any(axis=1)
    empty = use & ~bad & ~_has_figure(rows)
    over = empty & (_has_figure(rows) & use).groupby([rows[column] for column in AT]).transform("sum").eq(0)
    findings += empty_periods(source, rows[over])
    if not source.plan.village:
        # Of villages the regency is told, with all that it lacks.
        findings += rows_without(source, measure, empty & ~over)
    for role in FIGURES:
        rows[f"{role}_column"] = _file_columns(source, measure.columns.get(role, ""))
    rows = rows.assign(**regimes_of_measure(source, measure, named["ratio"]))
    rows["position"] = np.arange(len(rows))
    # A village without a figure stays: it leaves its regency without a sum.
    stays = use & ~over & (_has_figure(rows) | bool(source.plan.village))
    return Measured(rows[stays].drop(columns=["known", "ratio"]), findings)


def _is_read(source: Source, column: str) -> bool:
    """Say whether a column's cells count: where rows are counted, only those that answer yes or no."""
    return source.plan.repeats != COUNT or is_yes_or_no(source.table.texts[column])


def _named(source: Source, measure: MeasureColumn) -> tuple[pd.DataFrame, list[Finding]]:
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
    findings = [*strange, *other, *segment_misfits(source, rows)]
    rows["ratio"] = rows["indicator"].isin([one.id for one in about.indicators.values() if one.is_ratio])
    return rows, findings


def _ids(source: Source, constant: str, role: str, names: Mapping[str, str]) -> tuple[pd.Series, list[Finding]]:
    texts = source.table.texts
    if source.plan.roles.get(role, "") not in texts:
        return pd.Series(constant, index=source.periods.index, dtype="str"), []
    cells = texts[source.plan.roles[role]].reset_index(drop=True)
    known = {text: find_id(text, names) or "" for text in cells.unique()}
    ids = cells.map(known).astype("str")
    wrong = cells_of(source.table, ((ids == "") & source.keep).to_numpy(), source.plan.roles[role])
    return ids, of_cells(source.opened, (f"{role}_unknown", ERROR), wrong)


def _figures(source: Source, column: str, shares: bool) -> Figures:
    habit = habit_of(source.table, source.plan, column, shares)
    if habit is None:
        raise ValueError(column)  # tidy() asks before it reads
    scaled = replace(habit, factor=habit.factor * source.plan.scales.get(column, 1))
    read = read_figures(source.table, column, scaled, source.plan.blanks.get(column, ""))
    if source.plan.unreported:
        texts = source.table.texts[column].reset_index(drop=True).map(as_unreported)
        read = Figures(read.values, read.printed, read.bad & ~texts.isin(source.plan.unreported))
    if column not in source.plan.zeros:
        return read
    unknown = read.values == 0
    return Figures(read.values.mask(unknown), read.printed.mask(unknown, "").astype("str"), read.bad)


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


def _file_columns(source: Source, column: str) -> pd.Series:
    if not column or not source.table.origins:
        return pd.Series(column, index=source.periods.index, dtype="str")
    names = {period: source.table.file_column(column, period) for period in source.periods.unique()}
    return source.periods.map(names).astype("str")
