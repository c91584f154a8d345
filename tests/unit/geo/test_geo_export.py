"""Boundaries leave with their values: gaps as null, numbers as numbers, text as text."""

import io
import json

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.export import to_geojson, to_geopackage

BOUNDARIES = gpd.GeoDataFrame(
    {"region_code": ["11.10", "17.04", "17.07"]},
    geometry=[
        shapely.orient_polygons(shapely.box(97, 2, 97.12345678, 3), exterior_cw=True),
        shapely.box(103, -5, 103.5, -4.5),
        shapely.box(102, -3.5, 102.5, -3),
    ],
    crs="EPSG:4326",
)
VALUES = pd.DataFrame(
    {
        "region_code": ["17.04", "17.07", "99.99"],
        "value": [75.0, float("nan"), 1.0],
        "numerator": pd.array([29, None, 1], dtype="Int64"),
        "period": ["2024", "2024-11", "2024"],
        "name": ["Kaur", '<b>"Lebong"</b>', "Tidak ada"],
    }
)


@pytest.fixture(scope="module")
def features() -> list[dict]:
    return json.loads(to_geojson(BOUNDARIES, VALUES))["features"]


def test_every_region_has_a_feature_and_what_is_missing_is_null(features):
    assert [feature["properties"]["region_code"] for feature in features] == ["11.10", "17.04", "17.07"]
    assert [feature["properties"]["value"] for feature in features] == [None, 75.0, None]
    assert [feature["properties"]["numerator"] for feature in features] == [None, 29, None]


def test_text_stays_text(features):
    assert features[1]["properties"]["period"] == "2024"
    assert features[2]["properties"]["name"] == '<b>"Lebong"</b>'
    assert features[0]["properties"]["name"] is None


def test_geojson_turns_counter_clockwise_with_six_decimals(features):
    ring = features[0]["geometry"]["coordinates"][0]
    assert shapely.LinearRing(ring).is_ccw
    assert max(x for x, _ in ring) == 97.123457


def test_geojson_is_read_back_by_geopandas():
    read = gpd.read_file(io.BytesIO(to_geojson(BOUNDARIES, VALUES)))
    assert read.crs == "EPSG:4326"
    assert read["region_code"].tolist() == BOUNDARIES["region_code"].tolist()


def test_a_geopackage_is_read_back_with_its_gaps_and_types(tmp_path):
    file = tmp_path / "cakupan.gpkg"
    file.write_bytes(to_geopackage(BOUNDARIES, VALUES))
    read = gpd.read_file(file, layer="cakupan").set_index("region_code")
    assert read["value"].dropna().to_dict() == {"17.04": 75.0}
    assert read["numerator"].dropna().to_dict() == {"17.04": 29}
    assert read["period"].dropna().to_dict() == {"17.04": "2024", "17.07": "2024-11"}
    assert read.geometry.loc["17.04"].equals(BOUNDARIES.geometry.iloc[1])


def test_values_with_a_region_twice_are_refused():
    with pytest.raises(pd.errors.MergeError):
        to_geojson(BOUNDARIES, pd.concat([VALUES, VALUES]))
