"""The number habit of a column: what its points and commas mean, and whether 0,75 is 75 percent.

Where the cells allow two readings both are returned, each with its reading of one real cell: the analyst is
asked, because no rule can tell whether 39.487 is thirty-nine thousand.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pandas as pd

# Written for "nothing known" in Indonesian tables. A zero is never written so: the cell becomes missing, not 0.
GAP_MARKS = frozenset({"", "-", "–", "—", "...", "…", "n/a", "na", "n.a."})
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-"})
_AROUND = re.compile(r"(?:Rp\.?\s*)?(-?\s*[0-9].*?)(?:,-)?\s*(%?)", re.IGNORECASE)
_LOOKS = re.compile(r"-?[0-9][0-9.,' ]*")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", re.IGNORECASE)
# Decimal mark and thousands mark, the Indonesian habit first.
_MARKS = ((",", "."), (".", ","), (",", " "), (".", " "))


@dataclass(frozen=True)
class Habit:
    """One way to read the numbers of a column.

    decimal, thousands: their marks; factor: 100 where the column tells shares of one and percent is meant.
    example: a cell as written; reading: what this habit makes of it, NaN where it cannot read it. Of two
    habits the example is the same cell, one on which they differ.
    """

    decimal: str
    thousands: str
    factor: int = 1
    example: str = ""
    reading: float = math.nan


@dataclass(frozen=True, eq=False)
class Numbers:
    """values: float64, missing where nothing is known; bad: texts that are no number; gaps: marks for nothing
    known, as "-". All have the index of the column that was read.
    """

    values: pd.Series
    bad: pd.Series
    gaps: pd.Series


def looks_like_number(text: str) -> bool:
    """Say whether a text is a number in any habit, with or without Rp or a percent sign."""
    bare, _ = _bare(text)
    return bool(_LOOKS.fullmatch(bare))


def find_habits(texts: pd.Series, typed: pd.Series | None = None, shares: bool = True) -> list[Habit]:
    """Return the ways to read a column: one if it is certain, two if the analyst must choose, [] without numbers.

    texts: the column's cells; typed: which of them the workbook itself holds as numbers (none by default).
    shares: whether the column may tell shares of one (0,75 for 75 %); False for counts.
    Habits that read fewer cells than the best are left out, as are those that agree with an earlier one on
    every cell. What the best cannot read, `read_numbers` returns as bad.
    """
    cells = _distinct(texts, typed)
    readings = {habit: _readings(cells, habit) for habit in _possible(cells, shares)}
    most = max((len(found) for found in readings.values()), default=0)
    best: dict[Habit, dict[tuple[str, bool], float]] = {}
    for habit, found in readings.items():
        if found and len(found) == most and found not in best.values():
            best[habit] = found
    return _with_examples(best)


def read_numbers(texts: pd.Series, habit: Habit, typed: pd.Series | None = None) -> Numbers:
    """Read a column by a habit; infinite and NaN texts, formulas' errors and words are bad, never missing.

    texts, typed: as for `find_habits`. A cell with a percent sign is percent already, whatever the factor.
    """
    cells = list(zip(texts, [False] * len(texts) if typed is None else typed, strict=True))
    known = {cell: _read(cell, habit) for cell in set(cells)}
    numbers = pd.Series([known[cell] for cell in cells], index=texts.index, dtype="float64")
    gaps = texts.str.strip().str.casefold().isin(GAP_MARKS)
    return Numbers(numbers, texts[numbers.isna() & ~gaps], texts[gaps & (texts.str.strip() != "")])


def printed_texts(texts: pd.Series, values: pd.Series, habit: Habit, typed: pd.Series | None = None) -> pd.Series:
    """Return each number as a plain decimal with the decimals it was written with: `75,50 %` as "75.50".

    values: as `read_numbers` gave them by this habit; "" where they are missing. A workbook keeps no decimals
    of a typed number: it gets those that it needs. A share of one loses two: 0,755 is "75.5".
    """
    cells = list(zip(texts, [False] * len(texts) if typed is None else typed, values, strict=True))
    known = {cell: _printed(*cell, habit) for cell in dict.fromkeys(cells) if not math.isnan(cell[2])}
    return pd.Series([known.get(cell, "") for cell in cells], index=texts.index, dtype="str")


def _printed(text: str, typed: bool, value: float, habit: Habit) -> str:
    if typed:
        return f"{value:.10f}".rstrip("0").rstrip(".")
    bare, percent = _bare(text)
    written = len(bare.partition(habit.decimal)[2])
    decimals = written if percent or habit.factor == 1 else max(0, written - 2)
    return f"{value:.{min(decimals, 10)}f}"


def _distinct(texts: pd.Series, typed: pd.Series | None) -> list[tuple[str, bool]]:
    flags = [False] * len(texts) if typed is None else typed
    return list(dict.fromkeys((text, bool(flag)) for text, flag in zip(texts, flags, strict=True)))


def _possible(cells: list[tuple[str, bool]], shares: bool) -> Iterable[Habit]:
    for decimal, thousands in _MARKS:
        habit = Habit(decimal, thousands)
        yield habit
        unsigned = [_read(cell, habit) for cell in cells if "%" not in cell[0]]
        numbers = [number for number in unsigned if number is not None]
        fractions = any(not number.is_integer() for number in numbers)
        if shares and fractions and all(0 <= number <= 1 for number in numbers):
            yield Habit(decimal, thousands, factor=100)


def _readings(cells: list[tuple[str, bool]], habit: Habit) -> dict[tuple[str, bool], float]:
    found = ((cell, _read(cell, habit)) for cell in cells)
    return {cell: number for cell, number in found if number is not None}


def _with_examples(best: dict[Habit, dict[tuple[str, bool], float]]) -> list[Habit]:
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
        Habit(habit.decimal, habit.thousands, habit.factor, cell[0], found.get(cell, math.nan))
        for habit, found in best.items()
    ]


def _read(cell: tuple[str, bool], habit: Habit) -> float | None:
    text, typed = cell
    if typed:
        return _finite(float(text) * habit.factor) if _PLAIN.fullmatch(text) else None
    bare, percent = _bare(text)
    if not _form(habit.decimal, habit.thousands).fullmatch(bare):
        return None
    plain = bare.replace(habit.thousands, "").replace(habit.decimal, ".")
    return _finite(float(plain) * (1 if percent else habit.factor))


def _finite(number: float) -> float | None:
    # Binary fractions: 0.29 * 100 is 28.999999999999996, which is not what stands in the cell.
    return round(number, 10) if math.isfinite(number) else None


def _bare(text: str) -> tuple[str, bool]:
    found = _AROUND.fullmatch(text.translate(_SPACES).strip())
    return (found[1].strip(), bool(found[2])) if found else ("", False)


@cache
def _form(decimal: str, thousands: str) -> re.Pattern[str]:
    mark, group = re.escape(decimal), re.escape(thousands)
    # A group that begins with 0 is no thousands: 0.512 can only be a fraction.
    return re.compile(rf"-?(?:[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[0-9]+)(?:{mark}[0-9]+)?")
