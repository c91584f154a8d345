"""The number habit of a column: what its points and commas mean, and whether 0,75 is 75 percent.

Where the cells allow two readings both are returned, each with its reading of one real cell: the analyst is
asked, because no rule can tell whether 39.487 is thirty-nine thousand.
"""

import math
from collections.abc import Iterable

import pandas as pd

from data.intake.numbers import NumberFormat, distinct_cells, read_cell

# Decimal mark and thousands mark, the Indonesian habit first.
_MARKS = ((",", "."), (".", ","), (",", " "), (".", " "))


def find_habits(texts: pd.Series, typed: pd.Series | None = None, shares: bool = True) -> list[NumberFormat]:
    """Return the ways to read a column: one if it is certain, two if the analyst must choose, [] without numbers.

    texts: the column's cells; typed: which of them the workbook itself holds as numbers (none by default).
    shares: whether the column may tell shares of one (0,75 for 75 %); False for counts.
    Habits that read fewer cells than the best are left out, as are those that agree with an earlier one on
    every cell. What the best cannot read, `read_numbers` returns as bad.
    """
    _, cells = distinct_cells(texts, typed)
    readings = {habit: _readings(cells, habit) for habit in _possible(cells, shares)}
    most = max((len(found) for found in readings.values()), default=0)
    best: dict[NumberFormat, dict[tuple[str, bool], float]] = {}
    for habit, found in readings.items():
        if found and len(found) == most and found not in best.values():
            best[habit] = found
    return _with_examples(best)


def _possible(cells: list[tuple[str, bool]], shares: bool) -> Iterable[NumberFormat]:
    for decimal, thousands in _MARKS:
        habit = NumberFormat(decimal, thousands)
        yield habit
        unsigned = [read_cell(cell, habit) for cell in cells if "%" not in cell[0]]
        numbers = [number for number in unsigned if number is not None]
        fractions = any(not number.is_integer() for number in numbers)
        if shares and fractions and all(0 <= number <= 1 for number in numbers):
            yield NumberFormat(decimal, thousands, factor=100)


def _readings(cells: list[tuple[str, bool]], habit: NumberFormat) -> dict[tuple[str, bool], float]:
    found = ((cell, read_cell(cell, habit)) for cell in cells)
    return {cell: number for cell, number in found if number is not None}


def _with_examples(best: dict[NumberFormat, dict[tuple[str, bool], float]]) -> list[NumberFormat]:
    if not best:
        return []
    differing = [
        cell
        for cell in dict.fromkeys(cell for found in best.values() for cell in found)
        if len({found.get(cell) for found in best.values()}) > 1
    ]
    readable = [cell for cell in differing if all(cell in found for found in best.values())]
    cell = [*readable, *differing, *next(iter(best.values()))][0]
    return [
        NumberFormat(habit.decimal, habit.thousands, habit.factor, cell[0], found.get(cell, math.nan))
        for habit, found in best.items()
    ]
