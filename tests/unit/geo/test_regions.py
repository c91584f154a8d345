"""The table of regions keeps its codes as written and gives out one area at a time."""

from pathlib import Path

import pandas as pd
import pytest
from shapely import Point, get_parts

from errors import DataError
from geo.boundaries import read_boundaries
from geo.regions import REGIONS_CSV, province_of, read_regions, regions_in


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    return read_regions()


@pytest.mark.parametrize(
    ("area", "level", "count"),
    [
        ("ID", "province", 38),
        ("ID", "regency", 514),
        ("17", "regency", 10),
        ("17", "province", 1),
        ("99", "regency", 0),
    ],
)
def test_an_area_holds_its_regions(regions, area, level, count):
    assert len(regions_in(regions, area, level)) == count


def test_a_province_by_itself_is_just_that_province(regions):
    assert regions_in(regions, "17", "province")["region_code"].tolist() == ["17"]


def test_a_code_that_ends_in_zero_keeps_it(regions):
    assert "11.10" in set(regions["region_code"])
    assert regions.set_index("region_code").loc["17.04", ["name", "bps_code"]].tolist() == ["Kaur", "1704"]


def test_a_number_that_is_not_there_is_missing_and_not_zero(regions):
    country = regions.set_index("region_code").loc["ID"]
    assert pd.isna(country["population"])
    assert pd.isna(country["area_km2"])


def test_counts_are_whole_and_measures_are_numbers(regions):
    assert regions["population"].dtype == "Int64"
    assert regions["area_km2"].dtype == "float64"


@pytest.mark.parametrize(("code", "province"), [("17.04", "17"), ("17", "17"), ("11.10", "11")])
def test_a_regency_knows_its_province(code, province):
    assert province_of(code) == province


def test_a_missing_file_is_named():
    with pytest.raises(DataError, match="file_missing") as refusal:
        read_regions(Path("nowhere") / "regions.csv")
    assert refusal.value.particulars == {"file": "regions.csv"}


def test_missing_columns_are_named(tmp_path):
    broken = tmp_path / "regions.csv"
    pd.read_csv(REGIONS_CSV, dtype=str).drop(columns=["lon", "desa"]).to_csv(broken, index=False)
    with pytest.raises(DataError, match="column_missing") as refusal:
        read_regions(broken)
    assert refusal.value.particulars == {"file": "regions.csv", "columns": ["lon", "desa"]}


def test_a_repeated_code_is_found_with_its_line(tmp_path):
    broken = tmp_path / "regions.csv"
    lines = REGIONS_CSV.read_text(encoding="utf-8").splitlines()[:4]
    broken.write_text("\n".join([*lines, lines[2]]), encoding="utf-8")
    with pytest.raises(DataError, match="key_repeated") as refusal:
        read_regions(broken)
    assert refusal.value.particulars == {"file": "regions.csv", "place": 5, "found": "11"}


def test_the_point_that_bears_a_regions_name_lies_on_its_largest_island():
    """Gresik's name stood on Bawean, far out at sea: most of a region's people look for it elsewhere."""
    points = read_regions().set_index("region_code")
    boundaries = read_boundaries()
    largest = {
        code: max(get_parts(shape), key=lambda part: part.area)
        for code, shape in zip(boundaries["region_code"], boundaries.geometry, strict=True)
    }
    assert [code for code, part in largest.items() if not part.covers(Point(*points.loc[code, ["lon", "lat"]]))] == []
