"""Headers of several rows as offices write them: merged down and across, with a row of units below the labels."""

import io

import openpyxl
import pytest

from tests.unit.intake.cases import taken


def test_three_rows_of_a_header_may_be_merged_down_and_across():
    book = openpyxl.Workbook()
    for row in (
        ["Kab/Kota", "Peserta Aktif", None, None, None],
        [None, "2023", None, "2024", None],
        [None, "PU", "BPU", "PU", "BPU"],
        ["Kaur", 1, 2, 3, 4],
        ["Lebong", 5, 6, 7, 8],
    ):
        book.active.append(row)
    for cells in ("A1:A3", "B1:E1", "B2:C2", "D2:E2"):
        book.active.merge_cells(cells)
    content = io.BytesIO()
    book.save(content)
    found = taken("angka.xlsx", content.getvalue()).observations()
    assert len(found) == 8
    assert [row[2:] for row in found[:4]] == [
        ("pu", "2023", 1),
        ("bpu", "2023", 2),
        ("pu", "2024", 3),
        ("bpu", "2024", 4),
    ]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        (["Kab/Kota;Peserta Aktif 2024;Catatan", ";(ribu orang);"], 66_000),
        (["Kab/Kota;Peserta Aktif 2024;Catatan", ";Ribu orang;"], 66_000),
        (["Kab/Kota;Peserta Aktif 2024;Catatan", "Kab/Kota;orang;"], 66),
        (["Kab/Kota;Peserta Aktif;;", ";2024;2023;", ";(ribuan);(ribuan);"], 66_000),
        (["Kab/Kota;Peserta Aktif 2024;Catatan", ";(ribu orang);", "(1);(2);(3)"], 66_000),
    ],
)
def test_a_row_of_units_below_the_labels_is_read_with_them(header, value):
    found = taken("angka.csv", "\n".join([*header, "Kaur;66;67", "Lebong;58;59"]))
    assert found.missing == []
    assert [row for row in found.observations() if row[0] == "17.04" and row[3] == "2024"] == [
        ("17.04", "active_participants", "all", "2024", value)
    ]
