"""One row a worker: recognised by many signs, counted and never summed; several rows for a region are asked once."""

import pytest

from data.intake.identity import hidden_columns, masked, without_identities
from tests.unit.intake.cases import Said, taken
from tests.unit.intake.uploads import opened

BY_REGION = {"17.04": 2, "17.07": 1}


@pytest.mark.parametrize(
    "text",
    [
        # an identity number, and a wage
        "NIK;Kab/Kota;Bulan;Gaji\n1704010000000001;Kaur;2024-11;2500001\n1704010000000002;Kaur;2024-11;2500002\n"
        "1707010000000003;Lebong;2024-11;2500003",
        # the same in other words and another order; dates of birth with hyphens
        "Upah (Rp);Periode;Tgl Lahir;Wilayah;No KPJ\n4.500.000;November 2024;14-02-1971;Kab. Kaur;12345678901\n"
        "4.600.000;November 2024;15-03-1972;Kab. Kaur;12345678902\n4.700.000;November 2024;16-04-1973;Kab. Lebong;"
        "12345678903",
        # English
        "Employee Name,Birth Date,Regency,Month,Wage\n"
        "A B,1971-02-14,Kaur,2024-11,100\nC D,1972-03-15,Kaur,2024-11,200\n"
        "E F,1973-04-16,Lebong,2024-11,300",
        # names of workers only
        "Nama Tenaga Kerja;Kabupaten;Periode\nBudi;Kaur;2024-11\nSiti;Kaur;2024-11\nAgus;Lebong;2024-11",
        # nothing but a wage a row
        "Kabupaten;Periode;Upah\nKaur;2024-11;2500001\nKaur;2024-11;2500002\nLebong;2024-11;2500003",
        # the number is known by its digits
        "Data;Kabupaten;Periode\n1704010000000001;Kaur;2024-11\n1704010000000002;Kaur;2024-11\n1707010000000003;Lebong;2024-11",
    ],
)
def test_a_row_a_worker_is_counted(text):
    found = taken("peserta.csv", text)
    assert found.proposed.repeats == "count"
    assert found.asked == []
    assert found.values() == BY_REGION
    assert set(found.tidied.rows["period"]) == {"2024-11"}
    assert "1704010000000001" not in found.tidied.rows.to_csv() + str(found.found)


@pytest.mark.parametrize(
    "text",
    [
        # an officer of the office, one for all or one for each
        "Kabupaten;NIK Petugas;Tahun;Peserta Aktif\nKaur;1704010000000001;2024;30112\n"
        "Lebong;1704010000000001;2024;8123",
        "Kabupaten;NIP Kepala Dinas;Tahun;Peserta Aktif\nKaur;196501011990031001;2024;30112\n"
        "Lebong;196501011990031002;2024;8123",
        # how many numbers there are
        "Kabupaten;Tahun;Jumlah NIK peserta aktif\nKaur;2024;30112\nLebong;2024;8123",
        "Kabupaten;Tahun;Peserta Aktif (KPJ)\nKaur;2024;30.112\nLebong;2024;8.123",
    ],
)
def test_a_file_of_regions_that_names_identities_is_no_file_of_workers(text):
    found = taken("angka.csv", text, Said(answers={"numbers": 0}))
    assert found.proposed.repeats == ""
    assert found.values() == {"17.04": 30112, "17.07": 8123}


def test_workers_are_counted_by_segment_and_the_inactive_are_not():
    text = (
        "NIK;Kabupaten;Periode;Segmen;Peserta Aktif\n1704010000000001;Kaur;2024-11;PU;Ya\n"
        "1704010000000002;Kaur;2024-11;BPU;Ya\n1704010000000003;Kaur;2024-11;BPU;Ya\n1704010000000004;Kaur;2024-11;PU;Tidak"
    )
    found = taken("peserta.csv", text)
    assert [(row[2], row[4]) for row in found.observations()] == [("bpu", 2), ("pu", 1)]


@pytest.mark.parametrize(
    ("header", "groups"),
    [
        ("Jenis Kelamin", ("Laki-laki", "Perempuan", "Jumlah")),
        ("Kelompok Umur", ("15-24 th", "25+ th", "Total")),
        ("Sex", ("Male", "Female", "Both sexes")),
        ("Kecamatan", ("Maje", "Nasal", "Semua")),
    ],
)
def test_groups_of_a_region_are_asked_once_and_a_total_is_never_added(header, groups):
    rows = [f"Kab. {name};2024;{group};{30 - 10 * at if at < 2 else 50}" for name in ("Kaur", "Lebong")
            for at, group in enumerate(groups)]  # fmt: skip
    text = "\n".join([f"Kabupaten;Tahun;{header};Peserta Aktif", *rows])
    found = taken("angka.csv", text)
    assert found.asked == ["repeats"]
    assert found.tidied.rows.empty
    assert taken("angka.csv", text, Said(answers={"repeats": 1})).values() == {"17.04": 20, "17.07": 20}
    summed = taken("angka.csv", text, Said(answers={"repeats": 3}))
    assert summed.values() == {"17.04": 30 + 20, "17.07": 30 + 20}
    assert "key_repeated" not in summed.codes()


