"""Tables that profiles share between runs and users; never change them in place (see components/state/cache.py)."""

import pandas as pd

from components.state import boundary_cache, reference
from components.state.memo import remember
from components.state.view import Figures
from data.latest import last_before, newest_figures
from data.profile import Ranking, ranking_of
from data.query import Row, each_row
from data.regimes import of_one_regime
from data.similar import find_similar
from data.stated import places_at
from geo.neighbours import find_neighbours

# So many regencies of about the same size are told.
SIMILAR = 5


@remember(4)
def neighbours(boundaries: str) -> dict[str, list[str]]:
    """Return the neighbouring regencies by the boundaries that the session shows, the longest border first."""
    pairs = find_neighbours(boundary_cache.regencies(boundaries))
    codes = pairs.groupby("region_code", sort=False)["neighbour_code"].agg(list)
    return {str(code): others for code, others in codes.items()}


@remember()
def similar() -> dict[str, list[str]]:
    """Return the regencies of about the same size, the nearest first."""
    pairs = find_similar(regions_of("regency"), SIMILAR)
    codes = pairs.groupby("region_code", sort=False)["similar_code"].agg(list)
    return {str(code): others for code, others in codes.items()}


@remember(2)
def regions_of(level: str) -> pd.DataFrame:
    """Return all provinces, or all regencies and cities, of the table of regions."""
    return reference.inside("ID", level)


@remember()
def regencies() -> frozenset[str]:
    """Return the codes of all regencies and cities."""
    return frozenset(regions_of("regency")["region_code"])


@remember()
def desa() -> dict[str, int]:
    """Return the number of desa in the table of regions, by region; a city of kelurahan has none."""
    counted = reference.regions().dropna(subset="desa")
    return dict(zip(counted["region_code"], counted["desa"].astype(int), strict=True))


@remember(64, figures=True)
def ranking(figures: Figures, indicator: str, segment: str, period: str, where: tuple[str, str]) -> Ranking:
    """Return all regions of a level in the country, ranked in a period, with their change over a year.

    where: the level, and the regime of the figures that are ranked; others are gaps.
    """
    level, regime = where
    codes = regions_of(level)["region_code"].tolist()
    places = places_at(figures.dataset.places, indicator, segment, period)
    rows = of_one_regime(figures.series(indicator, segment), codes, regime)
    return ranking_of(rows, period, codes, reference.indicators()[indicator], places)


@remember(64, figures=True)
def coverage(figures: Figures, period: str) -> dict[str, list[Row]]:
    """Return coverage in a period, of everyone and of each segment, by region; gaps are left out."""
    found: dict[str, list[Row]] = {}
    for segment in reference.indicators()["coverage"].segments:
        rows = figures.series("coverage", segment)
        for row in each_row(rows[rows["period"].eq(period) & rows["value"].notna()].assign(segment=segment)):
            found.setdefault(str(row.region_code), []).append(row)
    return found


@remember(64, figures=True)
def earlier(figures: Figures, indicator: str, segment: str, period: str) -> dict[str, Row]:
    """Return the last figure before a period, by region."""
    rows = last_before(figures.series(indicator, segment), period)
    return {row.region_code: row for row in each_row(rows)}


@remember(16, figures=True)
def newest(figures: Figures, period: str) -> dict[str, list[Row]]:
    """Return the newest figure of every indicator up to a period, by region."""
    found: dict[str, list[Row]] = {}
    for row in each_row(newest_figures(figures.dataset.observations, reference.indicators(), period)):
        found.setdefault(str(row.region_code), []).append(row)
    return found
