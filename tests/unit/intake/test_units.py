"""Units and scales in words, in both languages, and what may not be proposed against them."""

import pytest

from data.intake.units import Unit, unit_in
from tests.unit.intake.cases import Said, only, taken


@pytest.mark.parametrize(
    ("text", "kind", "scale"),
    [
        ("Persentase Peserta Aktif", "percent", 1),
        ("Tingkat Partisipasi Angkatan Kerja", "percent", 1),
        ("Share of workers", "percent", 1),
        ("Peserta (%)", "percent", 1),
        ("Rata-rata upah (Rp)", "average", 1),
        ("Average contribution of participants", "average", 1),
        ("Iuran Peserta (juta rupiah)", "rupiah", 10**6),
        ("Iuran peserta, dalam miliar Rp", "rupiah", 10**9),
        ("Wages of workers", "rupiah", 1),
        ("Angkatan Kerja (dalam ribuan)", "", 1000),
        ("Penduduk, jiwa (juta)", "", 10**6),
        ("Workers (thousands)", "", 1000),
        ("Eligible workers in thousands", "", 1000),
        ("Peserta (000)", "", 1000),
        ("Pekerja ('000 orang)", "", 1000),
        ("Pekerja berupah di atas 5 juta", "", 1),
        ("Jumlah Perusahaan Peserta", "firms", 1),
        ("Indeks Kepesertaan", "index", 1),
        ("Peserta per 1.000 penduduk", "rate", 1),
        ("Peserta Aktif", "", 1),
        ("Pekerja tahun 2000", "", 1),
    ],
)
def test_words_say_a_unit_and_a_scale(text, kind, scale):
    found = unit_in(text)
    assert (found.kind, found.scale) == (kind, scale)
    assert isinstance(found, Unit)


@pytest.mark.parametrize(
    "header",
    [
        "Persentase Peserta Aktif",
        "Peserta Aktif (%)",
        "Iuran Peserta Aktif (Rp)",
        "Rata-rata Upah Pekerja (Rp)",
        "Jumlah Perusahaan Peserta Aktif",
        "Indeks Angkatan Kerja",
        "Average wage of workers",
        "Share of Active Participants",
        "Peserta Aktif per 1.000 penduduk",
    ],
)
def test_no_count_of_persons_is_proposed_against_the_unit(header):
    found = taken("angka.csv", f"Kabupaten;Tahun;{header}\nKab. Kaur;2024;66\nKab. Lebong;2024;58")
    (measure,) = found.proposed.measures
    assert (measure.indicator in ("", "coverage"), measure.value) == (True, header)
    assert "indicator" in found.missing or measure.indicator == "coverage"


def test_the_unit_of_a_title_counts_for_columns_that_have_none():
    text = "Peserta Aktif menurut Kabupaten (Persen);;\nKabupaten;2023;2024\nKab. Kaur;66;75\nKab. Lebong;58;17"
    assert taken("angka.csv", text).proposed.measures[0].indicator != "active_participants"
    text = "Angkatan Kerja menurut Kabupaten (ribu orang);;\nKabupaten;2023;2024\nKab. Kaur;66;67,5\nKab. Lebong;58;59"
    found = taken("angka.csv", text)
    assert found.observations()[:2] == [
        ("17.04", "eligible_workers", "all", "2023", 66_000),
        ("17.04", "eligible_workers", "all", "2024", 67_500),
    ]


def test_signs_in_the_cells_are_a_unit_as_well():
    found = taken("angka.csv", "Kabupaten;Tahun;Peserta\nKab. Kaur;2024;75%\nKab. Lebong;2024;17%")
    assert found.proposed.measures[0].indicator != "active_participants"


@pytest.mark.parametrize(("cell", "value"), [("66", 66_000_000), ("66,5", 66_500_000), ("0,25", 250_000)])
def test_a_scale_is_read_into_the_figure(cell, value):
    found = taken("angka.csv", f"Kabupaten;Tahun;Pekerja (juta orang)\nKab. Kaur;2024;{cell}")
    assert found.values() == {"17.04": value}
    assert found.tidied.rows["value_printed"].tolist() == [str(value)]


