"""A change as steps: where each bar begins and ends, the same for every medium."""

import pytest

from components.charts.waterfall import FALL, GREY, RISE, Step, Steps


def steps(*values):
    return Steps("Bengkulu, persen", tuple(Step(str(place), value, "") for place, value in enumerate(values)))


def test_the_rates_stand_on_zero_and_what_brought_the_change_hangs_between_them():
    assert steps(40.0, -10.0, -20.0, 10.0).spans == [(0, 40), (40, 30), (30, 10), (0, 10)]
    assert steps(40.0, -10.0, -20.0, 10.0).shares == [(0, 1), (0.75, 0.25), (0.25, 0.5), (0, 0.25)]
    assert steps(40.0, -10.0, -20.0, 10.0).ends == [1, 0.75, 0.25, 0.25]


def test_a_rise_is_green_and_a_fall_orange():
    assert steps(30.0, 5.0, -1.0, 34.0).colours == [GREY, RISE, FALL, GREY]


@pytest.mark.parametrize("values", [(10.0, -50.0, 50.0, 10.0), (10.0, 30.0, -30.0, 10.0), (0.0, 0.0, 0.0, 0.0)])
def test_every_bar_is_inside_the_drawing(values):
    drawing = steps(*values)
    assert all(left >= 0 and left + width <= 1 + 1e-9 for left, width in drawing.shares)
