"""Splitting a change into its two causes."""

import pytest

from data.change import split_change

DECEMBER_2024, DECEMBER_2025 = (261_814, 625_751), (251_000, 708_000)


def test_most_of_bengkulus_fall_comes_from_its_denominator():
    change = split_change(DECEMBER_2024, DECEMBER_2025)
    assert change.from_denominator == pytest.approx(-4.8, abs=0.05)
    assert change.from_numerator == pytest.approx(-1.6, abs=0.05)


def test_the_two_effects_add_up_to_the_change():
    change = split_change(DECEMBER_2024, DECEMBER_2025)
    assert change.total == pytest.approx(100 * 251_000 / 708_000 - 100 * 261_814 / 625_751)


def test_going_back_is_the_opposite_of_going_there():
    there, back = split_change(DECEMBER_2024, DECEMBER_2025), split_change(DECEMBER_2025, DECEMBER_2024)
    assert there.from_numerator == pytest.approx(-back.from_numerator)


@pytest.mark.parametrize("before", [(float("nan"), 10), (1, float("nan")), (0, 0)])
def test_without_all_counts_there_is_no_split(before):
    assert split_change(before, (1, 10)) is None
