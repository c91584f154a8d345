"""Figures and boundaries to take away: each row tells of its sources what a citation needs."""

import io
import json

import geopandas as gpd
import pandas as pd
import pytest

from components.exports.observations import FILES
from components.state import cache

ASKED = {"key": "reported", "area": "17", "indicator": "coverage"}
BOUNDARIES = ASKED | {"level": "regency", "segment": "all", "period": "2024-11"}
TOLD = ["source_publisher", "source_title", "source_url", "source_grade", "source_retrieved"]


def kaur_in_geojson(content):
    features = [one["properties"] for one in json.loads(content)["features"]]
    return next(one for one in features if one["region_code"] == "17.04")


def kaur_in_geopackage(content):
    rows = gpd.read_file(io.BytesIO(content))
    return rows[rows["region_code"] == "17.04"].iloc[0].to_dict()


@pytest.mark.parametrize(
    ("name", "kaur"), [("outlines.geojson", kaur_in_geojson), ("outlines.gpkg", kaur_in_geopackage)]
)
def test_a_region_of_the_boundaries_tells_of_its_source_what_the_table_tells(name, kaur):
    table = pd.read_csv(io.BytesIO(FILES["observations.csv"](ASKED)), dtype=str, keep_default_na=False)
    row = table[table["region_code"].eq("17.04") & table["period"].eq("2024-11")].iloc[0]
    found = kaur(FILES[name](BOUNDARIES))
    source = cache.dataset("reported").sources.set_index("source_id").loc[row["source_id"]]
    assert {column: found[column] for column in TOLD} == {column: row[column] for column in TOLD}
    assert found["source_grade"] == source["grade"]
    assert source["grade"]


def test_a_region_without_a_figure_has_no_source():
    features = [one["properties"] for one in json.loads(FILES["outlines.geojson"](BOUNDARIES))["features"]]
    assert {one["source_grade"] for one in features if one["value"] is None} <= {None, ""}


def test_a_figure_of_several_sources_tells_of_each_what_is_known():
    """The villages of Sulawesi Barat: Majene's were printed, the others' are simulated and have no grade."""
    asked = BOUNDARIES | {"key": "simulated", "area": "ID", "level": "province", "period": "2022-11"}
    features = json.loads(FILES["outlines.geojson"](asked | {"indicator": "villages_enrolled"}))["features"]
    found = next(one["properties"] for one in features if one["properties"]["region_code"] == "76")
    assert found["source_publisher"] == "Cakupan; Parepos Fajar"
    assert (found["source_grade"], found["source_retrieved"]) == ("quoted_official", "2026-11")
