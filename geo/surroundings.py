"""The land around an area, for a province not to float in empty sea: its neighbours, few vertices, cut to a window."""

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.regions import province_of
from geo.simplify import without_islets

# Width by height of the windows that maps stand in: from a telephone's to one across a wall.
NARROW, WIDE = 0.8, 2.8
# Parts of the area's larger side: what lies around it on every side, and the size below which nothing is drawn.
MARGIN, FINE = 0.08, 1 / 600


def surroundings(regencies: gpd.GeoDataFrame, area: str, box: tuple[float, float, float, float]) -> gpd.GeoDataFrame:
    """Return the other provinces in sight of an area's map.

    regencies: region_code and valid polygons in EPSG:4326 that share their borders. area: a province's code.
    box: west, south, east and north of what the map shows of the area.
    Returns region_code of each province and its polygons, cut to the widest and the highest window around the box.
    They reach a little under the area, which is drawn on them in full detail, so that no gap opens at its border.
    """
    window, fine = _window(box), FINE * max(box[2] - box[0], box[3] - box[1])
    others = regencies[regencies["region_code"].map(province_of) != area]
    near = others.iloc[np.sort(others.sindex.query(shapely.box(*window)))]
    clipped = shapely.clip_by_rect(near.geometry.to_numpy(), *window)
    parts = near.set_geometry(clipped, crs=near.crs).assign(region_code=near["region_code"].map(province_of))
    parts = parts[~shapely.is_empty(clipped)]
    if parts.empty:
        return parts[["region_code", "geometry"]]
    provinces = parts.dissolve("region_code", as_index=False)[["region_code", "geometry"]]
    return provinces.set_geometry(_simplified(provinces.geometry.to_numpy(), fine), crs=parts.crs)


def _window(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return the box in which every window around the area has its place."""
    west, south, east, north = box
    width, height = (1 + 2 * MARGIN) * (east - west), (1 + 2 * MARGIN) * (north - south)
    across, up = max(width, WIDE * height) / 2, max(height, width / NARROW) / 2
    x, y = (west + east) / 2, (south + north) / 2
    return x - across, y - up, x + across, y + up


def _simplified(shapes: NDArray[np.object_], fine: float) -> NDArray[np.object_]:
    few = shapely.simplify(without_islets(shapes, fine**2 * 4), fine)
    wide: NDArray[np.object_] = shapely.buffer(few, fine, join_style="mitre")
    return wide
