"""The check of an upload: everything at once, each finding with its place, and nothing changed or clipped."""

import pandas as pd
import pytest

from data.intake.checks import check_upload
from data.intake.plan import Plan
from data.intake.propose import propose_plan
from data.intake.table import as_table
from data.intake.tidy import tidy
from data.observations import COLUMNS
from data.schema import KEY
from data.store.tables import to_arrow
from tests.unit.intake.uploads import ABOUT, opened, tidied, told


def checked(text, previous=None, name="angka.csv"):
    source = opened(text, name)
    plan = propose_plan(as_table(source), source, ABOUT)
    return check_upload(tidied(source), source, plan, previous, ABOUT.indicators)


def version(*rows, indicator="coverage", segment="all"):
    """Return the rows of a published version: (region_code, period, value)."""
    table = pd.DataFrame(rows, columns=["region_code", "period", "value"]).assign(indicator=indicator, segment=segment)
    return table.reindex(columns=COLUMNS)


HEADER = "Kabupaten;Periode;Peserta Aktif;Pekerja;Cakupan"


@pytest.mark.parametrize(
    ("row", "code", "column", "cell", "level"),
    [
        ("Kaur;2024-11;5;4;", "numerator_above_denominator", "Peserta Aktif", "5", "warning"),
        ("Kaur;2024-11;;;120", "value_outside_range", "Cakupan", "120", "warning"),
        ("Kaur;2024-11;;;-1", "value_outside_range", "Cakupan", "-1", "warning"),
        ("Kaur;2024-11;1;4;26,0", "printed_disagrees", "Cakupan", "26,0", "warning"),
        ("Kaur;2024-11;1;0;26,0", "printed_disagrees", "Cakupan", "26,0", "warning"),
        ("Kaur;2024-11;1,5;4;", "count_not_whole", "Peserta Aktif", "1,5", "error"),
        ("Kaur;2024-11;-1;4;", "number_negative", "Peserta Aktif", "-1", "error"),
    ],
)
def test_an_impossible_figure_is_told_with_its_cell(row, code, column, cell, level):
    found = [one for one in checked(f"{HEADER}\nLebong;2024-11;2;4;50\n{row}") if one.code == code]
    assert told(found) == [(code, "3", column, cell)]
    assert found[0].level == level
    assert {name: found[0].particulars[name] for name in KEY} == {
        "region_code": "17.04", "indicator": "coverage", "segment": "all", "period": "2024-11",
    }  # fmt: skip


def test_what_is_outside_the_range_stays_as_it_is():
    assert tidied(opened(f"{HEADER}\nKaur;2024-11;;;120")).rows["value"].tolist() == [120.0]


def test_figures_in_order_are_no_findings():
    assert checked(f"{HEADER}\nKaur;2024-11;3;4;75\nLebong;2024-11;1;3;33,3\nSeluma;2024-11;0;4;0") == []


def test_a_count_of_persons_is_never_outside_0_to_100():
    assert checked("Kabupaten;Periode;Peserta\nKaur;2024-11;39487") == []


def test_both_rows_of_a_repeated_key_are_named():
    found = checked(f"{HEADER}\nKaur;2024-11;3;4;75\nLebong;2024-11;1;4;25\nKab. Kaur;2024-11;3;4;75")
    assert told(found) == [("key_repeated", "4", "", "")]
    assert (found[0].level, found[0].particulars["other_row"], found[0].particulars["other_place"]) == ("error", 2, "2")


def test_all_is_told_at_once_in_the_order_of_the_rows():
    found = checked(
        f"{HEADER}\nNirwana;2024-11;3;4;75\nKaur;2024-11;tiga;4;75\nLebong;2024-11;9;4;\nLebong;2024-11;9;4;"
    )
    assert [(one.row, one.code) for one in found] == [
        (2, "region_unmatched"), (3, "number_unreadable"), (4, "numerator_above_denominator"),
        (5, "key_repeated"), (5, "numerator_above_denominator"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "value", "before", "jumps"),
    [
        ("2024-11", "75,0", ("2024-10", 60.0), False),  # 15 points in a month are the most
        ("2024-11", "75,1", ("2024-10", 60.0), True),
        ("2024-11", "40,0", ("2024-10", 60.0), True),
        ("2024-11", "75,0", ("2024-08", 35.0), False),  # 40 points in three months, 13.3 each
        ("2024-11", "75,0", ("2024-09", 35.0), True),  # 40 in two
        ("2024-11", "75,0", ("2024-11", 40.0), True),  # a correction of the same month
        ("2024-11", "75,0", ("2024-12", 10.0), False),  # what lies after it is not before it
        ("2024", "75,0", ("2023-12", 10.0), False),  # a year is not held against a month
        ("2024", "75,0", ("2023", 10.0), False),  # 65 in twelve months
    ],
)
def test_a_jump_against_the_last_version(period, value, before, jumps):
    found = checked(f"Kabupaten;Periode;Cakupan\nKaur;{period};{value}", version(("17.04", *before)))
    assert [one.code for one in found if one.code == "jump"] == ["jump"] * jumps
    if jumps:
        said = found[-1].particulars
        assert told(found[-1:]) == [("jump", "2", "Cakupan", value)]
        assert (said["period_before"], said["value_before"]) == before
        assert said["change"] == pytest.approx(float(value.replace(",", ".")) - before[1])


