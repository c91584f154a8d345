"""What an upload seems to mean: roles, measures, period and villages, as proposed to the analyst."""

import json

import pytest

from data.intake.plan import MeasureColumn, plan_from_json
from data.intake.propose import propose_plan, written_regions
from data.intake.questions import answered, missing_roles, open_questions
from data.intake.table import as_table
from tests.unit.intake.uploads import ABOUT, opened, opened_book


def proposed(text, name="angka.csv", remembered=None):
    source = opened(text, name)
    table = as_table(source)
    return table, propose_plan(table, source, ABOUT, {"kaur", "lebong"}, remembered)


BRANCH_OFFICE = """
    Data Kepesertaan Kantor Cabang Bengkulu;;;;;
    Posisi 30 November 2024;;;;;
    No;Kode;Kabupaten/Kota;Peserta Aktif;Pekerja;Cakupan (%)
    1;17.04;Kaur;39487;52649;75,0
    2;17.07;Lebong;12345;72649;17,0
    ;;Jumlah;51832;125298;41,4
    """


def test_the_monthly_file_of_a_branch_office_lacks_nothing():
    table, plan = proposed(BRANCH_OFFICE)
    assert plan.roles == {"region_code": "Kode", "region_name": "Kabupaten/Kota"}
    assert plan.constants == {"period": "2024-11"}
    assert plan.measures == (MeasureColumn("coverage", "all", "Peserta Aktif", "Pekerja", "Cakupan (%)"),)
    assert (missing_roles(table, plan), open_questions(table, plan, ABOUT.indicators)) == ([], [])


@pytest.mark.parametrize(
    ("header", "measures"),
    [
        (
            "Peserta PU;Peserta BPU;Cakupan",
            (
                MeasureColumn("active_participants", "pu", value="Peserta PU"),
                MeasureColumn("active_participants", "bpu", value="Peserta BPU"),
                MeasureColumn("coverage", "all", value="Cakupan"),
            ),
        ),
        (
            "Cakupan PU (%);Cakupan BPU (%);Cakupan Jasa Konstruksi",
            (
                MeasureColumn("coverage", "pu", value="Cakupan PU (%)"),
                MeasureColumn("coverage", "bpu", value="Cakupan BPU (%)"),
                MeasureColumn("coverage", "jakon", value="Cakupan Jasa Konstruksi"),
            ),
        ),
        (
            "Peserta Aktif;Pekerja;Peserta Tidak Aktif",
            (
                MeasureColumn("coverage", "all", "Peserta Aktif", "Pekerja"),
                MeasureColumn("inactive_participants", "all", value="Peserta Tidak Aktif"),
            ),
        ),
    ],
)
def test_one_indicator_a_column_gives_a_measure_each(header, measures):
    _, plan = proposed(f"Cakupan;;;\nKabupaten;{header}\nKaur;10;20;30\nLebong;11;21;31", name="nov 2024.csv")
    assert plan.measures == measures


def test_columns_of_indicator_and_segment_speak_for_themselves():
    table, plan = proposed("Kabupaten;Periode;Indikator;Segmen;Nilai\nKaur;2024;Cakupan kepesertaan;PU;75")
    assert plan.measures == (MeasureColumn(value="Nilai"),)
    assert plan.roles["indicator"] == "Indikator"
    assert missing_roles(table, plan) == []


def test_a_wide_file_has_its_periods_from_its_columns_and_its_indicator_from_its_title():
    table, plan = proposed("Cakupan kepesertaan BPU;;\nKabupaten;Okt 2024;Nov 2024\nKaur;70;75")
    assert (plan.roles, plan.constants) == ({"region_name": "Kabupaten", "period": "period"}, {})
    assert plan.measures == (MeasureColumn("coverage", "bpu", value="value"),)
    assert missing_roles(table, plan) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Kabupaten;Cakupan\nKaur;75", ["period"]),
        ("Kabupaten;Bulan;Cakupan\nKaur;Nov;75", ["year"]),
        ("Kabupaten;Periode;Nilai\nKaur;2024;75", ["indicator"]),
        ("Kabupaten;Periode;Catatan\nKaur;2024;baik", ["indicator", "segment", "figure"]),
        ("Periode;Cakupan\n2024;75", ["region"]),
    ],
)
def test_what_nothing_says_is_asked(text, missing):
    assert missing_roles(*proposed(text)) == missing


