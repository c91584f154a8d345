"""Uploads to observations: every figure at its place, and a finding for every cell that gives none."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.indicators import load_indicators
from data.intake.plan import MeasureColumn, Plan
from data.intake.propose import propose_plan
from data.intake.table import as_table
from data.intake.tidy import tidy
from data.observations import COLUMNS, read_observations
from data.query import series
from data.schema import KEY
from tests.unit.intake.uploads import ABOUT, codes_of, opened, opened_book, tidied, told

REPORTED = Path(__file__).parents[3] / "data/sets/reported/observations.csv"


def figures(found, *columns):
    return (
        found.rows[["region_code", *columns]].astype(object).where(lambda rows: rows.notna(), None).to_numpy().tolist()
    )


def test_counts_give_the_value_and_the_printed_one_confirms_it():
    found = tidied(opened("Kabupaten;Periode;Peserta Aktif;Pekerja;Cakupan\nKaur;2024;3;4;75,0\nLebong;2024;1;3;40"))
    assert found.findings == []
    # 100 * 3 / 4 = 75.0 as printed; 100 / 3 is not 40: the quotient is ours, and the check tells it
    assert figures(found, "numerator", "denominator", "value_printed", "value", "status", "counts_status") == [
        ["17.04", 3, 4, "75.0", 75.0, "reported", "reported"],
        ["17.07", 1, 3, "40", pytest.approx(100 / 3), "computed", "reported"],
    ]
    assert found.rows["source_id"].tolist() == ["cabang-2024-11"] * 2


@pytest.mark.parametrize(
    ("cell", "answer", "printed", "value"),
    [
        ("75,5", 0, "75.5", 75.5),
        ("75,50 %", 0, "75.50", 75.5),
        ("75%", 0, "75", 75.0),
        ("0,755", 0, "0.755", 0.755),
        ("0,755", 1, "75.5", 75.5),
        ("101,0", 0, "101.0", 101.0),
        ("-3", 0, "-3", -3.0),
    ],
)
def test_a_percentage_keeps_the_decimals_it_was_written_with(cell, answer, printed, value):
    found = tidied(opened(f"Kabupaten;Periode;Cakupan\nKaur;2024;{cell}"), answer)
    assert figures(found, "value_printed", "value") == [["17.04", printed, pytest.approx(value)]]
    assert found.rows["counts_status"].tolist() == [""]


def test_a_workbooks_number_has_the_decimals_it_needs():
    rows = [["Kabupaten", "Periode", "Cakupan (%)"], ["Kaur", "2024-11", 0.1 + 0.2], ["Lebong", "2024-11", 17.0]]
    assert figures(tidied(opened_book(rows)), "value_printed") == [["17.04", "0.3"], ["17.07", "17"]]


@pytest.mark.parametrize("column", ["numerator", "value"])
def test_an_indicator_without_counts_takes_its_only_column_for_its_value(column):
    source = opened("Kabupaten;Periode;Peserta\nKaur;2024;39.487")
    plan = Plan({"region_name": "Kabupaten", "period": "Periode"}, month_first=False)
    plan = replace(plan, measures=(replace(MeasureColumn("active_participants", "all"), **{column: "Peserta"}),))
    found = tidied(source, plan=plan)
    assert figures(found, "numerator", "value", "value_printed", "counts_status") == [
        ["17.04", None, 39487.0, "39487", ""]
    ]


def test_several_measures_of_a_wide_file_stand_in_the_files_order():
    found = tidied(
        opened("Nama Kabupaten;Okt 2024 / Peserta PU;Okt 2024 / Peserta BPU;Nov 2024 / Peserta PU\nKaur;1;2;3")
    )
    assert found.rows[[*KEY, "value", "row"]].to_numpy().tolist() == [
        ["17.04", "active_participants", "pu", "2024-10", 1, 2],
        ["17.04", "active_participants", "bpu", "2024-10", 2, 2],
        ["17.04", "active_participants", "pu", "2024-11", 3, 2],
    ]
    # BPU of November is a column that the file does not have: said once, and not as a cell of each row
    assert [(one.code, one.particulars["segment"], one.particulars["number"]) for one in found.findings] == [
        ("period_empty", "bpu", 1)
    ]


def test_the_columns_of_the_file_say_indicator_and_segment():
    found = tidied(
        opened(
            """Kabupaten;Tahun;Bulan;Indikator;Segmen;Nilai
            Kaur;2024;Nopember;Cakupan kepesertaan;BPU;75
            Lebong;2024;Nopember;active_participants;Penerima upah;17
            Seluma;2024;Nopember;Kepuasan;semua;3
            Seluma;2024;Nopember;coverage;nelayan;3
            Seluma;2024;Nopember;eligible_workers;pu;3"""
        )
    )
    assert found.rows[KEY].to_numpy().tolist() == [
        ["17.04", "coverage", "bpu", "2024-11"],
        ["17.07", "active_participants", "pu", "2024-11"],
    ]
    assert told(found.findings) == [
        ("indicator_unknown", "4", "Indikator", "Kepuasan"),
        ("segment_unknown", "5", "Segmen", "nelayan"),
        ("segment_misfit", "6", "Segmen", "pu"),
    ]
    assert found.findings[2].particulars == {"indicator": "eligible_workers", "segment": "pu", "expected": ["all"]}


def test_every_cell_that_gives_no_figure_is_told_with_its_place():
    found = tidied(
        opened(
            """Kabupaten;Periode;Peserta Aktif;Pekerja;Cakupan
            Kaur;2024;tiga;4;75
            Lebong;2024;3;#N/A;17
            Seluma;2024;3;4;#DIV/0!
            Nirwana;2024;3;4;75
            -;2024;3;4;75
            Kaur;kapan;3;4;75
            Kaur;;3;4;75
            Kaur;2023;inf;4;75
            Kaur;2022;;;NaN
            Kaur;2021;-;-;-
            Lebong;2021;3;4;75"""
        )
    )
    assert [(*place, one.level) for place, one in zip(told(found.findings), found.findings, strict=True)] == [
        ("period_missing", "8", "Periode", "", "error"),
        ("period_unreadable", "7", "Periode", "kapan", "error"),
        ("region_unmatched", "5", "Kabupaten", "Nirwana", "error"),
        ("number_unreadable", "2", "Peserta Aktif", "tiga", "error"),
        ("number_infinite", "9", "Peserta Aktif", "inf", "error"),
        ("formula_error", "3", "Pekerja", "#N/A", "error"),
        ("formula_error", "4", "Cakupan", "#DIV/0!", "warning"),
        ("number_infinite", "10", "Cakupan", "NaN", "error"),
        ("figure_missing", "11", "Cakupan", "-", "warning"),
    ]
    assert found.left_out == 1
    # what is readable beside it is kept: of 2022 nothing is
    assert found.rows[["region_code", "period", "row"]].to_numpy().tolist() == [
        ["17.04", "2024", 2], ["17.07", "2024", 3], ["17.05", "2024", 4], ["17.04", "2023", 9], ["17.07", "2021", 12],
    ]  # fmt: skip


def test_a_formula_that_was_never_saved_is_no_empty_cell():
    rows = [
        ["Kabupaten", "Periode", "Cakupan", "Catatan"],
        ["Kaur", "2024-11", "=1+1", "=1"],
        ["Lebong", "2024-11", 17],
    ]
    found = tidied(opened_book(rows))
    assert told(found.findings) == [("formula_unsaved", "C2", "Cakupan", "")]
    assert found.findings[0].sheet == "Data"


def test_a_month_that_is_not_yet_over_is_told_once():
    found = tidied(opened("Cakupan;;\nNama;Nov 2024;Des 2024\nKaur;75;\nLebong;17;"))
    assert [(one.code, one.particulars) for one in found.findings] == [
        ("period_empty", {"indicator": "coverage", "segment": "all", "period": "2024-12", "number": 2})
    ]
    assert found.rows["period"].unique().tolist() == ["2024-11"]


def test_a_denominator_of_zero_is_kept_because_it_says_why_there_is_no_value():
    found = tidied(
        opened("Kabupaten;Periode;Desa terdaftar;Jumlah Desa\nKaur;2024;0;0\nLebong;2024;;0\nSeluma;2024;1;2")
    )
    assert figures(found, "denominator", "value") == [["17.04", 0, None], ["17.07", 0, None], ["17.05", 2, 50.0]]


def test_nothing_is_read_while_a_role_is_missing_or_a_question_is_open():
    source = opened("Kabupaten;Peserta Aktif;Pekerja;Catatan\nKaur;39.487;52.649;x")
    table = as_table(source)
    plan = propose_plan(table, source, ABOUT)
    found = tidy(source, table, plan, codes_of(table.texts["Kabupaten"]), ABOUT)
    assert [(one.code, one.level, one.column, one.particulars) for one in found.findings] == [
        ("column_missing", "error", "", {"missing": "period"}),
        ("question_open", "error", "Peserta Aktif", {"kind": "numbers"}),
        ("question_open", "error", "Pekerja", {"kind": "numbers"}),
    ]
    assert found.rows.empty
    assert found.rows[COLUMNS].dtypes.equals(read_observations(REPORTED).dtypes)


def test_an_indicator_that_is_not_defined_any_more_is_told():
    source = opened("Kabupaten;Periode;Nilai\nKaur;2024;3")
    plan = Plan(
        {"region_name": "Kabupaten", "period": "Periode"}, measures=(MeasureColumn("own_lama", "all", value="Nilai"),)
    )
    assert [(one.code, one.cell) for one in tidied(source, plan=plan).findings] == [("indicator_unknown", "own_lama")]


def test_a_period_that_is_none_is_missing():
    source = opened("Kabupaten;Cakupan\nKaur;75")
    plan = Plan({"region_name": "Kabupaten"}, {"period": "kapan"}, (MeasureColumn("coverage", "all", value="Cakupan"),))
    assert [one.particulars for one in tidied(source, plan=plan).findings] == [{"missing": "period"}]


def test_simulated_figures_are_simulated_throughout():
    source = opened("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2024;3;4")
    table = as_table(source)
    plan = propose_plan(table, source, ABOUT)
    found = tidy(source, table, plan, codes_of(table.texts["Kabupaten"]), replace(ABOUT, status="simulated"))
    assert found.rows[["status", "counts_status"]].to_numpy().tolist() == [["simulated", "simulated"]]


def test_the_rows_are_observations_like_all_others_and_every_screen_can_ask_them():
    found = tidied(opened("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2024-11;3;4\nLebong;2024-11;1;4"))
    rows = found.rows[COLUMNS]
    assert rows.dtypes.equals(read_observations(REPORTED).dtypes)
    regions = pd.DataFrame(
        {
            "region_code": ["17", "17.04", "17.07"],
            "level": ["province", "regency", "regency"],
            "parent_code": ["ID", "17", "17"],
        }
    )
    asked = series(rows, regions, load_indicators()["coverage"], "all")
    # the province is the sum of its two: 100 * (3 + 1) / (4 + 4)
    assert asked[["region_code", "value", "gap"]].to_numpy().tolist() == [
        ["17", 50.0, ""],
        ["17.04", 75.0, ""],
        ["17.07", 25.0, ""],
    ]
    assert not np.isnan(asked["value"]).any()
