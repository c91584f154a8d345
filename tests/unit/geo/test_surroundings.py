"""The land around a province: everything in sight of its map, quiet and small, and no gap at its border."""

import geopandas as gpd
import pytest
import shapely

from geo.boundaries import read_boundaries
from geo.simplify import boundaries_in, dissolve_provinces
from geo.surroundings import MARGIN, NARROW, WIDE, surroundings


@pytest.fixture(scope="module")
def regencies():
    return read_boundaries()


def squares(**boxes):
    shapes = [shapely.box(*box) for box in boxes.values()]
    codes = [code.replace("_", ".")[1:] for code in boxes]
    return gpd.GeoDataFrame({"region_code": codes}, geometry=shapes, crs="EPSG:4326")


def test_the_neighbours_are_there_by_province_and_the_area_is_not():
    land = squares(r17_01=(0, 0, 1, 1), r16_01=(1, 0, 2, 1), r16_02=(2, 0, 3, 1), r18_01=(0, -1, 1, 0))
    around = surroundings(land, "17", (0, 0, 1, 1))
    assert around["region_code"].tolist() == ["16", "18"]


def test_they_are_cut_to_the_widest_and_the_highest_window_that_a_map_stands_in():
    land = squares(r17_01=(0, 0, 1, 1), r16_01=(-50, 1, 50, 50), r18_01=(20, 0, 30, 1))
    around = surroundings(land, "17", (0, 0, 1, 1))
    side = 1 + 2 * MARGIN
    west, _south, east, north = around.total_bounds
    assert (east - west, north - 0.5) == pytest.approx((WIDE * side, side / NARROW / 2), abs=0.01)
    assert around["region_code"].tolist() == ["16"]  # 18 lies outside every window


def test_an_area_alone_in_the_sea_has_none():
    assert surroundings(squares(r17_01=(0, 0, 1, 1)), "17", (0, 0, 1, 1)).empty


def test_they_reach_under_the_area_so_that_no_gap_opens_at_its_border(regencies):
    area = shapely.union_all(boundaries_in(regencies, "17").geometry.to_numpy())
    near = boundaries_in(regencies, "16")
    border = shapely.intersection(
        shapely.boundary(area), shapely.boundary(dissolve_provinces(near).geometry.to_numpy()[0])
    )
    around = surroundings(regencies, "17", tuple(area.bounds))
    assert border.length > 1
    assert shapely.difference(border, shapely.union_all(around.geometry.to_numpy())).length < border.length / 50


def test_they_are_a_few_thousand_corners_even_of_the_widest_province(regencies):
    for area in ("17", "61", "82", "94"):
        box = boundaries_in(regencies, area).total_bounds
        around = surroundings(regencies, area, tuple(box))
        assert 0 < shapely.get_num_coordinates(around.geometry.to_numpy()).sum() < 9000
