"""A profile: one region's place, its distances and its way, with the figures of Bengkulu in November 2024."""

from dataclasses import replace

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.profile import Standing, distance_to, newest_figures, peers, profile_of, regions_ranked, standing
from data.query import SERIES_COLUMNS

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


def profile(now, region=KAUR, indicator=COVERAGE, **more):
    table = series(now, **more)
    codes = [code for code in now if "." in code]
    return profile_of(table, regions_ranked(table, NOW, codes, indicator), region, NOW, indicator)


FACTS = {KAUR: 75.0, LEBONG: 17.0, BENGKULU: 37.0, INDONESIA: 39.0}


@pytest.mark.parametrize(
    ("region", "place", "to_province", "to_country"),
    [(KAUR, 1, 75.0 - 37.0, 75.0 - 39.0), (LEBONG, 2, 17.0 - 37.0, 17.0 - 39.0)],
)
def test_the_place_and_distances_of_the_highest_and_the_lowest(region, place, to_province, to_country):
    found = profile(FACTS, region)
    assert (found.in_province.rank, found.in_province.known) == (place, 2)
    assert (found.to_province.points, found.to_country.points) == (to_province, to_country)
    assert found.to_province.counts is None


def test_the_ranks_in_the_province_and_the_country_differ():
    found = profile({**FACTS, "31.71": 80.0, "31.72": 90.0})
    assert (found.in_province.rank, found.in_country.rank, found.in_country.known) == (1, 3, 4)


@pytest.mark.parametrize(
    ("values", "region", "found"),
    [
        ({KAUR: 50.04, LEBONG: 49.96, SELUMA: 10.0}, KAUR, Standing(1, tied=1, known=3, gaps=0)),  # both show 50.0
        ({KAUR: None, LEBONG: 17.0, SELUMA: None}, KAUR, Standing(None, tied=0, known=1, gaps=2)),
        ({KAUR: 75.0}, KAUR, Standing(1, tied=0, known=1, gaps=0)),
        ({KAUR: 75.0}, SELUMA, Standing(None, tied=0, known=1, gaps=0)),
    ],
)
def test_a_place_among_ties_gaps_and_alone(values, region, found):
    table = series(values)
    assert standing(regions_ranked(table, NOW, list(values), COVERAGE), region) == found


def test_what_does_not_apply_is_no_gap():
    ranked = regions_ranked(series({KAUR: 75.0, SELUMA: None}), NOW, [KAUR, SELUMA], COVERAGE)
    ranked.loc[ranked["region_code"] == SELUMA, "gap"] = "not_applicable"
    assert standing(ranked, KAUR).gaps == 0


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
    row = pd.Series({"value": 100 * numerator / denominator, "numerator": numerator, "denominator": denominator})
    found = distance_to(row, reference, COVERAGE)
    assert (found.points, found.counts) == (points, counts)


def test_without_a_value_there_is_no_distance_and_no_change():
    found = profile({KAUR: None, BENGKULU: 37.0, INDONESIA: 39.0}, before={KAUR: 70.0})
    assert (found.own, found.to_province, found.change) == (None, None, None)


def test_sums_are_not_held_against_those_of_larger_regions():
    persons = load_indicators()["vulnerable_workers"]
    found = profile({KAUR: 2849.0, BENGKULU: 39013.0}, indicator=persons)
    assert found.to_province is None
    assert found.in_province.rank == 1


@pytest.mark.parametrize(
    ("before", "change"), [({KAUR: 73.3}, 75.0 - 73.3), ({KAUR: 75.0}, 0.0), ({KAUR: None}, None), ({}, None)]
)
def test_the_change_over_a_year_is_that_of_the_figures_shown(before, change):
    assert profile(FACTS, before=before).change == (None if change is None else pytest.approx(change))


@pytest.mark.parametrize(("better", "first"), [("higher", SELUMA), ("lower", LEBONG)])
def test_of_peers_the_one_that_improved_most_comes_first(better, first):
    indicator = replace(COVERAGE, better=better)
    now, before = {KAUR: 75.0, LEBONG: 17.0, SELUMA: 40.0, "17.01": 30.0}, {LEBONG: 20.0, SELUMA: 35.0, KAUR: 74.0}
    ranked = regions_ranked(series(now, before), NOW, list(now), indicator)
    found = peers(ranked, [LEBONG, SELUMA, "17.01"], indicator)["region_code"].tolist()
    assert found[0] == first
    assert found[-1] == "17.01"  # no figure a year before


def test_the_newest_figure_of_everything_known():
    empty = {"value_printed": "", "status": "reported", "counts_status": "reported", "source_id": "s", "note": ""}
    rows = [
        ("93.01", "programmes_followed", "bpu", "2023-04", 2.0),
        ("93.01", "villages_enrolled", "all", "2022", 10.0),
        ("93.01", "villages_enrolled", "all", "2023-04", 16.2),
        ("93.01", "villages_enrolled", "all", "2024", float("nan")),
        ("93.01", "not_an_indicator", "all", "2024", 1.0),
    ]
    table = pd.DataFrame(rows, columns=["region_code", "indicator", "segment", "period", "value"]).assign(
        **empty, numerator=float("nan"), denominator=float("nan")
    )
    found = newest_figures(table, load_indicators())
    assert found[["indicator", "period", "value"]].to_numpy().tolist() == [
        ["villages_enrolled", "2023-04", 16.2],
        ["programmes_followed", "2023-04", 2.0],
    ]
