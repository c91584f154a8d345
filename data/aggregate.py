"""Combine the figures of several regions or periods into one."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.indicators import Indicator

_COUNTS = ["numerator", "denominator"]
_FIGURES = [*_COUNTS, "value"]


def aggregate_rate(parts: pd.DataFrame, by: list[str], multiplier: float = 100.0) -> pd.DataFrame:
    """Combine the rates of several regions or periods into one per group.

    Sums the counts and divides once; the mean of rates would weigh a village like a city.

    parts: one row per region and period; columns `numerator`, `denominator` (counts, >= 0) and those in `by`.
    multiplier: 100 for percent.
    Returns `by`, numerator, denominator, value, sorted by `by`. All three are missing where any part is
    missing: the sum of those who answered is not the sum of all. Value alone is missing where the
    denominator is 0.
    """
    totals = parts.groupby(by, as_index=False)[_COUNTS].sum(min_count=1)
    totals["value"] = multiplier * totals["numerator"] / totals["denominator"].where(totals["denominator"] > 0)
    totals.loc[_any(parts[_COUNTS].isna().any(axis=1), parts, by), _FIGURES] = float("nan")
    return totals


def aggregate(parts: pd.DataFrame, indicator: Indicator, by: list[str]) -> pd.DataFrame:
    """Combine parts by the indicator's rule: `ratio` as `aggregate_rate`, `sum` of values, `none`: missing.

    parts: one row per region and period; numerator, denominator, value, those in `by`, and the column that
    the indicator's `applies_where` names (without it, the indicator is taken to apply everywhere).
    A part to which the indicator does not apply (denominator 0, or `applies_where` is 0 and nothing is
    counted) adds nothing and lacks nothing. A group with any other part missing is missing.
    Returns `by`, numerator, denominator, value, sorted by `by`, one row for every group of `parts`; a ratio
    that applies to no part of a group has denominator 0 and no value, a sum no value.
    """
    idle = _does_not_apply(parts, indicator)
    if indicator.aggregation == "ratio":
        return aggregate_rate(parts.assign(**{c: parts[c].mask(idle, 0.0) for c in _COUNTS}), by, indicator.multiplier)
    totals = _summed(parts, idle, by)
    if indicator.aggregation == "none":
        totals["value"] = float("nan")
    return totals


def is_missing(parts: pd.DataFrame, indicator: Indicator) -> pd.Series:
    """Say of each part whether it lacks a figure, so that its whole has none.

    parts: as `aggregate` takes them. The rule of `aggregate`: of a ratio both counts are needed, of a sum the value,
    and a part to which the indicator does not apply lacks nothing.
    """
    needed = _COUNTS if indicator.aggregation == "ratio" else ["value"]
    return parts[needed].isna().any(axis=1) & ~_does_not_apply(parts, indicator)


def _summed(parts: pd.DataFrame, idle: pd.Series, by: list[str]) -> pd.DataFrame:
    values = parts.assign(value=parts["value"].mask(idle, 0.0), **dict.fromkeys(_COUNTS, float("nan")))
    totals = values.groupby(by, as_index=False)[_FIGURES].sum(min_count=1)
    unknown = _any(values["value"].isna(), parts, by) | ~_any(~idle, parts, by)
    totals.loc[unknown, "value"] = float("nan")
    return totals


def _does_not_apply(parts: pd.DataFrame, indicator: Indicator) -> pd.Series:
    counted = parts["denominator"] if indicator.is_ratio else parts["value"]
    nothing = (counted == 0) if indicator.is_ratio else pd.Series(False, index=parts.index)
    if indicator.applies_where in parts:
        # Where a count is there all the same, it is believed rather than the region table.
        nothing = nothing | ((parts[indicator.applies_where] <= 0) & counted.isna())
    return nothing


def _any(flags: pd.Series, parts: pd.DataFrame, by: list[str]) -> npt.NDArray[np.bool_]:
    return flags.groupby([parts[column] for column in by]).any().to_numpy(dtype=np.bool_)
