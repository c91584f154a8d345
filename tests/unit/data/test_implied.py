"""Why published rates changed, from counts that their sources print or imply."""

import pytest

from data.change import split_change
from data.implied import counts_behind
from data.indicators import load_indicators
from data.query import each_row, series
from data.store.catalogue import load_dataset

COVERAGE, ACTIVE = (load_indicators()[name] for name in ("coverage", "active_participants"))


@pytest.fixture(scope="module")
def counted(region_table):
    """Return a function that gives the counts behind a region's reported coverage in a period."""
    observations = load_dataset("reported").observations
    rates, people = (series(observations, region_table, one, "all") for one in (COVERAGE, ACTIVE))

    def counts(code, period):
        (row,) = each_row(rates[rates["region_code"].eq(code) & rates["period"].eq(period)])
        known = people[people["region_code"].eq(code) & people["period"].eq(period) & people["value"].notna()]
        return counts_behind(row, COVERAGE, {one.region_code: one for one in each_row(known)})

    return counts


@pytest.mark.parametrize(
    ("code", "periods", "points"),
    [
        ("17", ("2024-12", "2025-12"), (-1.63, -4.76)),  # Bengkulu
        ("35.25", ("2024-11", "2025-11"), (-0.12, -11.59)),  # Gresik
        ("16.06", ("2024-12", "2025-07"), (6.61, 0.00)),  # Musi Banyuasin
    ],
)
def test_a_change_is_split_into_what_both_counts_brought(counted, code, periods, points):
    then, now = (counted(code, period) for period in periods)
    split = split_change(then.pair, now.pair)
    assert (split.from_numerator, split.from_denominator) == pytest.approx(points, abs=0.006)


def test_kalimantans_rise_was_swallowed_by_its_denominator():
    split = split_change((2_500_000, 5_400_000), (3_302_762, 7_996_826))
    assert (split.from_numerator, split.from_denominator) == pytest.approx((12.45, -17.45), abs=0.006)


def test_what_is_implied_is_said(counted):
    assert (counted("17", "2024-12").implied, counted("17", "2025-12").implied) == ("denominator", "")
    assert (counted("35.25", "2025-11").implied, counted("35.25", "2025-11").numerator) == ("numerator", 292_116)
    assert counted("17", "2024-11") is None  # a percentage alone
