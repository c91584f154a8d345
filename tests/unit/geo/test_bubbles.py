"""Bubbles: areas in proportion to figures."""

import pytest

from geo.bubbles import bubble_size, explained_sizes


def test_four_times_the_figure_is_twice_the_radius():
    assert (bubble_size(400, 400), bubble_size(100, 400), bubble_size(0, 400), bubble_size(5, 0)) == (
        1.0,
        0.5,
        0.0,
        0.0,
    )


@pytest.mark.parametrize(
    ("most", "sizes"), [(7_489_000, [5e6, 1e6, 2e5]), (68, [50, 10, 2]), (3, [2, 1]), (1, [1]), (0, [])]
)
def test_the_legend_explains_round_figures_that_are_on_the_map(most, sizes):
    assert explained_sizes(most) == sizes
