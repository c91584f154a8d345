"""Periods as people write them (`Nopember 2024`, `TW IV 2024`, `11/2024`) to ours."""

import re
from functools import lru_cache

import pandas as pd

from data.periods import is_period

# CLDR has the first of each; the spellings after it are the ones that offices write.
_MONTHS = (
    "januari january jan", "februari february pebruari feb peb", "maret march mar mrt", "april apr", "mei may",
    "juni june jun", "juli july jul", "agustus august agu agt ags aug", "september sept sep",
    "oktober october okt oct", "november nopember nov nop", "desember december des dec",
)  # fmt: skip
_MONTH_NUMBERS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_NAME = rf"(?P<name>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})"
_DAY, _NUMBER = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_QUARTER = r"(?:q|tw|twl|triwulan|kuartal|quarter) ?(?P<quarter>iv|i{1,3}|[1-4])"
_TIME = r"(?: 0{1,2} 0{1,2}(?: 0{1,2})?)?"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR} {_NUMBER}(?: {_DAY}{_TIME})?",
        rf"{_YEAR}(?P<month>0[1-9]|1[0-2])",
        rf"{_NUMBER} {_YEAR}",
        rf"(?:{_DAY} )?{_NAME} ?{_YEAR}",
        rf"(?:{_DAY} )?{_NAME} (?P<short>[0-9]{{2}})",
        rf"{_YEAR} ?{_NAME}",
        rf"{_YEAR} ?{_QUARTER}",
        rf"{_QUARTER} ?{_YEAR}",
    )
]
_DATE = re.compile(rf"(?P<first>[0-9]{{1,2}}) (?P<second>[0-9]{{1,2}}) {_YEAR}{_TIME}")
# What a statistics office hangs on a year: `2023*`, `2024**)`, `2024r`, `20231)`: preliminary, revised, see below.
_MARK = re.compile(
    r"(?P<mark>\*{1,3}\)?|(?<=[0-9])[¹²³ʳᵖˣ⁾]+|(?<=(?:19|20)[0-9]{2})\s?(?:[a-z0-9]{1,2}\)|\([a-z0-9]\)|[rpexs]|xx)|"
    r"[\s,(]+(?:(?:angka|data) )?(?:sangat )?(?:sementara|preliminary|provisional)\)?)$"
)
# A month is told in a sentence by its name or its signs; `Inpres 2 Tahun 2021` is no February.
_SIGNS = re.compile(r"[0-9][-/.][0-9]")
_WINDOW = 4  # words: `posisi 30 November 2024`

_FILLERS = re.compile(r"\b(?:tahun|thn|th|bulan|bln|posisi|per|s d|sd|sampai|dengan|hingga|keadaan|akhir|periode)\b")


@lru_cache(maxsize=10_000)
def read_period(text: str, month_first: bool = False) -> str | None:
    """Return our period for a text, or None where it is none; a date stands for its month.

    month_first: how `03/04/2024` is meant, see `find_date_orders`. A day alone is never read as a period,
    and neither is a name of a month without its year.
    """
    if len(text) > 60:
        return None
    plain = _plain(text)
    if date := _DATE.fullmatch(plain):
        month, day = (date["first"], date["second"]) if month_first else (date["second"], date["first"])
        return _period(date["year"], month=int(month)) if 1 <= int(day) <= 31 else None
    found = next((match for form in _FORMS if (match := form.fullmatch(plain))), None)
    return _from_parts(found.groupdict()) if found else None


def find_date_orders(texts: pd.Series) -> list[bool]:
    """Return the values of `month_first` that read a column: one if it is certain, both if it must be asked.

    [False] where the column has no dates of the form 03/04/2024; the order that reads more of them otherwise.
    """
    dates = [plain for plain in map(_plain, texts.unique()) if _DATE.fullmatch(plain)]
    counts = {order: sum(read_period(date, order) is not None for date in dates) for order in (False, True)}
    same = all(read_period(date, False) == read_period(date, True) for date in dates)
    if same or counts[False] > counts[True]:
        return [False]
    return [True] if counts[True] > counts[False] else [False, True]


def read_periods(
    texts: pd.Series, month_first: bool = False, months: pd.Series | None = None
) -> tuple[pd.Series, pd.Series]:
    """Return a column's periods, "" where a text is none, and those texts; both with the column's index.

    months: the column of months, by name or number, where `texts` holds only years.
    """
    whole = texts if months is None else months.str.strip() + " " + texts.str.strip()
    periods = whole.map(lambda text: read_period(text, month_first) or "")
    return periods, whole[periods == ""]


def periods_in(text: str) -> set[str]:
    """Return the periods that a sentence tells, of the longest stretch of words that tells one."""
    words = text.split()
    for length in range(min(_WINDOW, len(words)), 0, -1):
        windows = [" ".join(words[at : at + length]).strip("()[],;:") for at in range(len(words) - length + 1)]
        if found := {period for window in windows if (period := read_period(window)) and _is_told(window, period)}:
            return found
    return set()


def _is_told(window: str, period: str) -> bool:
    named = any(word.isalpha() and read_period(f"{word} 2024") not in (None, "2024") for word in window.split())
    return len(period) == 4 or "Q" in period or named or bool(_SIGNS.search(window))


def period_mark(text: str) -> str:
    """Return the mark on a period, without brackets: `**` of `2024**)`; "" where there is none."""
    found = _MARK.search(text.strip().casefold())
    return found["mark"].strip("() ") if found and read_period(text) else ""


def _plain(text: str) -> str:
    bare = _MARK.sub("", text.strip().casefold())
    apart = re.sub(r"[-/.,'’_:()–\s]+|(?<=\d)t(?=\d)", " ", bare)
    return " ".join(_FILLERS.sub(" ", apart).split())


def _from_parts(parts: dict[str, str | None]) -> str | None:
    day = parts.get("day")
    if day and not 1 <= int(day) <= 31:
        return None
    year = parts.get("year") or f"20{parts['short']}"
    if quarter := parts.get("quarter"):
        return f"{year}-Q{_ROMAN.get(quarter) or quarter}"
    month = _MONTH_NUMBERS[name] if (name := parts.get("name")) else int(parts.get("month") or 0)
    return _period(year, month) if name or parts.get("month") else year


def _period(year: str, month: int) -> str | None:
    period = f"{year}-{month:02d}"
    return period if is_period(period) else None