def test_counts_that_have_two_readings_are_asked_with_both_of_a_real_cell():
    table, plan = proposed("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2024;39.487;52.649\nLebong;2024;1.000;2.000")
    questions = open_questions(table, plan, ABOUT.indicators)
    assert [(one.column, one.example, one.readings, one.chosen) for one in questions] == [
        ("Peserta Aktif", "39.487", ("39487", "39.487"), None),
        ("Pekerja", "52.649", ("52649", "52.649"), None),
    ]
    chosen = answered(plan, questions[1], 0)
    assert [one.chosen for one in open_questions(table, chosen, ABOUT.indicators)] == [None, 0]


def test_a_percentage_that_may_be_a_share_is_asked_and_a_count_is_not():
    table, plan = proposed("Kabupaten;Periode;Cakupan;Peserta Aktif\nKaur;2024;0,75;1\nLebong;2024;0,17;0")
    questions = open_questions(table, plan, ABOUT.indicators)
    assert [(one.column, one.readings) for one in questions] == [("Cakupan", ("0.75", "75"))]


def test_the_order_of_day_and_month_is_asked_where_both_read():
    table, plan = proposed("Kabupaten;Tanggal;Cakupan\nKaur;03/04/2024;75\nLebong;03/04/2024;17")
    (question,) = open_questions(table, plan, ABOUT.indicators)
    assert (question.kind, question.example, question.readings) == ("dates", "03/04/2024", ("2024-04", "2024-03"))
    assert plan.month_first is None
    assert answered(plan, question, 1).month_first is True
    certain_table, certain = proposed("Kabupaten;Tanggal;Cakupan\nKaur;30/11/2024;75")
    assert (certain.month_first, open_questions(certain_table, certain, ABOUT.indicators)) == (False, [])


def test_a_form_that_was_settled_is_chosen_again_and_still_shown():
    table, plan = proposed("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2024;39.487;52.649")
    for question in open_questions(table, plan, ABOUT.indicators):
        plan = answered(plan, question, 0)
    remembered = json.loads(json.dumps(plan.as_json()))
    assert plan_from_json(remembered).as_json() == plan.as_json()
    assert "39.487" not in json.dumps(remembered)
    table, again = proposed("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2025;40.000;53.000", remembered=remembered)
    assert [one.chosen for one in open_questions(table, again, ABOUT.indicators)] == [0, 0]
    assert again.measures == plan.measures


def test_a_remembered_column_that_is_gone_is_proposed_anew():
    _, plan = proposed("Kabupaten;Periode;Cakupan\nKaur;2024;75")
    _, other = proposed("Kabupaten;Tahun;Cakupan (%)\nKaur;2024;75", remembered=plan.as_json())
    assert other.measures == (MeasureColumn("coverage", "all", value="Cakupan (%)"),)
    assert other.roles == {"region_name": "Kabupaten", "period": "Tahun"}


VILLAGES = "Kode Desa;Nama Desa;Kabupaten;{column}\n17.04.01.2001;Sukamaju;Kaur;{cell}\n1704012002;Sukajaya;Kaur;{cell}"


def test_villages_are_known_by_their_code_which_is_cut_to_the_regencys():
    table, plan = proposed(VILLAGES.format(column="Peserta Aktif", cell="7"), name="nov 2024.csv")
    assert plan.village == "Kode Desa"
    assert plan.roles == {"region_code": "Kode Desa", "region_name": "Kabupaten"}
    assert written_regions(table, plan).written.tolist() == ["17.04", "17.04"]
    assert written_regions(table, plan).names.tolist() == ["Kaur", "Kaur"]


def test_villages_are_known_by_their_name_under_a_regency():
    _, plan = proposed("Kabupaten;Nama Desa;Terdaftar\nKaur;Sukamaju;ya\nKaur;Sukajaya;belum", name="nov 2024.csv")
    assert (plan.village, plan.roles) == ("Nama Desa", {"region_name": "Kabupaten"})
    assert plan.measures == (MeasureColumn("villages_enrolled", "all", numerator="Terdaftar"),)


