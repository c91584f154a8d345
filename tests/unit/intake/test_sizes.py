"""Figures are held against the inhabitants and villages of their region, and a column in thousands is known by them."""

import pytest

from data.intake.sizes import seem_in_thousands, sizes_of
from tests.unit.intake.cases import ABOUT, REGIONS, Said, only, taken

SIZES = sizes_of(REGIONS)
KAUR = 136_533


def told(found):
    return [
        (one.code, one.place, one.column, one.particulars["region_code"], one.particulars["size"])
        for one in found.found
        if one.code.startswith("above_")
    ]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        # rupiah taken for persons by hand
        (
            "Kabupaten;Tahun;Nilai\nKaur;2024;1250000\nLebong;2024;100",
            Said(measures=only("Nilai", "active_participants")),
            [("above_population", "2", "Nilai", "17.04", KAUR)],
        ),
        # thousands that were thousands twice
        (
            "Kabupaten;Tahun;Angkatan Kerja (ribu)\nKaur;2024;66000\nLebong;2024;58",
            Said(answers={"numbers": 0}),
            [("above_population", "2", "Angkatan Kerja (ribu)", "17.04", KAUR)],
        ),
        # the denominator of a ratio
        (
            "Kabupaten;Tahun;Peserta Aktif;Pekerja Eligible\nKaur;2024;30112;4015000\nLebong;2024;8123;47781",
            Said(),
            [("above_population", "2", "Pekerja Eligible", "17.04", KAUR)],
        ),
        # a sum of groups
        (
            "Kabupaten;Tahun;Jenis Kelamin;Peserta Aktif\nKaur;2024;L;90000\nKaur;2024;P;80000\nLebong;2024;L;1\n"
            "Lebong;2024;P;2",
            Said(answers={"repeats": 2}),
            [("above_population", "2", "Peserta Aktif", "17.04", KAUR)],
        ),
        # villages: Kaur has 192, and 3 kelurahan
        (
            "Kabupaten;Tahun;Desa Terdaftar;Jumlah Desa\nKaur;2024;190;1950\nLebong;2024;10;93",
            Said(measures=only("Desa Terdaftar", "villages_paying_from_village_fund")),
            [],
        ),
        (
            "Kabupaten;Tahun;Desa\nKaur;2024;196\nLebong;2024;10",
            Said(measures=only("Desa", "villages_paying_from_village_fund")),
            [("above_villages", "2", "Desa", "17.04", 192 + 3)],
        ),
        # a province, and a percentage, are no more than they can be
        ("Provinsi;Tahun;Peserta Aktif\nBengkulu;2024;300000\nJambi;2024;700000", Said(level="province"), []),
        ("Kabupaten;Tahun;Cakupan (%)\nKaur;2024;75,0\nLebong;2024;17,0", Said(answers={"numbers": 0}), []),
    ],
)
def test_more_than_a_region_has_is_told_at_its_cell(text, said, expected):
    assert told(taken("angka.csv", text, said)) == expected


@pytest.mark.parametrize("none_yet", ["", "-", "0", "..."])
def test_a_regency_that_is_not_there_yet_leaves_its_mother_as_large_as_she_was(none_yet):
    """Pangandaran stands in the table of every year, and came of Ciamis in 2012."""
    text = "Kabupaten;2011;2012;2013\nCiamis;9100;9200;9300\n" + f"Pangandaran;{none_yet};{none_yet};9400"
    found = taken("angka.csv", text, Said(measures=only("value", "active_participants")))
    former = [(text.written, text.rows) for text in found.regions.having("likely")]
    assert former == [("Ciamis", 2)]
    assert [row[:1] + row[3:] for row in found.observations() if row[4]] == [
        ("32.07", "2013", 9300), ("32.18", "2013", 9400)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said", "columns"),
    [
        ("Kabupaten;Tahun;Angkatan Kerja\nKaur;2024;66\nLebong;2024;58", Said(), {"Angkatan Kerja"}),
        ("Kabupaten;Tahun;Peserta Aktif\nKaur;2024;30\nLebong;2024;8", Said(), {"Peserta Aktif"}),
        ("Kabupaten;Tahun;Peserta Aktif\nKaur;2024;30112\nLebong;2024;8123", Said(), set()),
        ("Kabupaten;Tahun;Angkatan Kerja (ribu)\nKaur;2024;66\nLebong;2024;58", Said(), set()),
        # few heirs are few
        ("Kabupaten;Tahun;Ahli Waris\nKaur;2024;3\nLebong;2024;8", Said(), set()),
    ],
)
def test_a_column_that_seems_to_be_in_thousands_is_known(text, said, columns):
    found = taken("angka.csv", text, said)
    assert seem_in_thousands(found.plan, found.tidied, ABOUT.indicators, SIZES) == columns
