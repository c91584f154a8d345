"""Rank regions on the figures that a screen shows."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from data.indicators import Indicator


@dataclass(frozen=True, eq=False)
class Extremes:
    """The two ends of a ranking.

    highest, lowest: rows of the ranking, several where they tie, none where nobody has a value.
    gap: difference of the two displayed values; ratio: their quotient, None where the lowest is 0.
    with_value, gaps, not_applicable: how many regions have a value, how many lack one that should have it, and to
    how many the indicator does not apply.
    """

    highest: pd.DataFrame
    lowest: pd.DataFrame
    gap: float | None
    ratio: float | None
    with_value: int
    gaps: int
    not_applicable: int


def round_displayed(values: pd.Series, decimals: int) -> pd.Series:
    """Round as the browser displays, so that a tie on screen is a tie in the ranking; missing stays missing.

    Half goes away from zero, decided on the shortest decimal that denotes the number (`repr`), because that
    is what Intl.NumberFormat does: 0.15 shows as 0.2 (ICU 78 in Node and Chromium), though the binary
    fraction behind it lies below 0.15. JavaScript's toFixed and Python's round differ.
    """
    unit = Decimal(1).scaleb(-decimals)
    rounded = [
        float("nan") if pd.isna(value) else float(Decimal(repr(float(value))).quantize(unit, ROUND_HALF_UP))
        for value in values
    ]
    return pd.Series(rounded, index=values.index, dtype="float64", name=values.name)


def rank(values: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Rank the regions of one period: 1, 2, 2, 4, decided on the displayed decimals.

    values: one row per region, as `values_in` gives them.
    Returns them with `displayed` (the value as shown) and `rank` (1 is best by the indicator's `better`;
    missing in a gap), best first, equals by region_code, gaps at the end.
    """
    ranked = values.assign(displayed=round_displayed(values["value"], indicator.decimals))
    lower_is_better = indicator.better == "lower"
    places = ranked["displayed"].rank(method="min", ascending=lower_is_better)
    return ranked.assign(rank=places.astype("Int64")).sort_values(
        ["rank", "region_code"], na_position="last", ignore_index=True
    )


def extremes(ranked: pd.DataFrame) -> Extremes:
    """Return the highest and lowest of a ranking, whichever of them is the better one."""
    shown = ranked["displayed"]
    high, low = shown.max(), shown.min()
    known = int(shown.notna().sum())
    return Extremes(
        highest=ranked[shown == high],
        lowest=ranked[shown == low],
        gap=subtract(high, low) if known else None,
        ratio=float(high / low) if known and low > 0 else None,
        with_value=known,
        gaps=int(ranked["gap"].isin(["not_reported", "suppressed"]).sum()),
        not_applicable=int(ranked["gap"].eq("not_applicable").sum()),
    )


def not_yet_covered(values: pd.DataFrame) -> pd.Series:
    """Return denominator minus numerator: persons or villages still outside; missing where either is."""
    return values["denominator"] - values["numerator"]


def movement(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """Compare two rankings of one indicator in two periods.

    Returns a row for each region of `now`, in its order: region_code, `rank_change` (positive: that many
    places up), `value_change` (of the displayed values, in the indicator's unit); missing where either is
    missing. Ranks among different numbers of regions with a value are compared as they are.
    """
    both = now[["region_code", "rank", "displayed"]].merge(
        then[["region_code", "rank", "displayed"]], on="region_code", how="left", suffixes=("", "_then")
    )
    changes = [subtract(a, b) for a, b in zip(both["displayed"], both["displayed_then"], strict=True)]
    return pd.DataFrame(
        {
            "region_code": both["region_code"],
            "rank_change": both["rank_then"] - both["rank"],
            "value_change": pd.Series(changes, dtype="float64"),
        }
    )


def subtract(first: float, second: float) -> float:
    """Return the difference of two displayed values, of their decimals and not of the binary fractions.

    In those 75.3 - 17.1 is 58.199999999999996. Neither may be missing.
    """
    return float(Decimal(repr(float(first))) - Decimal(repr(float(second))))
