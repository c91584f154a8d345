"""Boundaries from anywhere become codes and boundaries in degrees, or a refusal that says what is wrong."""

import json
import zipfile
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from errors import DataError
from geo.boundaries import REGENCIES_ZIP, load_regency_boundaries, read_boundaries
from geo.regions import read_regions, regions_in

SHARED = Path(__file__).parents[3].parent / "shared" / "geo"
KAUR, SELUMA = shapely.box(103, -5, 103.5, -4.5), shapely.box(102.5, -4.5, 103, -4)


def shared(name: str) -> Path:
    if not (SHARED / name).exists():
        pytest.skip(f"../shared/geo/{name} is not on this machine")
    return SHARED / name


def layer(column: str = "KODE", codes: object = ("1704", "1705"), shapes: object = (KAUR, SELUMA)) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({column: list(codes)}, geometry=list(shapes), crs="EPSG:4326")


def zipped(folder: Path, archive: Path, inside: str = "") -> Path:
    with zipfile.ZipFile(archive, "w") as target:
        for part in sorted(folder.iterdir()):
            target.write(part, inside + part.name)
    return archive


def shapefile(folder: Path, boundaries: gpd.GeoDataFrame) -> Path:
    folder.mkdir()
    boundaries.to_file(folder / "batas.shp")
    return folder


def refusal_of(source: Path, code_column: str | None = None) -> DataError:
    with pytest.raises(DataError) as refusal:
        read_boundaries(source, code_column)
    return refusal.value


@pytest.fixture(scope="module")
def bundled() -> gpd.GeoDataFrame:
    return load_regency_boundaries()


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


@pytest.mark.parametrize("name", ["batas.geojson", "batas.gpkg", "batas.shp"])
def test_every_form_gives_the_same_boundaries(tmp_path, name):
    layer().to_file(tmp_path / name)
    boundaries = read_boundaries(tmp_path / name)
    assert list(boundaries.columns) == ["region_code", "geometry"]
    assert boundaries["region_code"].tolist() == ["17.04", "17.05"]
    assert boundaries.crs == "EPSG:4326"
    assert boundaries.geometry.iloc[0].equals(KAUR)


@pytest.mark.parametrize("inside", ["", "Batas Kabupaten/"])
def test_a_zipped_shapefile_is_read_also_from_a_folder_inside(tmp_path, inside):
    archive = zipped(shapefile(tmp_path / "parts", layer()), tmp_path / "batas.zip", inside)
    assert read_boundaries(archive)["region_code"].tolist() == ["17.04", "17.05"]


def test_metres_become_degrees(tmp_path):
    layer().to_crs("EPSG:32748").to_file(tmp_path / "batas.gpkg")
    first = read_boundaries(tmp_path / "batas.gpkg").geometry.iloc[0]
    assert first.bounds == pytest.approx(KAUR.bounds, abs=1e-6)


def test_rings_run_counter_clockwise_outside_and_clockwise_inside(tmp_path):
    hole = shapely.box(103.1, -4.9, 103.2, -4.8)
    clockwise = shapely.orient_polygons(KAUR.difference(hole), exterior_cw=True)
    layer(shapes=(clockwise, SELUMA)).to_file(tmp_path / "batas.gpkg")
    kaur = read_boundaries(tmp_path / "batas.gpkg").geometry.iloc[0]
    assert kaur.exterior.is_ccw
    assert not kaur.interiors[0].is_ccw


def test_a_self_crossing_boundary_is_repaired(tmp_path):
    bow_tie = shapely.Polygon([(103, -5), (104, -4), (104, -5), (103, -4)])
    layer(shapes=(bow_tie, SELUMA)).to_file(tmp_path / "batas.gpkg")
    kaur = read_boundaries(tmp_path / "batas.gpkg").geometry.iloc[0]
    assert kaur.is_valid
    assert kaur.area == pytest.approx(2 * (1 * 0.5 / 2))


def test_a_missing_file_is_refused(tmp_path):
    refusal = refusal_of(tmp_path / "batas.zip")
    assert (refusal.code, refusal.particulars) == ("file_missing", {"file": "batas.zip"})


def test_a_damaged_zip_is_refused(tmp_path):
    archive = zipped(shapefile(tmp_path / "parts", layer()), tmp_path / "batas.zip")
    archive.write_bytes(archive.read_bytes()[:-200])
    refusal = refusal_of(archive)
    assert (refusal.code, refusal.particulars["reason"]) == ("file_unreadable", "damaged zip")


