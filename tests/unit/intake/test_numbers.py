"""The number habit of a column: certain or asked, and what is no number."""

import pandas as pd
import pytest

from data.intake.number_formats import find_habits
from data.intake.numbers import NumberFormat, read_numbers


def column(*texts):
    return pd.Series(texts, index=range(2, 2 + len(texts)), dtype=str)


def values(*texts):
    [habit] = find_habits(column(*texts), shares=False)
    return read_numbers(column(*texts), habit).values.tolist()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["39.487", "1.234.567"], [39_487, 1_234_567]),
        (["39.487", "75,5"], [39_487, 75.5]),
        (["39,487", "1,234,567.5"], [39_487, 1_234_567.5]),
        (["75,5", "17,0"], [75.5, 17.0]),
        (["75.5", "39.487"], [75.5, 39.487]),
        (["0.512", "39.487"], [0.512, 39.487]),
        (["75%", "17,5 %"], [75, 17.5]),
        (["75", "17"], [75, 17]),
        (["39 487,5", "1\u00a0000"], [39_487.5, 1_000]),
        (["Rp42.000.000,-", "Rp 1.000.000"], [42_000_000, 1_000_000]),
        (["-1.234.567", "−5"], [-1_234_567, -5]),
    ],
)
def test_where_one_habit_reads_every_cell_it_is_certain(texts, expected):
    assert values(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "example", "readings"),
    [
        (["39.487"], "39.487", [39_487, 39.487]),
        (["12", "39.487", "41.120"], "39.487", [39_487, 39.487]),
        (["1,234"], "1,234", [1.234, 1_234]),
        (["0,75", "1"], "0,75", [0.75, 75]),
        (["0,29", "75%"], "0,29", [0.29, 29]),
    ],
)
def test_where_two_readings_are_possible_both_are_shown_of_one_cell(texts, example, readings):
    habits = find_habits(column(*texts))
    assert [habit.example for habit in habits] == [example] * 2
    assert [habit.reading for habit in habits] == readings


def test_cells_that_speak_against_each_other_are_asked_about():
    assert len(find_habits(column("1.234.567", "12.5"))) == 2


def test_counts_are_never_shares():
    assert len(find_habits(column("0,5", "1"), shares=False)) == 1


def test_numbers_of_a_workbook_need_no_habit():
    texts, typed = column("39.487", "39487"), pd.Series(True, index=[2, 3])
    [habit] = find_habits(texts, typed)
    assert read_numbers(texts, habit, typed).values.tolist() == [39.487, 39_487]


def test_a_percent_format_of_excel_is_asked_about():
    habits = find_habits(column("0.75", "0.17"), pd.Series(True, index=[2, 3]))
    assert [habit.reading for habit in habits] == [0.75, 75]


def test_a_column_without_numbers_has_no_habit():
    assert find_habits(column("Kaur", "", "-")) == []


def test_what_is_no_number_is_bad_and_what_is_not_known_is_missing():
    texts = column("75,5", "inf", "NaN", "#N/A", "tujuh", "1e5", "9" * 400, "nihil", "-", "", "n/a", "0")
    numbers = read_numbers(texts, NumberFormat(",", "."))
    assert numbers.bad.index.tolist() == [3, 4, 5, 6, 7, 8, 9]
    assert numbers.values.dropna().to_dict() == {2: 75.5, 13: 0}
