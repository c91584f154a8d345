"""Circles and tiles in place of boundaries: the tables that the tool wrote, and how they come onto a map."""

import numpy as np
import pandas as pd
import pytest

from geo.boundaries import read_boundaries
from geo.circles import Room, circle_radii, place_circles
from geo.regions import province_of, read_regions, regions_in
from geo.shapes import circles_on, enlarged, read_blocks, read_circles, read_tiles, tiles_on
from geo.tiles import assign_cells, assign_grid
from tools.build_shapes import SMALLEST, province_circles, province_tiles, regency_tiles

REGIONS = read_regions()
PROVINCES, REGENCIES = (regions_in(REGIONS, "ID", level) for level in ("province", "regency"))
PEOPLE = REGIONS.set_index("region_code")["population"].astype(float)
PLACES = REGENCIES.set_index("region_code")[["lon", "lat"]]
ROUNDED = 2e-4  # degrees, of two circles written with four decimals
WHOLE = Room(np.tile([0.0, 0.0, 10.0, 10.0], (3, 1)), np.empty((0, 4)))


def country() -> pd.DataFrame:
    """The circles of the regencies on the map of the country."""
    circles = read_circles()
    rows = circles[circles["area"].eq("ID") & circles["region_code"].str.len().gt(2)]
    return rows.set_index("region_code").loc[REGENCIES["region_code"]]


def gaps(circles: pd.DataFrame) -> np.ndarray:
    """Degrees between the rims of each two circles."""
    away = circles[["x", "y"]].to_numpy()[:, None] - circles[["x", "y"]].to_numpy()[None]
    between = np.hypot(away[..., 0], away[..., 1]) - circles["r"].to_numpy()[:, None] - circles["r"].to_numpy()[None]
    return between[np.triu_indices(len(circles), 1)]


def kept(before: np.ndarray, after: np.ndarray) -> tuple[float, float]:
    """Of all pairs: the share that still stands in its order, and the share that stands the other way round."""
    one, other = np.triu_indices(len(before), 1)
    product = (before[one] - before[other]) * (after[one] - after[other])
    return (product > 0).mean(), (product < 0).mean()


def test_every_region_has_a_circle_on_the_map_of_the_country_and_of_its_province():
    circles = read_circles()
    every = [("ID", code) for code in [*PROVINCES["region_code"], *REGENCIES["region_code"]]]
    every += [(province_of(code), code) for code in REGENCIES["region_code"]]
    assert sorted(zip(circles["area"], circles["region_code"], strict=True)) == sorted(every)


def test_no_circle_lies_on_another():
    circles = read_circles()
    levels = circles["region_code"].str.len()
    assert min(gaps(rows).min(initial=1.0) for _key, rows in circles.groupby(["area", levels])) >= -ROUNDED


def test_a_circle_of_the_country_stays_near_its_place():
    circles = country()
    moved = np.hypot(circles["x"] - PLACES["lon"], circles["y"] - PLACES["lat"])
    assert moved.max() < 1.85  # degrees: on Java the circles take more room than there is land
    assert moved.median() < 0.05


def test_the_circles_keep_the_order_of_their_places():
    circles = country()
    for place, middle, least in (("lon", "x", 0.99), ("lat", "y", 0.97)):
        assert kept(PLACES[place].to_numpy(), circles[middle].to_numpy())[0] > least


def test_areas_are_as_people_are_but_for_those_too_small_to_be_seen():
    circles = country()
    people = PEOPLE[circles.index]
    larger = enlarged(circles.reset_index(), PEOPLE)
    assert circles.loc[larger, "r"].eq(SMALLEST).all()
    assert people[larger].max() < people.drop(larger).min()
    each = (circles["r"] ** 2 / people).drop(larger)
    assert each.max() / each.min() == pytest.approx(1, abs=0.02)


def test_every_region_has_a_tile_of_its_own():
    tiles = read_tiles()
    for regions in (PROVINCES, REGENCIES):
        at = tiles.set_index("region_code").loc[regions["region_code"], ["x", "y"]].to_numpy()
        apart = np.abs(at[:, None] - at[None]).max(axis=2)
        assert apart[np.triu_indices(len(at), 1)].min() >= 1


def test_the_tiles_of_a_province_are_one_piece():
    tiles = read_tiles()
    tiles = tiles[tiles["region_code"].str.len() > 2]
    for _province, rows in tiles.groupby(tiles["region_code"].str[:2]):
        cells = set(zip(rows["x"], rows["y"], strict=True))
        reached, new = set(), {min(cells)}
        while new:
            reached |= new
            new = {(x + a, y + b) for x, y in new for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))} & cells - reached
        assert reached == cells


