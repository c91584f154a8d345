"""Differences and changes in words: points of a percentage, or the things counted."""

from components.language.i18n import _, number, signed
from components.report.labels import quantity_text
from data.indicators import Indicator
from data.quantity import Quantity
from data.query import Row


def size_text(apart: Quantity) -> str:
    """Write a difference without its sign: 58; 6,4; one that shows as nothing is less than the last decimal."""
    if apart.vanishes:
        return _("less than {step}", step=number(10.0**-apart.decimals, apart.decimals))
    return number(abs(apart.value), apart.decimals)


def gap_text(apart: Quantity, indicator: Indicator) -> str:
    """Write a difference of two values, whichever is larger: 58 poin persen; 1.200 orang."""
    if indicator.unit == "percent":
        return _("{points} points", points=size_text(apart))
    return quantity_text(Quantity(abs(apart.value), apart.decimals), indicator)


def change_text(change: Quantity, indicator: Indicator) -> str:
    """Write a change with its sign: −6,4 poin persen; +1.200 orang."""
    sign = signed(change.value, change.decimals)[:1]
    return (sign if sign in "+\N{MINUS SIGN}" else "") + gap_text(change, indicator)


def change_of_value(row: Row) -> Quantity:
    """Return the change of a row's value, from the columns of `data.rank.movement`."""
    return Quantity(float(row.value_change), int(row.change_decimals))


def points_text(apart: Quantity) -> str:
    """Write a change beside its unit: −6,4; ±<0,1 where it shows as nothing."""
    if not apart.vanishes:
        return signed(apart.value, apart.decimals)
    sign = "+" if apart.value > 0 else "\N{MINUS SIGN}"
    return f"{sign}<{number(10.0**-apart.decimals, apart.decimals)}"
