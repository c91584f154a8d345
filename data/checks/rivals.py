"""Two sources that contradict each other about one region within three months."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from data.checks.findings import as_findings
from data.checks.rounding import half_units, slack_of_counts
from data.indicators import Indicator
from data.periods import period_end
from data.regimes import UNSAID, regimes_of

_MONTHS = 3
# Points of a month that participants can move. Bengkulu rose from 37 to 41.84 between November and December 2024, as
# regional budgets pay for the year: the most that any two printed figures a month apart differ by.
_POINTS_A_MONTH = 5.0
_SERIES = ["region_code", "indicator", "segment"]
# What is known of the other figure of a pair, and how a finding calls it.
_OTHER = {"period": "other_period", "value_printed": "other_printed", "value": "other", "source_id": "other_source_id"}


def find_contradictory(
    observations: pd.DataFrame, rivals: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    """Return the pairs of figures of two sources that cannot both be right, the earlier of each pair first.

    rivals: as `data.rivals.read_rivals` gives them: figures that another source prints of the same time.
    Compared are percentages of one region, indicator and segment whose periods end within three months, as printed
    (else as computed). They contradict where they differ by more than the printed decimals, and than five points for
    each month between them. Figures whose sources name different denominators are not held against each other, nor
    those whose printed denominators differ by more than their rounding: there the denominator says why.
    """
    percent = [one.id for one in indicators.values() if one.unit == "percent"]
    printed = observations[observations["indicator"].isin(percent) & observations["value"].notna()]
    figures = _ordered(pd.concat([printed.assign(regime=regimes_of(printed)), _as_rows(rivals)], ignore_index=True))
    found = []
    for lag in range(1, len(figures)):
        now, then = figures.iloc[lag:].reset_index(drop=True), figures.iloc[:-lag].reset_index(drop=True)
        near = (now[_SERIES] == then[_SERIES]).all(axis=1) & (now["month"] - then["month"] <= _MONTHS)
        if not near.any():
            break
        wrong = near & _contradict(now, then)
        found.append(then[wrong].assign(**{name: now.loc[wrong, column] for column, name in _OTHER.items()}))
    pairs = pd.concat(found) if found else figures.head(0)
    return as_findings("contradictory", pairs)


def _as_rows(rivals: pd.DataFrame) -> pd.DataFrame:
    return rivals.assign(value=pd.to_numeric(rivals["value_printed"]), denominator=np.nan, regime=UNSAID)


def _ordered(figures: pd.DataFrame) -> pd.DataFrame:
    """Return the figures by series and month; of one month those of the table of observations first."""
    ends = {period: period_end(period) for period in figures["period"].unique()}
    months = {period: end.year * 12 + end.month for period, end in ends.items()}
    compared = pd.to_numeric(figures["value_printed"].mask(figures["value_printed"] == "")).fillna(figures["value"])
    half = half_units(figures["value_printed"]).where(figures["value_printed"] != "", 0.0)
    placed = figures.assign(month=figures["period"].map(months).astype("float64"), compared=compared, half=half)
    return placed.sort_values([*_SERIES, "month"], kind="stable", ignore_index=True)


def _contradict(now: pd.DataFrame, then: pd.DataFrame) -> "pd.Series[bool]":
    apart = (now["compared"] - then["compared"]).abs() - now["half"] - then["half"]
    moved = _POINTS_A_MONTH * (now["month"] - then["month"])
    named = (now["regime"] != UNSAID) & (then["regime"] != UNSAID) & (now["regime"] != then["regime"])
    slack = slack_of_counts(now["denominator"]) + slack_of_counts(then["denominator"])
    other_whole = (now["denominator"] - then["denominator"]).abs() > slack
    return (now["source_id"] != then["source_id"]) & (apart > moved + 1e-9) & ~named & ~other_whole
