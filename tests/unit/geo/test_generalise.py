"""Outlines from cells: neighbours share borders, nobody is lost, the same source gives the same bytes."""

import geopandas as gpd
import h3.api.basic_int as h3
import numpy as np
import pytest
import shapely

from geo.generalise import border_cells, boundary_edges, generalise, owners_of
from tools.build_boundaries import zipped_shapefile
from tools.measure_boundaries import overlaps, summary

RESOLUTION = 8  # cells of 0.7 km²: about 170 in a square of 0.1 degree


def squares(west: float = 102.0, south: float = -4.0) -> gpd.GeoDataFrame:
    """Three squares of 0.1 degree: two side by side, one on top of both."""
    shapes = [
        shapely.box(west, south, west + 0.1, south + 0.1),
        shapely.box(west + 0.1, south, west + 0.2, south + 0.1),
        shapely.box(west + 0.05, south + 0.1, west + 0.15, south + 0.2),
    ]
    return gpd.GeoDataFrame({"region_code": ["17.01", "17.02", "17.03"]}, geometry=shapes, crs="EPSG:4326")


@pytest.fixture(scope="module")
def drawn() -> gpd.GeoDataFrame:
    return generalise(squares(), RESOLUTION, tolerance=0.005)


def test_neighbours_share_one_border(drawn):
    assert shapely.coverage_is_valid(drawn.geometry.to_numpy())
    left, right, _ = drawn.geometry
    assert left.intersection(right).length == pytest.approx(0.1, rel=0.2)
    assert left.intersection(right).area == 0


def test_boundaries_are_valid_and_close_to_their_source(drawn):
    assert drawn.is_valid.all()
    assert overlaps(drawn, squares())["iou"].min() > 0.9


def test_coordinates_have_six_decimals(drawn):
    points = shapely.get_coordinates(drawn.geometry.to_numpy())
    assert (points == points.round(6)).all()


def test_the_teeth_of_the_hexagons_are_gone(drawn):
    corners = shapely.get_num_coordinates(drawn.geometry.to_numpy())
    teeth = [len(h3.cells_to_geo(h3.geo_to_cells(box, RESOLUTION))["coordinates"][0]) for box in squares().geometry]
    assert (corners < np.array(teeth) / 3).all()


def test_a_border_between_two_faces_of_the_icosahedron_is_shared():
    between_faces = next(
        cell for cell in h3.grid_disk(h3.latlng_to_cell(0.5, 114.0, 5), 40) if len(h3.get_icosahedron_faces(cell)) > 1
    )
    lat, lng = h3.cell_to_latlng(between_faces)
    shapes = generalise(squares(lng - 0.1, lat - 0.1), RESOLUTION, tolerance=0.0).geometry.to_numpy()
    assert shapely.coverage_is_valid(shapes)


def test_a_region_smaller_than_a_cell_keeps_one():
    city = shapely.box(102.05, -3.95, 102.0501, -3.9499)
    source = squares()
    source.loc[0, "geometry"] = source.geometry.iloc[0].difference(city)
    source.loc[3] = ["17.71", city]
    shapes = generalise(source, RESOLUTION, tolerance=0.005).geometry
    assert shapes.iloc[3].area > city.area
    assert shapely.coverage_is_valid(shapes.to_numpy())


def test_only_edges_between_two_owners_are_drawn():
    source = squares()
    cells = border_cells(source, RESOLUTION)
    edges = boundary_edges(cells, owners_of(cells, source))
    assert (edges["owner"] != edges["neighbour"]).all()
    assert not edges.duplicated(["start", "end"]).any()
    # Every boundary is closed: it enters each corner as often as it leaves it.
    assert sorted(edges[["owner", "start"]].to_numpy().tolist()) == sorted(edges[["owner", "end"]].to_numpy().tolist())


def test_the_same_boundaries_give_the_same_bytes(drawn):
    named = drawn.assign(name=["Bengkulu Selatan", "Rejang Lebong", "Bengkulu Utara"])
    assert zipped_shapefile(named) == zipped_shapefile(named)


def test_the_summary_names_a_region_that_overlaps_too_little():
    moved = squares().assign(geometry=squares().translate(0.05))
    low = summary(overlaps(moved, squares()))
    # Half of each square is shared, and the two cover one and a half: 0.5 / 1.5.
    assert low[0] == "overlap: median 0.333, minimum 0.333"
    assert low[1] == "under 0.8: 3, of which 3 larger than 50 km²"
    assert low[2].startswith("  Kabupaten Bengkulu Selatan (17.01): 0.33")
