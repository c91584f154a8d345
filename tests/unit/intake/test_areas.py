"""Several tables in a sheet: none runs into another, and one that goes on is one."""

import pytest

from data.intake.parsed_file import Settings
from tests.unit.intake.uploads import opened

HEAD = "Kabupaten;Tahun;Peserta Aktif\nKaur;2024;100\nLebong;2024;90\n"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (HEAD + "Kabupaten;Tahun;Santunan (Rp)\nSeluma;2024;500", 4),
        (HEAD + "Wilayah;Periode;Pekerja\nSeluma;2024;500", 4),
        (HEAD + "Tabel 2. Pekerja;;\nKabupaten;Tahun;Pekerja\nSeluma;2024;500", 5),
        (HEAD + ";;\nPeserta BPU;;\nKabupaten;Tahun;Peserta Aktif\nSeluma;2024;500", 6),
        (HEAD + "Peserta BPU;;\nKabupaten;Tahun;Peserta Aktif\nSeluma;2024;500", 5),
        ("Posisi 2023;;\n" + HEAD + ";;\nPosisi 2024;;\nKabupaten;Tahun;Peserta Aktif\nSeluma;2024;500", 7),
        (HEAD + ";;\nTabel 2. Peserta;;\nKabupaten;Tahun;Peserta Aktif\nSeluma;2024;500", 6),
    ],
)
def test_a_table_with_other_labels_or_a_title_of_its_own_is_another(text, row):
    assert opened(text).unanswered(Settings()) == ["table"]
    assert opened(text, table=0).texts.iloc[:, 2].tolist() == ["100", "90"]
    second = opened(text, table=1)
    assert (second.texts.iloc[:, 2].tolist(), second.header_rows) == (["500"], [row])


@pytest.mark.parametrize(
    "between",
    [
        "",
        ";;\n",
        "Lanjutan Tabel 1;;\n",
        ";;\nTabel 1. Peserta Aktif 2024;;\n",
        ";;\nProvinsi Bengkulu;;\n",
        "Sumber: BPJS Ketenagakerjaan, 2024;;\n;;\n",
    ],
)
def test_a_table_that_goes_on_below_the_same_labels_is_one(between):
    text = f"Tabel 1. Peserta Aktif 2024;;\n{HEAD}{between}Kabupaten;Tahun;Peserta Aktif\nSeluma;2024;500"
    found = opened(text)
    assert found.areas == []
    assert found.texts["Peserta Aktif"].tolist() == ["100", "90", "500"]


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten;Peserta;;Kabupaten;Peserta\nKaur;10;;Lebong;20\nSeluma;3;;Mukomuko;4",
        "No;Kabupaten;Peserta;No;Kabupaten;Peserta\n1;Kaur;10;3;Lebong;20\n2;Seluma;3;4;Mukomuko;4",
    ],
)
def test_a_table_set_in_two_halves_beside_each_other_is_not_read_as_one_row(text):
    found = opened(text)
    assert found.unanswered(Settings()) == ["table"]
    halves = [opened(text, table=at).texts for at in (0, 1)]
    assert [half[next(name for name in half if name.startswith("Peserta"))].tolist() for half in halves] == [
        ["10", "3"],
        ["20", "4"],
    ]
