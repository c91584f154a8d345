"""The change of every region since one period, as a series of its own: what a map of changes draws."""

from decimal import Decimal

import pandas as pd

from data.indicators import Indicator
from data.quantity import decimals_in, round_half_up
from data.query import SERIES_COLUMNS
from data.regimes import OTHER_REGIME

# Of a change in percent: points.
POINTS = "points"
_KEPT = ["region_code", "period", "source_id"]


def changes_since(series: pd.DataFrame, since: str, indicator: Indicator) -> pd.DataFrame:
    """Return a series whose values are the differences from a period, region by region.

    series: as `data.query.series` gives it, of one indicator and segment. Returns the same columns and rows; value:
    points of a rate, the indicator's unit otherwise, computed unrounded; value_printed: the same with the decimals of
    the coarser of the two figures, so that it shows no decimal that nobody printed. Numbers are missing where either
    figure is; gap: the reason of the one that is missing, the later first, and `other_regime` where the denominators
    of the two are not known to be the same. Empty where the period does not occur.
    """
    then = series[series["period"] == since].set_index("region_code")
    if then.empty:
        return series.iloc[:0]
    before = then.reindex(series["region_code"])
    exact = pd.Series(_subtracted(series["value"], before["value"]), index=series.index)
    places = [min(pair) for pair in zip(decimals_in(series, indicator), decimals_in(before, indicator), strict=True)]
    broken = _are_of_two_regimes(series["regime"].tolist(), before["regime"].tolist()) & exact.notna()
    value = exact.mask(broken)
    gap = series["gap"].where(series["gap"].ne(""), pd.Series(before["gap"].to_numpy(), index=series.index).fillna(""))
    known = value.notna()
    made = series[_KEPT].assign(
        numerator=float("nan"),
        denominator=float("nan"),
        value=value,
        value_printed=[
            f"{round_half_up(one, decimals):.{decimals}f}" if is_known else ""
            for one, decimals, is_known in zip(value.tolist(), places, known.tolist(), strict=True)
        ],
        status=series["status"].mask(series["status"].eq("reported"), "computed").where(known),
        counts_status=_simulated_where_either_is(series, before).where(known, ""),
        counts_source_id="",
        note="",
        regime=series["regime"].where(known, ""),
        gap=gap.mask(broken, OTHER_REGIME).where(~known, ""),
        disagrees=False,
    )
    return made[SERIES_COLUMNS]


def _subtracted(now: pd.Series, then: pd.Series) -> list[float]:
    """Subtract decimal by decimal, as `data.quantity.difference`: in binary 75.3 - 17.1 is 58.199999999999996."""
    pairs = zip(now.tolist(), then.tolist(), strict=True)
    return [float("nan") if pd.isna(a) or pd.isna(b) else float(Decimal(repr(a)) - Decimal(repr(b))) for a, b in pairs]


def _simulated_where_either_is(now: pd.DataFrame, then: pd.DataFrame) -> "pd.Series[str]":
    made_up = [rows[name].eq("simulated").to_numpy() for rows in (now, then) for name in ("status", "counts_status")]
    return pd.Series("", index=now.index).mask(pd.Series(sum(made_up) > 0, index=now.index), "simulated")


def _are_of_two_regimes(now: list[str], then: list[str]) -> "pd.Series[bool]":
    pairs = zip(now, then, strict=True)
    return pd.Series([a != b for a, b in pairs], dtype=bool)
