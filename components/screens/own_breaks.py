"""Own class limits as a user writes them: read, or refused with the one reason that holds."""

from math import isfinite

from components.language.i18n import language, number, read_number
from data.indicators import Indicator
from errors import DataError

# More classes than nine are no longer told apart by colour.
MOST_BREAKS = 8


def read_breaks(text: str, indicator: Indicator) -> list[float]:
    """Return the limits of a text, in the order written; semicolons and spaces part them.

    Points and commas are read as the screen's language writes them.
    Raises DataError limits_missing, limits_too_many, limit_decimal_sign, limit_not_number or limit_negative.
    """
    written = text.replace(";", " ").split()
    if not written:
        raise DataError("limits_missing")
    limits = [_limit(part) for part in written]
    if len(set(limits)) > MOST_BREAKS:
        raise DataError("limits_too_many", found=len(set(limits)), most=MOST_BREAKS)
    if indicator.unit == "percent" and (
        below := [part for part, limit in zip(written, limits, strict=True) if limit < 0]
    ):
        raise DataError("limit_negative", found=below[0])
    return limits


def _limit(written: str) -> float:
    try:
        limit = read_number(written.replace("−", "-"))
    except ValueError as error:
        raise _reason(written) from error
    if not isfinite(limit):
        raise DataError("limit_not_number", found=written)
    return limit


def _reason(written: str) -> DataError:
    """A number in the signs of the other language is told apart from what is no number at all."""
    theirs, ours = (",", ".") if language() == "en" else (".", ",")
    swapped = written.replace(theirs, "#").replace(ours, theirs).replace("#", ours)
    try:
        meant = read_number(swapped.replace("−", "-"))
    except ValueError:
        return DataError("limit_not_number", found=written)
    decimals = len(swapped.partition(ours)[2])
    return DataError("limit_decimal_sign", found=written, sign=ours, expected=number(meant, decimals))