def test_a_zip_without_boundaries_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "batas.zip", "w") as archive:
        archive.writestr("baca.txt", "kosong")
    refusal = refusal_of(tmp_path / "batas.zip")
    assert (refusal.code, refusal.particulars["reason"]) == (
        "file_unreadable",
        "0 layers instead of one",
    )


def test_a_geopackage_with_two_layers_is_refused(tmp_path):
    for name in ("lama", "baru"):
        layer().to_file(tmp_path / "batas.gpkg", layer=name)
    assert refusal_of(tmp_path / "batas.gpkg").particulars["reason"] == "2 layers instead of one"


@pytest.mark.parametrize("text", ["kode;nama\n1704;Kaur\n", "<OGRVRTDataSource/>", '{"type": "Feat', ""])
def test_a_file_that_is_something_else_is_refused(tmp_path, text):
    (tmp_path / "batas.geojson").write_text(text)
    assert refusal_of(tmp_path / "batas.geojson").code == "file_unreadable"


def test_a_file_without_a_code_column_is_refused_with_the_columns_it_has(tmp_path):
    layer(column="NAMA").to_file(tmp_path / "batas.gpkg")
    refusal = refusal_of(tmp_path / "batas.gpkg")
    assert (refusal.code, refusal.particulars["found"]) == ("boundary_code_column_missing", ["NAMA"])
    assert len(read_boundaries(tmp_path / "batas.gpkg", code_column="NAMA")) == 2


def test_a_shapefile_in_metres_without_its_prj_is_refused(tmp_path):
    folder = shapefile(tmp_path / "parts", layer().to_crs("EPSG:32748"))
    (folder / "batas.prj").unlink()
    assert refusal_of(folder / "batas.shp").code == "boundary_crs_missing"


def test_metres_that_call_themselves_degrees_are_refused(tmp_path):
    metres = layer().to_crs("EPSG:32748").set_crs("EPSG:4326", allow_override=True)
    metres.to_file(tmp_path / "batas.gpkg")
    assert refusal_of(tmp_path / "batas.gpkg").code == "boundary_crs_missing"


def test_a_file_without_rows_is_refused(tmp_path):
    layer(codes=(), shapes=()).to_file(tmp_path / "batas.gpkg")
    assert refusal_of(tmp_path / "batas.gpkg").code == "boundary_empty"


def test_points_are_no_boundaries(tmp_path):
    layer(shapes=(KAUR.centroid, SELUMA.centroid)).to_file(tmp_path / "batas.gpkg")
    assert refusal_of(tmp_path / "batas.gpkg").code == "boundary_empty"


@pytest.mark.parametrize(
    ("codes", "shapes", "code", "particulars"),
    [
        (("1704", "17.04"), (KAUR, SELUMA), "boundary_code_repeated", {"found": "17.04"}),
        (("1704", None), (KAUR, SELUMA), "boundary_code_missing", {"place": 2}),
        (("1704", "1705"), (KAUR, None), "boundary_shape_missing", {"found": ["17.05"]}),
    ],
)
def test_a_row_that_cannot_be_used_refuses_the_file(tmp_path, codes, shapes, code, particulars):
    layer(codes=codes, shapes=shapes).to_file(tmp_path / "batas.gpkg")
    refusal = refusal_of(tmp_path / "batas.gpkg")
    assert (refusal.code, refusal.particulars) == (code, {"file": "batas.gpkg"} | particulars)


def test_a_ring_of_two_points_is_no_boundary(tmp_path):
    collection = json.loads(layer().to_json())
    collection["features"][0]["geometry"]["coordinates"] = [[[103, -5], [103, -5]]]
    (tmp_path / "batas.geojson").write_text(json.dumps(collection))
    assert refusal_of(tmp_path / "batas.geojson").code == "boundary_shape_missing"


def test_bengkulu_in_utm_metres_is_read(tmp_path):
    folder = shared("derived_bengkulu_utm47s")
    for source in (folder / "bengkulu_utm47s.shp", zipped(folder, tmp_path / "bengkulu.zip")):
        boundaries = read_boundaries(source)
        assert boundaries["region_code"].tolist() == [f"17.{n:02}" for n in range(1, 10)] + ["17.71"]
        assert boundaries.total_bounds == pytest.approx([101.02, -5.51, 103.79, -2.29], abs=0.01)


def test_bengkulu_without_its_prj_is_refused():
    assert refusal_of(shared("derived_bengkulu_mercator_noprj") / "bengkulu.shp").code == "boundary_crs_missing"


def test_a_messy_file_is_refused_by_its_first_row_without_a_code():
    refusal = refusal_of(shared("big2022_518_features.geojson"))
    assert (refusal.code, refusal.particulars["place"]) == ("boundary_code_missing", 212)
