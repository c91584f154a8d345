"""The ratio of highest to lowest, as a sentence and as the figure of a tile."""

import math

from components.language.i18n import _, number
from components.language.numbers_in_words import whole
from data.indicators import Indicator
from data.quantity import Ratio


def times_text(ratio: Ratio, indicator: Indicator) -> str:
    """Return the ratio of highest to lowest, `4,4 kali`; of figures printed without decimals only what is certain.

    75 and 17 may stand for 74.5 and 17.5 or for 75.5 and 16.5: more than four times, and no 4.4.
    """
    if exact_ratio(ratio, indicator):
        return _("{ratio} times", ratio=number(ratio.value, 1))
    sign, count = _certain(ratio)
    written = _in_words(count)
    if sign == ">":
        return _("more than {count} times", count=written)
    if sign == "<":
        return _("less than {count} times", count=written)
    return _("about {count} times", count=written)


def times_figure(ratio: Ratio, indicator: Indicator) -> str:
    """Return the ratio as short as a tile on a phone needs it: `4,4 kali`, `> 4 kali`."""
    if exact_ratio(ratio, indicator):
        return times_text(ratio, indicator)
    sign, count = _certain(ratio)
    return _("{sign} {count} times", sign=sign, count=number(count))


def exact_ratio(ratio: Ratio, indicator: Indicator) -> bool:
    """Say whether a quotient has a decimal to show: of counts, and of rates that were printed or computed with one."""
    return indicator.unit != "percent" or ratio.decimals > 0


def _certain(ratio: Ratio) -> tuple[str, int]:
    """Return the sign and whole number that a ratio of rounded figures is certain to be above, below or near."""
    whole = math.floor(ratio.least)
    if ratio.most < whole + 1 and whole > 1:
        return ">", whole
    if ratio.most < 2:
        return "<", 2
    if ratio.most - ratio.least < 1:
        return "±", round(ratio.value)
    return ">", max(1, whole)


def _in_words(count: int) -> str:
    """Write numbers up to ten as words, others in digits."""
    return whole(count) if 1 <= count <= 10 else number(count)
