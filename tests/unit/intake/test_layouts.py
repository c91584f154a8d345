"""Layouts of statistics offices and the other forms that people have, each with others of its kind."""

import pandas as pd
import pytest

from data.intake.figures import odd_readings
from data.intake.number_formats import find_habits
from data.intake.numbers import NumberFormat, is_rounded, read_numbers, scale_word
from data.intake.parsed_file import Settings, from_answer, to_answer
from data.intake.period_names import period_mark, read_period
from data.intake.plan import Plan
from data.intake.table import as_table
from data.intake.worker import open_content
from tests.unit.intake.uploads import book, opened

INDONESIAN = NumberFormat(",", ".")


@pytest.mark.parametrize(
    ("text", "value"),
    [("Rp 1.234.567.000,00", 1_234_567_000), ("Rp126 juta", 126e6), ("Rp 42.000.000,-", 42e6), ("Rp1,2 miliar", 1.2e9),
     ("IDR 5.000", 5000), ("Rp1,5 T", 1.5e12), ("1,1 jt", 1_100_000), ("66 ribu orang", 66_000),
     ("17.518 orang", 17518),     ("75,5 persen", 75.5), ("2.345r)", 2345), ("2.345*)", 2345), ("2.345 1)", 2345),
     ("1,23E+05", 123_000),
     ("'1.234", 1234), ("Rp2.500.000,=", 2_500_000), ("1,2 M", None), ("12 desa", None), ("12a4", None)],
)  # fmt: skip
def test_a_number_is_read_with_its_currency_scale_unit_and_footnote(text, value):
    read = read_numbers(pd.Series([text]), INDONESIAN).values[0]
    assert read == pytest.approx(value) if value is not None else pd.isna(read)


def test_what_was_scaled_or_rounded_can_be_shown():
    assert [scale_word(text) for text in ("Rp126 juta", "126", "Rp1,5 T")] == ["juta", "", "T"]
    assert [is_rounded(text) for text in ("1,23E+05", "123.000")] == [True, False]
    assert len(find_habits(pd.Series(["1,23E+05", "2,5E+05"]))) == 1


def test_a_long_row_of_digits_is_no_number_and_takes_no_time():
    assert find_habits(pd.Series(["9," * 16_000, "1" * 32_000])) == []


def test_a_scale_in_the_cell_goes_before_the_one_of_the_header():
    assert read_numbers(pd.Series(["5 juta", "5"]), NumberFormat(",", ".", factor=10**6)).values.tolist() == [5e6, 5e6]


def test_the_first_cell_of_each_scale_is_shown_with_its_number():
    table = as_table(opened("Nama;Santunan\nA;Rp126 juta\nB;Rp1,2 miliar\nC;Rp 42.000.000,-\nD;1,23E+05\nE;Rp5 juta"))
    assert odd_readings(table, Plan(habits={"Santunan": INDONESIAN}), "Santunan", shares=False) == [
        ("Rp126 juta", 126e6),
        ("Rp1,2 miliar", 1.2e9),
        ("1,23E+05", 123_000),
    ]


@pytest.mark.parametrize("mark", ["-", "–", "…", "...", "NA", "n.a.", "tad", "belum ada data", "Tidak Tersedia", "−"])
def test_marks_for_nothing_known_are_gaps(mark):
    read = read_numbers(pd.Series([mark, "5"]), INDONESIAN)
    assert read.values.isna().tolist() == [True, False]
    assert not len(read.bad)


@pytest.mark.parametrize(
    ("text", "period", "mark"),
    [("2023*", "2023", "*"), ("2024**", "2024", "**"), ("2023*)", "2023", "*"), ("2024r", "2024", "r"),
     ("2024 r)", "2024", "r"), ("20231)", "2023", "1"), ("2024¹⁾", "2024", "¹⁾"), ("Nov 2024*)", "2024-11", "*"),
     ("2024", "2024", ""), ("2024-11", "2024-11", "")],
)  # fmt: skip
def test_a_preliminary_year_is_that_year(text, period, mark):
    assert (read_period(text), period_mark(text)) == (period, mark)


