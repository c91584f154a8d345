"""A profile: one region's place, its distances and its way, with the figures of Bengkulu in November 2024."""

from dataclasses import replace

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.profile import distance_to_target, peers, profile_of, ranking_of
from data.query import SERIES_COLUMNS
from data.rank_place import Standing, places_in

COVERAGE = load_indicators()["coverage"]
NOW, BEFORE = "2024-11", "2023-11"
KAUR, LEBONG, SELUMA, BENGKULU, INDONESIA = "17.04", "17.07", "17.05", "17", "ID"
EMPTY = dict.fromkeys(SERIES_COLUMNS, "") | {"numerator": float("nan"), "denominator": float("nan"), "disagrees": False}


def series(now, before=None, counts=None):
    """A series by code and value in two periods; None is a gap."""
    rows = [
        EMPTY
        | {"region_code": code, "period": period, "value": float("nan") if value is None else value}
        | {"gap": "not_reported" if value is None else ""}
        | dict(zip(("numerator", "denominator"), (counts or {}).get(code, ()), strict=False))
        for period, values in ((BEFORE, before or {}), (NOW, now))
        for code, value in values.items()
    ]
    return pd.DataFrame(rows)


def profile(now, region=KAUR, indicator=COVERAGE, codes=(), **more):
    table = series(now, **more)
    codes = list(codes) or [code for code in now if "." in code]
    return profile_of(ranking_of(table, NOW, codes, indicator), region)


FACTS = {KAUR: 75.0, LEBONG: 17.0, BENGKULU: 37.0, INDONESIA: 39.0}


@pytest.mark.parametrize(
    ("region", "place", "to_province", "to_country"),
    [(KAUR, 1, 75.0 - 37.0, 75.0 - 39.0), (LEBONG, 2, 17.0 - 37.0, 17.0 - 39.0)],
)
def test_the_place_and_distances_of_the_highest_and_the_lowest(region, place, to_province, to_country):
    found = profile(FACTS, region)
    assert (found.places[BENGKULU].rank, found.places[BENGKULU].known) == (place, 2)
    assert [one.points.value for one in found.distances.values()] == [to_province, to_country]
    assert list(found.distances) == [BENGKULU, INDONESIA]
    assert found.distances[BENGKULU].counts is None


def test_the_ranks_in_the_province_and_the_country_differ():
    found = profile({**FACTS, "31.71": 80.0, "31.72": 90.0})
    assert [(one.rank, one.known) for one in found.places.values()] == [(1, 2), (3, 4)]


def test_a_province_is_held_against_the_country_alone():
    found = profile({BENGKULU: 37.0, "11": 40.0, INDONESIA: 39.0}, BENGKULU, codes=[BENGKULU, "11"])
    assert {area: place.rank for area, place in found.places.items()} == {INDONESIA: 2}
    assert {area: one.points.rounded for area, one in found.distances.items()} == {INDONESIA: -2.0}


@pytest.mark.parametrize(
    ("values", "region", "found"),
    [
        (
            {KAUR: 50.04, LEBONG: 49.96, SELUMA: 10.0},
            KAUR,
            Standing(1, tied=1, known=3, gaps=0, has_figure=True),
        ),  # both show 50.0
        # Of two only one is known: no rank.
        ({KAUR: 75.0, SELUMA: None}, KAUR, Standing(None, tied=0, known=1, gaps=1, has_figure=True)),
        ({KAUR: None, LEBONG: 17.0, SELUMA: None}, KAUR, Standing(None, tied=0, known=1, gaps=2)),
        ({KAUR: 75.0}, KAUR, Standing(1, tied=0, known=1, gaps=0, has_figure=True)),
        ({KAUR: 75.0}, SELUMA, Standing(None, tied=0, known=1, gaps=0)),
    ],
)
def test_a_place_among_ties_gaps_and_alone(values, region, found):
    table = series(values)
    assert profile_of(ranking_of(table, NOW, list(values), COVERAGE), region).places[INDONESIA] == found


def test_what_does_not_apply_is_no_gap():
    ranked = ranking_of(series({KAUR: 75.0, SELUMA: None}), NOW, [KAUR, SELUMA], COVERAGE).regions
    ranked.loc[ranked["region_code"] == SELUMA, "gap"] = "not_applicable"
    assert places_in(ranked).of(KAUR).gaps == 0


@pytest.mark.parametrize(
    ("numerator", "denominator", "reference", "points", "counts"),
    [
        (29, 179, 50.0, -33.8, 29 - 90),  # 89.5 villages are 90
        (90, 179, 50.0, 0.3, 0),
        (5775, 33970, 37.0, -20.0, 5775 - 12569),  # Lebong: 0.37 x 33,970 = 12,568.9
        (50, 100, 50.0, 0.0, 0),
    ],
)
def test_a_distance_in_points_and_in_what_is_counted(numerator, denominator, reference, points, counts):
    value = 100 * numerator / denominator
    row = pd.Series({"value": value, "numerator": numerator, "denominator": denominator})
    found = distance_to_target(row, reference, COVERAGE)
    assert (found.points.rounded, found.counts) == (points, counts)


def test_without_a_value_there_is_no_distance_and_no_change():
    found = profile({KAUR: None, BENGKULU: 37.0, INDONESIA: 39.0}, before={KAUR: 70.0})
    assert (found.own, found.distances, found.change) == (None, {}, None)


def test_sums_are_not_held_against_those_of_larger_regions():
    persons = load_indicators()["vulnerable_workers"]
    found = profile({KAUR: 2849.0, BENGKULU: 39013.0}, indicator=persons)
    assert found.distances == {}
    assert (found.places[BENGKULU].rank, found.places[BENGKULU].has_figure) == (None, True)  # nor ranked


@pytest.mark.parametrize(
    ("before", "change"), [({KAUR: 73.3}, 75.0 - 73.3), ({KAUR: 75.0}, 0.0), ({KAUR: None}, None), ({}, None)]
)
def test_the_change_over_a_year_is_that_of_the_figures_shown(before, change):
    found = profile(FACTS, before=before).change
    assert (found and found.rounded) == (None if change is None else pytest.approx(change))


@pytest.mark.parametrize(("better", "first"), [("higher", SELUMA), ("lower", LEBONG)])
def test_of_peers_the_one_that_improved_most_comes_first(better, first):
    indicator = replace(COVERAGE, better=better)
    now, before = {KAUR: 75.0, LEBONG: 17.0, SELUMA: 40.0, "17.01": 30.0}, {LEBONG: 20.0, SELUMA: 35.0, KAUR: 74.0}
    ranking = ranking_of(series(now, before), NOW, list(now), indicator)
    found = [row.region_code for row in peers(ranking, [LEBONG, SELUMA, "17.01"])]
    assert found[0] == first
    assert found[-1] == "17.01"  # no figure a year before
