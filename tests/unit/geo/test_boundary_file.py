"""Uploaded boundaries: what is read, what is mended and noted, and which coordinate system is guessed."""

import json

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from errors import DataError
from geo.uploads import boundary_file, worker
from geo.uploads.worker import answer
from tests.unit.geo.boundary_files import (
    KAUR,
    SELUMA,
    geojson,
    geopackage,
    layer,
    polygon,
    shapefile,
    shared,
    zipped,
    zipped_folder,
)

SQUARE = [(103, -5), (103.5, -5), (103.5, -4.5), (103, -4.5), (103, -5)]


def read(content, crs=None, wanted=None):
    """What the child answers, and the shapes it gives back."""
    said, tables = answer({"name": "batas.zip", "crs": crs, "layer": wanted}, content)
    json.dumps(said)  # it travels as JSON
    return (
        said,
        shapely.from_wkb(np.array(tables["outlines"]["geometry"].to_pylist(), dtype=object)),
        tables["outlines"],
    )


def refusal_of(content, **more):
    with pytest.raises(DataError) as refusal:
        read(content, **more)
    return refusal.value


def noted(content):
    return [(one["feature"], one["code"], one["count"]) for one in read(content)[0]["problems"]]


def test_every_form_is_read_alike(tmp_path):
    forms = {
        "shapefile": shapefile(tmp_path / "parts", layer()),
        "geojson": layer().to_json().encode(),
        "geopackage": geopackage(tmp_path, batas=layer()),
    }
    for form, content in forms.items():
        said, shapes, table = read(content)
        assert said["form"] == form
        assert said["proposed"]["code"] == "KODE"
        assert said["crs"]["origin"] == "file"
        assert [shape.equals(kept) for shape, kept in zip(shapes, (KAUR, SELUMA), strict=True)] == [True, True]
        assert table[f"column_{said['columns'].index('KODE')}"].to_pylist() == ["1704", "1705"]


@pytest.mark.parametrize("inside", ["Batas Kab/Kota/", "../../etc/", "/etc/", "__MACOSX/../"])
def test_a_folder_in_a_zip_is_a_text_and_never_a_path(tmp_path, inside):
    content = shapefile(tmp_path / "parts", layer(), inside)
    if inside.startswith("__MACOSX/"):
        assert refusal_of(content).code == "outline_form_unknown"
    else:
        assert read(content)[0]["layer"] == f"{inside}batas.shp"


def test_of_several_layers_one_is_chosen(tmp_path):
    content = geopackage(tmp_path, lama=layer(), baru=layer(shapes=(SELUMA, KAUR)))
    assert read(content)[0]["layers"] == ["lama", "baru"]
    assert read(content, wanted="baru")[1][0].equals(SELUMA)
    assert refusal_of(content, wanted="tidak ada").code == "outline_layer_unknown"


def test_two_shapefiles_in_a_zip_are_two_layers(tmp_path):
    one = {path.name: path.read_bytes() for path in (tmp_path / "a").glob("*")} if (tmp_path / "a").exists() else {}
    for name, shapes in (("lama", (KAUR, SELUMA)), ("baru", (SELUMA, KAUR))):
        shapefile(tmp_path / name, layer(shapes=shapes))
        one |= {f"{name}/{path.name}": path.read_bytes() for path in (tmp_path / name).iterdir()}
    said, shapes, _table = read(zipped(one), wanted="baru/batas.shp")
    assert said["layers"] == ["lama/batas.shp", "baru/batas.shp"] or said["layers"] == [
        "baru/batas.shp",
        "lama/batas.shp",
    ]
    assert shapes[0].equals(SELUMA)


