"""An upload is held against its own parts and wholes before it is published, each finding at its cell."""

import pytest

from tests.unit.intake.cases import Said, taken

HEADER = "Kabupaten;Segmen;Periode;Peserta Aktif;Pekerja Eligible;Cakupan\n"
OURS = {
    "part_above_whole", "impossible_count", "sum_against_province", "young_region", "inside_count_rounding",
    "printed_disagrees",
}  # fmt: skip


def told(found):
    return [(one.code, one.level, one.place, one.column) for one in found.found if one.code in OURS]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "Kaur;semua;2024-11;500;1000;\nKaur;PU;2024-11;600;900;",
            [("part_above_whole", "warning", "3", "Peserta Aktif")],
        ),
        ("Kaur;semua;2024-11;500;1000;\nKaur;PU;2024-11;400;900;", []),
        (
            "Kaur;semua;2024-11;1320000;2800000;47,38\nLebong;semua;2024-11;5;10;50",
            [("inside_count_rounding", "warning", "2", "Cakupan")],
        ),
        (
            "Kaur;semua;2024-11;1320000;2800000;49,38\nLebong;semua;2024-11;5;10;50",
            [("printed_disagrees", "warning", "2", "Cakupan")],
        ),
        (
            "Lampung Barat;semua;2024-11;300;1000;30\nPesisir Barat;semua;2024-11;20;1000;2",
            [("young_region", "warning", "3", "Cakupan")],
        ),
        ("Lampung Barat;semua;2024-11;300;1000;30\nPesisir Barat;semua;2024-11;200;1000;20", []),
    ],
)
def test_a_doubt_is_a_warning_at_its_cell(rows, expected):
    assert told(taken("angka.csv", HEADER + rows)) == expected


def test_the_figures_stay_as_they_are():
    found = taken("angka.csv", HEADER + "Kaur;semua;2024-11;500;1000;\nKaur;PU;2024-11;600;900;", Said())
    assert found.tidied.rows["numerator"].tolist() == [500.0, 600.0]


def test_a_region_that_stands_twice_is_told_as_that_and_stops_no_check():
    rows = "Kaur;semua;2024-11;500;1000;\nKaur;semua;2024-11;500;1000;\nKaur;PU;2024-11;600;900;"
    found = taken("angka.csv", HEADER + rows)
    assert "key_repeated" in found.codes()
    assert told(found) == [("part_above_whole", "warning", "4", "Peserta Aktif")]