def test_firms_of_a_region_are_counted_or_summed():
    text = "Perusahaan;Kabupaten;Tahun;Peserta Aktif\nPT A;Kaur;2024;10\nPT B;Kaur;2024;20\n"
    text += "CV C;Lebong;2024;5\nCV D;Lebong;2024;6"
    summed = taken("angka.csv", text, Said(answers={"repeats": 4}))
    assert summed.values() == {"17.04": 30, "17.07": 11}
    assert taken("angka.csv", text, Said(answers={"repeats": 5})).values() == {"17.04": 2, "17.07": 2}


def test_one_region_that_stands_twice_is_an_error_and_no_question():
    text = "Kabupaten;Tahun;Catatan;Peserta Aktif\nKaur;2024;a;10\n"
    text += "Kaur;2024;b;20\nLebong;2024;a;5\nSeluma;2024;a;6\nRejang Lebong;2024;a;6"
    found = taken("angka.csv", text)
    assert found.asked == []
    assert "key_repeated" in found.codes()


TWICE = (
    "NIK;Kabupaten;Periode;Peserta Aktif\n1704010000000001;Kaur;2024-11;Tidak\n"
    "'1704010000000001;Kab. Kaur;Nov 2024;Ya\n"
    "1704010000000002;Kaur;2024-11;Ya\n1707010000000003;Lebong;2024-11;Ya\n1707010000000003;Lebong;2024-11;Ya"
)


def test_who_stands_twice_is_asked_and_counted_once_where_the_analyst_says_so():
    asked = taken("peserta.csv", TWICE)
    assert asked.asked == ["persons"]
    assert asked.tidied.rows.empty
    each_row = taken("peserta.csv", TWICE, Said(answers={"persons": 0}))
    assert each_row.values() == {"17.04": 2, "17.07": 2}
    assert [one.particulars for one in each_row.found if one.code == "person_repeated"] == [{"people": 2, "rows": 4}]
    once = taken("peserta.csv", TWICE, Said(answers={"persons": 1}))
    assert once.values() == {"17.04": 2, "17.07": 1}
    assert "person_repeated" not in once.codes()


@pytest.mark.parametrize(
    "text",
    [
        # another period
        "NIK;Kabupaten;Periode\n1704010000000001;Kaur;2024-10\n1704010000000001;Kaur;2024-11",
        # nobody: empty, a row of zeros, a word
        "NIK;No KPJ;Kabupaten;Periode\n0000000000000000;1;Kaur;2024-11\n0000000000000000;2;Kaur;2024-11\n"
        "belum ada;3;Kaur;2024-11\nbelum ada;4;Kaur;2024-11",
        # a family's card and an employer's telephone are shared
        "No KK;Nama Pekerja;Kabupaten;Periode\n1704010000000001;A B;Kaur;2024-11\n1704010000000001;C D;Kaur;2024-11",
        "No HP perusahaan;Nama Pekerja;Kabupaten;Periode\n081234567890;A B;Kaur;2024-11\n081234567890;C D;Kaur;2024-11",
        # the spreadsheet has rounded them
        "NIK;Tanggal Lahir;Kabupaten;Periode\n1,70401E+15;1970-01-02;Kaur;2024-11\n1,70401E+15;1980-01-02;Kaur;2024-11",
    ],
)
def test_who_is_not_known_to_stand_twice_is_counted_by_row(text):
    found = taken("peserta.csv", text)
    assert "persons" not in found.asked
    assert found.tidied.rows["value"].sum() == len(text.splitlines()) - 1


def test_numbers_that_a_spreadsheet_rounded_are_told():
    text = "NIK;Kabupaten;Periode\n" + "\n".join(f"17040100000000{at}0;Kaur;2024-11" for at in (1, 1, 2, 3))
    found = taken("peserta.csv", text)
    assert "identity_rounded" in found.codes()
    assert found.values() == {"17.04": 4}


def test_a_person_in_two_regions_or_segments_is_told_and_counted_in_each():
    text = "No KPJ;Kabupaten;Periode;Segmen\n12345678901;Kaur;2024-11;PU\n12345678901;Lebong;2024-11;PU\n"
    text += "12345678902;Kaur;2024-11;PU\n12345678902;Kaur;2024-11;BPU\n12345678903;Kaur;2024-11;BPU"
    found = taken("peserta.csv", text, Said(answers={"persons": 1}))
    assert [(row[0], row[2], row[4]) for row in found.observations()] == [
        ("17.04", "bpu", 2), ("17.04", "pu", 2), ("17.07", "pu", 1)]  # fmt: skip
    assert [one.particulars for one in found.found if one.code == "person_elsewhere"] == [{"people": 2}]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("1704010000000001", "•••0001"),
        ("'1704.0100.0000.0001", "•••0001"),
        ("1704010000000001.0", "•••0001"),
        ("1704 0100 0000 0001", "•••0001"),
        ("1,70401E+15", "•••"),
        ("4.500.000", "•••"),
        ("14-02-1971", "•••1971"),
        ("", ""),
    ],
)
def test_of_a_private_cell_four_digits_are_shown_at_most(cell, shown):
    assert masked(cell) == shown


