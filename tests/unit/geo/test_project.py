"""Outlines as paths on a grid, decoded here as a browser draws them."""

import re

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.insets import Arranged, arrange
from geo.svg_paths import to_paths, to_plane

STEP = 0.01


def projected(**shapes):
    boundaries = gpd.GeoDataFrame({"region_code": list(shapes)}, geometry=list(shapes.values()), crs="EPSG:4326")
    return to_paths(boundaries, STEP)


def drawn(path):
    """The rings of path data, as points on the grid; `z` takes the pen back to where its ring began."""
    rings, pen = [], np.zeros(2, dtype=int)
    for piece in path.split("z")[:-1]:
        moves = np.array(re.findall(r"-?[0-9]+", piece), dtype=int).reshape(-1, 2)
        rings.append(pen + moves.cumsum(axis=0))
        pen = rings[-1][0]
    return rings


def areas(path):
    return [shapely.Polygon(ring).area for ring in drawn(path)]


def test_a_square_comes_back_as_it_was_with_south_below():
    paths = projected(a=shapely.box(102.0, -4.0, 102.5, -3.5))
    (ring,) = drawn(paths["paths"]["a"])
    # x = longitude / 0.01, y = -latitude / 0.01
    assert {tuple(point) for point in ring.tolist()} == {(10200, 350), (10250, 350), (10250, 400), (10200, 400)}
    assert (paths["box"], paths["step"]) == ([10200, 350, 50, 50], STEP)


def test_path_data_is_relative_and_closed():
    path = projected(a=shapely.box(102.0, -4.0, 102.5, -3.5))["paths"]["a"]
    assert re.fullmatch(r"m[0-9]+ [0-9]+l[-0-9 ]+z", path)


def test_a_hole_and_an_island_are_rings_of_their_own():
    lake = shapely.Polygon(
        shapely.box(100, 0, 101, 1).exterior.coords, holes=[shapely.box(100.4, 0.4, 100.6, 0.6).exterior.coords]
    )
    island = shapely.box(101.5, -0.5, 101.6, -0.4)
    path = projected(a=shapely.MultiPolygon([lake, island]))["paths"]["a"]
    assert areas(path) == [100 * 100, 20 * 20, 10 * 10]
    assert drawn(path)[2].min(axis=0).tolist() == [10150, 40]


def test_neighbours_share_the_points_of_their_border():
    border = [(101.0, 0.0), (101.123, 0.456), (101.0, 1.0)]
    west = shapely.Polygon([*border, (100.0, 1.0), (100.0, 0.0)])
    east = shapely.Polygon([*border, (102.0, 1.0), (102.0, 0.0)])
    paths = projected(west=west, east=east)["paths"]
    points = [{tuple(point) for point in drawn(paths[name])[0].tolist()} for name in ("west", "east")]
    assert points[0] & points[1] == {(10100, 0), (10112, -46), (10100, -100)}


@pytest.mark.parametrize(
    "speck",
    [
        shapely.box(106.501, -5.501, 106.502, -5.5),
        shapely.box(106.5, -5.501, 107.5, -5.5),
        shapely.box(106.5, -5.501, 107.5, -5.5).segmentize(0.1),
    ],
    ids=["a point", "a line", "a line of many points"],
)
def test_a_region_smaller_than_the_grid_keeps_a_dot(speck):
    path = projected(speck=speck, large=shapely.box(106, -7, 108, -6))["paths"]["speck"]
    assert sum(areas(path)) > 0


def test_a_detail_smaller_than_the_grid_is_lost():
    shapes = shapely.MultiPolygon([shapely.box(100, 0, 101, 1), shapely.box(102.001, 0.001, 102.002, 0.002)])
    assert areas(projected(a=shapes)["paths"]["a"]) == [100 * 100]


def test_the_box_holds_every_region():
    paths = projected(a=shapely.box(95, -11, 96, -10), b=shapely.box(140.999, 5.999, 141, 6))
    x, y, width, height = paths["box"]
    points = np.vstack([ring for path in paths["paths"].values() for ring in drawn(path)])
    assert points.min(axis=0).tolist() == [x, y]
    assert points.max(axis=0).tolist() == [x + width, y + height]


def test_frames_and_places_lie_on_the_plane_of_the_boundaries_and_in_its_box():
    shapes = {"main": shapely.box(100.0, -4.0, 104.0, -1.0), "island": shapely.box(109.0, 2.0, 109.2, 2.2)}
    boundaries = gpd.GeoDataFrame({"region_code": list(shapes)}, geometry=list(shapes.values()), crs="EPSG:4326")
    plane = to_plane(arrange(boundaries, {"island": (109.1, 2.1), "main": (101.0, -2.0)}), STEP)
    ((left, up, wide, high, scale),) = plane["frames"]
    (ring,) = drawn(plane["paths"]["island"])
    x, y, width, height = plane["box"]
    assert x <= left < left + wide <= x + width
    assert y <= up < up + high <= y + height
    assert ((ring > [left, up]) & (ring < [left + wide, up + high])).all()
    assert np.ptp(ring, axis=0).tolist() == [20 * scale, 20 * scale]  # 0.2 degrees / 0.01, times the scale
    assert plane["points"]["main"] == [101.0, 2.0]
    place = np.array(plane["points"]["island"]) / STEP
    assert ((place > ring.min(axis=0)) & (place < ring.max(axis=0))).all()


def test_a_map_without_far_islands_has_no_frames():
    boundaries = gpd.GeoDataFrame({"region_code": ["a"]}, geometry=[shapely.box(102, -4, 103, -3)], crs="EPSG:4326")
    plane = to_plane(Arranged(boundaries, {"a": (102.5, -3.5)}), STEP)
    assert (plane["frames"], plane["points"]) == ([], {"a": [102.5, 3.5]})
    assert plane["box"] == to_paths(boundaries, STEP)["box"]
