"""What a selection falls back on where an address leaves something open: the same for pages and for files."""

from math import isfinite

from data.periods import frequencies, frequency, is_period, shift


def opening_period(periods: list[str], opens_on: str) -> str:
    """The period a dataset opens on, else the newest of the most common frequency; "" where there is none.

    periods: those at which the regions shown have figures, oldest first.
    """
    if opens_on in periods or not periods:
        return opens_on if periods else ""
    every = frequencies(periods)[0]
    return next(period for period in reversed(periods) if frequency(period) == every)


def earlier_periods(periods: list[str], period: str) -> list[str]:
    """What a period can be compared with: the earlier ones of its frequency, oldest first."""
    same = [one for one in periods if period and frequency(one) == frequency(period)]
    return same[: same.index(period)] if period in same else []


def last_before(period: str, periods: list[str]) -> str:
    """The last of some periods that is not after another one of its frequency, else ""."""
    same = [one for one in periods if period and frequency(one) == frequency(period) and one <= period]
    return same[-1] if same else ""


def before(period: str, earlier: list[str]) -> str:
    """A year before, else the last of the earlier ones, else ""."""
    last_year = year_before(period)
    return last_year if last_year in earlier else (earlier[-1] if earlier else "")


def year_before(period: str) -> str:
    return shift(period, -1) if is_period(period) else ""


def limits_in(written: str) -> tuple[float, ...]:
    """Own class limits as an address holds them, ascending, each once. Raises ValueError for what is no number."""
    limits = {float(part) for part in written.split(",") if part}
    if not all(map(isfinite, limits)):
        raise ValueError(written)
    return tuple(sorted(limits))