def test_that_rows_are_no_villages_is_remembered_and_so_is_that_a_file_stays_wide():
    text = VILLAGES.format(column="Peserta Aktif", cell="7")
    _, plan = proposed(text, "nov 2024.csv", {**proposed(text)[1].as_json(), "village": ""})
    assert plan.village == ""
    source = opened("Cakupan;;\nKabupaten;2023;2024\nKaur;70;75")
    assert propose_plan(as_table(source), source, ABOUT).wide is True
    assert propose_plan(as_table(source, wide=False), source, ABOUT).wide is False


def test_an_indicator_that_is_not_defined_any_more_is_not_remembered():
    _, plan = proposed("Kabupaten;Periode;Cakupan\nKaur;2024;75")
    before = {**plan.as_json(), "measures": [{"indicator": "own_lama", "segment": "all", "value": "Cakupan"}]}
    assert proposed("Kabupaten;Periode;Cakupan\nKaur;2024;75", remembered=before)[1].measures == plan.measures


def test_a_number_of_villages_is_no_village():
    _, plan = proposed("Kabupaten;Desa terdaftar;Jumlah Desa\nKaur;19;62\nLebong;29;179", name="nov 2022.csv")
    assert plan.village == ""
    assert plan.measures == (MeasureColumn("villages_enrolled", "all", "Desa terdaftar", "Jumlah Desa"),)


def test_a_workbook_of_typed_numbers_asks_nothing():
    source = opened_book([["Kabupaten", "Periode", "Peserta Aktif", "Pekerja"], ["Kaur", "2024-11", 39487, 52649]])
    table = as_table(source)
    plan = propose_plan(table, source, ABOUT)
    assert (open_questions(table, plan, ABOUT.indicators), missing_roles(table, plan)) == ([], [])


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Angkatan Kerja / Laki-laki;Angkatan Kerja / Perempuan;Angkatan Kerja / Jumlah", "Angkatan Kerja / Jumlah"),
        ("Peserta Pria;Peserta Wanita;Jumlah Peserta", "Jumlah Peserta"),
        ("Peserta L;Peserta P;Peserta L+P", "Peserta L+P"),
        ("Peserta Male;Peserta Female;Total Peserta", "Total Peserta"),
    ],
)
def test_columns_of_one_sex_are_parts_of_the_column_of_both(header, column):
    _table, plan = proposed(f"Kabupaten;Tahun;{header}\nKaur;2024;4;3;7\nLebong;2024;2;1;3")
    measures = plan.measures
    assert [(one.value, one.segment) for one in measures] == [(column, "all")]
    assert measures[0].indicator in ("eligible_workers", "active_participants")


@pytest.mark.parametrize(
    "header", ["Peserta Perempuan", "Peserta Aktif / Laki-laki", "Pekerja P", "Female participants"]
)
def test_one_sex_alone_is_no_indicator(header):
    _table, plan = proposed(f"Kabupaten;Tahun;{header}\nKaur;2024;4\nLebong;2024;2")
    assert [one.indicator for one in plan.measures] == [""]


def test_workers_who_are_registered_are_no_villages():
    _table, plan = proposed("Kab/Kota;Tahun;Jumlah TK;Terdaftar\nKaur;2024;100;80\nLebong;2024;50;50", "perusahaan.csv")
    assert not any(one.indicator for one in plan.measures)


def test_a_province_written_once_for_its_rows_is_that_of_each():
    found = proposed("Provinsi;Kabupaten;2023;2024\nBengkulu;Kaur;1;2\n;Lebong;3;4\nJambi;Bungo;5;6\n;Tebo;7;8")
    assert written_regions(*found).parents.tolist() == ["Bengkulu"] * 4 + ["Jambi"] * 4


def test_a_column_without_a_cell_says_no_indicator():
    _table, plan = proposed("Kabupaten;Periode;Indikator;Peserta Aktif\nKaur;2024;;5\nLebong;2024;;6")
    assert ("indicator" in plan.roles, plan.measures[0].indicator) == (False, "active_participants")