def test_a_version_as_the_store_gives_it_back_is_compared():
    first = opened("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2024-10;1;4\nLebong;2024-10;1;4")
    stored = to_arrow(tidied(first).rows[COLUMNS]).to_pandas()
    found = checked("Kabupaten;Periode;Peserta Aktif;Pekerja\nKaur;2024-11;3;4", stored)
    # 100 * 3 / 4 - 100 * 1 / 4 = 50 points in a month, and Lebong is not there
    assert [(one.code, one.particulars["region_code"]) for one in found] == [
        ("region_gone", "17.07"),
        ("jump", "17.04"),
    ]
    assert found[1].particulars["change"] == 50.0
    persons = checked("Kabupaten;Periode;Peserta\nKaur;2024-11;3", stored)
    assert persons == []


def test_persons_do_not_jump_by_points():
    previous = version(("17.04", "2024-10", 10.0), indicator="active_participants")
    assert checked("Kabupaten;Periode;Peserta\nKaur;2024-11;39487", previous) == []


def test_the_newest_figure_before_counts():
    previous = version(("17.04", "2024-09", 10.0), ("17.04", "2024-10", 70.0), ("17.04", "2024-12", 5.0))
    assert checked("Kabupaten;Periode;Cakupan\nKaur;2024-11;75", previous) == []


def test_a_region_that_is_gone_is_told_within_what_the_file_speaks_of():
    last = [("17.04", 70.0), ("17.07", 15.0), ("17.03", None), ("11.01", 50.0), ("12.01", 50.0), ("17", 40.0)]
    previous = version(*[(code, "2024-10", value) for code, value in last])
    found = checked("Kabupaten;Periode;Cakupan\nKaur;2024-11;75", previous)
    # Bengkulu's office speaks for Bengkulu's regencies alone, and one without a figure is not gone
    assert [(one.code, one.row, one.particulars) for one in found] == [
        (
            "region_gone",
            None,
            {
                "region_code": "17.07", "indicator": "coverage", "segment": "all",
                "period": "2024-11", "period_before": "2024-10",
            },
        )
    ]  # fmt: skip


def test_a_national_file_answers_for_every_province():
    previous = version(*[(code, "2024-10", 70.0) for code in ("17.04", "11.01", "12.01")])
    source = "Kode;Nama;Periode;Cakupan\n17.04;Kaur;2024-11;75\n11.01;Aceh Selatan;2024-11;70"
    codes = pd.Series(["17.04", "11.01"])
    upload = opened(source)
    table = as_table(upload)
    plan = propose_plan(table, upload, ABOUT)
    found = check_upload(tidy(upload, table, plan, codes, ABOUT), upload, plan, previous, ABOUT.indicators)
    assert [(one.code, one.particulars["region_code"]) for one in found] == [("region_gone", "12.01")]


def test_a_file_of_which_nothing_can_be_read_still_has_its_findings():
    source = opened("Kabupaten;Catatan\nKaur;baik")
    assert {one.code for one in check_upload(tidied(source), source, Plan(), None, ABOUT.indicators)} == {
        "column_missing"
    }


def test_a_wide_files_finding_stands_in_the_column_of_its_month():
    found = checked("Cakupan;;\nNama;Okt 2024;Nov 2024\nKaur;70;120")
    assert told(found) == [("value_outside_range", "3", "Nov 2024", "120")]


@pytest.mark.parametrize(
    ("cells", "doubted"),
    [
        (("70", "75", "0"), ["17.05"]),
        (("70,5", "65", "0,0"), ["17.05"]),
        (("0", "0", "75"), []),
        (("1", "75", "0"), []),  # one near zero makes zero possible
    ],
)
def test_a_zero_among_rates_that_are_far_from_it_is_doubted(cells, doubted):
    rows = zip(("Kaur", "Lebong", "Seluma"), cells, strict=True)
    found = checked("Kabupaten;Periode;Cakupan\n" + "\n".join(f"{name};2024;{cell}" for name, cell in rows))
    assert [one.particulars["region_code"] for one in found if one.code == "zero_doubtful"] == doubted


@pytest.mark.parametrize(("region", "year", "told"), [("Kaur", 2003, True), ("Kaur", 2004, False), ("17", 2003, False)])
def test_regencies_of_a_time_of_many_divisions_are_told_once(region, year, told):
    found = checked(f"Kabupaten;Tahun;Peserta Aktif\n{region};{year};9000\nLebong;2024;8000")
    assert [one.particulars for one in found if one.code == "before_divisions"] == (
        [{"number": 1, "period": str(year)}] if told else []
    )


@pytest.mark.parametrize(
    ("cells", "doubtful"),
    [
        (["0,75", "17", "0,4", "35"], ["0,75", "0,4"]),
        (["37,5%", "0,17", "45 %"], ["0,17"]),
        (["1", "17,5", "35"], ["1"]),
        (["0,8", "3,1", "2,5"], []),  # where all are small one more is no wonder
        (["0", "17,5", "35"], []),
    ],
)
def test_a_share_of_one_among_percentages_is_told(cells, doubtful):
    names = ("Kaur", "Lebong", "Seluma", "Bengkulu Utara")
    rows = "\n".join(f"{name};2024;{cell}" for name, cell in zip(names, cells, strict=False))
    found = [one for one in checked(f"Kabupaten;Periode;Cakupan\n{rows}") if one.code == "share_doubtful"]
    assert [(one.cell, one.level) for one in found] == [(cell, "warning") for cell in doubtful]
