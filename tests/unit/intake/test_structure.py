"""The table in a sheet: headers below titles, headers of two rows, rows that are no data."""

from data.intake.dialect import read_text
from data.intake.parsed_file import Settings
from data.intake.sheet import Sheet
from data.intake.structure import find_structure, read_rows


def found_in(text, **chosen):
    return find_structure(read_text("a.csv", text.encode()), Settings(**chosen))


def test_the_header_lies_below_the_titles():
    found = found_in("Laporan cakupan;;\nBulan;November 2024;\n;;\nKode;Nama;Nilai\n17.04;Kaur;75,5\n")
    assert (found.header_rows, found.first_row) == ([4], 5)
    assert list(found.columns.values()) == ["Kode", "Nama", "Nilai"]
    assert found.dropped == {1: "title", 2: "title", 3: "title"}


def test_a_merged_title_is_no_header():
    sheet = Sheet("", [["Laporan"] * 3, ["Kode", "Nama", "Nilai"], ["17.04", "Kaur", "75"]], form="xlsx")
    assert find_structure(sheet).header_rows == [2]


def test_two_rows_of_header_are_joined_whether_merged_or_left_open():
    merged = [
        ["Kabupaten", "2023", "2023", "2024"],
        ["Kabupaten", "Peserta", "Pekerja", "Peserta"],
        ["Kaur", "1", "2", "3"],
    ]
    expected = ["Kabupaten", "2023 / Peserta", "2023 / Pekerja", "2024 / Peserta"]
    assert list(find_structure(Sheet("", merged, form="xlsx")).columns.values()) == expected
    found = found_in("Kabupaten;2023;;2024\n;Peserta;Pekerja;Peserta\nKaur;1;2;3\n")
    assert (list(found.columns.values()), found.header_rows) == (expected, [1, 2])


def test_a_group_over_most_columns_is_found_above_the_header():
    found = found_in("Kabupaten;Peserta;;;;\n;PU;BPU;Jakon;PMI;Lain\nKaur;1;2;3;4;5\n")
    assert list(found.columns.values())[:3] == ["Kabupaten", "Peserta / PU", "Peserta / BPU"]


def test_years_name_columns():
    found = found_in("Kabupaten;2023;2024\nKaur;70,1;75,5\n")
    assert (found.header_rows, list(found.columns.values())) == ([1], ["Kabupaten", "2023", "2024"])


def test_a_row_of_text_below_the_header_is_data():
    found = found_in("Nama;Nilai;Catatan\nKaur;-;belum lapor\nLebong;17,1;\n")
    assert (found.header_rows, found.first_row) == ([1], 2)


def test_rows_that_are_no_data_are_dropped_with_their_reason():
    found = found_in(
        "No;Nama;Nilai\n1;2;3\n1;Kaur;75,5\n;;\nNo;Nama;Nilai\n2;Lebong;17,0\n;J U M L A H;92,5\n"
        ";Jumlah Provinsi Bengkulu;1\n;Grand Total;1\nSumber: BPJS;;\n"
    )
    assert found.dropped == {
        2: "column_numbers", 4: "blank", 5: "header_repeated", 7: "total", 8: "total", 9: "total", 10: "note",
    }  # fmt: skip


def test_an_indicator_called_a_total_and_a_region_without_values_stay():
    found = found_in("Nama;Indikator;Nilai\nKaur;Jumlah peserta aktif;3\nTotolan;;\nLebong;Jumlah peserta;4\n")
    assert found.dropped == {}


def test_the_analyst_has_the_last_word():
    text = "Nama;Nilai\nKaur;75\nTotal;75\nLebong;17\n"
    assert found_in(text, keep=[3], drop=[4]).dropped == {4: "chosen"}
    chosen = found_in(text, header_rows=[], first_row=2)
    assert (list(chosen.columns.values()), chosen.dropped) == (["A", "B"], {1: "title", 3: "total"})


def test_a_sheet_without_header_names_its_columns_by_letter():
    found = found_in("17.04;Kaur;75,5\n17.07;Lebong;17,1\n")
    assert (found.header_rows, found.first_row, list(found.columns.values())) == ([], 1, ["A", "B", "C"])


def test_blank_columns_go_and_names_are_unique():
    found = found_in("Nama;;Nilai;Nilai;\nKaur;;1;2;x\n")
    assert found.columns == {0: "Nama", 2: "Nilai", 3: "Nilai (2)", 4: "E"}


def test_the_rows_know_their_number_and_which_cells_are_numbers():
    sheet = Sheet("", [["Nama", "Nilai"], ["Total", "1"], ["Kaur", "75"]], form="xlsx", kinds=["tt", "tn", "tn"])
    texts, typed = read_rows(find_structure(sheet))
    assert texts.to_dict("index") == {3: {"Nama": "Kaur", "Nilai": "75"}}
    assert typed.loc[3].tolist() == [False, True]


def test_a_sheet_of_titles_alone_has_no_rows():
    texts, _ = read_rows(found_in("Laporan\n"))
    assert texts.to_numpy().tolist() in ([], [["Laporan"]])


def test_a_total_behind_a_name_is_a_row_of_its_groups_and_behind_a_province_the_sum():
    found = found_in("Kabupaten;Segmen;Peserta\nKaur;PU;1\nKaur;BPU;2\nKaur;Total;3\nTotal;;3\n")
    assert found.dropped == {5: "total"}
    found = found_in("Provinsi;Kabupaten;Peserta\nBengkulu;Kaur;1\nBengkulu;Jumlah;3\n")
    assert found.dropped == {3: "total"}


def test_footnotes_with_a_raised_number_are_no_data_below_the_last_figure():
    found = found_in("Nama;Nilai\nKaur;75¹\nLebong;17²\n;\n¹ Termasuk BPU;\n² Angka revisi;\n")
    assert found.dropped == {4: "blank", 5: "note", 6: "note"}
