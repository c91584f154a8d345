"""Numbers as people write them, read by the habit of their column: 39.487, 75,5, 75 %, Rp126 juta and 1,23E+05."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

# Written for "nothing known" in Indonesian tables. A zero is never written so: the cell becomes missing, not 0.
GAP_MARKS = frozenset({
    "", "-", "−", "–", "—", "--", "..", "...", "…", "n/a", "na", "n.a", "n.a.", "tad", "t.a.d", "t.a.d.",
    "tidak ada data", "belum ada data", "data tidak ada", "data belum ada", "tidak tersedia", "belum tersedia",
    "data tidak tersedia", "data belum tersedia", "no data", "not available",
})  # fmt: skip
# `M` and `T` are told from metres and tonnes by the Rp before them.
SCALES = {
    "ribu": 10**3, "rb": 10**3, "juta": 10**6, "jt": 10**6, "miliar": 10**9, "milyar": 10**9, "milliar": 10**9,
    "mlr": 10**9, "m": 10**9, "triliun": 10**12, "trilyun": 10**12, "t": 10**12,
}  # fmt: skip
_LONGEST = 60  # letters of a cell that may be a number
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-"})
# Behind the digits may stand a word of size, what is counted, percent and the mark of a footnote: `2.345r)`.
_AROUND = re.compile(
    rf"'?(?P<money>(?:Rp|IDR)\.?\s*)?(?P<digits>-?\s*[0-9][0-9.,' ]*?(?:e[+-][0-9]{{1,3}})?)(?:,[-=])?"
    rf"\s*(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})?\.?\s*(?:rupiah|orang|org|jiwa|pekerja|peserta)?"
    r"\s*(?P<percent>%|persen)?(?:\s*\*{1,3}\)?|\s*[a-z]\)|\s+[0-9]\)|[rxep]|[¹²³ʳᵖˣ⁾]+)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?", re.IGNORECASE)


@dataclass(frozen=True)
class NumberFormat:
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


@dataclass(frozen=True)
class _Bare:
    """The digits of a cell, "" where it is no number, and what stands around them."""

    digits: str
    percent: bool = False
    scale: int = 1
    word: str = ""


@dataclass(frozen=True, eq=False)
class Numbers:
    """values: float64, missing where nothing is known; bad: texts that are no number. Both have the column's index."""

    values: pd.Series
    bad: pd.Series


def looks_like_number(text: str) -> bool:
    """Say whether a text is a number in any habit, with or without Rp or a percent sign."""
    return bool(_bare(text).digits)


def read_numbers(texts: pd.Series, habit: NumberFormat, typed: pd.Series | None = None) -> Numbers:
    """Read a column by a habit; infinite and NaN texts, formulas' errors and words are bad, never missing.

    texts, typed: as for `find_habits`. A cell with a percent sign is percent already, whatever the factor.
    """
    places, cells = distinct_cells(texts, typed)
    known = np.array([read_cell(cell, habit) for cell in cells], dtype="float64")
    numbers = pd.Series(known[places], index=texts.index, dtype="float64")
    gaps = texts.str.strip().str.casefold().isin(GAP_MARKS)
    return Numbers(numbers, texts[numbers.isna() & ~gaps])


def printed_texts(texts: pd.Series, habit: NumberFormat, typed: pd.Series | None = None) -> pd.Series:
    """Return each number as a plain decimal with the decimals it was written with: `75,50 %` as "75.50".

    "" where a cell is no number. A workbook keeps no decimals of a typed number: it gets those that it needs.
    A share of one loses two: 0,755 is "75.5".
    """
    places, cells = distinct_cells(texts, typed)
    known = np.array([_printed(cell, habit) for cell in cells], dtype=object)
    return pd.Series(known[places], index=texts.index, dtype="str")


def _printed(cell: tuple[str, bool], habit: NumberFormat) -> str:
    value = read_cell(cell, habit)
    if value is None:
        return ""
    text, typed = cell
    if typed:
        return f"{value:.10f}".rstrip("0").rstrip(".")
    bare = _bare(text)
    if bare.scale > 1 or "e" in bare.digits.casefold():
        return f"{value:.10f}".rstrip("0").rstrip(".")
    written = len(bare.digits.partition(habit.decimal)[2])
    decimals = written if bare.percent else max(0, written - len(str(habit.factor)) + 1)
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


def read_cell(cell: tuple[str, bool], habit: NumberFormat) -> float | None:
    """Return the number of a cell (its text, whether the workbook holds it as a number), None where it is none.

    A word of size in the cell itself goes before the one that the header says.
    """
    text, typed = cell
    if typed:
        return _finite(float(text) * habit.factor) if _PLAIN.fullmatch(text) else None
    bare = _bare(text)
    if not _form(habit.decimal, habit.thousands).fullmatch(bare.digits):
        return None
    plain = bare.digits.replace(habit.thousands, "").replace(habit.decimal, ".")
    # A scale of a binary fraction would leave dust behind: 1,1 juta is 1100000.0000000002.
    size = float(plain) if bare.scale == 1 else float(Decimal(plain) * bare.scale)
    # A cell's own sign or word goes before what the whole column is told in.
    return _finite(size * (1 if bare.percent or bare.scale > 1 else habit.factor))


def scale_word(text: str) -> str:
    """Return the word of size in a cell, as written: `juta` of `Rp126 juta`, "" where there is none."""
    return _bare(text).word


def is_rounded(text: str) -> bool:
    """Say whether a text is a number with an exponent, 1,23E+05: the digits behind were lost when it was saved."""
    return "e" in _bare(text).digits.casefold()


def _finite(number: float) -> float | None:
    # Binary fractions: 0.29 * 100 is 28.999999999999996, which is not what stands in the cell.
    return round(number, 10) if math.isfinite(number) else None


def _bare(text: str) -> _Bare:
    # Of a long text the pattern would try every cut, and the cache would keep it.
    return _parted(text) if len(text) <= _LONGEST else _Bare("")


@lru_cache(maxsize=10_000)
def _parted(text: str) -> _Bare:
    found = _AROUND.fullmatch(text.translate(_SPACES).strip())
    if not found:
        return _Bare("")
    word = found["scale"] or ""
    if word.casefold() in ("m", "t") and not found["money"]:
        return _Bare("")
    return _Bare(found["digits"].strip(), bool(found["percent"]), SCALES.get(word.casefold(), 1), word)


@cache
def _form(decimal: str, thousands: str) -> re.Pattern[str]:
    mark, group = re.escape(decimal), re.escape(thousands)
    # A group that begins with 0 is no thousands: 0.512 can only be a fraction.
    return re.compile(
        rf"-?(?:[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+|[0-9]+)(?:{mark}[0-9]+)?(?:e[+-][0-9]{{1,3}})?", re.IGNORECASE
    )
