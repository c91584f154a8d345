"""An opened file as one long table, and what its titles say of year and period."""

import pytest

from data.intake.table import as_table, said_period, said_year, wants_year
from tests.unit.intake.uploads import opened


def test_two_measures_a_month_turn_long_and_every_cell_keeps_its_column():
    table = as_table(opened("Nama;Okt 2024 / Peserta;Okt 2024 / Pekerja;Nov 2024 / Peserta\nKaur;1;2;3\nLebong;4;5;6"))
    assert table.texts.to_numpy().tolist() == [
        ["Kaur", "2024-10", "1", "2"], ["Kaur", "2024-11", "3", ""],
        ["Lebong", "2024-10", "4", "5"], ["Lebong", "2024-11", "6", ""],
    ]  # fmt: skip
    assert list(table.texts.index) == [2, 2, 3, 3]
    assert table.typed.to_numpy().sum() == 0
    assert table.file_column("Peserta", "2024-11") == "Nov 2024 / Peserta"
    assert table.file_column("Nama", "2024-11") == "Nama"
    assert table.period_columns == ("Okt 2024 / Peserta", "Okt 2024 / Pekerja", "Nov 2024 / Peserta")


def test_a_long_file_stays_as_it_is():
    table = as_table(opened("Nama;Periode;Nilai\nKaur;2024;1"))
    assert (list(table.texts.columns), table.period_columns, table.year) == (["Nama", "Periode", "Nilai"], (), "")


def test_a_wide_file_may_be_left_wide():
    assert list(as_table(opened("Nama;2023;2024\nKaur;1;2"), wide=False).texts.columns) == ["Nama", "2023", "2024"]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Nama;Peserta;Peserta 2023;Peserta 2024", ["Nama", "Peserta", "period", "Peserta (2)"]),
        ("Nama;Nov 2024;11/2024;2023", ["Nama", "period", "value", "value (2)"]),
        ("Nama;period;2023;2024", ["Nama", "period", "2023", "2024"]),
    ],
)
def test_no_two_columns_have_one_name(header, columns):
    cells = ";".join(["Kaur", *"123"])
    assert sorted(as_table(opened(f"{header}\n{cells}")).texts.columns) == sorted(columns)


def test_months_without_a_year_take_the_one_of_the_title_and_else_it_is_asked():
    months = "Nama;Januari;Februari\nKaur;1;2"
    titled = opened(f"Cakupan tahun 2024;;\n{months}")
    assert (as_table(titled).year, wants_year(titled)) == ("2024", False)
    assert as_table(titled).texts["period"].tolist() == ["2024-01", "2024-02"]
    silent = opened(months)
    assert (as_table(silent).period_columns, wants_year(silent)) == ((), True)
    assert as_table(silent, year="2023").texts["period"].tolist() == ["2023-01", "2023-02"]


@pytest.mark.parametrize(
    ("title", "name", "period"),
    [
        ("Posisi 30 November 2024", "a.csv", "2024-11"),
        ("Data Kepesertaan per 30 Nopember 2024 (Kantor Cabang)", "a.csv", "2024-11"),
        ("Triwulan IV 2024", "a.csv", "2024-Q4"),
        ("Posisi 30-11-2024, tahun anggaran 2024", "a.csv", "2024-11"),
        ("Tindak lanjut Inpres 2 Tahun 2021", "a.csv", "2021"),
        ("Oktober 2024 dan November 2024", "a.csv", ""),
        ("Kantor Cabang", "cakupan_nov_2024.xlsx", "2024-11"),
        ("Kantor Cabang", "a.csv", ""),
    ],
)
def test_the_period_is_read_from_title_or_file_name_where_it_is_one(title, name, period):
    assert said_period(opened(f"{title};;\nNama;Kode;Nilai\nKaur;17.04;75", name=name)) == period


def test_one_period_in_the_names_of_columns_goes_before_the_title():
    assert said_period(opened("Tahun 2020;;\nNama;Peserta Nov 2024;Pekerja Nov 2024\nKaur;1;2")) == "2024-11"


def test_a_year_said_twice_is_one_and_two_years_are_none():
    assert said_year(opened("Data 2024, dicetak 2024;;\nNama;Kode;Nilai\nKaur;17.04;75")) == "2024"
    assert said_year(opened("Data 2023 dan 2024;;\nNama;Kode;Nilai\nKaur;17.04;75")) == ""
