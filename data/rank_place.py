"""A region's place among others."""

from collections import Counter
from dataclasses import dataclass, replace

import pandas as pd

from data.completeness import GAPS, completeness
from data.indicators import Indicator
from data.stated import STATED_COLUMNS

# Letters of a province's code; a regency's begins with them.
PROVINCE = 2


@dataclass(frozen=True)
class Standing:
    """A region's place among regions.

    rank: 1 is best, None where it has no figure or where these regions may not be ranked (data.completeness); tied:
    how many others share the place; known: how many have a figure; gaps: how many of those it applies to have none.
    has_figure: whether it is one of the known. stated, stated_of, stated_by: `highest` or `lowest` of how many as a
    source says it, and which source; "" where none does.
    """

    rank: int | None
    tied: int
    known: int
    gaps: int
    has_figure: bool = False
    stated: str = ""
    stated_of: str = ""
    stated_by: str = ""


@dataclass(frozen=True, eq=False)
class Places:
    """The places in one area. by_region: of those that have a figure; nobody: of whoever has none."""

    by_region: dict[str, Standing]
    nobody: Standing

    def of(self, region_code: str) -> Standing:
        """Return a region's place; without a figure it has none among those that have one."""
        return self.by_region.get(region_code, self.nobody)


NOWHERE = Places({}, Standing(None, 0, 0, 0))


def places_in(ranked: pd.DataFrame) -> Places:
    """Return everybody's place in a ranking: region_code, rank, gap, value and `data.stated.STATED_COLUMNS`."""
    known = ranked[ranked["value"].notna()]
    nobody = Standing(None, 0, len(known), int(ranked["gap"].isin(GAPS).sum()))
    ranks = [None if pd.isna(rank) else int(rank) for rank in known["rank"].tolist()]
    sharing = Counter(ranks)
    said = known[["region_code", *STATED_COLUMNS]].to_numpy(dtype=object).tolist()
    places = {
        str(code): replace(
            nobody,
            rank=rank,
            tied=sharing[rank] - 1 if rank else 0,
            has_figure=True,
            **dict(zip(STATED_COLUMNS, stated, strict=True)),
        )
        for rank, (code, *stated) in zip(ranks, said, strict=True)
    }
    return Places(places, nobody)


def places_by_area(ranked: pd.DataFrame, indicator: Indicator) -> dict[str, Places]:
    """Return the places in the country (`ID`) and, of regencies, in each province.

    ranked: all regions of one level, as data.rank.rank gives them.
    """
    regencies = ranked[ranked["region_code"].str.len() > PROVINCE]
    provinces = regencies["region_code"].str[:PROVINCE]
    lower_is_better = indicator.better == "lower"
    inside = regencies.groupby(provinces)["displayed"].rank(method="min", ascending=lower_is_better)
    groups = [(str(province), rows) for province, rows in regencies.assign(rank=inside).groupby(provinces)]
    may = {province: completeness(rows, indicator).is_ranked for province, rows in groups}
    # A source ranks a regency in its province, and a province in the country.
    country = ranked.assign(**dict.fromkeys(STATED_COLUMNS, "")) if len(regencies) else ranked
    found = {"ID": places_in(country)}
    for province, rows in groups:
        found[province] = places_in(rows if may[province] else rows.assign(rank=float("nan")))
    return found
