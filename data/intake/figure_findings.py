"""What is told of the figures of an upload: cells that are no number, rows and periods without any."""

import pandas as pd

from data.intake.figures import FORMULA_ERROR, INFINITE
from data.intake.findings import ERROR, WARNING, Finding, cells_of, of_cells, of_file
from data.intake.plan import MeasureColumn
from data.intake.source import Source

AT = ["indicator", "segment", "period"]


def bad_cells(source: Source, column: str, bad: pd.Series, spare: pd.Series) -> list[Finding]:
    """Tell the cells that are no number; where `spare`, the counts give the value without them."""
    if not bad.any():
        return []
    texts = source.table.texts[column].reset_index(drop=True)
    kinds = {text: _kind(text) for text in texts[bad].unique()}
    kind = texts.map(kinds)
    findings = []
    for code in dict.fromkeys(kinds.values()):
        for level, part in ((WARNING, spare), (ERROR, ~spare)):
            cells = cells_of(source.table, (bad & (kind == code) & part).to_numpy(), column, source.periods)
            findings += of_cells(source.opened, (code, level), cells)
    return findings


def rows_without(source: Source, measure: MeasureColumn, empty: pd.Series) -> list[Finding]:
    """Tell the rows of a measure without any figure."""
    column = measure.value or measure.numerator or measure.denominator
    cells = cells_of(source.table, empty.to_numpy(), column, source.periods)
    return of_cells(source.opened, ("figure_missing", WARNING), cells)


def empty_periods(source: Source, rows: pd.DataFrame) -> list[Finding]:
    """Tell a period without any figure once, as of a month that is not yet over."""
    counts = rows.groupby(AT, sort=False).size()
    return [
        of_file(source.opened, "period_empty", WARNING, **dict(zip(AT, key, strict=True)), number=int(count))
        for key, count in zip(counts.index, counts, strict=True)
    ]


def segment_misfits(source: Source, rows: pd.DataFrame) -> list[Finding]:
    """Tell the segments that their indicator does not have, at the cell, or of the file where none says it."""
    misfit = source.keep & (rows["indicator"] != "") & (rows["segment"] != "") & ~rows["known"]
    column = source.plan.roles.get("segment", "")
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


def _kind(text: str) -> str:
    if FORMULA_ERROR.fullmatch(text.strip()):
        return "formula_error"
    return "number_infinite" if INFINITE.fullmatch(text.strip()) else "number_unreadable"
