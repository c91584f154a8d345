"""The boundaries that maps draw: the bundled ones, and each set that was published in their places."""

import geopandas as gpd
import pandas as pd

from components.state.memo import remember
from components.state.reference import FRESH
from data.store.versions import newest, open_version
from geo.boundaries import load_regency_boundaries
from geo.boundary_sets import (
    BUNDLED,
    DATASET,
    changed_regions,
    country_of,
    outlines_key,
    outlines_number,
    province_of_set,
    provinces_of,
    replaced,
)
from geo.boundary_sets import outline_difference as compare_outlines


@remember(4)
def outline_difference(before: int, after: int, stamps: str) -> pd.DataFrame:  # noqa: ARG001
    return compare_outlines(open_version(DATASET, before), open_version(DATASET, after))


@remember(seconds=FRESH)
def newest_outlines() -> str:
    """The outlines that a session begins with: the newest published ones, or the bundled."""
    return outlines_key(newest(DATASET))


@remember(128)
def of_area(area: str, level: str, outlines: str) -> gpd.GeoDataFrame:
    """Outlines as the map shows them: the country simplified, one province in full.

    outlines: `bundled`, or `boundaries@3` for what is published as version 3 in the bundled ones' places.
    """
    if area != "ID":
        return province_of_set(regencies(outlines), area)
    country = _country(outlines)
    return provinces_of(country, published_regions(outlines)) if level == "province" else country


@remember(4)
def regencies(outlines: str) -> gpd.GeoDataFrame:
    """The outlines of all regencies in full."""
    if outlines == BUNDLED:
        return load_regency_boundaries()
    return replaced(regencies(BUNDLED), open_version(DATASET, outlines_number(outlines)))


@remember(16)
def published_regions(outlines: str) -> list[str]:
    """Codes of the regencies whose outline is a published one; none of the bundled outlines."""
    return changed_regions(open_version(DATASET, outlines_number(outlines))) if outlines != BUNDLED else []


@remember(4)
def _country(outlines: str) -> gpd.GeoDataFrame:
    return country_of(regencies(outlines))
