"""One region among its own: its place, its distance to what it is held against, and how far it came."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from data.check import disagrees
from data.indicators import Indicator
from data.periods import shift, sort_periods
from data.query import SERIES_COLUMNS, values_in
from data.rank import movement, rank, round_displayed


@dataclass(frozen=True)
class Standing:
    """A region's place among regions.

    rank: 1 is best, None where it has no figure; tied: how many others share the place; known: how many have a
    figure; gaps: how many of those it applies to have none.
    """

    rank: int | None
    tied: int
    known: int
    gaps: int


@dataclass(frozen=True)
class Distance:
    """How far a region lies above (positive) or below a reference.

    points: of the displayed values, in the indicator's unit. counts: the same in what the numerator counts, whole:
    below, so many more would reach the reference; above, so many are more than it asks. None without counts.
    """

    reference: float
    points: float
    counts: int | None


@dataclass(frozen=True, eq=False)
class Profile:
    """What one indicator says of one regency in one period.

    rows: of the regency, its province and the country, by code, with `displayed`; of those that the series knows.
    regions: the ranking of all regencies now, with `change` since `since` (of displayed values).
    since: the same part of the year before. to_province, to_country: None where either side has no figure.
    """

    region_code: str
    province_code: str
    period: str
    since: str
    rows: Mapping[str, pd.Series]
    regions: pd.DataFrame
    in_province: Standing
    in_country: Standing
    to_province: Distance | None
    to_country: Distance | None

    @property
    def own(self) -> pd.Series | None:
        """Return the regency's own row, None where it has no value."""
        row = self.rows.get(self.region_code)
        return None if row is None or pd.isna(row["value"]) else row

    @property
    def change(self) -> float | None:
        """Return the change over a year, None where either figure is missing."""
        found = self.regions.loc[self.regions["region_code"] == self.region_code, "change"]
        return None if found.empty or pd.isna(found.iloc[0]) else float(found.iloc[0])


def regions_ranked(series: pd.DataFrame, period: str, codes: list[str], indicator: Indicator) -> pd.DataFrame:
    """Rank regions in a period, with `change` since the same part of the year before; missing where either is.

    series: as data.query.series gives it. Returns what data.rank.rank returns, and `change`.
    """
    now = rank(values_in(series, period, codes), indicator)
    then = rank(values_in(series, shift(period, -1), codes), indicator)
    changes = movement(now, then)[["region_code", "value_change"]].rename(columns={"value_change": "change"})
    return now.merge(changes, on="region_code", validate="one_to_one")


def profile_of(
    series: pd.DataFrame, ranked: pd.DataFrame, region_code: str, period: str, indicator: Indicator
) -> Profile:
    """Set one regency among its province's and all the country's.

    series: one indicator and segment (data.query.series). ranked: all regencies, as `regions_ranked` gives
    them for the period; compute it once for many profiles.
    Raises DataError `period_malformed` as `shift` does.
    """
    province = region_code[:2]
    rows = _displayed(values_in(series, period, [region_code, province, "ID"]), indicator)
    inside = rank(ranked[ranked["region_code"].str[:2] == province].drop(columns=["rank", "displayed"]), indicator)
    return Profile(
        region_code=region_code,
        province_code=province,
        period=period,
        since=shift(period, -1),
        rows=rows,
        regions=ranked,
        in_province=standing(inside, region_code),
        in_country=standing(ranked, region_code),
        to_province=_to_reference(rows, region_code, province, indicator),
        to_country=_to_reference(rows, region_code, "ID", indicator),
    )


def standing(ranked: pd.DataFrame, region_code: str) -> Standing:
    """Return a region's place in a ranking (region_code, rank, displayed, gap)."""
    places = ranked["rank"]
    own = places[ranked["region_code"] == region_code].dropna()
    place = int(own.iloc[0]) if len(own) else None
    return Standing(
        rank=place,
        tied=int(places.eq(place).sum()) - 1 if place is not None else 0,
        known=int(places.notna().sum()),
        gaps=int(ranked["gap"].isin(["not_reported", "suppressed"]).sum()),
    )


def distance_to(row: pd.Series, reference: float, indicator: Indicator) -> Distance | None:
    """Return how far a value lies from a reference; None where the value is missing.

    row: value, numerator, denominator of one region. reference: in the indicator's unit, as exact as it is known;
    the counts come from it unrounded, the points from both as displayed.
    """
    if pd.isna(row["value"]) or pd.isna(reference):
        return None
    both = round_displayed(pd.Series([row["value"], reference]), indicator.decimals)
    points = round(float(both[0] - both[1]), indicator.decimals)
    return Distance(reference, points, _counts(row, reference, indicator))


def peers(ranked: pd.DataFrame, codes: Collection[str], indicator: Indicator) -> pd.DataFrame:
    """Return these regions of a ranking, the one that improved most first, those without a change last.

    ranked: as `regions_ranked` gives it. Where lower is better, the deepest fall comes first; equals by rank,
    then by code.
    """
    chosen = ranked[ranked["region_code"].isin(list(codes))]
    order = [indicator.better == "lower", True, True]
    return chosen.sort_values(["change", "rank", "region_code"], ascending=order, na_position="last", ignore_index=True)


def newest_figures(observations: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Return every region's own newest figure of each indicator and segment, as observed.

    observations: as read_observations gives them. indicators: by id, in the order wanted.
    Returns indicator, segment and SERIES_COLUMNS (`gap` is "", for only values are taken), by region, then the
    order of the indicators and segments. Nothing is aggregated: for a province use indicators_with_values.
    """
    known = observations[observations["value"].notna() & observations["indicator"].isin(list(indicators))]
    ages = {period: age for age, period in enumerate(sort_periods(known["period"].unique()))}
    ordered = known.iloc[known["period"].map(ages).to_numpy().argsort(kind="stable")]
    newest = ordered.drop_duplicates(["region_code", "indicator", "segment"], keep="last").assign(gap="")
    newest = newest.assign(disagrees=disagrees(newest))
    measures = [(key, segment) for key, one in indicators.items() for segment in one.segments]
    places = pd.Series(range(len(measures)), index=pd.MultiIndex.from_tuples(measures))
    at = places.reindex(pd.MultiIndex.from_frame(newest[["indicator", "segment"]])).to_numpy()
    ordered = newest.assign(place=at).sort_values(["region_code", "place"], kind="stable", ignore_index=True)
    return ordered[["indicator", "segment", *SERIES_COLUMNS]]


def _displayed(rows: pd.DataFrame, indicator: Indicator) -> dict[str, pd.Series]:
    shown = rows.assign(displayed=round_displayed(rows["value"], indicator.decimals))
    return {str(row["region_code"]): row for _place, row in shown.iterrows()}


def _to_reference(
    rows: Mapping[str, pd.Series], region_code: str, reference: str, indicator: Indicator
) -> Distance | None:
    """Only a ratio can be held against a larger region's; a sum would be small against any province."""
    if not indicator.is_ratio or region_code not in rows or reference not in rows:
        return None
    return distance_to(rows[region_code], float(rows[reference]["value"]), indicator)


def _counts(row: pd.Series, reference: float, indicator: Indicator) -> int | None:
    if not indicator.is_ratio or pd.isna(row["numerator"]) or pd.isna(row["denominator"]):
        return None
    asked = reference * row["denominator"] / indicator.multiplier
    # 13.6 workers short are 14 workers; the small slack keeps 29.0000000001 at 29.
    return int(row["numerator"]) - math.ceil(float(asked) - 1e-6)
