"""A figure with the decimals that it is known to: shown as printed, derived unrounded, and rounded once."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from data.indicators import Indicator

# More decimals than a publisher prints: a quotient from a spreadsheet's cell, which says nothing of how it was rounded.
MOST_PRINTED = 3
# A target is set and not measured: no rounding stands behind it, so it never makes a difference coarser.
EXACT = 9
# The difference that the rounding of binary fractions leaves between two equal figures.
_NOTHING = 1e-9


@dataclass(frozen=True)
class Quantity:
    """A value as exact as it is known, and how many decimals of it are shown."""

    value: float
    decimals: int

    @property
    def rounded(self) -> float:
        """Return the value as it is shown, see `round_half_up`; missing stays missing."""
        return self.value if self.value != self.value else round_half_up(self.value, self.decimals)

    @property
    def vanishes(self) -> bool:
        """Say whether it is something, and shows as nothing: 0.01 points at one decimal."""
        return self.rounded == 0 and abs(self.value) > _NOTHING


@dataclass(frozen=True)
class Ratio:
    """A quotient; least, most: what it may be, as the two figures may have been rounded from others."""

    value: float
    decimals: int
    least: float
    most: float


def round_half_up(value: float, decimals: int) -> float:
    """Round as the browser displays.

    Half goes away from zero, decided on the shortest decimal that denotes the number (`repr`), because that
    is what Intl.NumberFormat does: 0.15 shows as 0.2 (ICU 78 in Node and Chromium), though the binary
    fraction behind it lies below 0.15. JavaScript's toFixed and Python's round differ.
    """
    return float(Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0)


def quantity_of(row: Any, indicator: Indicator) -> Quantity:
    """Return a row's value with its decimals; row: value_printed, both counts, status and counts_status of a series.

    A printed figure keeps the decimals that its source printed; one that is computed from counts has those of the
    indicator. Made up counts behind a printed figure lend it no decimal that nobody printed.
    """
    if not getattr(row, "value_printed", ""):
        return Quantity(float(row.value), indicator.decimals)
    counted = not (pd.isna(row.numerator) or pd.isna(row.denominator))
    lent = counted and row.status == "reported" and row.counts_status == "simulated" and not row.disagrees
    return Quantity(float(row.value), _decimals(row.value_printed, counted and not lent, indicator))


def decimals_in(rows: pd.DataFrame, indicator: Indicator) -> list[int]:
    """Return the same decimals for each row of a table; those of the indicator where it says nothing of its sources."""
    if "value_printed" not in rows or not rows["value_printed"].astype(bool).any():
        return [indicator.decimals] * len(rows)
    counted = rows["numerator"].notna() & rows["denominator"].notna()
    lent = rows["status"].eq("reported") & rows["counts_status"].eq("simulated") & ~rows["disagrees"].eq(True)
    known = (counted & ~lent).tolist()
    return [
        _decimals(printed, from_counts, indicator)
        for printed, from_counts in zip(rows["value_printed"].tolist(), known, strict=True)
    ]


def shown_values(rows: pd.DataFrame, indicator: Indicator) -> pd.Series:
    """Return the values of rows as they are shown, each rounded to its own decimals; missing stays missing."""
    shown = [
        float("nan") if pd.isna(value) else round_half_up(value, decimals)
        for value, decimals in zip(rows["value"].tolist(), decimals_in(rows, indicator), strict=True)
    ]
    return pd.Series(shown, index=rows.index, dtype="float64", name="value")


def difference(first: Quantity, second: Quantity) -> Quantity:
    """Return the first less the second, unrounded, with the decimals of the coarser of the two.

    Of their decimals and not of the binary fractions: in those 75.3 - 17.1 is 58.199999999999996.
    """
    exact = float(Decimal(repr(first.value)) - Decimal(repr(second.value)))
    return Quantity(exact, min(first.decimals, second.decimals))


def quotient(first: Quantity, second: Quantity) -> Ratio | None:
    """Return the first divided by the second, with the decimals of the coarser; None where the second shows as 0."""
    if second.value <= 0 or second.rounded <= 0:
        return None
    halves = [0.5 * 10.0**-one.decimals for one in (first, second)]
    low = second.value - halves[1]
    return Ratio(
        value=first.value / second.value,
        decimals=min(first.decimals, second.decimals),
        least=(first.value - halves[0]) / (second.value + halves[1]),
        most=(first.value + halves[0]) / low if low > 0 else float("inf"),
    )


def _decimals(printed: object, from_counts: bool, indicator: Indicator) -> int:
    if from_counts or not isinstance(printed, str) or not printed or indicator.unit != "percent":
        return indicator.decimals
    own = len(printed.partition(".")[2])
    return own if own <= MOST_PRINTED else indicator.decimals
