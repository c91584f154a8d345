"""Workbooks to sheets: numbers, dates, merged cells, formulas, and limits that are checked before reading."""

import io
import zipfile
from datetime import date, datetime

import odf.opendocument
import odf.table
import odf.text
import openpyxl
import pytest

from data.intake.files import read_sheets
from data.intake.parsed_file import Settings
from data.intake.sheet import DATE, NUMBER, TEXT
from data.intake.worker import open_content
from data.intake.xls_scan import Hidden, scan_xls
from errors import DataError
from tests.hostile.xls import xls
from tests.unit.intake.cases import taken


def saved(workbook):
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def workbook(cells):
    book = openpyxl.Workbook()
    for place, value in cells.items():
        book.active[place] = value
    return book


def refusal(content):
    with pytest.raises(DataError) as refused:
        read_sheets("a.xlsx", content)
    return refused.value


def zipped(entries):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return content.getvalue()


def changed(content, entry, old, new):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    assert old in entries[entry]
    return zipped({**entries, entry: entries[entry].replace(old, new)})


def ods(rows):
    """rows: lists of (text, attributes of the cell); a dict first gives the attributes of the row."""
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Data")
    document.spreadsheet.addElement(table)
    for attributes, cells in rows:
        row = odf.table.TableRow(**attributes)
        table.addElement(row)
        for text, values in cells:
            cell = odf.table.TableCell(**values)
            cell.addElement(odf.text.P(text=text))
            row.addElement(cell)
    return saved(document)


def test_cells_become_text_and_say_what_they_were():
    cells = {"A1": 39487, "B1": 75.5, "C1": date(2024, 11, 1), "D1": datetime(2024, 11, 1, 10, 5), "E1": "17.04"}
    [sheet] = read_sheets("a.xlsx", saved(workbook(cells)))
    assert sheet.cells == [["39487", "75.5", "2024-11-01", "2024-11-01 10:05:00", "17.04"]]
    assert sheet.kinds == [NUMBER + NUMBER + DATE + DATE + TEXT]


def test_a_table_that_begins_further_in_keeps_its_places():
    [sheet] = read_sheets("a.xlsx", saved(workbook({"C3": "Kaur"})))
    assert sheet.cells[2][2] == "Kaur"
    assert sheet.place(2, 2) == "C3"


def test_every_sheet_is_read_and_hidden_ones_say_so():
    book = workbook({"A1": "x"})
    book.create_sheet("Rahasia")["A1"] = "y"
    book["Rahasia"].sheet_state = "hidden"
    book.create_chartsheet("Grafik")
    sheets = read_sheets("a.xlsx", saved(book))
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet", False), ("Rahasia", True)]


def test_merged_cells_all_get_the_text_of_the_first():
    book = workbook({"A1": "Peserta", "A2": "PU", "B2": "BPU"})
    book.active.merge_cells("A1:B1")
    [sheet] = read_sheets("a.xlsx", saved(book))
    assert sheet.cells == [["Peserta", "Peserta"], ["PU", "BPU"]]
    assert sheet.merged == ["A1:B1"]


def test_a_formula_that_was_never_saved_is_reported():
    [sheet] = read_sheets("a.xlsx", saved(workbook({"A1": "Nilai", "A2": "=1+1", "A3": 5})))
    assert (sheet.unsaved, sheet.cells) == (["A2"], [["Nilai"], [""], ["5"]])


def test_a_formula_that_failed_keeps_its_error():
    content = saved(workbook({"A1": "Nilai", "A2": "#N/A", "B3": "#DIV/0!"}))
    [sheet] = read_sheets("a.xlsx", content)
    assert sheet.cells == [["Nilai", ""], ["#N/A", ""], ["", "#DIV/0!"]]
    assert sheet.errors == ["A2", "B3"]


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ({"XFD1048576": 1}, "sheet_too_wide", "XFD1048576"),
        ({"A1": 1, "XFD1048576": 1}, "sheet_too_wide", "XFD1048576"),
        ({"A1": 1, "J1048576": 1}, "sheet_too_large", "J1048576"),
    ],
)
def test_a_cell_far_away_is_refused_by_its_place(cells, code, place):
    refused = refusal(saved(workbook(cells)))
    assert (refused.code, refused.particulars["place"]) == (code, place)


def test_empty_cells_that_are_only_formatted_take_no_room():
    book = workbook({"A1": "x"})
    book.active["XFD1048576"].number_format = "0.00"
    assert read_sheets("a.xlsx", saved(book))[0].cells == [["x"]]


def test_ods_gives_the_same_as_excel():
    number, text = {"valuetype": "float"}, {"valuetype": "string"}
    rows = [
        ({}, [("Judul", {**text, "numbercolumnsspanned": 2, "numberrowsspanned": 1}), ("", {})]),
        ({}, [("1 Nov", {"valuetype": "date", "datevalue": "2024-11-01"}), ("0,75", {**number, "value": "0.75"})]),
        ({}, [("", {"formula": "of:=1+1"})]),
        ({"numberrowsrepeated": 1_048_570}, [("", {"numbercolumnsrepeated": 16_384})]),
    ]
    [sheet] = read_sheets("a.ods", ods(rows))
    assert sheet.cells == [["Judul", "Judul"], ["2024-11-01", "0.75"]]
    assert (sheet.unsaved, sheet.kinds[1]) == (["A3"], DATE + NUMBER)


