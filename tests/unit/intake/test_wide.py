"""Wide tables, a column per month or year, turned long."""

import pandas as pd

from data.intake.wide import PeriodColumn, find_period_columns, lengthen


def test_columns_per_period_are_found_with_what_they_measure():
    names = ["Kabupaten", "2023 / Peserta", "2023 / Pekerja", "Peserta Nov 2024"]
    assert find_period_columns(names) == {
        "2023 / Peserta": PeriodColumn("2023", "Peserta"),
        "2023 / Pekerja": PeriodColumn("2023", "Pekerja"),
        "Peserta Nov 2024": PeriodColumn("2024-11", "Peserta"),
    }
    assert find_period_columns(["Kabupaten", "Nov 2024"]) == {}
    assert find_period_columns(["Januari", "Februari"]) == {}
    assert find_period_columns(["Januari", "Februari"], year="2024")["Januari"] == PeriodColumn("2024-01", "")


def test_a_wide_table_turns_long_and_keeps_its_rows():
    wide = pd.DataFrame({"Nama": ["Kaur", "Lebong"], "2023": ["70", "15"], "2024": ["75", "17"]}, index=[4, 5])
    long = lengthen(wide, find_period_columns(list(wide.columns)))
    assert long.to_numpy().tolist() == [
        ["Kaur", "2023", "70"], ["Kaur", "2024", "75"], ["Lebong", "2023", "15"], ["Lebong", "2024", "17"],
    ]  # fmt: skip
    assert (list(long.columns), list(long.index)) == (["Nama", "period", "value"], [4, 4, 5, 5])


def test_two_measures_of_a_period_stand_side_by_side():
    wide = pd.DataFrame({"Nama": ["Kaur"], "2023 / Peserta": ["7"], "2023 / Pekerja": ["9"], "2024 / Peserta": ["8"]})
    long = lengthen(wide, find_period_columns(list(wide.columns)))
    assert long.loc[:, ["period", "Peserta"]].to_numpy().tolist() == [["2023", "7"], ["2024", "8"]]
    assert long["Pekerja"].isna().tolist() == [False, True]
