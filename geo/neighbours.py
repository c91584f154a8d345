"""Regions that share a border on land, and its length."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

# Degrees; two boundaries of different sources meet within this (about 50 m), while the bundled ones meet exactly.
NEAR = 0.0005
# Kilometres; less is a corner, or two coasts that happen to come close.
LEAST_KM = 0.2
KM_PER_DEGREE = 111.32


def find_neighbours(boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    """Find the pairs of regions with a common border; regions that meet in a point are no neighbours.

    boundaries: region_code and geometry in EPSG:4326, each region once.
    Returns region_code, neighbour_code and border_km, each pair in both directions, by region and then the
    longest border first. A region without a land border to another (an island) has no row.
    border_km: length of the common line on the generalised boundaries, a degree of longitude taken at the
    line's latitude; good for an order, not for a treaty.
    """
    shapes = boundaries.geometry.to_numpy()
    codes = boundaries["region_code"].to_numpy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=NEAR)
    first, second = first[first < second], second[first < second]
    lines = _common(shapes[first], shapes[second])
    meet = shapely.length(lines) > 0
    first, second, lines = first[meet], second[meet], lines[meet]
    pairs = pd.DataFrame({"region_code": codes[first], "neighbour_code": codes[second], "border_km": _km(lines)})
    pairs = pairs[pairs["border_km"] >= LEAST_KM]
    turned = pairs.rename(columns={"region_code": "neighbour_code", "neighbour_code": "region_code"})
    both = pd.concat([pairs, turned[pairs.columns]])
    order = ["region_code", "border_km", "neighbour_code"]
    return both.sort_values(order, ascending=[True, False, True], ignore_index=True)


def _common(some: NDArray[np.object_], others: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the lines along which pairs meet: exact where they share vertices, else within NEAR."""
    lines: NDArray[np.object_] = shapely.intersection(shapely.boundary(some), shapely.boundary(others))
    apart = np.flatnonzero(shapely.length(lines) == 0)
    # Buffers are slow (seconds for the country), and only boundaries from another source need them. Where such
    # boundaries overlap, the border of one runs inside the other, and it need not be that of the first.
    ways = [_within(some[apart], others[apart]), _within(others[apart], some[apart])]
    lines[apart] = np.where(shapely.length(ways[0]) >= shapely.length(ways[1]), *ways)
    return lines


def _within(some: NDArray[np.object_], others: NDArray[np.object_]) -> NDArray[np.object_]:
    lines: NDArray[np.object_] = shapely.intersection(shapely.boundary(some), shapely.buffer(others, NEAR))
    return lines


def _km(lines: NDArray[np.object_]) -> NDArray[np.float64]:
    """Return lengths on the ground in km: east-west degrees shrink with the cosine of the latitude."""
    middle = np.radians(shapely.get_y(shapely.centroid(lines)))
    flat = [
        shapely.transform(line, lambda points, by=by: points * [by, 1.0])
        for line, by in zip(lines, np.cos(middle), strict=True)
    ]
    kilometres: NDArray[np.float64] = shapely.length(np.array(flat, dtype=object)) * KM_PER_DEGREE
    return kilometres