def test_a_cell_repeated_over_a_whole_ods_sheet_is_refused():
    bomb = ods([({"numberrowsrepeated": 1_048_576}, [("x", {"valuetype": "string", "numbercolumnsrepeated": 400})])])
    assert refusal(bomb).code == "sheet_too_large"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped({f"{number}.xml": "" for number in range(201)} | {"xl/workbook.xml": ""}), "archive_entries"),
        (zipped({"xl/workbook.xml": " " * 3_000_000}), "archive_ratio"),
        (zipped({"xl/workbook.xml": "<a/>"}), "upload_damaged"),
        (zipped({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "xml_doctype"),
        (zipped({"readme.txt": "halo"}), "archive_without_table"),
        (b"PK\x03\x04 halo", "upload_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "upload_damaged"),
        (b"%PDF-1.7", "format_unknown"),
        (b"<html><table><tr><td>Kaur</td></tr></table></html>", "file_is_markup"),
        (b" \n", "file_empty"),
        (saved(openpyxl.Workbook()), "file_empty"),
    ],
)
def test_what_cannot_be_read_is_refused_before_it_is_unpacked(content, code):
    assert refusal(content).code == code


def test_a_workbook_that_did_not_arrive_whole_is_refused_without_its_readers_words():
    whole = saved(workbook({"A1": "x"}))
    assert refusal(whole[: len(whole) // 2]).particulars == {"file": "a.xlsx", "reason": "XLSX"}


def test_a_sheet_that_is_cut_off_is_damaged():
    content = changed(saved(workbook({"A1": "x"})), "xl/worksheets/sheet1.xml", b"</worksheet>", b"")
    assert refusal(content).code == "upload_damaged"


def test_the_ending_of_the_name_does_not_matter():
    assert read_sheets("a.csv", saved(workbook({"A1": "x"})))[0].form == "xlsx"
    assert read_sheets("a.xlsx", b"Nama;Nilai\n")[0].form == "text"


@pytest.mark.parametrize(
    ("merged", "told"),
    [
        ("B2:B3", ["B2", "B3"]),
        ("B3:C3", ["B3", "C3"]),
        ("A2:A3", []),
        ("B1:C1", []),
        ("C2:D2", []),  # a cell that is drawn over an empty column beside the table
    ],
)
def test_one_figure_over_several_cells_is_told_at_each(merged, told):
    book = openpyxl.Workbook()
    for row in (["Kabupaten", "Peserta 2023", "Peserta 2024"], ["Kaur", 10, 30], ["Lebong", 20, 40]):
        book.active.append(row)
    book.active.merge_cells(merged)
    found = taken("angka.xlsx", saved(book)).found
    assert [one.place for one in found if one.code == "figure_merged"] == told


def test_rows_and_columns_that_an_old_workbook_hides_are_told():
    rows = [("Kabupaten", "Peserta 2024", "Peserta 2023"), ("Kaur", 10.0, 9.0), ("Lebong", 20.0, 19.0)]
    cells = [(row, at, value) for row, values in enumerate(rows) for at, value in enumerate(values)]
    found = open_content("lama.xls", xls(cells, hidden_rows=[2], hidden_columns=[1]), Settings())
    assert (found.hidden_rows, found.hidden_columns) == ([3], ["Peserta 2024"])
    assert found.unanswered(Settings()) == ["hidden"]
    assert open_content("lama.xls", xls(cells), Settings()).unanswered(Settings()) == []


@pytest.mark.parametrize("length", [8, 1500])
def test_a_broken_old_workbook_is_refused_without_its_readers_english(length):
    with pytest.raises(DataError) as refused:
        read_sheets("rekap.xls", xls([(0, 0, "Kode"), (1, 0, "17.04")])[:length])
    assert refused.value.code == "upload_damaged"
    assert refused.value.particulars == {"file": "rekap.xls", "reason": "XLS"}


@pytest.mark.parametrize("length", [0, 8, 40, 511, 512, 1000, 3000])
def test_an_old_workbook_that_is_cut_off_hides_nothing(length):
    whole = xls([(0, 0, "Nama"), (1, 0, "Kaur")], hidden_rows=[1])
    assert scan_xls(whole)[0].rows == [(1, 1)]
    assert scan_xls(whole[:length]) in ([], [Hidden()])


def test_a_row_without_height_is_hidden():
    book = openpyxl.Workbook()
    for row in (["Kabupaten", "Peserta 2024", "Peserta 2023"], ["Kaur", 10, 9], ["Lebong", 20, 19]):
        book.active.append(row)
    content = saved(book)
    flat = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(flat, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(b'<row r="3"', b'<row r="3" ht="0" customHeight="1"'))
    assert open_content("angka.xlsx", content, Settings()).hidden_rows == []
    assert open_content("angka.xlsx", flat.getvalue(), Settings()).hidden_rows == [3]
