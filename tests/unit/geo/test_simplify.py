"""Levels of detail keep every region, and its borders with its neighbours."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.boundaries import read_boundaries
from geo.simplify import boundaries_in, count_vertices, dissolve_provinces, simplify_country, without_islets

MAINLAND = shapely.box(0, 0, 10, 10)
ISLET = shapely.box(20, 0, 20.1, 0.1)


@pytest.fixture(scope="module")
def regencies() -> gpd.GeoDataFrame:
    return read_boundaries()


@pytest.fixture(scope="module")
def country(regencies) -> gpd.GeoDataFrame:
    return simplify_country(regencies)


def test_the_country_has_at_most_25000_vertices(country):
    assert 20_000 < count_vertices(country) <= 25_000


def test_no_regency_is_lost_in_the_country(country, regencies):
    assert country["region_code"].tolist() == regencies["region_code"].tolist()
    assert country.is_valid.all()
    assert (shapely.area(country.geometry.to_numpy()) > 0).all()


def test_neighbours_still_share_their_borders_in_the_country(country):
    assert shapely.coverage_is_valid(country.geometry.to_numpy())


def test_boundaries_with_few_vertices_stay_as_they_are(regencies):
    bengkulu = boundaries_in(regencies, "17")
    assert simplify_country(bengkulu) is bengkulu


@pytest.mark.parametrize(
    ("shape", "parts"),
    [
        (shapely.union_all([MAINLAND, ISLET]), 1),  # too small to see, and there is a mainland
        (ISLET, 1),  # a region's last part
        (shapely.union_all([ISLET, shapely.box(21, 0, 21.1, 0.1)]), 2),  # an archipelago of islets stays one
        (shapely.union_all([MAINLAND, shapely.box(20, 0, 21, 1)]), 2),  # large enough
    ],
)
def test_islets_go_but_never_a_whole_region(shape, parts):
    kept = without_islets(np.array([shape]), smallest=0.5)
    assert shapely.get_num_geometries(kept).tolist() == [parts]


def test_a_small_part_between_neighbours_stays():
    exclave = shapely.union_all([MAINLAND, ISLET])
    around = shapely.box(19, -1, 22, 2).difference(ISLET)
    assert shapely.get_num_geometries(without_islets(np.array([exclave, around]), 0.5)).tolist() == [2, 1]


def test_38_provinces_cover_what_their_regencies_cover(regencies):
    provinces = dissolve_provinces(regencies)
    assert len(provinces) == 38
    assert provinces.is_valid.all()
    bengkulu = provinces.set_index("region_code").geometry["17"]
    parts = boundaries_in(regencies, "17").geometry.to_numpy()
    assert bengkulu.area == pytest.approx(shapely.area(parts).sum())


def test_an_area_gives_its_own_boundaries(regencies):
    assert len(boundaries_in(regencies, "ID")) == 514
    assert boundaries_in(regencies, "17")["region_code"].str[:3].unique().tolist() == ["17."]
    assert len(boundaries_in(regencies, "17")) == 10


def test_a_square_has_five_vertices():
    assert count_vertices(gpd.GeoDataFrame(geometry=[MAINLAND, ISLET])) == 5 + 5
