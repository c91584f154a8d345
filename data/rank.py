"""Rank regions on the figures that a screen shows."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.indicators import Indicator
from data.quantity import Quantity, Ratio, decimals_in, difference, quotient, round_half_up, shown_values


@dataclass(frozen=True, eq=False)
class Extremes:
    """The two ends of a ranking.

    highest, lowest: rows of the ranking, several where they tie, none where nobody has a value.
    gap: difference of the two, ratio: their quotient, None where the lowest is 0; both of the values unrounded.
    with_value, gaps, not_applicable: how many regions have a value, how many lack one that should have it, and to
    how many the indicator does not apply.
    """

    highest: pd.DataFrame
    lowest: pd.DataFrame
    gap: Quantity | None
    ratio: Ratio | None
    with_value: int
    gaps: int
    not_applicable: int


def round_displayed(values: pd.Series, decimals: int) -> pd.Series:
    """Round all values to the same decimals, see `data.quantity.round_half_up`; missing stays missing."""
    rounded = [float("nan") if pd.isna(value) else round_half_up(value, decimals) for value in values]
    return pd.Series(rounded, index=values.index, dtype="float64", name=values.name)


def rank(values: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Rank the regions of one period: 1, 2, 2, 4, decided on the displayed decimals.

    values: one row per region, as `values_in` gives them.
    Returns them with `displayed` (the value as shown), its `decimals` and `rank` (1 is best by the indicator's
    `better`; missing in a gap), best first, equals by region_code, gaps at the end.
    """
    ranked = values.assign(displayed=shown_values(values, indicator), decimals=decimals_in(values, indicator))
    lower_is_better = indicator.better == "lower"
    places = ranked["displayed"].rank(method="min", ascending=lower_is_better)
    return ranked.assign(rank=places.astype("Int64")).sort_values(
        ["rank", "region_code"], na_position="last", ignore_index=True
    )


def extremes(ranked: pd.DataFrame) -> Extremes:
    """Return the highest and lowest of a ranking, whichever of them is the better one."""
    shown = ranked["displayed"]
    high, low = shown.max(), shown.min()
    top, foot = _end(ranked[shown == high], "idxmax"), _end(ranked[shown == low], "idxmin")
    return Extremes(
        highest=ranked[shown == high],
        lowest=ranked[shown == low],
        gap=difference(top, foot) if top and foot else None,
        ratio=quotient(top, foot) if top and foot else None,
        with_value=int(shown.notna().sum()),
        gaps=int(ranked["gap"].isin(["not_reported", "suppressed"]).sum()),
        not_applicable=int(ranked["gap"].eq("not_applicable").sum()),
    )


def _end(rows: pd.DataFrame, which: str) -> Quantity | None:
    """The outermost of those that share an end."""
    if rows.empty:
        return None
    row = rows.loc[getattr(rows["value"], which)()]
    return Quantity(float(row["value"]), int(row["decimals"]))


def not_yet_covered(values: pd.DataFrame) -> pd.Series:
    """Return denominator minus numerator: persons or villages still outside; missing where either is."""
    return values["denominator"] - values["numerator"]


def movement(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    """Compare two rankings of one indicator in two periods.

    Returns a row for each region of `now`, in its order: region_code, `rank_change` (positive: that many
    places up), `value_change` (of the values unrounded, rounded once to its `change_decimals`, in the indicator's
    unit), `value_then` with its `decimals_then`; missing where either is missing. Ranks among different numbers of
    regions with a value are compared as they are.
    """
    columns = ["region_code", "rank", "value", "decimals"]
    both = now[columns].merge(then[columns], on="region_code", how="left", suffixes=("", "_then"))
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
