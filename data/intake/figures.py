"""The figures of a column: numbers by their habit, or yes and no, with what was printed and what is no number."""

import re
from dataclasses import dataclass

import pandas as pd

from data.intake.number_formats import find_habits
from data.intake.numbers import GAP_MARKS, NumberFormat, is_rounded, printed_texts, read_cell, read_numbers, scale_word
from data.intake.plan import Plan
from data.intake.table import Table

_YES = frozenset({"ya", "y", "yes", "sudah", "terdaftar", "aktif", "ada", "v", "√", "✓", "✔", "true", "benar"})
_NO = frozenset({"tidak", "t", "no", "n", "belum", "tdk", "tidak terdaftar", "belum terdaftar", "tidak aktif",
                 "tidak ada", "non aktif", "nonaktif", "non-aktif", "x", "✗", "✘", "false", "salah", "keluar",
                 "berhenti", "meninggal", "meninggal dunia", "pensiun", "phk", "resign"})  # fmt: skip
# Beside a real mark for yes they say no; alone they may be the tick itself, or why somebody left.
_DOUBTFUL = frozenset({"x", "✗", "✘", "keluar", "berhenti", "meninggal", "meninggal dunia", "pensiun", "phk", "resign"})
INFINITE = re.compile(r"[+-]?\s*(?:inf|infinity|infinite|nan|∞|tak hingga)", re.IGNORECASE)
FORMULA_ERROR = re.compile(r"#(?:N/A|DIV/0!|REF!|VALUE!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|Err:[0-9]+", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Figures:
    """One column as read; all on the table's positions (0, 1, …).

    values: float64, missing where nothing is known. printed: the cell as a plain decimal with the decimals it
    was written with, "" where there is no number. bad: True where a cell is neither number nor gap.
    """

    values: pd.Series
    printed: pd.Series
    bad: pd.Series


def read_figures(table: Table, column: str, habit: NumberFormat, blank: str = "") -> Figures:
    """Read a column of the table by a habit; one of yes and no gives 1 and 0, and `blank` for its empty cells."""
    texts = table.texts[column].reset_index(drop=True)
    if is_yes_or_no(texts):
        return _yes_or_no(texts, blank)
    typed = table.typed[column].reset_index(drop=True)
    numbers = read_numbers(texts, habit, typed)
    bad = pd.Series(False, index=texts.index)
    bad.loc[numbers.bad.index] = True
    return Figures(numbers.values, printed_texts(texts, habit, typed), bad)


def as_unreported(text: str) -> str:
    """Return a cell as `Plan.unreported` keeps it: lower case, single spaces."""
    return " ".join(text.casefold().split())


def habits_of(table: Table, column: str, shares: bool) -> list[NumberFormat]:
    """Return the ways in which a column may be read; one that asks for nothing where it says yes and no."""
    texts = table.texts[column]
    if is_yes_or_no(texts):
        return [NumberFormat(",", ".")]
    return find_habits(texts, table.typed[column], shares)


def is_yes_or_no(texts: pd.Series) -> bool:
    """Say whether a column answers yes or no in words or ticks; 1 and 0 are numbers."""
    words = {text.strip().casefold() for text in texts.unique()} - GAP_MARKS
    certain = words - _DOUBTFUL
    return bool(words & _YES or certain & _NO) and words <= _YES | _NO


def has_blanks(texts: pd.Series) -> bool:
    """Say whether a column has cells in which nothing, or a mark for nothing, stands."""
    return bool(texts.str.strip().str.casefold().isin(GAP_MARKS).any())


def _yes_or_no(texts: pd.Series, blank: str) -> Figures:
    answers = {text: _answer(text.strip().casefold(), blank) for text in texts.unique()}
    values = texts.map(answers).astype("float64")
    printed = values.map({1.0: "1", 0.0: "0"}).fillna("").astype("str")
    return Figures(values, printed, pd.Series(False, index=texts.index))


def _answer(word: str, blank: str) -> float:
    if word in GAP_MARKS:
        return float(blank) if blank else float("nan")
    return 1.0 if word in _YES else 0.0


def habit_of(table: Table, plan: Plan, column: str, shares: bool) -> NumberFormat | None:
    """Return the habit that was chosen, or the only one there is; None where the analyst must be asked."""
    possible = habits_of(table, column, shares)
    if len(possible) < 2:
        return possible[0] if possible else NumberFormat(",", ".")
    chosen = plan.habits.get(column)
    return next((habit for habit in possible if chosen and same_habit(habit, chosen)), None)


def odd_readings(table: Table, plan: Plan, column: str, shares: bool) -> list[tuple[str, float]]:
    """Return the first cell of each word of size (`Rp126 juta`) and the first with an exponent, with its number.

    Their numbers are not what the eye reads: both are shown before they count. [] while the habit is asked.
    """
    habit = habit_of(table, plan, column, shares)
    found: dict[str, tuple[str, float]] = {}
    for text in map(str, table.texts[column].unique()):
        word = scale_word(text).casefold() or ("e" if is_rounded(text) else "")
        value = read_cell((text, False), habit) if word and habit else None
        if value is not None:
            found.setdefault(word, (text, value))
    return list(found.values())


def same_habit(one: NumberFormat, other: NumberFormat) -> bool:
    """Say whether two habits read alike, whatever their examples."""
    return (one.decimal, one.thousands, one.factor) == (other.decimal, other.thousands, other.factor)
