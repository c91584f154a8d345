"""Periods as text (`2024`, `2024-Q4`, `2024-11`): their frequency, end, order and neighbours."""

import calendar
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Literal

from errors import DataError

Frequency = Literal["year", "quarter", "month"]

# [0-9] and not \d: \d also takes the digits of other scripts, which would sort and print differently.
_FORMS: dict[Frequency, re.Pattern[str]] = {
    "year": re.compile(r"([12][0-9]{3})"),
    "quarter": re.compile(r"([12][0-9]{3})-Q([1-4])"),
    "month": re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])"),
}
_PER_YEAR: dict[Frequency, int] = {"year": 1, "quarter": 4, "month": 12}
_COARSE_FIRST: tuple[Frequency, ...] = ("year", "quarter", "month")


def frequency(period: str) -> Frequency:
    """Return `year`, `quarter` or `month`; DataError `period_malformed` for anything else."""
    return _parsed(period)[0]


def is_period(text: str) -> bool:
    """Say whether a text is a period at all."""
    return any(form.fullmatch(text) for form in _FORMS.values())


def period_end(period: str) -> date:
    """Return the period's last day: a year ends with its December, a quarter with its third month."""
    kind, year, number = _parsed(period)
    month = 12 // _PER_YEAR[kind] * number
    return date(year, month, calendar.monthrange(year, month)[1])


def first_day(written: str) -> date:
    """Return the day of `2024-11-30`, or the first of the month of `2024-11`."""
    return date.fromisoformat(written if len(written) == len("2024-11-30") else f"{written}-01")


def sort_periods(periods: Iterable[str]) -> list[str]:
    """Return the periods by their end, oldest first; of those with one end the finer stands last."""
    return sorted(periods, key=lambda period: (period_end(period), _COARSE_FIRST.index(frequency(period))))


def shift(period: str, years: int) -> str:
    """Return the same part of another year: `shift("2024-11", -1)` is `2023-11`."""
    kind, year, _ = _parsed(period)
    shifted = f"{year + years:04d}{period[4:]}"
    if not _FORMS[kind].fullmatch(shifted):
        raise DataError("period_malformed", found=shifted)
    return shifted


def are_neighbours(first: str, second: str) -> bool:
    """Say whether two periods of one frequency follow each other directly, in either order.

    A line on a trend joins neighbours only; over anything else it would draw what nobody reported.
    """
    (kind, year, number), (other_kind, other_year, other_number) = _parsed(first), _parsed(second)
    step = (other_year - year) * _PER_YEAR[kind] + other_number - number
    return kind == other_kind and abs(step) == 1


def frequencies(periods: Iterable[str]) -> list[Frequency]:
    """Return the frequencies that occur, most common first; of equally common ones the finer first."""
    counts = Counter(frequency(period) for period in periods)
    return sorted(counts, key=lambda kind: (-counts[kind], -_PER_YEAR[kind]))


# A series says the same few months for each of its regions.
@lru_cache(4096)
def _parsed(period: str) -> tuple[Frequency, int, int]:
    for kind, form in _FORMS.items():
        if found := form.fullmatch(period):
            return kind, int(found[1]), int(found[2]) if kind != "year" else 1
    raise DataError("period_malformed", found=period)