def test_a_shapefile_without_its_index_and_its_table_is_read(tmp_path):
    _said, shapes, table = read(shapefile(tmp_path / "parts", layer(), without=(".shx", ".dbf")))
    assert len(shapes) == 2
    assert table.column_names == ["geometry"] or table.num_columns == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"kode;nama\n1704;Kaur\n", "outline_form_unknown"),
        (b'<OGRVRTDataSource><OGRVRTLayer name="x"/></OGRVRTDataSource>', "outline_form_unknown"),
        (zipped({"baca.txt": b"kosong"}), "outline_form_unknown"),
        (zipped({"batas.geojson": b"<OGRVRTDataSource/>"}), "outline_form_unknown"),
        (b"\x00\x00\x27\x0a" + bytes(96), "outline_shapefile_alone"),
        (b'{"type": "Feat', "outline_unreadable"),
        (b"SQLite format 3\x00" + bytes(200), "outline_unreadable"),
        (b'{"type": "FeatureCollection", "features": []}', "outlines_empty"),
        (zipped({f"{number}.geojson": b"{}" for number in range(201)}), "archive_entries"),
    ],
)
def test_what_is_no_boundaries_is_refused(content, code):
    refusal = refusal_of(content)
    assert (refusal.code, refusal.particulars["file"]) == (code, "batas.zip")


def test_too_many_features_and_points_are_refused(monkeypatch):
    monkeypatch.setattr(boundary_file, "MAX_FEATURES", 1)
    refusal = refusal_of(geojson(polygon(SQUARE), polygon(SQUARE)))
    assert (refusal.code, refusal.particulars["found"]) == ("too_many_features", 2)
    monkeypatch.setattr(worker, "MAX_VERTICES", 4)
    assert refusal_of(geojson(polygon(SQUARE))).particulars["found"] == 5


def test_an_open_ring_is_closed_and_said():
    assert noted(geojson(polygon(SQUARE[:-1]))) == [(1, "ring_unclosed", 1)]
    assert read(geojson(polygon(SQUARE[:-1])))[1][0].equals(KAUR)


def test_points_that_stand_twice_are_counted():
    assert noted(geojson(polygon([SQUARE[0], SQUARE[0], *SQUARE[1:3], SQUARE[2], *SQUARE[3:]]))) == [
        (1, "points_repeated", 2)
    ]


def test_a_ring_that_crosses_itself_is_mended_and_its_place_said():
    bow_tie = polygon([(103, -5), (104, -4), (104, -5), (103, -4), (103, -5)])
    said, shapes, _table = read(geojson(bow_tie))
    assert [(one["code"], one["place"]) for one in said["problems"]] == [("ring_crosses", "103.5000, -4.5000")]
    assert shapes[0].is_valid
    assert shapes[0].area == pytest.approx(2 * (1 * 0.5 / 2))


def test_pieces_and_holes_without_area_are_counted_when_dropped():
    flat_hole = [(103.1, -4.9), (103.2, -4.9), (103.1, -4.9), (103.1, -4.9)]
    flat_piece = [[(104, -5), (104.5, -5), (104, -5), (104, -5)]]
    shape = {"type": "MultiPolygon", "coordinates": [[SQUARE, flat_hole], flat_piece]}
    codes = {code: count for _feature, code, count in noted(geojson(shape))}
    assert (codes["holes_dropped"], codes["pieces_dropped"]) == (1, 1)
    assert read(geojson(shape))[1][0].equals(KAUR)


@pytest.mark.parametrize(
    ("geometry", "code"),
    [
        (None, "empty"),
        ({"type": "Polygon", "coordinates": []}, "empty"),
        ({"type": "Point", "coordinates": [103, -5]}, "not_polygon"),
        (polygon([(103, -5), (103.5, -5), (103, -5), (103, -5)]), "collapsed"),
        (polygon([(103, -5), (103, -5)]), "ring_short"),
        (polygon([(13, 50), (14, 50), (14, 51), (13, 51), (13, 50)]), "outside_indonesia"),
    ],
)
def test_a_feature_that_cannot_be_used_is_listed_and_the_rest_is_kept(geometry, code):
    said, shapes, _table = read(geojson(polygon(SQUARE), geometry))
    assert (2, code) in [(one["feature"], one["code"]) for one in said["problems"]]
    assert {one["feature"] for one in said["problems"]} == {2}
    assert shapes[0].equals(KAUR)
    assert (shapes[1] is None) == (code != "outside_indonesia")


def test_of_a_collection_the_areas_are_kept():
    mixed = {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [103, -5]}, polygon(SQUARE)]}
    assert noted(geojson(mixed)) == [(1, "other_shapes_dropped", 1)]
    assert read(geojson(mixed))[1][0].equals(KAUR)


