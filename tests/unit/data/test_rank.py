"""Ranking on the displayed figures."""

from dataclasses import replace

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.rank import extremes, movement, not_yet_covered, rank, round_displayed

COVERAGE = load_indicators()["coverage"]


def values(**by_code):
    gaps = ["" if value is not None else "not_reported" for value in by_code.values()]
    return pd.DataFrame({"region_code": list(by_code), "value": list(by_code.values()), "gap": gaps}).astype(
        {"value": "float64"}
    )


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(46.25, 1, 46.3), (0.15, 1, 0.2), (8.35, 1, 8.4), (1.005, 2, 1.01), (74.949999, 1, 74.9), (2.5, 0, 3.0)],
)
def test_figures_are_rounded_as_the_browser_shows_them(value, decimals, shown):
    # Each was displayed so by Intl.NumberFormat in Chromium.
    assert round_displayed(pd.Series([value]), decimals).tolist() == [shown]


def test_equal_figures_on_screen_share_a_rank_and_the_next_is_skipped():
    ranked = rank(values(a=30.0, b=20.04, c=19.96, d=10.0), COVERAGE)
    assert ranked["rank"].tolist() == [1, 2, 2, 4]
    assert ranked["displayed"].tolist() == [30.0, 20.0, 20.0, 10.0]


def test_lower_is_better_turns_the_order_and_gaps_stand_last():
    ranked = rank(values(a=None, b=20.0, c=10.0), replace(COVERAGE, better="lower"))
    assert ranked["region_code"].tolist() == ["c", "b", "a"]
    assert ranked["rank"].isna().tolist() == [False, False, True]


def test_kaur_and_lebong_are_58_points_apart():
    found = extremes(rank(values(kaur=75.0, lebong=17.0, seluma=None), COVERAGE))
    assert (found.gap.rounded, found.ratio.value) == (75.0 - 17.0, 75.0 / 17.0)
    assert (found.with_value, found.gaps) == (2, 1)
    assert found.highest["region_code"].tolist() == ["kaur"]


def test_ties_at_an_end_are_all_named_and_nothing_is_divided_by_zero():
    found = extremes(rank(values(a=0.0, b=0.04, c=5.0), COVERAGE))
    assert found.lowest["region_code"].tolist() == ["a", "b"]
    assert (found.gap.rounded, found.ratio) == (5.0, None)


def test_a_region_where_nothing_applies_is_no_gap():
    table = values(a=5.0, b=None)
    table.loc[1, "gap"] = "not_applicable"
    assert extremes(rank(table, COVERAGE)).gaps == 0


def test_without_any_value_there_are_no_extremes():
    found = extremes(rank(values(a=None), COVERAGE))
    assert (len(found.highest), found.gap, found.ratio, found.with_value, found.gaps) == (0, None, None, 0, 1)


def test_those_not_yet_covered_are_the_denominator_less_the_numerator():
    table = pd.DataFrame({"numerator": [29.0, None], "denominator": [179.0, 62.0]})
    assert not_yet_covered(table)[0] == 179 - 29
    assert not_yet_covered(table).isna().tolist() == [False, True]


def test_movement_tells_places_and_points_and_is_missing_where_either_is():
    now = rank(values(a=75.3, b=17.1, c=20.0), COVERAGE)
    then = rank(values(a=17.1, b=30.0, c=None), COVERAGE)
    moved = movement(now, then).set_index("region_code")
    both = moved[["rank_change", "value_change"]]
    assert both.loc["a"].tolist() == [1, 58.2]  # 75.3 - 17.1
    assert both.loc["b"].tolist() == [-2, -12.9]
    assert both.loc["c"].isna().all()
    assert moved.loc[["a", "b"], "value_then"].tolist() == [17.1, 30.0]
