"""Periods: frequency, end, order and neighbours."""

from datetime import date

import pytest

from data.periods import are_neighbours, frequencies, frequency, is_period, period_end, shift, sort_periods
from errors import DataError


@pytest.mark.parametrize(
    ("period", "kind", "end"),
    [
        ("2024", "year", date(2024, 12, 31)),
        ("2024-Q1", "quarter", date(2024, 3, 31)),
        ("2024-02", "month", date(2024, 2, 29)),
    ],
)
def test_a_period_says_its_frequency_and_its_last_day(period, kind, end):
    assert (frequency(period), period_end(period)) == (kind, end)


@pytest.mark.parametrize("text", ["2024-13", "2024-Q5", "24-11", "2024-11\n", "٢٠٢٤", "", "0000"])
def test_what_is_not_a_period_is_refused(text):
    assert not is_period(text)
    with pytest.raises(DataError) as refused:
        frequency(text)
    assert (refused.value.code, refused.value.particulars) == ("period_malformed", {"found": text})


def test_periods_stand_by_their_end_and_the_finer_last():
    assert sort_periods(["2024-12", "2025-01", "2024", "2024-Q4", "2024-11"]) == [
        "2024-11", "2024", "2024-Q4", "2024-12", "2025-01",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("period", "years", "shifted"),
    [("2024-11", -1, "2023-11"), ("2024-Q4", 1, "2025-Q4"), ("2024", -3, "2021")],
)
def test_a_shift_keeps_the_part_of_the_year(period, years, shifted):
    assert shift(period, years) == shifted


@pytest.mark.parametrize(
    ("first", "second", "neighbours"),
    [
        ("2023-12", "2024-01", True),
        ("2024-Q1", "2023-Q4", True),
        ("2024-01", "2024-03", False),
        ("2024", "2024-12", False),
    ],
)
def test_neighbours_are_of_one_frequency_and_one_step_apart(first, second, neighbours):
    assert are_neighbours(first, second) is neighbours


def test_the_most_common_frequency_comes_first():
    assert frequencies(["2024", "2024-11", "2024-12", "2023", "2025"]) == ["year", "month"]
    assert frequencies(["2024", "2024-11"]) == ["month", "year"]
