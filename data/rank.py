"""Rank regions on the figures that a screen shows."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.completeness import COMPLETE_SHARE, Completeness, completeness
from data.indicators import Indicator
from data.quantity import Quantity, Ratio, decimals_in, difference, quotient, round_half_up, shown_values
from data.stated import STATED_COLUMNS, no_places, scope_of, with_places


@dataclass(frozen=True, eq=False)
class Extremes:
    """The two ends of a ranking, where anything may be called so.

    highest, lowest: rows of the ranking, several where they tie. None where the set is incomplete, unless a source
    states an end: then the row of that (`by_source`), with who says so in `stated_by` and `stated_of`.
    gap: difference of the two, ratio: their quotient, None where the lowest is 0; both of the values unrounded; None
    without both ends. total: the sum of absolute counts that are known, None of anything else.
    of: how many regions these are, and what may be said of them.
    """

    highest: pd.DataFrame
    lowest: pd.DataFrame
    gap: Quantity | None
    ratio: Ratio | None
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
    """Round all values to the same decimals, see `data.quantity.round_half_up`; missing stays missing."""
    rounded = [float("nan") if pd.isna(value) else round_half_up(value, decimals) for value in values]
    return pd.Series(rounded, index=values.index, dtype="float64", name=values.name)


def rank(
    values: pd.DataFrame, indicator: Indicator, places: pd.DataFrame | None = None, spare: int = 0
) -> pd.DataFrame:
    """Rank the regions of one period: 1, 2, 2, 4, decided on the displayed decimals.

    values: one row per region, as `values_in` gives them. places: what sources state of them, of this indicator,
    segment and period, as `data.stated.places_at` gives it. spare: how many may lack a figure and the others are still
    numbered among themselves.
    Returns them with `displayed` (the value as shown), its `decimals`, `rank` (1 is best by the indicator's `better`;
    missing in a gap, and throughout where data.completeness does not let the set be ranked) and `STATED_COLUMNS`;
    best first (of counts the largest), equals by region_code, gaps at the end.
    """
    of = completeness(values, indicator, spare)
    ranked = values.assign(displayed=shown_values(values, indicator), decimals=decimals_in(values, indicator))
    ascending = indicator.better == "lower" and not indicator.is_count
    order = ranked["displayed"].rank(method="min", ascending=ascending).astype("Int64")
    ranked = with_places(ranked, no_places() if places is None else places)
    return (
        ranked.assign(rank=order if of.is_numbered else order.mask(order.notna()), order=order)
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
    top, bottom = _outermost(high, "idxmax"), _outermost(low, "idxmin")
    return Extremes(
        highest=high,
        lowest=low,
        gap=difference(top, bottom) if top and bottom else None,
        ratio=quotient(top, bottom) if top and bottom else None,
        of=of,
        by_source=not of.is_ranked and (len(high) > 0 or len(low) > 0),
        total=float(ranked["value"].sum()) if of.known and indicator.aggregation == "sum" else None,
    )


def _outermost(rows: pd.DataFrame, which: str) -> Quantity | None:
    """Return the outermost of the regions that share an extreme, None where there is none."""
    if rows.empty:
        return None
    row = rows.loc[getattr(rows["value"], which)()]
    return Quantity(float(row["value"]), int(row["decimals"]))


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


def places_by(rows: pd.DataFrame, column: str, indicator: Indicator) -> pd.Series:
    """Return the place of each region by another column than its value, the largest first: 1, 2, 2, 4.

    rows: a ranking, all regions of one level in one area. Missing in a gap, and throughout where fewer regions have
    the column than data.completeness lets be ranked.
    """
    lacking = rows["gap"].mask(rows[column].isna() & rows["gap"].eq(""), "not_held")
    order = rows[column].rank(method="min", ascending=False).astype("Int64")
    of = completeness(rows.assign(value=rows[column], gap=lacking), indicator)
    return order if of.is_ranked else order.mask(order.notna())


def rank_among(ranked: pd.DataFrame, codes: Collection[str], indicator: Indicator) -> pd.DataFrame:
    """Rank some regions of a ranking among themselves; what sources state of all of them is not said of some."""
    own = ranked.drop(columns=["displayed", "decimals", "rank", *STATED_COLUMNS])
    return rank(own[own["region_code"].isin(codes)], indicator)


def movement(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """Compare two rankings of one indicator in two periods.

    Returns a row for each region of `now`, in its order: region_code, `rank_change` (positive: that many
    places up), `value_change` (of the values unrounded, rounded once to its `change_decimals`, in the indicator's
    unit), `value_then` with its `decimals_then`; missing where either is missing or the two are of different regimes
    (data.regimes), ranks also where either set is not ranked.
    """
    columns = ["region_code", "rank", "value", "decimals", "regime"]
    then = then[columns].merge(now[["region_code", "regime"]], on=["region_code", "regime"])
    both = now[columns].merge(then, on="region_code", how="left", suffixes=("", "_then"))
    changes = [_change(row) for row in both.itertuples()]
    return pd.DataFrame(
        {
            "region_code": both["region_code"],
            "rank_change": both["rank_then"] - both["rank"],
            "value_change": pd.Series([one.rounded for one in changes], dtype="float64"),
            "change_decimals": [one.decimals for one in changes],
            "value_then": both["value_then"],
            "decimals_then": both["decimals_then"].fillna(0).astype(int),
        }
    )


def _change(row: Any) -> Quantity:
    if pd.isna(row.value) or pd.isna(row.value_then):
        return Quantity(float("nan"), 0)
    return difference(Quantity(row.value, row.decimals), Quantity(row.value_then, int(row.decimals_then)))
