"""One row a worker: recognised by many signs, counted and never summed; several rows for a region are asked once."""

import pytest

from tests.unit.intake.cases import Said, taken

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
