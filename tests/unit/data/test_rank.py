"""Ranking on the displayed figures."""

from dataclasses import replace

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.rank import extremes, movement, not_yet_covered, rank, round_displayed

COVERAGE = load_indicators()["coverage"]


def values(**by_code):
    gaps = ["" if value is not None else "not_reported" for value in by_code.values()]
    rows = {"region_code": list(by_code), "value": list(by_code.values()), "gap": gaps, "regime": "unsaid"}
    return pd.DataFrame(rows).astype({"value": "float64"})


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
    nine = {f"r{number}": 20.0 + number for number in range(9)}
    ranked = rank(values(a=None, c=10.0, **nine), replace(COVERAGE, better="lower"))
    assert ranked["region_code"].iloc[[0, 1, -1]].tolist() == ["c", "r0", "a"]
    assert ranked["rank"].isna().tolist() == [False] * 10 + [True]  # 10 of 11 are 90.9 %


def test_kaur_and_lebong_are_58_points_apart():
    found = extremes(rank(values(kaur=75.0, lebong=17.0), COVERAGE), COVERAGE)
    assert (found.gap.rounded, found.ratio.value) == (75.0 - 17.0, 75.0 / 17.0)
    assert (found.with_value, found.gaps) == (2, 0)
    assert found.highest["region_code"].tolist() == ["kaur"]


def test_ties_at_an_end_are_all_named_and_nothing_is_divided_by_zero():
    found = extremes(rank(values(a=0.0, b=0.04, c=5.0), COVERAGE), COVERAGE)
    assert found.lowest["region_code"].tolist() == ["a", "b"]
    assert (found.gap.rounded, found.ratio) == (5.0, None)


def test_a_region_where_nothing_applies_is_no_gap():
    table = values(a=5.0, b=None)
    table.loc[1, "gap"] = "not_applicable"
    assert extremes(rank(table, COVERAGE), COVERAGE).gaps == 0


def test_without_any_value_there_are_no_extremes():
    found = extremes(rank(values(a=None), COVERAGE), COVERAGE)
    assert (len(found.highest), found.gap, found.ratio, found.with_value, found.gaps) == (0, None, None, 0, 1)


def test_those_not_yet_covered_are_the_denominator_less_the_numerator():
    table = pd.DataFrame({"numerator": [29.0, None], "denominator": [179.0, 62.0]})
    assert not_yet_covered(table)[0] == 179 - 29
    assert not_yet_covered(table).isna().tolist() == [False, True]


def test_movement_tells_places_and_points_and_is_missing_where_either_is():
    now = rank(values(a=75.3, b=17.1, c=20.0), COVERAGE)
    then = rank(values(a=17.1, b=30.0), COVERAGE)
    moved = movement(now, then).set_index("region_code")
    both = moved[["rank_change", "value_change"]]
    assert both.loc["a"].tolist() == [1, 58.2]  # 75.3 - 17.1
    assert both.loc["b"].tolist() == [-2, -12.9]
    assert both.loc["c"].isna().all()
    assert moved.loc[["a", "b"], "value_then"].tolist() == [17.1, 30.0]


def test_figures_of_two_denominators_have_moved_by_nothing_that_is_known():
    now, then = rank(values(a=40.8, b=20.0), COVERAGE), rank(values(a=52.5, b=10.0), COVERAGE)
    moved = movement(now.assign(regime=["/workers/", "unsaid"]), then).set_index("region_code")
    assert moved["value_change"].to_dict() == pytest.approx({"a": float("nan"), "b": 10.0}, nan_ok=True)


def test_places_are_not_compared_with_those_of_a_time_when_too_few_had_a_figure():
    now, then = (rank(values(**by_code), COVERAGE) for by_code in ({"a": 2.0, "b": 1.0}, {"a": 1.0, "b": None}))
    moved = movement(now, then).set_index("region_code")
    assert moved["rank_change"].isna().all()
    assert moved.loc["a", "value_change"] == 2.0 - 1.0