def test_wages_of_workers_are_hidden_and_those_of_regions_are_not():
    workers = "NIK;Nama Pekerja;Kabupaten;Gaji\n1704010000000001;A B;Kaur;1\n1704010000000002;C D;Kaur;2"
    assert hidden_columns(opened(workers).texts) == {"NIK", "Gaji"}
    grouped = "Kode Unik;Kabupaten\n1704 0100 0000 0001;Kaur\n170401-010000-0002;Lebong"
    assert hidden_columns(opened(grouped).texts) == {"Kode Unik"}
    assert (
        without_identities("NIK 1704010000000001 ganda; 0.1234567890123456") == "NIK •••0001 ganda; 0.1234567890123456"
    )
    regions = "Kabupaten;Upah Minimum;Peserta Aktif\nKaur;2500000;1\nLebong;2600000;2"
    assert hidden_columns(opened(regions).texts) == set()


@pytest.mark.parametrize(
    "text",
    [
        # a bare name, and what only a person has
        "nama;jenis kelamin;umur;pekerjaan;kabupaten;tahun\nA;L;40;petani;Kaur;2024\nB;P;41;petani;Kaur;2024\n"
        "C;P;42;nelayan;Lebong;2024",
        "Nama;Upah;Kabupaten;Tahun\nA;2500000;Kaur;2024\nB;2500000;Kaur;2024\nC;2600000;Lebong;2024",
        "No,Nama,Honor,Kabupaten,Tahun\n1,A,2500000,Kaur,2024\n2,B,2500000,Kaur,2024\n3,C,2600000,Lebong,2024",
        # who has left is no participant
        "No KPJ;Nama;Kabupaten;Status Kepesertaan;Periode\n17040001234;A;Kaur;Aktif;2024\n"
        "17040001235;B;Kaur;Non Aktif;2024\n"
        "17040001237;D;Kaur;Aktif;2024\n17070001236;C;Lebong;Aktif;2024\n17070001239;E;Lebong;Meninggal;2024",
        # a form that is half filled in
        "No;NIK;Nama;Kabupaten;Tahun\n1;1704010000000001;A;Kaur;2024\n2;1704010000000002;B;Kaur;2024\n"
        "3;1707010000000003;C;Lebong;2024\n4;;;Lebong;2024\n5;-;;Kaur;2024",
    ],
)
def test_a_list_of_names_is_counted_and_nothing_else_of_it_is_a_figure(text):
    found = taken("peserta.csv", text)
    assert (found.proposed.repeats, found.asked) == ("count", [])
    assert found.values() == BY_REGION


def test_rows_that_name_nobody_are_told_and_not_counted():
    text = "NIK;Nama;Kabupaten;Tahun\n1704010000000001;A;Kaur;2024\n;;Kaur;2024\n ;-;Lebong;2024"
    found = taken("peserta.csv", text)
    assert found.values() == {"17.04": 1}
    assert [one.particulars for one in found.found if one.code == "person_blank"] == [{"rows": 2, "other_place": "3"}]
    empty = taken("peserta.csv", "NIK;Nama Pekerja;Kabupaten;Periode\n;;Kaur;2024\n;;Kaur;2024")
    assert empty.values() == {}
    assert empty.codes() >= {"person_blank", "figures_missing"}


def test_a_name_of_a_worker_says_not_which_indicator_is_counted():
    text = "NIK;Nama Pekerja;Kabupaten;Tahun\n1704010000000001;A;Kaur;2024\n1704010000000002;B;Kaur;2024"
    assert taken("data.csv", text).missing == ["indicator"]


@pytest.mark.parametrize(
    "text",
    [
        "Nama;Jenis Kelamin;Tahun;Peserta Aktif\nKaur;Total;2024;30112\nLebong;Total;2024;8123",
        "Nama;Umur;Tahun;Peserta Aktif\nKab. Kaur;15+;2024;30112\nKab. Lebong;15+;2024;8123",
        "Nama;Pekerjaan Utama;Peserta Aktif;Tahun\nKaur;petani;30112;2024\nLebong;petani;8123;2024",
    ],
)
def test_a_name_of_a_region_beside_a_sex_or_an_age_is_no_person(text):
    assert taken("angka.csv", text).values() == {"17.04": 30112, "17.07": 8123}
