"""One region among its own: its place, its distance to what it is held against, and how far it came."""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.indicators import Indicator
from data.periods import shift
from data.quantity import EXACT, Quantity, difference, quantity_of, shown_values
from data.query import each_row, values_in
from data.rank import movement, rank
from data.rank_place import NOWHERE, PROVINCE, Places, Standing, places_by_area
from data.regimes import are_comparable

# pandas' itertuples makes a namedtuple for each table, so no type of its own can be named.
Row = Any


@dataclass(frozen=True)
class Distance:
    """The distance of a region above (positive) or below a reference.

    points: of the values unrounded, in the indicator's unit. counts: the same in what the numerator counts, whole:
    below, so many more would reach the reference; above, so many are more than it asks. None without counts.
    """

    reference: Quantity
    points: Quantity
    counts: int | None


@dataclass(frozen=True, eq=False)
class Ranking:
    """All regions of one level in one period: computed once for the profiles of all of them.

    since: the same part of the year before. regions: ranked, with `displayed` and `change` since then, and what else
    `movement` tells of it. by_change: the same rows, the one that improved most first, those without a change last;
    equals by rank, then by code. rows: of these regions, their provinces and the country, by code, with `displayed`;
    of those that the series knows. places: by area, `ID` or a province.
    """

    period: str
    since: str
    indicator: Indicator
    regions: pd.DataFrame
    by_change: tuple[Row, ...]
    rows: Mapping[str, Row]
    places: Mapping[str, Places]


@dataclass(frozen=True, eq=False)
class Profile:
    """The figures of one region for one indicator and period.

    row: as the series has it, None where it does not know the region. places, distances: by area, the province
    before the country; a province has the country alone. distances: only to areas that have a figure, and none where
    the region has none. change, then: since `ranking.since`, None where either figure is missing.
    """

    region_code: str
    ranking: Ranking
    row: Row | None
    places: Mapping[str, Standing]
    distances: Mapping[str, Distance]
    change: Quantity | None
    then: Quantity | None

    @property
    def own(self) -> Row | None:
        """Return the region's row, None where it has no value."""
        return None if self.row is None or pd.isna(self.row.value) else self.row


def ranking_of(
    series: pd.DataFrame, period: str, codes: list[str], indicator: Indicator, places: pd.DataFrame | None = None
) -> Ranking:
    """Rank regions in a period, in the country and in each province.

    series: one indicator and segment, as data.query.series gives it. codes: regions of one level. places: what sources
    state of them in this period.
    Raises DataError `period_malformed` as `shift` does.
    """
    since = shift(period, -1)
    now = rank(values_in(series, period, codes), indicator, places)
    then = rank(values_in(series, since, codes), indicator)
    changes = movement(now, then).drop(columns="rank_change").rename(columns={"value_change": "change"})
    regions = now.merge(changes, on="region_code", validate="one_to_one")
    areas = values_in(series, period, ["ID", *sorted({code[:PROVINCE] for code in codes} - set(codes))])
    areas = areas.assign(displayed=shown_values(areas, indicator))
    order = [indicator.better == "lower", True, True]
    columns = ["change", "rank", "region_code"]
    return Ranking(
        period=period,
        since=since,
        indicator=indicator,
        regions=regions,
        by_change=tuple(each_row(regions.sort_values(columns, ascending=order, na_position="last"))),
        rows={str(row.region_code): row for table in (areas, regions) for row in each_row(table)},
        places=places_by_area(now, indicator),
    )


def profile_of(ranking: Ranking, region_code: str) -> Profile:
    """Set one region among its province's and all the country's."""
    row = ranking.rows.get(region_code)
    areas = ["ID"] if len(region_code) == PROVINCE else [region_code[:PROVINCE], "ID"]
    found = {area: _distance(row, ranking.rows.get(area), ranking.indicator) for area in areas}
    moved = row if row is not None and pd.notna(row.change) else None
    return Profile(
        region_code=region_code,
        ranking=ranking,
        row=row,
        places={area: ranking.places.get(area, NOWHERE).of(region_code) for area in areas},
        distances={area: distance for area, distance in found.items() if distance is not None},
        change=None if moved is None else change_of(moved),
        then=None if moved is None else Quantity(float(moved.value_then), int(moved.decimals_then)),
    )


def change_of(row: Row) -> Quantity:
    """Return the change of a row of `Ranking.regions` that has one."""
    return Quantity(float(row.change), int(row.change_decimals))


def distance_to(row: Row, reference: Quantity, indicator: Indicator) -> Distance | None:
    """Return how far a value lies from a reference; None where either is missing.

    row: one region of a series.
    """
    if pd.isna(row.value) or pd.isna(reference.value):
        return None
    points = difference(quantity_of(row, indicator), reference)
    return Distance(reference, points, _counts(row, reference.value, indicator))


def distance_to_target(row: Row, target: float, indicator: Indicator) -> Distance | None:
    """Return the same for what a target states, which nobody rounded."""
    return distance_to(row, Quantity(target, EXACT), indicator)


def peers(ranking: Ranking, codes: Collection[str]) -> list[Row]:
    """Return these regions of a ranking, the one that improved most first, those without a change last."""
    wanted = set(codes)
    return [row for row in ranking.by_change if row.region_code in wanted]


def _distance(row: Row | None, other: Row | None, indicator: Indicator) -> Distance | None:
    """Return the distance of a ratio; None for a sum, for a regency's is small against any province's.

    None too between figures that are shares of different things.
    """
    if row is None or other is None or not indicator.is_ratio or not are_comparable(row.regime, other.regime):
        return None
    return distance_to(row, quantity_of(other, indicator), indicator)


def _counts(row: Row, reference: float, indicator: Indicator) -> int | None:
    if not indicator.is_ratio or pd.isna(row.numerator) or pd.isna(row.denominator):
        return None
    asked = reference * row.denominator / indicator.multiplier
    # 13.6 workers short are 14 workers; the small slack keeps 29.0000000001 at 29.
    return int(row.numerator) - math.ceil(float(asked) - 1e-6)
