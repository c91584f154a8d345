"""What columns mean, proposed from names and content; the form of a file remembered without its months."""

import pandas as pd
import pytest

from data.intake.columns import fingerprint, score_columns


def proposed(table, **known):
    """The best column of each role, each column once."""
    chosen = {}
    for one in score_columns(pd.DataFrame(table, dtype=str), known):
        if one.role not in chosen and one.column not in chosen.values():
            chosen[one.role] = one.column
    return chosen


def test_an_indonesian_file_is_understood():
    table = {
        "No": ["1", "2"],
        "Kode": ["17.04", "17.07"],
        "Kabupaten/Kota": ["Kaur", "Lebong"],
        "Periode": ["Nov 2024", "Nov 2024"],
        "Jumlah Peserta Aktif": ["100", "200"],
        "Pekerja Eligible": ["400", "500"],
        "Cakupan (%)": ["25,0", "40,0"],
    }
    assert proposed(table) == {
        "region_code": "Kode", "region_name": "Kabupaten/Kota", "period": "Periode",
        "numerator": "Jumlah Peserta Aktif", "denominator": "Pekerja Eligible", "value": "Cakupan (%)",
    }  # fmt: skip


def test_an_english_file_is_understood():
    table = {
        "region_code": ["17.04"], "indicator": ["coverage"], "segment": ["all"], "period": ["2024-11"],
        "numerator": ["1"], "denominator": ["2"], "value": ["50"],
    }  # fmt: skip
    assert proposed(table) == {name: name for name in table}


def test_year_and_month_in_two_columns_are_both_found():
    found = proposed({"Tahun": ["2024"], "Bulan": ["Nopember"], "Wilayah": ["Kaur"], "Nilai": ["75"]})
    assert (found["period"], found["month"]) == ("Tahun", "Bulan")


@pytest.mark.parametrize(
    ("role", "cells"), [("region_code", ["17.04", "11.1"]), ("period", ["2024", "2024"]), ("region_name", ["Kaur"])]
)
def test_content_speaks_where_the_name_is_silent(role, cells):
    assert proposed({"X": cells}, region_name={"kaur"})[role] == "X"


def test_a_name_that_its_content_contradicts_is_not_proposed():
    assert "value" not in proposed({"Nilai": ["baik", "buruk"], "Nama": ["Kaur", "Lebong"]})


def test_next_months_file_has_the_same_form_and_another_file_has_not():
    october = ["Kode", "Kabupaten/Kota", "Sep 2024", "Okt 2024", "Peserta Okt 2024"]
    november = ["KODE", "Kabupaten / Kota ", "Sep 2024", "Okt 2024", "Nov 2024", "Peserta Nov 2024"]
    assert fingerprint(october) == fingerprint(november)
    assert fingerprint(["Kode", "Peserta Okt 2024"]) == fingerprint(["Kode", "Peserta Nov 2024"])
    assert fingerprint(["Kode", "Nama"]) != fingerprint(["Nama", "Kode"])