BPS = """
    Tabel 4.2 Peserta menurut Kabupaten/Kota, 2022-2024;;;;
    Kabupaten/Kota / Regency/Municipality;Peserta Aktif;;;Pekerja
    ;2022;2023*);2024r;Eligible
    {numbers}
    {kabupaten};;;;
    01. Pacitan;1.234;1.300;1.250;5.000
    02. Blitar;…;belum ada data;1.100;6.000
    {kota};;;;
    71. Blitar;tad;NA;900;1.000
    Jumlah;5;6;7;8
    Sumber: BPS, Sakernas 2024;;;;
    *) Angka sementara;;;;
    - : tidak ada data;;;;
    1) termasuk Kota X;;;;
    Diolah oleh Bidang Statistik;;;;
"""


@pytest.mark.parametrize(
    "numbers", ["(1);(2);(3);(4);(5)", "-1;-2;-3;-4;-5", "1;2;3;4;5", "(1);(2);(3);(4);(5)=(4)/(3)"]
)
@pytest.mark.parametrize(
    ("kabupaten", "kota"),
    [("Kabupaten", "Kota"), ("A. Kabupaten/Regency", "B. Kota/Municipality"), ("I. KABUPATEN", "II. KOTA:")],
)
def test_headings_belong_to_the_rows_below_them_and_footnotes_are_no_data(numbers, kabupaten, kota):
    found = opened(BPS.format(numbers=numbers, kabupaten=kabupaten, kota=kota))
    assert found.texts["Bagian"].tolist() == ["Kabupaten", "Kabupaten", "Kota"]
    assert found.texts.iloc[:, 0].tolist() == ["01. Pacitan", "02. Blitar", "71. Blitar"]
    assert as_table(found).texts["period"].tolist() == ["2022", "2023", "2024"] * 3


def test_a_heading_may_be_a_province():
    found = opened("Nama;Peserta\nProvinsi Jambi;\nKerinci;1\nPROV. BENGKULU;\nKaur;2")
    assert found.texts["Provinsi"].tolist() == ["Jambi", "BENGKULU"]


def test_a_heading_with_figures_is_a_sum_and_a_type_beside_a_name_is_none():
    found = opened("Nama;Peserta\nKabupaten;6\nKediri;1\nBlitar;5\nKota;2\nBlitar;2")
    assert found.texts["Bagian"].tolist() == ["Kabupaten", "Kabupaten", "Kota"]
    assert "Bagian" not in opened("Jenis;Nama;Peserta\nKab.;Bogor;1\nKota;Bogor;2").texts


def test_a_numbered_region_without_figures_is_no_footnote():
    assert len(opened("Nama;Peserta\n1) Pacitan;\n2) Kaur;5").texts) == 2


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["2023", None, "2024", None], ["PU", "BPU", "PU", "BPU"]),
        (["PU", None, "BPU", None], ["2023", "2024", "2023", "2024"]),
    ],
)
def test_a_period_over_segments_and_segments_over_periods_are_one_table(upper, lower):
    content = book({"Data": [["Nama", *upper], [None, *lower], ["Kaur", 1, 2, 3, 4], ["Lebong", 5, 6, 7, 8]]})
    table = as_table(open_content("a.xlsx", content, Settings())).texts
    assert list(table.columns) == ["Nama", "period", "PU", "BPU"]
    kaur = table.iloc[:2].set_index("period")
    assert kaur.loc["2024", "PU"] == ("3" if upper[0] == "2023" else "2")


def test_an_indicator_may_stand_over_years_over_segments():
    rows = [["Nama", "Peserta Aktif", None, None, None], [None, "2023", None, "2024", None],
            [None, "PU", "BPU", "PU", "BPU"], ["Kaur", 1, 2, 3, 4], ["Lebong", 5, 6, 7, 8]]  # fmt: skip
    table = as_table(open_content("a.xlsx", book({"Data": rows}), Settings())).texts
    assert list(table.columns) == ["Nama", "period", "Peserta Aktif / PU", "Peserta Aktif / BPU"]


def test_a_code_that_a_spreadsheet_was_told_to_leave_alone_is_read():
    found = opened('Kode;Nama;Peserta\n="17.04";Kaur;="1.234"\n"=""17.07""";Lebong;5')
    assert found.texts["Kode"].tolist() == ["17.04", "17.07"]
    assert found.texts["Peserta"].tolist() == ["1.234", "5"]


