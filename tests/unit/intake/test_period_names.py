"""Periods as people write them."""

import pandas as pd
import pytest

from data.intake.period_names import find_date_orders, read_period, read_periods


@pytest.mark.parametrize(
    ("period", "texts"),
    [
        ("2024", ["2024", "Tahun 2024", "th. 2024"]),
        (
            "2024-11",
            ["2024-11", "2024/11", "11/2024", "11-2024", "Nov 2024", "November 2024", "Nopember 2024", "NOVEMBER 2024",
             "Nov-24", "Nov'24", "nov2024", "2024 November", "s.d. November 2024", "Posisi 30 November 2024",
             "2024-11-30", "2024-11-01 00:00:00", "2024-11-01T00:00:00", "30/11/2024", "202411", "Bulan: Nop. 2024",
             "2024 / Nopember"],
        ),
        ("2024-Q4", ["2024-Q4", "Q4 2024", "2024Q4", "Triwulan IV 2024", "TW IV 2024", "TW-4/2024",
                     "Triwulan 4 Tahun 2024", "2024 TW IV", "Kuartal IV 2024"]),
        ("2024-02", ["Pebruari 2024", "Feb 2024", "29 Februari 2024"]),
        ("2024-08", ["Agustus 2024", "Agt 2024", "Ags 2024", "August 2024"]),
    ],
)  # fmt: skip
def test_every_spelling_gives_our_period(period, texts):
    assert [text for text in texts if read_period(text) != period] == []


@pytest.mark.parametrize(
    "text",
    ["", "13/2024", "2024-13", "TW V 2024", "November", "45597", "24", "1024", "Kaur", "17.04", "32 November 2024",
     "39.487", "2024-2025", "٢٠٢٤", "Semester I 2024", "2024" * 100, "00/2024"],
)  # fmt: skip
def test_what_is_no_period_is_none(text):
    assert read_period(text) is None


def test_day_and_month_are_asked_about_where_both_orders_fit():
    assert find_date_orders(pd.Series(["03/04/2024"])) == [False, True]
    assert find_date_orders(pd.Series(["03/04/2024", "30/04/2024"])) == [False]
    assert find_date_orders(pd.Series(["03/04/2024", "04/30/2024"])) == [True]
    assert find_date_orders(pd.Series(["2024-11", "04/04/2024"])) == [False]
    assert read_period("04/30/2024", month_first=True) == "2024-04"


def test_a_column_of_periods_keeps_what_is_none():
    periods, bad = read_periods(pd.Series(["Nov 2024", "entah"], index=[5, 6]))
    assert (periods.tolist(), bad.to_dict()) == (["2024-11", ""], {6: "entah"})


def test_year_and_month_may_stand_in_two_columns():
    periods, _ = read_periods(pd.Series(["2024", "2024"]), months=pd.Series(["Nopember", "3"]))
    assert periods.tolist() == ["2024-11", "2024-03"]
