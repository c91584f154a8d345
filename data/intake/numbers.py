"""Numbers as people write them, read by the habit of their column: 39.487, 75,5 and 75 %."""

import math
import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

# Written for "nothing known" in Indonesian tables. A zero is never written so: the cell becomes missing, not 0.
GAP_MARKS = frozenset({"", "-", "–", "—", "...", "…", "n/a", "na", "n.a."})
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-"})
_AROUND = re.compile(r"(?:Rp\.?\s*)?(-?\s*[0-9].*?)(?:,-)?\s*(%?)", re.IGNORECASE)
_LOOKS = re.compile(r"-?[0-9][0-9.,' ]*")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", re.IGNORECASE)


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


def read_numbers(texts: pd.Series, habit: Habit, typed: pd.Series | None = None) -> Numbers:
    """Read a column by a habit; infinite and NaN texts, formulas' errors and words are bad, never missing.

    texts, typed: as for `find_habits`. A cell with a percent sign is percent already, whatever the factor.
    """
    places, cells = distinct_cells(texts, typed)
    known = np.array([read_cell(cell, habit) for cell in cells], dtype="float64")
    numbers = pd.Series(known[places], index=texts.index, dtype="float64")
    gaps = texts.str.strip().str.casefold().isin(GAP_MARKS)
    return Numbers(numbers, texts[numbers.isna() & ~gaps], texts[gaps & (texts.str.strip() != "")])


def printed_texts(texts: pd.Series, habit: Habit, typed: pd.Series | None = None) -> pd.Series:
    """Return each number as a plain decimal with the decimals it was written with: `75,50 %` as "75.50".

    "" where a cell is no number. A workbook keeps no decimals of a typed number: it gets those that it needs.
    A share of one loses two: 0,755 is "75.5".
    """
    places, cells = distinct_cells(texts, typed)
    known = np.array([_printed(cell, habit) for cell in cells], dtype=object)
    return pd.Series(known[places], index=texts.index, dtype="str")


def _printed(cell: tuple[str, bool], habit: Habit) -> str:
    value = read_cell(cell, habit)
    if value is None:
        return ""
    text, typed = cell
    if typed:
        return f"{value:.10f}".rstrip("0").rstrip(".")
    bare, percent = _bare(text)
    written = len(bare.partition(habit.decimal)[2])
    decimals = written if percent else max(0, written - len(str(habit.factor)) + 1)
    return f"{value:.{min(decimals, 10)}f}"


def distinct_cells(texts: pd.Series, typed: pd.Series | None) -> tuple[npt.NDArray[np.intp], list[tuple[str, bool]]]:
    """Return the place of each cell among the distinct ones, and those in the order of their appearance.

    By numbers, because 83,000 cells that are taken one by one out of an Arrow column cost a tenth of a second.
    """
    written, distinct = pd.factorize(texts, use_na_sentinel=False)
    flags = np.zeros(len(texts), dtype=bool) if typed is None else typed.to_numpy(dtype=bool)
    places, pairs = pd.factorize(written * 2 + flags)
    words = distinct.tolist()
    return places, [(words[pair // 2], bool(pair % 2)) for pair in pairs]


def read_cell(cell: tuple[str, bool], habit: Habit) -> float | None:
    """Return the number of a cell (its text, whether the workbook holds it as a number), None where it is none."""
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
