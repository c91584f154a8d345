"""Neighbours: who shares a border on land."""

from pathlib import Path

import geopandas as gpd
import pytest
from shapely import box, union_all

from geo.boundaries import read_boundaries
from geo.neighbours import find_neighbours


def neighbours_of(pairs, region_code):
    return pairs.loc[pairs["region_code"] == region_code, "neighbour_code"].tolist()


def boundaries(**shapes):
    return gpd.GeoDataFrame({"region_code": list(shapes)}, geometry=list(shapes.values()), crs="EPSG:4326")


@pytest.fixture(scope="module")
def bundled():
    return find_neighbours(read_boundaries())


def test_a_common_border_makes_neighbours_and_a_corner_does_not():
    pairs = find_neighbours(boundaries(a=box(0, 0, 1, 1), b=box(1, 0, 2, 1), c=box(1, 1, 2, 2)))
    assert neighbours_of(pairs, "a") == ["b"]  # c meets a in the point (1, 1)
    assert neighbours_of(pairs, "c") == ["b"]


def test_the_longest_border_comes_first_and_is_measured_on_the_ground():
    north = box(0, 1, 3, 2)
    pairs = find_neighbours(boundaries(a=box(0, 0, 3, 1), b=north, c=box(3, 0, 4, 1)))
    assert neighbours_of(pairs, "a") == ["b", "c"]
    # One degree along a meridian is 111.32 km.
    assert pairs.set_index(["region_code", "neighbour_code"])["border_km"]["a", "c"] == pytest.approx(111.32)


def test_borders_from_two_sources_that_nearly_meet_are_shared():
    pairs = find_neighbours(boundaries(a=box(0, 0, 1, 1), b=box(1.0002, 0, 2, 1)))
    assert neighbours_of(pairs, "b") == ["a"]


def test_boundaries_that_overlap_or_lie_one_in_the_other_are_neighbours():
    overlapping = find_neighbours(boundaries(a=box(0, 0, 1, 1), b=box(0.99, 0, 2, 1)))
    assert neighbours_of(overlapping, "a") == ["b"]
    inside = find_neighbours(boundaries(a=box(0, 0, 3, 3), b=box(1, 1, 2, 2)))
    assert neighbours_of(inside, "b") == ["a"]


def test_an_island_has_no_neighbour_even_where_a_region_has_several_islands():
    pairs = find_neighbours(boundaries(a=box(0, 0, 1, 1), b=union_all([box(2, 0, 3, 1), box(5, 0, 6, 1)])))
    assert pairs.empty


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("17.71", ["17.09", "17.05"]),  # the city of Bengkulu: Bengkulu Tengah and Seluma
        ("93.01", ["93.02", "93.03"]),  # Merauke: Boven Digoel and Mappi
        ("31.01", []),  # Kepulauan Seribu
    ],
)
def test_neighbours_on_the_bundled_boundaries(bundled, region, found):
    assert neighbours_of(bundled, region) == found


def test_the_bundled_boundaries_have_the_neighbours_of_the_boundaries_they_were_made_from(bundled):
    source = Path(__file__).parents[4] / "shared" / "geo" / "idn_adm2.gpkg"
    if not source.exists():
        pytest.skip("the outlines of ../shared are not here")
    finer = gpd.read_file(source, columns=["kemendagri_code"]).rename(columns={"kemendagri_code": "region_code"})
    found = find_neighbours(finer.to_crs(4326))
    both = [set(zip(one["region_code"], one["neighbour_code"], strict=True)) for one in (bundled, found)]
    # Padang Pariaman and Padang Panjang meet along one kilometre of the generalised boundaries only.
    assert both[0] ^ both[1] == {("13.05", "13.74"), ("13.74", "13.05")}


def test_neighbourhood_is_mutual(bundled):
    pairs = set(zip(bundled["region_code"], bundled["neighbour_code"], strict=True))
    assert pairs == {(b, a) for a, b in pairs}
