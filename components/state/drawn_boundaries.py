"""The boundaries of an area as maps draw them on screens, slides and paper, projected once."""

from typing import Any

import geopandas as gpd

from components.state import boundary_cache, reference
from components.state.memo import remember
from data.query import each_row
from geo.boundary_sets import BUNDLED
from geo.insets import Arranged, Points, arrange
from geo.surroundings import surroundings
from geo.svg_paths import to_paths, to_plane

# One grid unit in degrees: a third of a pixel on a wide screen at the highest sensible zoom.
COUNTRY_STEP, PROVINCE_STEP = 0.01, 0.001


@remember(128)
def drawn_boundaries(area: str, level: str, boundaries: str) -> dict[str, Any]:
    """What `to_plane` gives of an area: a province's far islands lie in frames, the country's where they are.

    `around`: paths of the provinces around a province, by their bundled boundaries.
    """
    shapes = boundary_cache.of_area(area, level, boundaries)
    if area == "ID":
        return to_plane(Arranged(shapes, points_of(shapes)), COUNTRY_STEP) | {"around": []}
    drawn = to_plane(arrange(shapes, points_of(shapes)), PROVINCE_STEP)
    return drawn | {"around": _around(area, drawn["box"])}


def _around(area: str, box: list[int]) -> list[str]:
    west, north, width, height = (side * PROVINCE_STEP for side in box)
    inside = (west, -north - height, west + width, -north)
    near = surroundings(boundary_cache.regencies(BUNDLED), area, inside)
    return list(to_paths(near, PROVINCE_STEP)["paths"].values()) if len(near) else []


def points_of(shapes: gpd.GeoDataFrame) -> Points:
    """A place on each region, most people first: where names have no room for all, the first have it."""
    rows = reference.regions()
    rows = rows[rows["region_code"].isin(shapes["region_code"])].sort_values("population", ascending=False)
    return {row.region_code: (row.lon, row.lat) for row in each_row(rows)}
