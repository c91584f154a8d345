"""Islands far from the rest get a frame where the rest grows by it, and only there."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.boundaries import read_boundaries
from geo.frames import shown_scale
from geo.insets import ENLARGED, arrange
from geo.regions import read_regions
from geo.simplify import boundaries_in

MAINLAND = shapely.box(0, 0, 4, 3)
ISLAND = shapely.box(9, 6, 9.2, 6.2)


def arranged(points=None, **shapes):
    boundaries = gpd.GeoDataFrame({"region_code": list(shapes)}, geometry=list(shapes.values()), crs="EPSG:4326")
    return arrange(boundaries, points or {})


def around(found):
    boxes = np.vstack([found.boundaries.total_bounds, *(frame.box for frame in found.frames)])
    return [*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)]


@pytest.fixture(scope="module")
def provinces():
    every, regions = read_boundaries(), read_regions()
    points = {row.region_code: (row.lon, row.lat) for row in regions.itertuples()}
    codes = sorted(every["region_code"].str[:2].unique())
    return {code: (boundaries_in(every, code), points) for code in codes}


def test_a_far_island_comes_to_a_frame_beside_the_mainland_which_grows():
    found = arranged(main=MAINLAND, island=ISLAND)
    (frame,) = found.frames
    main, island = found.boundaries.geometry
    assert main.equals(MAINLAND)
    assert shapely.box(*frame.box).contains(island)
    assert not shapely.box(*frame.box).intersects(main)
    # 9.2 degrees wide before; then the mainland's 4, and a frame above or beside it.
    assert shown_scale(around(found)) >= ENLARGED * shown_scale([0, 0, 9.2, 6.2])


def test_an_island_at_the_coast_stays_where_it_is():
    found = arranged(main=MAINLAND, island=shapely.box(4.1, 0, 4.4, 0.3))
    assert found.frames == ()
    assert found.boundaries.geometry.iloc[1].bounds == (4.1, 0, 4.4, 0.3)


def test_what_is_a_large_part_of_the_land_is_not_put_aside():
    # 12 square degrees and 3: a fifth of all land.
    assert arranged(main=MAINLAND, island=shapely.box(9, 6, 10.5, 8)).frames == ()


def test_an_archipelago_has_no_body():
    isles = {f"i{i}": shapely.box(i, i % 3, i + 0.1, i % 3 + 0.1) for i in range(12)}
    assert arranged(**isles).frames == ()


def test_a_region_with_parts_in_both_places_stays_one_region():
    both = shapely.union_all([shapely.box(4, 0, 5, 3), ISLAND])
    found = arranged({"both": (4.5, 1.0)}, main=MAINLAND, both=both)
    assert list(found.boundaries["region_code"]) == ["main", "both"]
    kept, moved = sorted(shapely.get_parts(found.boundaries.geometry.iloc[1]), key=shapely.area, reverse=True)
    assert kept.bounds == (4, 0, 5, 3)
    assert shapely.box(*found.frames[0].box).contains(moved)
    assert found.points == {"both": (4.5, 1.0)}


def test_a_place_on_an_island_goes_along_with_it():
    found = arranged({"island": (9.1, 6.1), "main": (2.0, 1.0)}, main=MAINLAND, island=ISLAND)
    island = found.boundaries.geometry.iloc[1]
    assert island.contains(shapely.Point(found.points["island"]))
    assert found.points["main"] == (2.0, 1.0)


def test_islands_far_from_one_another_have_a_frame_each_in_the_order_of_the_map():
    found = arranged(main=MAINLAND, west=shapely.box(-6, 5, -5.9, 5.1), east=ISLAND)
    assert len(found.frames) == 2
    _main, west, east = found.boundaries.geometry
    assert west.bounds[0] < east.bounds[0] or west.bounds[1] < east.bounds[1]


def test_by_the_rule_these_provinces_have_frames_and_no_others(provinces):
    framed = {code for code, given in provinces.items() if arrange(*given).frames}
    # Sumatera Barat, DKI Jakarta, Jawa Timur, Kalimantan Selatan, Sulawesi Utara, Sulawesi Selatan; neither
    # Bengkulu, whose map would grow by 22 % for Enggano, nor the archipelagos of Riau, Maluku and Nusa Tenggara.
    assert framed == {"13", "31", "35", "63", "71", "73"}


@pytest.mark.parametrize("code", ["13", "31", "35", "63", "71", "73"])
def test_no_province_loses_an_island_and_no_island_is_smaller_than_before(provinces, code):
    boundaries, points = provinces[code]
    found = arrange(boundaries, points)
    gain = shown_scale(around(found)) / shown_scale(boundaries.total_bounds)
    assert gain >= ENLARGED
    assert all(frame.scale * gain >= 1 for frame in found.frames)
    before, after = (
        shapely.get_num_geometries(shapes.geometry.to_numpy()) for shapes in (boundaries, found.boundaries)
    )
    assert before.tolist() == after.tolist()


@pytest.mark.parametrize("code", ["13", "31", "35", "63", "71", "73"])
def test_frames_lie_on_no_region_and_on_no_other_frame(provinces, code):
    found = arrange(*provinces[code])
    parts = shapely.get_parts(found.boundaries.geometry.to_numpy())
    boxes = [shapely.box(*frame.box) for frame in found.frames]
    for box in boxes:
        touched = parts[shapely.intersects(parts, box)]
        assert len(touched) > 0
        assert shapely.covers(box, touched).all()
    assert all(not one.intersects(other) for one in boxes for other in boxes if one is not other)


def test_the_thousand_islands_are_wholly_in_their_frame(provinces):
    found = arrange(*provinces["31"])
    islands = found.boundaries.set_index("region_code").geometry["31.01"]
    assert shapely.box(*found.frames[0].box).covers(islands)
    assert shapely.box(*found.frames[0].box).covers(shapely.Point(found.points["31.01"]))


def test_only_islands_too_small_for_a_rim_are_specks(provinces):
    assert arrange(*provinces["31"]).specks == ("31.01",)
    assert arrange(*provinces["71"]).specks == ()
    assert arranged(main=MAINLAND, island=ISLAND).specks == ()
