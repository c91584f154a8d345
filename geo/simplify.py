"""Levels of detail: the country with few vertices, provinces out of their regencies, one area at a time."""

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.regions import province_of

MOST_VERTICES = 25_000
STEPS = 8  # halvings of the tolerance's range: to 0.0004 degree, below one pixel of the whole country


def simplify_country(boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Simplify all boundaries together, as little as the number of vertices allows.

    boundaries: `region_code` and valid polygons in EPSG:4326 that share their borders exactly.
    Small islands go first (see without_islets); a region never loses its largest part, though that can shrink
    to a triangle. The tolerance stops at 0.1 degree, even if more vertices are left.
    Returns the same rows with new geometry, borders still shared. The corners that go are chosen by
    `shapely.coverage_simplify` (Visvalingam and Whyatt 1993), its tolerance in degrees by halving.
    """
    if count_vertices(boundaries) <= MOST_VERTICES:
        return boundaries
    shapes = boundaries.geometry.to_numpy()
    fine, coarse = 0.0, 0.1
    best = _simplified(shapes, coarse)
    for _ in range(STEPS):
        tolerance = (fine + coarse) / 2
        attempt = _simplified(shapes, tolerance)
        if shapely.get_num_coordinates(attempt).sum() > MOST_VERTICES:
            fine = tolerance
        else:
            coarse, best = tolerance, attempt
    return boundaries.set_geometry(best, crs=boundaries.crs)


def without_islets(shapes: NDArray[np.object_], smallest: float) -> NDArray[np.object_]:
    """Drop the islands too small to see; a shape keeps its largest part and all above 1 % of its area.

    shapes: polygons or multipolygons. smallest: square degrees.
    Parts that touch another shape's stay, else a hole would open between neighbours.
    """
    parts, owner = shapely.get_parts(shapes, return_index=True)
    areas, whole = shapely.area(parts), shapely.area(shapes)
    small = (areas < smallest) & (areas < whole[owner] / 100)
    islets, _ = shapely.STRtree(parts).query(parts[small], predicate="touches")
    by_area = np.lexsort((areas, owner))
    largest = by_area[np.flatnonzero(np.diff(owner[by_area], append=-1))]
    kept = ~small
    kept[np.flatnonzero(small)[islets]] = True
    kept[largest] = True
    rest: NDArray[np.object_] = shapely.multipolygons(parts[kept], indices=owner[kept])
    return rest


def dissolve_provinces(boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Join the regencies of each province to one boundary.

    boundaries: regencies that share their borders exactly. Returns region_code (`17`) and geometry, by code.
    """
    parts = boundaries[["geometry"]].assign(region_code=boundaries["region_code"].map(province_of))
    provinces = parts.dissolve("region_code", as_index=False, method="coverage")
    return provinces[["region_code", "geometry"]]


def boundaries_in(boundaries: gpd.GeoDataFrame, area: str) -> gpd.GeoDataFrame:
    """Return the boundaries that lie in an area: `ID` or a province's code; none where it is unknown."""
    if area == "ID":
        return boundaries
    return boundaries[boundaries["region_code"].map(province_of) == area].reset_index(drop=True)


def count_vertices(boundaries: gpd.GeoDataFrame) -> int:
    """Count the vertices of all rings; a ring's first counts again as its last."""
    return int(shapely.get_num_coordinates(boundaries.geometry.to_numpy()).sum())


def _simplified(shapes: NDArray[np.object_], tolerance: float) -> NDArray[np.object_]:
    """Drop what is smaller than the tolerance's square, then simplify to it."""
    simplified: NDArray[np.object_]
    simplified = shapely.coverage_simplify(without_islets(shapes, tolerance**2), tolerance)
    return simplified
