"""What profiles share between runs and users; nobody may change them in place (see components/state/cache.py)."""

import pandas as pd

from components.state import cache
from components.state.memo import remember
from data.latest import last_before, newest_figures
from data.profile import Ranking, ranking_of
from data.query import Row
from data.similar import find_similar
from data.stated import places_at
from geo.neighbours import find_neighbours
from geo.regions import regions_in

# So many regencies of about the same size are told.
SIMILAR = 5


@remember(4)
def neighbours(outlines: str) -> dict[str, list[str]]:
    """Neighbouring regencies by the outlines that the session shows, the longest border first."""
    pairs = find_neighbours(cache.regencies(outlines))
    return pairs.groupby("region_code", sort=False)["neighbour_code"].agg(list).to_dict()


@remember()
def similar() -> dict[str, list[str]]:
    """Regencies of about the same size, the nearest first."""
    pairs = find_similar(regions_of("regency"), SIMILAR)
    return pairs.groupby("region_code", sort=False)["similar_code"].agg(list).to_dict()


@remember(2)
def regions_of(level: str) -> pd.DataFrame:
    """All provinces, or all regencies and cities, of the table of regions."""
    return regions_in(cache.regions(), "ID", level)


@remember()
def desa() -> dict[str, int]:
    """How many desa the table of regions counts, by region; a city of kelurahan has none."""
    counted = cache.regions().dropna(subset="desa")
    return dict(zip(counted["region_code"], counted["desa"].astype(int), strict=True))


@remember(64, figures=True)
def ranking(dataset: str, indicator: str, segment: str, period: str, level: str) -> Ranking:
    """All regions of a level in the country, ranked in a period, with their change over a year."""
    codes = regions_of(level)["region_code"].tolist()
    places = places_at(cache.dataset(dataset).places, indicator, segment, period)
    return ranking_of(cache.series(dataset, indicator, segment), period, codes, cache.indicators()[indicator], places)


@remember(64, figures=True)
def coverage(dataset: str, period: str) -> dict[str, list[Row]]:
    """Coverage in a period, of everyone and of each segment, by region; gaps are left out."""
    found: dict[str, list[Row]] = {}
    for segment in cache.indicators()["coverage"].segments:
        rows = cache.series(dataset, "coverage", segment)
        for row in rows[rows["period"].eq(period) & rows["value"].notna()].assign(segment=segment).itertuples():
            found.setdefault(str(row.region_code), []).append(row)
    return found


@remember(64, figures=True)
def earlier(dataset: str, indicator: str, segment: str, period: str) -> dict[str, Row]:
    """The last figure before a period, by region."""
    rows = last_before(cache.series(dataset, indicator, segment), period)
    return {row.region_code: row for row in rows.itertuples()}


@remember(16, figures=True)
def newest(dataset: str, period: str) -> dict[str, list[Row]]:
    """The newest figure of every indicator up to a period, by region."""
    found: dict[str, list[Row]] = {}
    for row in newest_figures(cache.dataset(dataset).observations, cache.indicators(), period).itertuples():
        found.setdefault(str(row.region_code), []).append(row)
    return found