@pytest.mark.parametrize(
    ("known", "regions", "is_complete"), [(9, 10, True), (8, 9, False), (1, 2, False), (2, 2, True)]
)
def test_under_nine_tenths_nobody_has_a_rank_and_nobody_is_an_end(known, regions, is_complete):
    table = values(**{f"r{number:02}": float(number) if number < known else None for number in range(regions)})
    ranked = rank(table, COVERAGE)
    found = extremes(ranked, COVERAGE)
    assert ranked["rank"].notna().sum() == (known if is_complete else 0)
    assert (len(found.highest), len(found.lowest)) == ((1, 1) if is_complete else (0, 0))
    assert (found.gap is None, found.ratio is None) == (
        not is_complete,
        True if not is_complete else found.ratio is None,
    )
    assert (found.of.known, found.of.applicable, found.of.is_complete) == (known, regions, is_complete)
    assert ranked["displayed"].dropna().is_monotonic_decreasing


@pytest.mark.parametrize(("known", "numbered"), [(8, 8), (7, 7), (6, 0)])
def test_where_one_may_be_missing_the_others_are_numbered_among_themselves_and_none_is_an_end(known, numbered):
    table = values(**{f"r{number}": float(number) if number < known else None for number in range(8)})
    ranked = rank(table, COVERAGE, spare=1)
    assert ranked["rank"].dropna().tolist() == list(range(1, numbered + 1))
    assert len(extremes(ranked, COVERAGE).highest) == (1 if known == 8 else 0)


def test_one_alone_is_not_the_first_of_two():
    assert rank(values(a=5.0, b=None), COVERAGE, spare=1)["rank"].isna().all()


def test_where_it_does_not_apply_nobody_is_missing():
    table = values(a=5.0, b=3.0, city=None)
    table.loc[2, "gap"] = "not_applicable"
    found = extremes(rank(table, COVERAGE), COVERAGE)
    assert (found.of.known, found.of.applicable, found.of.idle, found.gap.rounded) == (2, 2, 1, 2.0)


def test_absolute_counts_are_summed_and_never_ranked():
    workers = load_indicators()["active_participants"]
    ranked = rank(values(a=10.0, b=30.0, c=20.0), replace(workers, better="lower"))
    found = extremes(ranked, workers)
    assert ranked["region_code"].tolist() == ["b", "c", "a"]  # the largest first, whatever is called better
    assert ranked["rank"].isna().all()
    assert (len(found.highest), len(found.lowest), found.gap, found.ratio, found.total) == (0, 0, None, None, 60.0)


STATED = [("17.04", "highest", "10"), ("17.07", "lowest", "10")]


def of_bengkulu(stated, **by_code):
    codes = {"kaur": "17.04", "lebong": "17.07", "seluma": "17.05"}
    rows = [(code, by_code.get(name), "" if name in by_code else "not_held") for name, code in codes.items()]
    rows += [(f"17.{number}", None, "not_held") for number in range(10, 17)]
    table = pd.DataFrame(rows, columns=["region_code", "value", "gap"]).astype({"value": "float64"})
    said = pd.DataFrame(stated, columns=["region_code", "place", "of"]).assign(source_id="jarrakpos")
    return extremes(rank(table, COVERAGE, said), COVERAGE)


def test_an_end_that_its_source_states_is_one_also_of_an_incomplete_set():
    found = of_bengkulu(STATED, kaur=75.0, lebong=17.0)
    assert (found.highest["region_code"].item(), found.lowest["region_code"].item()) == ("17.04", "17.07")
    assert (found.gap.rounded, found.ratio.value, found.by_source) == (75.0 - 17.0, 75.0 / 17.0, True)
    assert found.highest[["rank", "stated_by"]].to_numpy().tolist() == [[pd.NA, "jarrakpos"]]


@pytest.mark.parametrize(
    ("stated", "seluma"),
    [
        (STATED[:1], None),  # one end alone has no distance
        ([("17.04", "highest", "4"), STATED[1]], None),  # of four is not of the ten
        (STATED, 80.0),  # a figure that we have lies beyond what the source calls highest
    ],
)
def test_a_stated_end_holds_for_its_own_set_and_against_nothing_that_is_known(stated, seluma):
    found = of_bengkulu(stated, kaur=75.0, lebong=17.0, **({"seluma": seluma} if seluma else {}))
    assert (found.gap, found.ratio) == (None, None)
