"""Printed figures against their own counts, and rates above the whole."""

from collections.abc import Mapping

import pandas as pd

from data.check import disagrees
from data.checks.findings import as_findings
from data.checks.rounding import half_units, possible_rates
from data.indicators import PERCENT, Indicator

_TOLERANCE = 1e-9


def find_printed(observations: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[pd.DataFrame]:
    """Return the printed figures that their counts contradict, in two classes.

    Both classes hold what `data.check.disagrees` finds: the printed figure lies outside half a unit of its last
    decimal around the quotient. `inside_count_rounding`: the counts are rounded themselves, and the rates that they
    allow reach the printed figure; `data.checks.rounding.possible_rates` says how. Its one rule about two rounded
    counts parts the pair of Banten: 2,700,000 of 6,000,000 allows 43.8 to 46.2, so that a printed 44 is explained and
    a printed 42.9 is not, though a denominator rounded to millions would allow both. `beyond_rounding`: all others.
    """
    rows = observations[disagrees(observations)]
    rounded = explained_by_counts(rows, indicators)
    return [as_findings("beyond_rounding", rows[~rounded]), as_findings("inside_count_rounding", rows[rounded])]


def explained_by_counts(rows: pd.DataFrame, indicators: Mapping[str, Indicator]) -> "pd.Series[bool]":
    """Say of each row with a printed figure and both counts whether the rounding of the counts explains the two."""
    multipliers = {one.id: one.multiplier for one in indicators.values()}
    multiplier = rows["indicator"].map(multipliers).astype("float64").fillna(PERCENT)
    low, high = possible_rates(rows["numerator"], rows["denominator"].where(rows["denominator"] > 0), multiplier)
    printed = pd.to_numeric(rows["value_printed"].mask(rows["value_printed"] == ""))
    half = half_units(rows["value_printed"])
    return (printed + half + _TOLERANCE >= low) & (printed - half - _TOLERANCE <= high) & (low < high)


def find_above(observations: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Return the percentages above 100: published so, taken so, and ranked."""
    percent = [one.id for one in indicators.values() if one.unit == "percent"]
    above = observations["indicator"].isin(percent) & (observations["value"] > PERCENT)
    return as_findings("above_100", observations[above])
