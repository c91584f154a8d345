"""An upload as it is opened: which sheet, what lies around the table, and its way through JSON and Arrow."""

import io
import json

import openpyxl
import pandas as pd
import pytest

from data.intake import worker
from data.intake.parsed_file import Settings, from_answer, settings_from_json, to_answer
from data.intake.worker import answer, open_content
from errors import DataError
from tests.hostile.xlsx import xlsx

CSV = b"Laporan November 2024\n\nKode;Nama;Nilai\n17.04;Kaur;75,5\n\n17.07;Lebong;17,1\nTotal;;92,6\n"


def workbook(sheets):
    """sheets: rows by name; a name that begins with a dot is hidden."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.strip("."))
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name.startswith(".") else "visible"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


TABLE = [["Kode", "Nilai"], ["17.04", 75.5]]


def opened(content=CSV, name="a.csv", **settings):
    return open_content(name, content, Settings(**settings))


def test_what_lies_around_the_table_is_told():
    found = opened()
    assert found.texts.to_dict("index") == {
        4: {"Kode": "17.04", "Nama": "Kaur", "Nilai": "75,5"},
        6: {"Kode": "17.07", "Nama": "Lebong", "Nilai": "17,1"},
    }
    assert found.titles == ["Laporan November 2024"]
    assert dict(found.dropped) == {1: "title", 2: "title", 5: "blank", 7: "total"}
    assert (found.header_rows, found.first_row) == ([3], 4)
    assert found.preview[0] == ["Laporan November 2024", "", ""]


@pytest.mark.parametrize(
    ("content", "row"),
    [
        (b"Yth. Bapak Bupati\n", 1),
        (b"Bersama ini, kami kirim\n", 1),
        (b"Sumber: BPS, Sakernas\n", 1),
        (b"12345\n", 1),
        (workbook({"surat": [["Yth. Bapak Bupati"]]}), 1),
    ],
)
def test_a_file_without_a_table_is_refused(content, row):
    with pytest.raises(DataError) as refused:
        opened(content)
    assert (refused.value.code, refused.value.particulars) == ("table_missing", {"file": "a.csv", "place": row})


@pytest.mark.parametrize("content", [b"Wilayah;Nilai\n", b"Jumlah;5\n", b"Kaur;5\n"])
def test_a_header_or_a_row_alone_is_still_a_table(content):
    assert opened(content).file == "a.csv"


def test_a_cell_knows_its_line_or_its_name():
    assert opened(b"sep=;\n" + CSV).place(4, "Nilai") == "5"
    book = opened(workbook({"A": TABLE}), "a.xlsx")
    assert book.place(2, "Nilai") == "B2"
    assert book.place(2, "period") == "2"


def test_the_first_visible_sheet_with_a_table_is_read():
    content = workbook({".tersembunyi": TABLE, "sampul": [["Laporan"]], "data": TABLE})
    found = opened(content)
    assert [(one.name, one.hidden) for one in found.sheets] == [
        ("tersembunyi", True),
        ("sampul", False),
        ("data", False),
    ]
    assert found.sheet == 2
    assert opened(content, sheet=0).sheet == 0


def test_a_hidden_sheet_is_read_where_no_other_has_a_table():
    assert opened(workbook({"sampul": [["Laporan"]], ".data": TABLE})).sheet == 1


@pytest.mark.parametrize(
    ("settings", "code", "found", "expected"),
    [
        ({"sheet": 3}, "sheet_unknown", 4, 1),
        ({"sheet": -1}, "sheet_unknown", 0, 1),
        ({"header_rows": (9,)}, "header_outside", 9, 7),
        ({"first_row": 0}, "header_outside", 0, 7),
    ],
)
def test_a_choice_that_the_file_does_not_have_is_refused(settings, code, found, expected):
    with pytest.raises(DataError) as refused:
        opened(**settings)
    assert refused.value.code == code
    assert (refused.value.particulars["found"], refused.value.particulars["expected"]) == (found, expected)


@pytest.mark.parametrize("content", [CSV, workbook({"A": TABLE}), b"Wilayah;b\n", b"Wilayah\n", b"\n\n,\n,\nx"])
def test_json_and_arrow_lose_nothing(content):
    before = opened(content)
    said, tables = to_answer(before)
    after = from_answer(json.loads(json.dumps(said)), tables)
    pd.testing.assert_frame_equal(after.texts, before.texts)
    pd.testing.assert_frame_equal(after.typed, before.typed)
    assert list(after.lines) == list(before.lines)
    for name in ("file", "sheets", "sheet", "header_rows", "first_row", "columns", "preview", "titles", "dropped"):
        assert getattr(after, name) == getattr(before, name)


def test_rows_that_are_no_data_answer_like_a_dict():
    dropped = from_answer(*to_answer(opened())).dropped
    assert (dropped[5], dropped.get(4), 7 in dropped, len(dropped)) == ("blank", None, True, 4)


def test_settings_pass_through_json():
    settings = Settings(delimiter=";", sheet=2, header_rows=(), keep=(3, 4))
    assert settings_from_json(json.loads(json.dumps(settings.as_json()))) == settings


def test_the_worker_takes_what_the_settings_give():
    said, tables = answer({"name": "a.csv", **Settings(drop=(4,)).as_json()}, CSV)
    assert from_answer(said, tables).dropped[4] == "chosen"


@pytest.mark.parametrize(
    ("cells", "code"), [("<f>1+1</f>", "too_many_unsaved"), ("<f>1/0</f><v>#DIV/0!</v>", "too_many_failed")]
)
def test_more_broken_formulas_than_anyone_reads_are_refused(cells, code, monkeypatch):
    monkeypatch.setattr(worker, "MAX_FORMULAS", 3)
    kind = ' t="e"' if "#" in cells else ""
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"{kind}>{cells}</c><c r="B{row}"><v>1</v></c></row>' for row in range(1, 6)
    )
    with pytest.raises(DataError) as refused:
        opened(xlsx(rows))
    assert (refused.value.code, refused.value.particulars["found"]) == (code, 5)
