"""Outlines and regions: matched by writing and place, put in the bundled ones' places, compared."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from errors import DataError
from geo.boundary_sets import (
    boundaries_key,
    boundaries_number,
    boundary_difference,
    bundled_rows,
    changed_regions,
    country_of,
    merged,
    provinces_of,
    replaced,
)
from geo.regions import read_regions, regions_in
from geo.uploads.match_features import find_remarks, lie_on, match_boundaries, with_choices
from geo.uploads.published_rows import boundary_rows

REGENCIES = regions_in(read_regions(), "ID", "regency")
BENGKULU = regions_in(REGENCIES.assign(level="regency"), "17", "regency")
# Two neighbours in a small country of ours.
CURRENT = gpd.GeoDataFrame(
    {"region_code": ["17.04", "17.05", "17.71"]},
    geometry=[shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(2, 0, 3, 1)],
    crs="EPSG:4326",
)


def matched(written, names=None, shapes=None):
    shapes = np.array(shapes if shapes is not None else [None] * len(written), dtype=object)
    names = pd.Series(names) if names else None
    return match_boundaries(pd.Series(written), names, lie_on(shapes, CURRENT), REGENCIES, {})


def remarks(found):
    listed = find_remarks(found, BENGKULU)
    return {(row.feature, row.code) for row in listed.itertuples() if row.code != "region_missing"}


def test_code_and_name_decide_and_the_boundary_only_helps():
    here, elsewhere = CURRENT.geometry[2], CURRENT.geometry[0]
    doubted = {"written": ["1771"], "names": ["KAB. BENGKULU"]}
    assert matched(**doubted, shapes=[here]).features["region_code"].tolist() == ["17.71"]
    assert matched(**doubted, shapes=[here]).features["reason"].tolist() == ["place_agrees"]
    assert matched(**doubted, shapes=[elsewhere]).features["region_code"].isna().all()


def test_an_boundary_with_no_writing_is_offered_the_region_it_lies_on_and_never_given_it():
    found = matched([None], shapes=[CURRENT.geometry[1]])
    assert found.open["feature"].tolist() == [1]
    assert found.candidates[["region_code", "score"]].values.tolist() == [["17.05", 100.0]]


def test_a_right_name_far_from_its_region_is_said():
    assert (1, "place_disagrees") in remarks(matched(["17.04"], shapes=[CURRENT.geometry[1]]))


def test_what_is_not_plain_is_listed_feature_by_feature():
    shapes = [CURRENT.geometry[0], CURRENT.geometry[0], None, shapely.box(8, 8, 9, 9), None, None]
    found = matched(["17.04", "17.04", "17.04", "Atlantis", "Atlantis", "17.05"], shapes=shapes)
    assert remarks(found) == {
        (1, "doubled"),
        (2, "doubled"),
        (3, "doubled_empty"),
        (4, "unmatched"),
        (5, "unmatched_empty"),
        (6, "region_without_shape"),
    }


def test_regions_of_the_province_that_no_feature_names_are_listed():
    listed = find_remarks(matched(["17.04"], shapes=[CURRENT.geometry[0]]), BENGKULU)
    gone = set(listed.loc[listed["code"] == "region_missing", "region_code"])
    assert gone == set(BENGKULU["region_code"]) - {"17.04"}
    assert len(gone) == 10 - 1


def test_what_is_settled_by_hand_goes_before_all_else():
    found = with_choices(matched(["17.04", "Atlantis"], shapes=list(CURRENT.geometry[:2])), {1: "", 2: "17.05"})
    assert found.features["status"].tolist() == ["left_out", "by_hand"]
    assert found.open.empty
    rows = boundary_rows(found, CURRENT.geometry.to_numpy()[:2], {2: "ring_crosses"}, "batas.zip", {})
    assert rows["region_code"].tolist() == ["17.05"]
    assert rows["mended"].tolist() == ["2: ring_crosses"]


def test_several_boundaries_of_a_region_are_joined_unless_one_is_chosen():
    shapes = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)], dtype=object)
    found = matched(["17.04", "17.04"], shapes=shapes)
    joined = boundary_rows(found, shapes, {}, "batas.zip", {})
    assert shapely.from_wkb(joined["geometry"][0]).area == pytest.approx(1 + 1)
    one = boundary_rows(found, shapes, {}, "batas.zip", {"17.04": 2})
    assert shapely.from_wkb(one["geometry"][0]).equals(shapes[1])


def rows(**shapes):
    codes = {"kaur": "17.04", "seluma": "17.05"}
    return pd.DataFrame(
        [(codes[name], shapely.to_wkb(shape), "batas.zip", "") for name, shape in shapes.items()],
        columns=["region_code", "geometry", "source_name", "mended"],
    )


def test_a_set_replaces_boundaries_region_by_region():
    mixed = replaced(CURRENT, rows(kaur=shapely.box(0, 0, 1, 2)))
    assert shapely.area(mixed.geometry.to_numpy()).tolist() == [2, 1, 1]
    assert mixed.geometry[1].equals(CURRENT.geometry[1])


def test_the_way_back_changes_nothing_any_more():
    back = merged(rows(kaur=shapely.box(0, 0, 1, 2)), bundled_rows(CURRENT))
    assert changed_regions(back) == []
    assert replaced(CURRENT, back).geometry.equals(CURRENT.geometry)


def test_a_later_set_keeps_what_it_does_not_name():
    both = merged(rows(kaur=KAUR, seluma=SELUMA), rows(kaur=SELUMA))
    assert both["region_code"].tolist() == ["17.04", "17.05"]
    assert shapely.from_wkb(both["geometry"][0]).equals(SELUMA)


KAUR, SELUMA = CURRENT.geometry[0], CURRENT.geometry[1]


def test_provinces_have_no_seams_where_two_sources_nearly_meet():
    mixed = replaced(CURRENT, rows(kaur=shapely.box(0, 0, 0.9999, 1)))
    provinces = provinces_of(country_of(mixed), ["17.04"])
    assert provinces["region_code"].tolist() == ["17"]
    (whole,) = provinces.geometry
    assert whole.geom_type == "Polygon"
    assert len(whole.interiors) == 0


def test_boundaries_that_cross_once_simplified_stay_sound():
    wavy = shapely.Polygon([(0, 0), *((1 + 0.01 * (n % 2), n / 500) for n in range(501)), (0, 1)])
    assert country_of(replaced(CURRENT, rows(kaur=wavy))).is_valid.all()


def test_a_difference_says_how_many_km2():
    before = rows(kaur=shapely.box(0, 0, 1, 1), seluma=SELUMA)
    after = rows(kaur=shapely.box(0, 0, 1, 2), seluma=SELUMA)
    (one,) = boundary_difference(before, after).to_dict("records")
    assert (one["region_code"], one["change"]) == ("17.04", "changed")
    # A degree is 111.3 km along the equator, and 110.6 km from there north.
    assert one["km2_before"] == pytest.approx(111.3 * 110.6, rel=0.01)
    assert one["km2_change"] == pytest.approx(111.3 * 110.6, rel=0.01)
    assert one["same_share"] == pytest.approx(1 / 2, rel=0.01)


def test_a_difference_names_regions_that_came_and_went():
    found = boundary_difference(rows(kaur=KAUR), rows(seluma=SELUMA))
    assert dict(zip(found["region_code"], found["change"], strict=True)) == {"17.04": "gone", "17.05": "added"}
    assert found["km2_after"].isna().tolist() == [True, False]


def test_a_key_names_a_version_or_the_bundled_boundaries():
    assert [boundaries_number(boundaries_key(number)) for number in (0, 3)] == [0, 3]
    for key in ("boundaries@0", "boundaries@3x", "cakupan@1", "../boundaries@1"):
        with pytest.raises(DataError):
            boundaries_number(key)