BELOW = (
    "Nama;Tahun;Peserta\nKaur;2024;100\nLebong;2024;90\n;;\n{between}Nama;Tahun;Pekerja\nKaur;2024;500\nLebong;2024;400"
)
BESIDE = "Nama;Peserta;{gap}Nama;Pekerja\nKaur;100;{gap}Kaur;500\nLebong;90;{gap}Lebong;400"


@pytest.mark.parametrize(
    "text",
    [BELOW.format(between=""), BELOW.format(between="Tabel 2;;\n"), BESIDE.format(gap=";"), BESIDE.format(gap="")],
)
def test_of_two_tables_in_a_sheet_one_is_asked_for_and_none_runs_into_the_other(text):
    first, second = opened(text), opened(text, table=1)
    assert first.unanswered(Settings()) == ["table"]
    assert first.unanswered(Settings(table=1)) == []
    assert first.texts["Peserta"].tolist() == ["100", "90"]
    assert [name for name in second.texts if name.startswith("Pekerja")] == ["Pekerja"]
    assert second.texts["Pekerja"].tolist() == ["500", "400"]


@pytest.mark.parametrize(
    "text",
    [
        "Nama;Tahun;Peserta\nKaur;2024;1\n;;\nNama;Tahun;Peserta\nLebong;2024;2",
        "Nama;Tahun;Peserta\nKaur;2024;1\n;;\nLebong;belum lapor;belum lapor\nSeluma;2024;2",
        "Nama;Tahun;Peserta\nKaur;2024;1\n;;\nSumber: BPS;;\nCatatan: tidak ada;;",
        "Nama;Peserta;;Pekerja\nKaur;1;;5\nLebong;2;;6",
    ],
)
def test_one_table_is_not_taken_for_two(text):
    assert opened(text).areas == []


@pytest.mark.parametrize(
    ("names", "column", "said"),
    [(["2022", "2023"], "Periode", ["2022", "2023"]), (["Nov 2024", "Des 2024"], "Periode", ["2024-11", "2024-12"]),
     (["Januari", "Februari"], "Bulan", ["Januari", "Februari"]),
     (["Data 2022", "Data 2023"], "Periode", ["2022", "2023"])],
)  # fmt: skip
def test_a_sheet_a_year_or_month_is_taken_together_and_says_where_a_cell_stands(names, column, said):
    rows = [["Judul"], ["Kode", "Nama", "Peserta"], ["17.04", "Kaur", 1]]
    found = from_answer(*to_answer(open_content("a.xlsx", book(dict.fromkeys(names, rows)), Settings())))
    assert found.texts[column].tolist() == said
    assert [found.place(row, "Peserta") for row in found.texts.index] == [f"{name}!C3" for name in names]
    alone = open_content("a.xlsx", book(dict.fromkeys(names, rows)), Settings(sheet=0))
    assert len(alone.texts) == 1


def test_sheets_of_other_columns_or_without_periods_stay_apart():
    rows = [["Nama", "Peserta"], ["Kaur", 1]]
    assert open_content("a.xlsx", book({"A": rows, "B": rows}), Settings()).together is None
    other = [["Nama", "Pekerja"], ["Kaur", 1]]
    assert open_content("a.xlsx", book({"2022": rows, "2023": other}), Settings()).together is None


def test_hidden_rows_and_columns_are_counted_named_and_asked():
    rows = [["Nama", "Tahun", "Peserta"], ["Kaur", 2024, 1], ["Lebong", 2024, 2], ["Seluma", 2024, 3]]
    content = book({"Data": rows}, hidden_rows=[3], hidden_columns=["B"])
    found = open_content("a.xlsx", content, Settings())
    assert (found.hidden_rows, found.hidden_columns) == ([3], ["Tahun"])
    assert found.unanswered(Settings()) == ["hidden"]
    assert len(open_content("a.xlsx", content, Settings(hidden="use")).texts) == 3
    left = open_content("a.xlsx", content, Settings(hidden="leave"))
    assert (list(left.texts), left.texts["Nama"].tolist()) == (["Nama", "Peserta"], ["Kaur", "Seluma"])
    assert left.dropped[3] == "hidden"
