"""The boundaries that maps draw: the bundled ones, and each set that was published in their places."""

import geopandas as gpd
import pandas as pd

from components.state.memo import remember
from components.state.reference import FRESH, inside
from data.store.versions import newest, open_version
from geo.boundaries import read_boundaries
from geo.boundary_sets import (
    BUNDLED,
    DATASET,
    boundaries_key,
    boundaries_number,
    changed_regions,
    country_of,
    province_of_set,
    provinces_of,
    replaced,
)
from geo.boundary_sets import boundary_difference as compare_boundaries


@remember(4)
def boundary_difference(before: int, after: int, stamps: str) -> pd.DataFrame:  # noqa: ARG001
    return compare_boundaries(open_version(DATASET, before), open_version(DATASET, after))


@remember(seconds=FRESH)
def newest_boundaries() -> str:
    """The boundaries that a session begins with: the newest published ones, or the bundled."""
    return boundaries_key(newest(DATASET))


@remember(128)
def of_area(area: str, level: str, boundaries: str) -> gpd.GeoDataFrame:
    """Outlines as the map shows them: the country, its provinces or a group of them simplified, one province in full.

    boundaries: `bundled`, or `boundaries@3` for what is published as version 3 in the bundled ones' places.
    """
    if area != "ID":
        return province_of_set(regencies(boundaries), area)
    country = _country(boundaries)
    if level == "regency":
        return country
    provinces = provinces_of(country, published_regions(boundaries))
    return provinces[provinces["region_code"].isin(inside(area, level)["region_code"])].reset_index(drop=True)


@remember(4)
def regencies(boundaries: str) -> gpd.GeoDataFrame:
    """The boundaries of all regencies in full."""
    if boundaries == BUNDLED:
        return read_boundaries()
    return replaced(regencies(BUNDLED), open_version(DATASET, boundaries_number(boundaries)))


@remember(16)
def published_regions(boundaries: str) -> list[str]:
    """Codes of the regencies whose boundary is a published one; none of the bundled boundaries."""
    return changed_regions(open_version(DATASET, boundaries_number(boundaries))) if boundaries != BUNDLED else []


@remember(4)
def _country(boundaries: str) -> gpd.GeoDataFrame:
    return country_of(regencies(boundaries))
