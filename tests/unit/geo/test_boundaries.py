"""The bundled boundaries: whole, valid, small, near their source; and what is damaged is refused."""

from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from errors import DataError
from geo.boundaries import REGENCIES_ZIP, read_boundaries
from geo.regions import read_regions, regions_in

KAUR = shapely.box(103, -5, 103.5, -4.5)


def refusal_of(source: Path) -> DataError:
    with pytest.raises(DataError) as refusal:
        read_boundaries(source)
    return refusal.value


@pytest.fixture(scope="module")
def bundled() -> gpd.GeoDataFrame:
    return read_boundaries()


def test_all_514_regencies_have_a_valid_boundary(bundled):
    assert bundled["region_code"].tolist() == sorted(regions_in(read_regions(), "ID", "regency")["region_code"])
    assert bundled.is_valid.all()
    assert not bundled.is_empty.any()


def test_neighbours_share_their_borders_exactly(bundled):
    assert shapely.coverage_is_valid(bundled.geometry.to_numpy())


def test_the_bundled_file_stays_under_3_megabytes():
    assert REGENCIES_ZIP.stat().st_size <= 3_000_000


def test_regencies_over_50_km2_overlap_the_source_unless_the_note_names_them():
    overlap = pd.read_csv(REGENCIES_ZIP.with_name("overlap.csv"), dtype={"region_code": str})
    assert len(overlap) == 514
    low = overlap[(overlap["area_km2"] > 50) & (overlap["iou"] < 0.8)].merge(read_regions(), on="region_code")
    note = REGENCIES_ZIP.with_name("NOTE.md").read_text(encoding="utf-8")
    assert [name for name in low["full_name"] if name not in note] == []


def test_boundaries_are_valid_degrees_with_rings_as_geojson_asks(tmp_path):
    hole = shapely.box(103.1, -4.9, 103.2, -4.8)
    clockwise = shapely.orient_polygons(KAUR.difference(hole), exterior_cw=True)
    bow_tie = shapely.Polygon([(103, -5), (104, -4), (104, -5), (103, -4)])
    codes = {"kemendagri_code": ["17.05", "17.04"]}
    gpd.GeoDataFrame(codes, geometry=[bow_tie, clockwise], crs="EPSG:4326").to_file(tmp_path / "batas.gpkg")
    boundaries = read_boundaries(tmp_path / "batas.gpkg")
    assert list(boundaries.columns) == ["region_code", "geometry"]
    assert boundaries["region_code"].tolist() == ["17.04", "17.05"]
    assert boundaries.crs == "EPSG:4326"
    kaur, seluma = boundaries.geometry
    assert kaur.exterior.is_ccw
    assert not kaur.interiors[0].is_ccw
    assert seluma.is_valid
    assert seluma.area == pytest.approx(2 * (1 * 0.5 / 2))


def test_a_missing_file_is_refused(tmp_path):
    refusal = refusal_of(tmp_path / "batas.zip")
    assert (refusal.code, refusal.particulars) == ("file_missing", {"file": "batas.zip"})


@pytest.mark.parametrize(
    "damage", [lambda good: good[:-200], lambda good: good[:900] + b"x" + good[901:], lambda _: b""]
)
def test_a_damaged_file_is_refused(tmp_path, damage):
    (tmp_path / "regencies.zip").write_bytes(damage(REGENCIES_ZIP.read_bytes()))
    refusal = refusal_of(tmp_path / "regencies.zip")
    assert (refusal.code, refusal.particulars) == ("file_damaged", {"file": "regencies.zip", "reason": "ZIP"})
