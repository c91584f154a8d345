"""ZIP, JSON, Parquet and files that are none of the forms that are read."""

import io
import json
import zipfile

import pandas as pd
import pytest

from data.intake.parsed_file import Settings
from data.intake.worker import open_content
from errors import DataError
from tests.unit.intake.uploads import book


def packed(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return content.getvalue()


def refusal(content, **settings):
    with pytest.raises(DataError) as refused:
        open_content("berkas", content, Settings(**settings))
    return refused.value


def test_of_a_zip_the_table_is_read_and_of_several_one_is_asked_for():
    csv = "Nama;Peserta\nKaur;1\nLebong;2"
    assert (
        len(open_content("a.zip", packed({"x/a.csv": csv, "__MACOSX/a.csv": "x", "README.txt": "x"}), Settings()).texts)
        == 2
    )
    several = packed({"a.csv": csv, "b.csv": "Nama;Pekerja\nKaur;9\nLebong;8"})
    assert refusal(several).particulars["found"] == ["a.csv", "b.csv"]
    assert list(open_content("a.zip", several, Settings(entry="b.csv")).texts) == ["Nama", "Pekerja"]
    assert (
        len(open_content("a.zip", packed({"a.xlsx": book({"D": [["Nama", "N"], ["Kaur", 1]]})}), Settings()).texts) == 1
    )


@pytest.mark.parametrize(
    ("files", "code"),
    [({"a.zip": packed({"a.csv": "x"})}, "archive_nested"), ({"a.csv": packed({"b.csv": "x"})}, "archive_nested"),
     ({"a.shp": "x", "a.dbf": "x"}, "file_is_map"), ({"foto.jpg": "x"}, "archive_without_table"),
     ({"word/document.xml": "<a/>"}, "format_unknown"), ({"a.csv": "x" * 10}, "archive_several")],
)  # fmt: skip
def test_a_zip_that_holds_something_else_says_what(files, code):
    more = {"b.csv": "x"} if code == "archive_several" else {}
    assert refusal(packed(files | more)).code == code


@pytest.mark.parametrize(
    "document",
    [[{"kode": "17.04", "peserta": 1.50}], {"data": [{"kode": "17.04", "peserta": 1.50}]},
     {"status": "OK", "data": {"rows": [{"kode": "17.04", "peserta": 1.50}]}},
     {"columns": ["kode", "peserta"], "index": [0], "data": [["17.04", 1.50]]},
     [["kode", "peserta"], ["17.04", 1.50]]],
)  # fmt: skip
def test_json_is_read_wherever_its_records_lie(document):
    text = json.dumps(document).replace("1.5", "1.50")
    found = open_content("a.json", text.encode(), Settings())
    assert found.texts.to_numpy().tolist() == [["17.04", "1.50"]]
    assert found.typed.to_numpy().tolist() == [[False, True]]


def test_json_by_lines_and_by_columns_is_read():
    lines = b'{"kode": "17.04", "n": 1}\n{"kode": "17.07", "n": null}\n'
    assert open_content("a.jsonl", lines, Settings()).texts["n"].tolist() == ["1", ""]
    columns = json.dumps({"kode": {"0": "17.04", "1": "17.07"}, "n": {"0": 1, "1": 2}}).encode()
    assert open_content("a.json", columns, Settings()).texts["n"].tolist() == ["1", "2"]


@pytest.mark.parametrize(("content", "code"), [(b'{"a": [1, 2}', "json_bad"), (b'{"a": "b"}', "json_without_records"),
                                               (b'[{"a":' * 100_000, "json_bad")])  # fmt: skip
def test_json_without_a_table_is_refused(content, code):
    assert refusal(content).code == code


def test_a_map_file_is_called_one_and_its_properties_are_offered():
    one = {"type": "Feature", "properties": {"kode": "17.04", "peserta": 100}, "geometry": None}
    content = json.dumps({"type": "FeatureCollection", "features": [one]}).encode()
    assert refusal(content).code == "file_is_map"
    assert refusal(content).particulars["readable"] is True
    assert open_content("a.geojson", content, Settings(properties=True)).texts["peserta"].tolist() == ["100"]
    assert refusal(b"SQLite format 3\x00" + bytes(90)).code == "file_is_map"


@pytest.mark.parametrize("index", [None, "kode"])
def test_parquet_is_read_with_a_named_index_and_without_the_numbers_of_rows(index):
    table = pd.DataFrame(
        {"kode": ["17.04", "17.07"], "peserta": [1, None], "tanggal": pd.to_datetime(["2024-11-01"] * 2)}
    )
    content = io.BytesIO()
    (table.set_index(index) if index else table[::-1][::-1].iloc[[0, 1]]).to_parquet(content)
    found = open_content("a.parquet", content.getvalue(), Settings()).texts
    assert found["kode"].tolist() == ["17.04", "17.07"]
    assert found["peserta"].tolist() == ["1", ""]
    assert found["tanggal"].tolist() == ["2024-11-01"] * 2
    assert len(found.columns) == 3


def test_a_damaged_parquet_is_refused():
    assert refusal(b"PAR1" + bytes(40) + b"PAR1").code == "upload_damaged"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
     (packed({"content.xml": "x", "META-INF/manifest.xml": "<a><encryption-data/></a>"}), "file_encrypted"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le"), "format_unknown")],
)  # fmt: skip
def test_a_password_is_called_a_password(content, code):
    assert refusal(content).code == code
