"""The newest figures of a region up to a period, one of each indicator and segment."""

from collections.abc import Mapping

import pandas as pd

from data.check import disagrees
from data.indicators import Indicator
from data.periods import period_end, sort_periods
from data.query import SERIES_COLUMNS
from data.regimes import regimes_of


def newest_figures(observations: pd.DataFrame, indicators: Mapping[str, Indicator], until: str) -> pd.DataFrame:
    """Return every region's own newest figure of each indicator and segment up to a period, as observed.

    observations: as read_observations gives them. indicators: by id, in the order wanted. until: a period; of what has
    figures of later periods only the newest is taken all the same, for it is known.
    Returns indicator, segment and SERIES_COLUMNS (`gap` is "", for only values are taken), by region, then the
    order of the indicators and segments. Nothing is aggregated: for a province use indicators_with_values.
    """
    known = observations[observations["value"].notna() & observations["indicator"].isin(list(indicators))]
    periods, end = sort_periods(known["period"].unique()), period_end(until)
    later = [period for period in periods if period_end(period) > end]
    ages = {period: age for age, period in enumerate([*later, *(one for one in periods if one not in later)])}
    ordered = known.iloc[known["period"].map(ages).to_numpy().argsort(kind="stable")]
    newest = ordered.drop_duplicates(["region_code", "indicator", "segment"], keep="last").assign(gap="")
    newest = newest.assign(disagrees=disagrees(newest), regime=regimes_of(newest))
    measures = [(key, segment) for key, one in indicators.items() for segment in one.segments]
    places = pd.Series(range(len(measures)), index=pd.MultiIndex.from_tuples(measures))
    at = places.reindex(pd.MultiIndex.from_frame(newest[["indicator", "segment"]])).to_numpy()
    ordered = newest.assign(place=at).sort_values(["region_code", "place"], kind="stable", ignore_index=True)
    return ordered[["indicator", "segment", *SERIES_COLUMNS]]


def last_before(series: pd.DataFrame, period: str) -> pd.DataFrame:
    """Return every region's last row with a value of a period that had ended before this one does.

    series: one indicator and segment, as data.query.series gives it: periods ascend.
    Raises DataError `period_malformed` as `period_end` does.
    """
    end = period_end(period)
    before = [one for one in series["period"].unique() if period_end(one) < end]
    known = series[series["period"].isin(before) & series["value"].notna()]
    return known.drop_duplicates("region_code", keep="last", ignore_index=True)