@pytest.mark.parametrize("crs", ["EPSG:32748", "EPSG:3857", "EPSG:23835", "EPSG:32647", "EPSG:4326"])
def test_a_missing_coordinate_system_is_guessed_by_where_the_boundaries_land(tmp_path, crs):
    here = {"EPSG:23835": (106.5, -6.5), "EPSG:32647": (98.5, 3.0)}.get(crs, (103.3, -4.6))
    code = {"EPSG:23835": ["32.01", "32.02"], "EPSG:32647": ["12.07", "12.07"]}.get(crs, ["17.04", "17.05"])
    ways = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    west, south = here
    shapes = [
        shapely.transform(
            shapely.box(west + step, south, west + step + 0.2, south + 0.2),
            lambda points: np.column_stack(ways.transform(points[:, 0], points[:, 1])),
        )
        for step in (0, 0.2)
    ]
    content = shapefile(tmp_path / "parts", layer(shapes=shapes, crs=None, KODE=code), without=(".prj",))
    said, _shapes, _table = read(content)
    assert (said["crs"]["origin"], said["crs"]["stated"]) == ("guess", None)
    assert said["guesses"][0]["crs"] == crs
    assert said["guesses"][0]["distance_km"] < 150


def test_the_analysts_word_goes_before_the_files(tmp_path):
    content = shapefile(tmp_path / "parts", layer().to_crs("EPSG:32748"), without=(".prj",))
    said, shapes, _table = read(content, crs="32748")
    assert (said["crs"]["used"], said["crs"]["origin"]) == ("EPSG:32748", "analyst")
    assert shapes[0].bounds == pytest.approx(KAUR.bounds, abs=1e-6)
    assert refusal_of(content, crs="EPSG:999999").code == "crs_unknown"
    assert refusal_of(content, crs="+proj=longlat +nadgrids=/etc/passwd").code == "crs_unknown"


def test_metres_that_call_themselves_degrees_are_asked_for(tmp_path):
    metres = layer().to_crs("EPSG:32748").set_crs("EPSG:4326", allow_override=True)
    said, _shapes, _table = read(geopackage(tmp_path, batas=metres))
    assert (said["crs"]["stated"], said["crs"]["origin"]) == ("EPSG:4326", "guess")
    assert said["guesses"][0]["crs"] == "EPSG:32748"


def test_geojson_in_metres_says_nothing_of_its_coordinate_system():
    x, y = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True).transform(103, -5)
    said, _shapes, _table = read(geojson(polygon([(x, y), (x + 5e4, y), (x + 5e4, y + 5e4), (x, y)])))
    assert (said["crs"]["stated"], said["crs"]["used"]) == (None, "EPSG:3857")


def test_columns_are_proposed_by_what_stands_in_them():
    names = ["Kaur", "Kab. Seluma"]
    content = geojson(
        polygon(SQUARE),
        polygon(SQUARE),
        FID=["1", "2"],
        NAMOBJ=["Huta Barat", "Sidomulyo"],
        A=["17.04", "17.05"],
        B=names,
    )
    assert read(content)[0]["proposed"] == {"code": "A", "name": "B"}


def test_bengkulu_in_utm_is_clean():
    said, shapes, _table = read(zipped_folder(shared("derived_bengkulu_utm47s")))
    assert (said["crs"]["used"], said["crs"]["origin"], said["problems"]) == ("EPSG:32747", "file", [])
    assert said["proposed"] == {"code": "KODE", "name": "NAMA_KABUP"}
    assert shapely.total_bounds(shapes) == pytest.approx([101.02, -5.51, 103.79, -2.29], abs=0.01)


def test_bengkulu_without_prj_is_guessed_to_be_web_mercator():
    said, _shapes, _table = read(zipped_folder(shared("derived_bengkulu_mercator_noprj")))
    assert (said["crs"]["origin"], said["guesses"][0]["crs"]) == ("guess", "EPSG:3857")


def test_of_the_messy_file_every_ring_and_gap_is_noted():
    content = shared("big2022_518_features.geojson").read_bytes()
    said, shapes, _table = read(content)
    codes = [one["code"] for one in said["problems"]]
    assert (len(shapes), codes.count("empty"), codes.count("ring_crosses")) == (518, 11, 26 - 11)
    assert said["proposed"] == {"code": "KDPKAB", "name": "WADMKK"}
    assert sum(shape is not None for shape in shapes) == 518 - 11
    assert all(shape.is_valid for shape in shapes if shape is not None)
