"""Figures in merged cells: one figure that a sheet writes over several rows or columns, read as that of each."""

import re
from collections.abc import Iterator

import pandas as pd

from data.intake.findings import WARNING, Finding, of_figures
from data.intake.parsed_file import Opened
from data.intake.plan import FIGURES
from data.intake.sheet import column_letters

_RANGE = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")


def find_merged(opened: Opened, parts: pd.DataFrame) -> list[Finding]:
    """Warn of every figure that stands in one cell with another's: whose it is, nobody can tell."""
    ranges = dict(_cells(opened))
    if not ranges:
        return []
    places = pd.DataFrame({role: _ranges_of(parts, role, ranges) for role in FIGURES}, index=parts.index)
    counts = places.stack().value_counts()
    shared = places.isin(counts.index[counts > 1])
    return [
        one for role in FIGURES for one in of_figures(opened, ("figure_merged", WARNING), parts[shared[role]], role)
    ]


def _ranges_of(parts: pd.DataFrame, role: str, ranges: dict[tuple[int, str], str]) -> list[str | None]:
    cells = zip(parts["row"], parts[f"{role}_column"], strict=True)
    return [ranges.get((int(row), str(column))) for row, column in cells]


def _cells(opened: Opened) -> Iterator[tuple[tuple[int, str], str]]:
    """Yield row and column of each cell that is merged with another, and the range of both."""
    letters = {name: _order(column_letters(at)) for at, name in opened.columns.items()}
    for text in opened.merged:
        if found := _RANGE.fullmatch(text):
            inside = [name for name, at in letters.items() if _order(found[1]) <= at <= _order(found[3])]
            rows = range(max(int(found[2]), opened.first_row), int(found[4]) + 1)
            yield from (((row, name), text) for row in rows for name in inside)


def _order(letters: str) -> tuple[int, str]:
    return len(letters), letters
