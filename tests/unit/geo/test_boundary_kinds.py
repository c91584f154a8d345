"""Outlines as people find them: place codes, files of another level, two regions of one name, latitude first."""

import json

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from errors import DataError
from geo.matching.resolve import resolve_regions
from geo.matching.spelling import read_spelling
from geo.regions import read_regions, regions_in
from geo.uploads.match_features import lie_on, match_boundaries
from geo.uploads.worker import answer

NAMES = ("Satu", "Dua", "Tiga", "Empat")
REGIONS = read_regions()
REGENCIES = regions_in(REGIONS, "ID", "regency")


def square(west=103.0, south=-4.5):
    return [[[west, south], [west + 0.2, south], [west + 0.2, south + 0.2], [west, south + 0.2], [west, south]]]


def features(rows, turned=False):
    """A GeoJSON of a square for each row of properties, side by side."""
    shapes = [square(103 + 0.2 * at) for at in range(len(rows))]
    if turned:
        shapes = [[[[lat, lon] for lon, lat in ring] for ring in shape] for shape in shapes]
    made = [
        {"type": "Feature", "properties": row, "geometry": {"type": "Polygon", "coordinates": shape}}
        for row, shape in zip(rows, shapes, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": made}).encode()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([{"NAME_1": "Aceh", "CC_1": "11"}, {"NAME_1": "Bali", "CC_1": "51"}], "outlines_of_province"),
        ([{"PROVINSI": name} for name in ("Jambi", "Bengkulu", "Gorontalo")], "outlines_of_province"),
        ([{"ADM1_EN": "Jambi", "PCODE": "ID15"}, {"ADM1_EN": "Riau", "PCODE": "ID14"}], "outlines_of_province"),
        ([{"ADM0_EN": "Indonesia"}], "outlines_of_country"),
        ([{"WADMKK": "Kaur", "WADMKC": f"Kecamatan {name}"} for name in NAMES], "outlines_of_district"),
        ([{"ADM2_EN": "Kaur", "ADM3_PCODE": f"ID17040{n}0"} for n in range(1, 6)], "outlines_of_district"),
        ([{"kab": "Kaur", "desa": f"Desa {name}"} for name in NAMES], "outlines_of_village"),
        ([{"nama": f"Desa {n}", "kode": f"17.04.01.200{n}"} for n in range(1, 6)], "outlines_of_village"),
    ],
)  # fmt: skip
def test_a_file_of_another_level_is_said_in_one_sentence(rows, code):
    with pytest.raises(DataError) as refused:
        answer({"name": "batas.geojson"}, features(rows))
    assert refused.value.code == code


@pytest.mark.parametrize(
    "rows",
    [
        [{"NAME_1": "Bengkulu", "NAME_2": "Kaur"}, {"NAME_1": "Bengkulu", "NAME_2": "Lebong"}],
        [{"PROVINSI": "Bengkulu", "nama": "Kota Bengkulu"}],
        [{"ADM2_EN": "Kaur", "pulau": name} for name in ("Enggano", "Merbau")],
    ],
)
def test_a_file_of_regencies_is_read(rows):
    said, _ = answer({"name": "batas.geojson"}, features(rows))
    assert said["proposed"]["name"] is not None


def test_latitude_before_longitude_is_turned_round_and_said():
    rows = [{"nama": "Kaur"}, {"nama": "Lebong"}]
    straight, turned = (answer({"name": "a.geojson"}, features(rows, turned)) for turned in (False, True))
    assert (straight[0]["crs"]["origin"], turned[0]["crs"]["origin"]) == ("file", "turned")
    shapes = [shapely.from_wkb(one[1]["outlines"]["geometry"].to_pylist()) for one in (straight, turned)]
    assert all(shapely.equals(*shapes))
    confirmed, _ = answer({"name": "a.geojson", "crs": "EPSG:4326"}, features(rows, True))
    assert (confirmed["crs"]["origin"], confirmed["problems"]) == ("analyst", [])


@pytest.mark.parametrize(
    ("written", "region"),
    [("ID3201", "32.01"), ("id3271", "32.71"), ("ID1101", "11.09"), ("ID17", "17"), ("ID9999", None)],
)
def test_a_place_code_is_the_number_of_bps(written, region):
    found = resolve_regions(pd.Series([written]), REGIONS).region_codes[0]
    assert found == region or (region is None and pd.isna(found))


def test_kabupaten_and_kota_of_one_name_are_told_apart_by_where_they_lie():
    codes = ["32.01", "32.71"]
    current = gpd.GeoDataFrame(
        {"region_code": codes}, geometry=[shapely.box(0, 0, 4, 4), shapely.box(5, 0, 6, 1)], crs=4326
    )
    here = np.array([shapely.box(5, 0, 6, 1.2), shapely.box(0, 0, 4, 3)], dtype=object)
    names = pd.Series(["Bogor", "Bogor"], dtype="object")
    found = match_boundaries(names, None, lie_on(here, current), REGENCIES, {})
    assert found.features["region_code"].tolist() == ["32.71", "32.01"]
    assert found.features["reason"].tolist() == ["place_agrees"] * 2
    both = np.array([shapely.box(0, 0, 4, 3), shapely.box(0, 0, 3, 4)], dtype=object)
    assert match_boundaries(names, None, lie_on(both, current), REGENCIES, {}).features["region_code"].isna().all()


@pytest.mark.parametrize(
    ("written", "name"),
    [("01. Pacitan", "pacitan"), ("1) Pacitan", "pacitan"), ("(1) Kab. Pacitan", "pacitan"),
     ("3501 Pacitan", "pacitan"), ("[3501] Pacitan", "pacitan"),
     ("Kabupaten 01. Pacitan", "pacitan"), ("50 Kota", "50kota"),
     ("Kab. 50 Kota", "50kota")],
)  # fmt: skip
def test_the_number_of_a_row_is_no_part_of_a_name(written, name):
    assert read_spelling(written).name == name
