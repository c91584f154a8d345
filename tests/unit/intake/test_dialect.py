"""Text to rows: the delimiter that is found, cells as written, and the line of what is refused."""

import pytest

from data.intake.dialect import read_text
from errors import DataError


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(delimiter):
    text = f"Kode{delimiter}Nama{delimiter}Nilai\n17.04{delimiter}Kaur{delimiter}75\n"
    sheet = read_text("a.csv", text.encode())
    assert sheet.cells == [["Kode", "Nama", "Nilai"], ["17.04", "Kaur", "75"]]
    assert sheet.delimiter == delimiter


def test_a_decimal_comma_is_no_delimiter():
    sheet = read_text("a.csv", b"Kabupaten;Cakupan\nKaur;75,5\nLebong;17,0\nSeluma;35,1\n")
    assert (sheet.delimiter, sheet.cells[1]) == (";", ["Kaur", "75,5"])


def test_the_line_sep_is_obeyed_and_left_out():
    sheet = read_text("a.csv", b"sep=;\r\nNama;Nilai\r\nKaur;75,5\r\n")
    assert sheet.cells == [["Nama", "Nilai"], ["Kaur", "75,5"]]
    assert sheet.place(1, 0) == 3


def test_a_sep_that_is_no_delimiter_is_data():
    assert read_text("a.csv", b'sep="\nKaur\n').cells == [['sep="'], ["Kaur"]]


def test_cells_stay_as_written_and_rows_know_their_lines():
    sheet = read_text("a.csv", b'Nama, Catatan\n"Kaur ","dua\nbaris"\n\nLebong\n')
    assert sheet.cells == [["Nama", " Catatan"], ["Kaur ", "dua\nbaris"], ["", ""], ["Lebong", ""]]
    assert sheet.lines == [1, 2, 4, 5]


def test_titles_above_do_not_hide_the_delimiter():
    text = "Laporan bulan November, 2024\n\nKode;Nama;Nilai\n17.04;Kaur;75,5\n17.07;Lebong;17,1\n17.05;Seluma;3,2\n"
    assert read_text("a.csv", text.encode()).delimiter == ";"


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b'a,b\n"Kaur,75\nLebong,17\n', "quote_bad", 2),
        (b'a,b\n"Kaur"x,75\n', "quote_bad", 2),
        (b"a,b\n" + b"x" * 1_000_001, "line_too_long", 2),
        (b"a,b\n" + b"x" * 200_000 + b",1\n", "cell_too_long", 2),
        (b"a,b\n" + b"," * 500, "sheet_too_wide", 2),
    ],
)
def test_a_refusal_names_the_line(content, code, place):
    with pytest.raises(DataError) as refused:
        read_text("a.csv", content)
    assert (refused.value.code, refused.value.particulars["place"]) == (code, place)


def test_one_wide_row_does_not_widen_millions():
    content = b"," * 499 + b"\n" + b"x\n" * 10_001
    with pytest.raises(DataError, match="sheet_too_large"):
        read_text("a.csv", content)
