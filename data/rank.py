"""Rank regions on the figures that a screen shows."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from data.completeness import COMPLETE_SHARE, Completeness, completeness
from data.indicators import Indicator
from data.stated import no_places, scope_of, with_places


@dataclass(frozen=True, eq=False)
class Extremes:
    """The two ends of a ranking, where anything may be called so.

    highest, lowest: rows of the ranking, several where they tie. None where the set is incomplete, unless a source
    states an end: then the row of that (`by_source`), with who says so in `stated_by` and `stated_of`.
    gap: difference of the two displayed values; ratio: their quotient, None where the lowest is 0; None without
    both ends. total: the sum of absolute counts that are known, None of anything else.
    of: how many regions these are, and what may be said of them.
    """

    highest: pd.DataFrame
    lowest: pd.DataFrame
    gap: float | None
    ratio: float | None
    of: Completeness
    by_source: bool = False
    total: float | None = None

    @property
    def with_value(self) -> int:
        """Return how many regions have a value."""
        return self.of.known

    @property
    def gaps(self) -> int:
        """Return how many lack a value that should have one."""
        return self.of.gaps

    @property
    def not_applicable(self) -> int:
        """Return to how many the indicator does not apply."""
        return self.of.idle


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


def rank(values: pd.DataFrame, indicator: Indicator, places: pd.DataFrame | None = None) -> pd.DataFrame:
    """Rank the regions of one period: 1, 2, 2, 4, decided on the displayed decimals.

    values: one row per region, as `values_in` gives them. places: what sources state of them, of this indicator,
    segment and period, as `data.stated.places_at` gives it.
    Returns them with `displayed` (the value as shown), `rank` (1 is best by the indicator's `better`; missing in a
    gap, and throughout where data.completeness does not let the set be ranked) and `STATED_COLUMNS`; best first
    (of counts the largest), equals by region_code, gaps at the end.
    """
    of = completeness(values, indicator)
    ranked = values.assign(displayed=round_displayed(values["value"], indicator.decimals))
    ascending = indicator.better == "lower" and not indicator.is_count
    order = ranked["displayed"].rank(method="min", ascending=ascending).astype("Int64")
    ranked = with_places(ranked, no_places() if places is None else places)
    return (
        ranked.assign(rank=order if of.is_ranked else order.mask(order.notna()), order=order)
        .sort_values(["order", "region_code"], na_position="last", ignore_index=True)
        .drop(columns="order")
    )


def extremes(ranked: pd.DataFrame, indicator: Indicator) -> Extremes:
    """Return the highest and lowest of a ranking, whichever of them is the better one.

    ranked: as `rank` gives it, all regions of one level in one area.
    """
    of, shown = completeness(ranked, indicator), ranked["displayed"]
    if of.is_ranked:
        high, low = ranked[shown == shown.max()], ranked[shown == shown.min()]
    else:
        high, low = (_stated(ranked, of, end) for end in ("highest", "lowest"))
    both = len(high) > 0 and len(low) > 0
    top, bottom = (rows["displayed"].iloc[0] if both else float("nan") for rows in (high, low))
    return Extremes(
        highest=high,
        lowest=low,
        gap=subtract(top, bottom) if both else None,
        ratio=float(top / bottom) if both and bottom > 0 else None,
        of=of,
        by_source=not of.is_ranked and (len(high) > 0 or len(low) > 0),
        total=float(ranked["value"].sum()) if of.known and indicator.aggregation == "sum" else None,
    )


def _stated(ranked: pd.DataFrame, of: Completeness, end: str) -> pd.DataFrame:
    """Return the one row that a source calls an end of just these regions, unless another known one lies beyond it."""
    rows = ranked[ranked["stated"].eq(end) & ranked["displayed"].notna()]
    if len(rows) != 1 or of.is_count or ranked["region_code"].map(scope_of).nunique() != 1:
        return ranked.head(0)
    among, shown = rows["stated_of"].iloc[0], ranked["displayed"]
    beyond = shown.max() if end == "highest" else shown.min()
    is_whole = among == "" or int(among) >= COMPLETE_SHARE * of.applicable
    return rows if is_whole and rows["displayed"].iloc[0] == beyond else ranked.head(0)


def not_yet_covered(values: pd.DataFrame) -> pd.Series:
    """Return denominator minus numerator: persons or villages still outside; missing where either is."""
    return values["denominator"] - values["numerator"]


def movement(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """Compare two rankings of one indicator in two periods.

    Returns a row for each region of `now`, in its order: region_code, `rank_change` (positive: that many
    places up), `value_change` (of the displayed values, in the indicator's unit); missing where either is
    missing, ranks also where either set is not ranked.
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
