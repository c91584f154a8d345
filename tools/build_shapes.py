"""Build geo/shapes/circles.csv and tiles.csv, the same each time: `python -m tools.build_shapes`; half a minute."""

from itertools import chain

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.boundaries import read_boundaries
from geo.circles import Room, circle_radii, place_circles
from geo.insets import arrange
from geo.regions import read_regions, regions_in
from geo.shapes import CIRCLES_CSV, TILES_CSV, read_blocks
from geo.simplify import boundaries_in
from geo.tiles import assign_cells, assign_grid

# Square degrees that all circles of the country cover, and the smallest radius in degrees: 2 pixels of a wide screen.
# With 70 Java's circles reach Kalimantan's; with 40 a hundred regencies are drawn as the smallest.
COVERED, SMALLEST = 55.0, 0.085
# Degrees between two circles, and more of it between those of two provinces, so that each province is told apart.
GAP, BORDER = 0.02, 0.09
# On a province's map: the part of its land that its circles cover, and of the whole map's where it is nearly all sea.
OF_LAND, OF_MAP = 0.5, 0.16
# Parts of a province's map's shorter side: the smallest radius, the largest, and the gap.
SMALL, LARGE, APART = 0.02, 0.2, 0.008
# Tiles of the map of provinces.
COLUMNS, ROWS = 11, 6


def main() -> None:
    """Write both tables."""
    regions = read_regions()
    tables = chain(country_circles(regions), province_circles(regions))
    circles = pd.concat(tables, ignore_index=True).round({"x": 4, "y": 4, "r": 4})
    circles.to_csv(CIRCLES_CSV, index=False)
    tiles = pd.concat([province_tiles(), regency_tiles(regions)], ignore_index=True)
    tiles.to_csv(TILES_CSV, index=False, float_format="%g")
    print(f"{len(circles)} circles, {len(tiles)} tiles")


def country_circles(regions: pd.DataFrame) -> list[pd.DataFrame]:
    """Place the circles of provinces and of regencies on the map of the country."""
    box = read_boundaries().total_bounds
    tables = []
    for level in ("province", "regency"):
        rows = regions_in(regions, "ID", level)
        radii = circle_radii(rows["population"].to_numpy(float), COVERED, SMALLEST)
        places = rows[["lon", "lat"]].to_numpy(float)
        provinces = rows["region_code"].str[:2].to_numpy()
        gaps = GAP + BORDER * (provinces[:, None] != provinces[None, :])
        room = Room(np.tile(box, (len(rows), 1)), np.empty((0, 4)))
        tables.append(_table("ID", rows, place_circles(places, radii, room, gaps), radii))
    return tables


def province_circles(regions: pd.DataFrame) -> list[pd.DataFrame]:
    """Place each province's circles on its own map, its far islands in their frames."""
    boundaries = read_boundaries()
    return [_province(area, regions, boundaries) for area in regions_in(regions, "ID", "province")["region_code"]]


def _province(area: str, regions: pd.DataFrame, boundaries: gpd.GeoDataFrame) -> pd.DataFrame:
    rows = regions_in(regions, area, "regency")
    points = {row.region_code: (row.lon, row.lat) for row in rows.itertuples()}
    arranged = arrange(boundaries_in(boundaries, area), points)
    frames = np.array([frame.box for frame in arranged.frames]).reshape(-1, 4)
    box = _joined([arranged.boundaries.total_bounds, *frames])
    width, height = box[2] - box[0], box[3] - box[1]
    side = min(width, height)
    land = shapely.area(arranged.boundaries.geometry.to_numpy()).sum()
    radii = circle_radii(rows["population"].to_numpy(float), max(OF_LAND * land, OF_MAP * width * height), SMALL * side)
    radii *= min(1.0, LARGE * side / radii.max())
    places = np.array([arranged.points[code] for code in rows["region_code"]])
    gaps = np.full((len(rows), len(rows)), APART * side)
    room = Room(np.array([_frame_of(place, frames, box) for place in places]), frames)
    return _table(area, rows, place_circles(places, radii, room, gaps), radii)


def _frame_of(place: np.ndarray, frames: np.ndarray, box: np.ndarray) -> np.ndarray:
    """Return the frame around far islands in which a place lies, else the whole map's box."""
    inside = [frame for frame in frames if (frame[:2] <= place).all() and (place <= frame[2:]).all()]
    return inside[0] if inside else box


def regency_tiles(regions: pd.DataFrame) -> pd.DataFrame:
    """Give each regency a tile in the block of its province."""
    tables = []
    for block in read_blocks().itertuples():
        rows = regions_in(regions, block.region_code, "regency")
        cells = assign_cells(rows[["lon", "lat"]].to_numpy(float), block.width, block.height)
        tables.append(_tiles(rows["region_code"], cells + np.array([block.x, block.y])))
    return pd.concat(tables, ignore_index=True)


def province_tiles() -> pd.DataFrame:
    """Give each province a tile on a grid of their own, from where its block stands."""
    blocks = read_blocks()
    middles = blocks[["x", "y"]].to_numpy() + blocks[["width", "height"]].to_numpy() / 2
    return _tiles(blocks["region_code"], assign_grid(middles, COLUMNS, ROWS))


def _table(area: str, rows: pd.DataFrame, middles: np.ndarray, radii: np.ndarray) -> pd.DataFrame:
    codes = rows["region_code"]
    return pd.DataFrame({"area": area, "region_code": codes, "x": middles[:, 0], "y": middles[:, 1], "r": radii})


def _tiles(codes: pd.Series, cells: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"region_code": codes.to_numpy(), "x": cells[:, 0], "y": cells[:, 1]})


def _joined(boxes: list[np.ndarray]) -> np.ndarray:
    low, high = np.min(boxes, axis=0)[:2], np.max(boxes, axis=0)[2:]
    return np.array([*low, *high])


if __name__ == "__main__":
    main()