def test_tiles_stand_as_the_archipelago_lies():
    tiles = read_tiles().set_index("region_code").loc[REGENCIES["region_code"]]
    for place, corner, same, turned in ((PLACES["lon"], "x", 0.9, 0.08), (-PLACES["lat"], "y", 0.84, 0.105)):
        found = kept(place.to_numpy(), tiles[corner].to_numpy())
        assert found[0] > same
        assert found[1] < turned
    inside = [kept(PLACES.loc[codes, "lon"].to_numpy(), tiles.loc[codes, "x"].to_numpy()) for codes in provinces()]
    assert np.mean([turned for _same, turned in inside]) < 0.03


def provinces() -> list[list[str]]:
    return [list(codes) for _code, codes in REGENCIES.groupby("parent_code")["region_code"]]


def test_the_tool_writes_what_lies_there():
    tiles = pd.concat([province_tiles(), regency_tiles(REGIONS)], ignore_index=True)
    pd.testing.assert_frame_equal(read_tiles(), tiles, check_dtype=False)
    few = REGIONS[REGIONS["region_code"].isin(["17", "31"]) | REGIONS["parent_code"].isin(["17", "31"])]
    made = pd.concat(province_circles(few), ignore_index=True).round(4)
    there = read_circles().query("area in ('17', '31')").reset_index(drop=True)
    pd.testing.assert_frame_equal(there, made, check_dtype=False)


def test_radii_are_as_roots_and_none_is_below_the_smallest():
    radii = circle_radii(np.array([1.0, 4.0, 400.0]), covered=405 * np.pi, smallest=1.5)
    assert radii.tolist() == pytest.approx([1.5, 2.0, 20.0])


def test_circles_on_one_place_part_and_a_lonely_one_stays():
    places = np.array([[5.0, 5.0], [5.0, 5.0], [9.0, 1.0]])
    middles = place_circles(places, np.array([1.0, 1.0, 0.5]), WHOLE, np.full((3, 3), 0.1))
    assert np.hypot(*(middles[0] - middles[1])) == pytest.approx(2.1, abs=0.01)
    assert middles[2].tolist() == pytest.approx([9.0, 1.0], abs=1e-5)


def test_circles_stay_in_their_boxes_and_off_the_frames_of_others():
    frame = [0.0, 0.0, 4.0, 10.0]
    room = Room(np.array([frame, [0.0, 0.0, 10.0, 10.0], [0.0, 0.0, 10.0, 10.0]]), np.array([frame]))
    places = np.array([[3.9, 5.0], [4.2, 5.0], [9.9, 9.9]])
    middles = place_circles(places, np.ones(3), room, np.zeros((3, 3)))
    assert middles[0, 0] <= 3
    assert middles[1, 0] >= 5
    assert middles[2].tolist() == pytest.approx([9, 9])


def test_cells_go_to_those_who_lie_that_way_and_the_ends_of_a_line_stay_free():
    places = np.array([[100.0, 5.0], [104.0, 4.0], [100.5, -5.0]])  # north-west, north-east, south-west
    assert assign_cells(places, width=2, height=2).tolist() == [[0, 0], [1, 0], [0, 1]]
    assert assign_grid(np.array([[0.0, 0.0], [9.0, 1.0], [1.0, 8.0]]), 2, 2).tolist() == [[0, 0], [1, 0], [0, 1]]


DRAWN = {"step": 0.01, "box": [0, 0, 400, 100], "paths": {"17.01": "", "17.04": ""}}


def test_a_region_without_a_circle_has_the_smallest_at_its_place():
    circles = pd.DataFrame({"region_code": ["17.01", "17.02"], "x": [1.0, 2], "y": [-2.0, -3], "r": [0.5, 0.2]})
    drawn = DRAWN | {"points": {"17.01": [0, 0], "17.04": [3.0, 1.0]}}
    assert circles_on(drawn, circles) == {"17.01": [100, 200, 50], "17.04": [300, 100, 20]}


def test_tiles_fill_the_window_unless_a_region_has_none():
    tiles = pd.DataFrame({"region_code": ["17.01", "17.04", "18.01"], "x": [6.0, 7, 20], "y": [3.0, 3, 9]})
    found = tiles_on(DRAWN, tiles, read_blocks())
    # Two tiles beside one another, each as high as the map, in its middle; a part of each stays free.
    assert (found["side"], found["cells"]) == (94, {"17.01": [103, 3], "17.04": [203, 3]})
    assert found["names"] == []
    assert tiles_on(DRAWN, tiles.iloc[:1], read_blocks()) is None


def test_on_the_map_of_the_country_names_stand_over_the_blocks_the_largest_first():
    codes = read_boundaries()["region_code"]
    found = tiles_on(
        DRAWN | {"box": [0, 0, 4600, 1700], "paths": dict.fromkeys(codes, "")}, read_tiles(), read_blocks()
    )
    assert len(found["cells"]) == 514
    assert found["names"][0][0] == "Jatim"
    assert len(found["names"]) == 38
    x, y = found["cells"]["11.01"]
    assert 0 <= x <= 4600
    assert 0 <= y <= 1700