def test_a_column_of_segments_goes_before_a_chosen_one():
    text = "Kabupaten;Tahun;Jenis Kepesertaan;Orang\nKab. Kaur;2024;PU;10\nKab. Kaur;2024;BPU;20"
    found = taken("angka.csv", text, Said(measures=only("Orang", "active_participants", "all")))
    assert [row[2] for row in found.observations()] == ["pu", "bpu"]


def test_a_column_of_months_goes_before_the_year_of_the_title():
    text = "Peserta Aktif Tahun 2024;;\nKabupaten;Bulan;Peserta Aktif\nKab. Kaur;Oktober;10\nKab. Kaur;November;20"
    found = taken("angka.csv", text)
    assert [row[3] for row in found.observations()] == ["2024-10", "2024-11"]


@pytest.mark.parametrize(
    "text",
    [
        "Kabupaten;Tahun;Peserta\nKab. Kaur;2024;1704\nKab. Lebong;2024;1707\nKab. Seluma;2024;1705",
        "Kabupaten;Tahun;Iuran\nKab. Kaur;2024;1704012002\nKab. Lebong;2024;1707012003",
        "Provinsi,Tahun,Miskin (ribu),Garis\nAceh,2024,804.53,661227\nBali,2024,184.43,571000",
        "Province,Year,Poverty line,Poor\nAceh,2024,661227,1101\nBali,2024,571000,5101",
    ],
)
def test_figures_that_look_like_codes_are_no_codes_beside_names(text):
    found = taken("angka.csv", text)
    assert "region_code" not in found.proposed.roles
    assert found.proposed.village == ""


@pytest.mark.parametrize("header", ["Kode", "KDKAB", "ID", "Kode Kab/Kota"])
def test_codes_alone_are_still_known(header):
    found = taken("angka.csv", f"{header};Tahun;Peserta\n1704;2024;10\n1707;2024;20")
    assert found.proposed.roles["region_code"] == header


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Peserta Aktif 2023;Peserta Aktif 2024;Pertumbuhan (%)", "100;120;20"),
        ("Peserta Aktif 2024;Distribusi (%)", "100;20"),
        ("Target Peserta 2024;Realisasi Peserta 2024;Capaian (%)", "100;80;80"),
        ("Peserta Aktif 2024;Target Cakupan 2025 (%)", "100;48"),
    ],
)
def test_a_growth_an_aim_or_a_part_of_the_whole_is_no_rate_of_workers(header, cells):
    text = f"Capaian Kepesertaan Jamsostek;;;\nKabupaten;{header}\nKab. Kaur;{cells}\nKab. Lebong;{cells}"
    measures = taken("angka.csv", text).proposed.measures
    assert {one.indicator for one in measures} == {"active_participants", ""}
    assert all(not one.numerator and not one.denominator for one in measures)


@pytest.mark.parametrize(
    ("unit", "cell", "indicator", "value"),
    [
        ("ORANG", "41", "active_participants", 41),
        ("RIBU ORANG", "41", "active_participants", 41_000),
        ("PERSEN", "41", "", None),
        ("RUPIAH", "41", "", None),
        ("PERUSAHAAN", "41", "", None),
    ],
)
def test_a_column_of_units_speaks_for_the_figures_beside_it(unit, cell, indicator, value):
    rows = "".join(f"\n{code};{name};{cell};{unit};2023" for code, name in (("1704", "KAUR"), ("1707", "LEBONG")))
    found = taken("portal.csv", f"kode_kabupaten_kota;nama_kabupaten_kota;jumlah_peserta;satuan;tahun{rows}")
    assert found.proposed.measures[0].indicator == indicator
    assert found.values() == ({"17.04": value, "17.07": value} if value else {})
