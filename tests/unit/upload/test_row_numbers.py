"""Row numbers as people write them."""

import pytest

from components.screens.upload.row_numbers import MOST, read_row_numbers, written_row_numbers


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("14", [14]),
        ("14, 20-22", [14, 20, 21, 22]),
        ("3 – 5;4", [3, 4, 5]),
        ("", []),
        ("none", []),
        ("5-3", []),
        ("0", []),
    ],
)
def test_rows_are_read_as_they_are_written(text, rows):
    assert read_row_numbers(text) == rows


def test_neighbours_are_written_as_a_stretch():
    assert written_row_numbers([7, 1, 2, 3]) == "1–3, 7"
    assert read_row_numbers(written_row_numbers([1, 2, 3, 7])) == [1, 2, 3, 7]


def test_a_stretch_without_end_is_cut():
    assert len(read_row_numbers("1-9999999")) == MOST + 1
