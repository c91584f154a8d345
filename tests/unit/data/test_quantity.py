"""Figures are shown as printed, derived unrounded, and rounded once."""

from types import SimpleNamespace

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.quantity import Quantity, decimals_in, difference, quantity_of, quotient, shown_values

COVERAGE = load_indicators()["coverage"]
NAN = float("nan")


KNOWN = {"status": "reported", "counts_status": "reported", "disagrees": False}


def row(value, printed="", counts=(NAN, NAN), **more):
    both = dict(zip(("numerator", "denominator"), counts, strict=True))
    return {"value": value, "value_printed": printed} | both | KNOWN | more


ROWS = [
    (row(75.0, "75"), 0),
    (row(37.0, "37.0"), 1),
    (row(41.84, "41.84"), 2),
    (row(100 * 29 / 179, counts=(29, 179), status="computed"), 1),
    (row(100 * 251_000 / 708_000, "35", (251_000, 708_000)), 1),
    (row(75.0006, "75", (30_112, 40_149), counts_status="simulated"), 0),
    (row(49.9, "50.88", (935_079, 1_873_899), disagrees=True), 1),
    (row(35.451977401129945, "35.451977401129945"), 1),
    (row(12.5), 1),
]


@pytest.mark.parametrize(("known", "decimals"), ROWS)
def test_a_printed_figure_keeps_its_decimals_and_a_computed_one_has_the_indicators(known, decimals):
    assert quantity_of(SimpleNamespace(**known), COVERAGE).decimals == decimals


def test_a_table_has_the_same_decimals_as_its_rows():
    table = pd.DataFrame([known for known, _decimals in ROWS])
    assert decimals_in(table, COVERAGE) == [decimals for _known, decimals in ROWS]
    assert shown_values(table, COVERAGE).tolist()[:5] == [75.0, 37.0, 41.84, 16.2, 35.5]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        # Bengkulu: 251,000 of 708,000 less the printed 41.84 are -6.388 points.
        ((100 * 251_000 / 708_000, 1), (41.84, 2), -6.4),
        ((100 * 251_000 / 708_000, 2), (41.84, 2), -6.39),
        ((75.0, 0), (17.0, 0), 58.0),
        ((75.3, 1), (17.1, 1), 58.2),
        ((43.24, 1), (43.25, 1), 0.0),
    ],
)
def test_a_difference_is_computed_unrounded_and_rounded_once_to_the_coarser(first, second, shown):
    assert difference(Quantity(*first), Quantity(*second)).rounded == shown


def test_a_difference_that_shows_as_nothing_is_known_from_none():
    assert difference(Quantity(43.24, 1), Quantity(43.25, 1)).vanishes
    assert not difference(Quantity(43.2, 1), Quantity(43.2, 1)).vanishes


def test_nothing_is_so_many_times_a_figure_that_shows_as_nothing():
    assert quotient(Quantity(5.0, 1), Quantity(0.04, 1)) is None
    assert quotient(Quantity(75.0, 0), Quantity(17.0, 0)).value == 75 / 17
