"""Counts behind a rate that its sources imply: participants printed elsewhere, a denominator behind a percentage."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.indicators import Indicator
from data.query import Row

NUMERATOR, DENOMINATOR = "numerator", "denominator"


@dataclass(frozen=True)
class Counts:
    """Both counts of a rate. implied: which one was worked out from the printed rate, "" where both were printed."""

    numerator: float
    denominator: float
    implied: str = ""

    @property
    def pair(self) -> tuple[float, float]:
        return self.numerator, self.denominator


def counts_behind(row: Row, indicator: Indicator, participants: Mapping[str, Row]) -> Counts | None:
    """Return both counts of a rate; None where one of them is known by no source.

    row: of a series with a value. participants: rows of the counts of the numerator in the same period, by region, as
    active participants are of coverage; taken where the rate was printed without counts.
    Where one count is known, the other is the one that the printed rate asks for: 261,814 at 41.84 percent are of
    625,751. Not of a rate of 0, which any denominator gives.
    """
    numerator, denominator = row.numerator, row.denominator
    known = participants.get(str(row.region_code))
    if pd.isna(numerator) and known is not None:
        numerator = known.value
    if pd.notna(numerator) and pd.notna(denominator):
        return Counts(float(numerator), float(denominator))
    if pd.isna(row.value) or row.value <= 0:
        return None
    if pd.notna(numerator):
        return Counts(float(numerator), float(round(indicator.multiplier * numerator / row.value)), DENOMINATOR)
    if pd.notna(denominator):
        return Counts(float(round(row.value * denominator / indicator.multiplier)), float(denominator), NUMERATOR)
    return None
