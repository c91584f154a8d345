"""A region's place among others."""

from dataclasses import dataclass, replace

import pandas as pd

from data.indicators import Indicator

# Letters of a province's code; a regency's begins with them.
PROVINCE = 2


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
    """Return everybody's place in a ranking (region_code, rank, gap); a rank is missing where a figure is."""
    known = ranked[ranked["rank"].notna()]
    gaps = int(ranked["gap"].isin(["not_reported", "suppressed"]).sum())
    nobody = Standing(None, 0, len(known), gaps)
    tied = known.groupby("rank")["rank"].transform("size") - 1
    found = zip(known["region_code"], known["rank"], tied, strict=True)
    return Places({code: replace(nobody, rank=int(place), tied=int(ties)) for code, place, ties in found}, nobody)


def places_by_area(ranked: pd.DataFrame, indicator: Indicator) -> dict[str, Places]:
    """Return the places in the country (`ID`) and, of regencies, in each province.

    ranked: all regions of one level, as data.rank.rank gives them.
    """
    regencies = ranked[ranked["region_code"].str.len() > PROVINCE]
    provinces = regencies["region_code"].str[:PROVINCE]
    lower_is_better = indicator.better == "lower"
    inside = regencies.groupby(provinces)["displayed"].rank(method="min", ascending=lower_is_better)
    groups = regencies.assign(rank=inside).groupby(provinces)
    return {"ID": places_in(ranked)} | {str(province): places_in(rows) for province, rows in groups}
