"""Classes of a map: what a figure says on screen and where the legend puts it are one thing."""

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from data.rank import round_displayed
from errors import DataError
from geo.classify import CLASSES, SCHEMES, TARGET_MARGIN, classify

NAN = float("nan")
STATISTICAL = ("pretty", "quantile", "equal_interval", "natural_breaks")
# As many classes as there are values: round limits fall where they fall.
COUNTED = STATISTICAL[1:]
# What the two schemes need that do not follow from the values alone.
ASKED = {"target_bands": {"target": 40.0}, "own_breaks": {"own": (20, 40)}}


def classes_of(values, classification):
    return [classification.class_of(value) for value in values]


def test_pretty_limits_are_round_whatever_the_values_are():
    assert classify([6.55, 30.6, 48.5, 81.03], "pretty").breaks == (20, 40, 60, 80)
    assert classify([55_867, 299_740, 4_699_958], "pretty", decimals=0).breaks == (1e6, 2e6, 3e6, 4e6)


def test_pretty_limits_keep_to_where_the_values_lie_and_leave_the_few_to_the_open_ends():
    # Most lie between 15 and 45, one region is far above: a step over the whole range would give it a class of its own
    # and all others two (20, 40, 60, 80).
    rates = [*np.linspace(15, 45, 61), *np.linspace(65, 86, 5)]
    assert classify(rates, "pretty").breaks == (20, 30, 40, 50)
    assert classify(rates, "pretty").ends == (15, 86)


@pytest.mark.parametrize("seed", range(5))
def test_pretty_limits_make_five_or_six_classes_at_one_step_with_no_class_empty_at_an_end(seed):
    values = np.random.default_rng(seed).gamma(4, 9, 500)
    found = classify(values, "pretty")
    assert found.classes in (5, 6)
    assert len({round(high - low, 6) for low, high in pairwise(found.breaks)}) == 1
    classes = classes_of(round_displayed(pd.Series(values), 1), found)
    assert {0, found.classes - 1} <= set(classes)


def test_values_nearer_than_five_round_limits_have_a_limit_at_each_displayed_figure():
    assert classify([75.0, 75.3], "pretty").breaks == (75.0, 75.1, 75.2)


def test_pretty_limits_part_two_values_and_a_single_one_needs_none():
    assert len(set(classes_of([17.0, 75.0], classify([75.0, 17.0, NAN], "pretty")))) == 2
    assert [classify(values, "pretty").classes for values in ([75.0, 75.0, NAN], [NAN], [])] == [1, 0, 0]


def test_a_single_value_is_told_in_every_statistical_scheme():
    for scheme in STATISTICAL:
        assert (classify([75.04, 75.0], scheme).only, classify([75.0, 76.0], scheme).only) == (75.0, None)


def test_quantiles_put_as_many_values_into_each_class():
    values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    found = classify(values, "quantile")
    assert np.bincount(classes_of(values, found)).tolist() == [10 // CLASSES] * CLASSES


def test_equal_intervals_are_equally_wide():
    found = classify([0.0, 1.0, 2.0, 3.0, 100.0], "equal_interval")
    assert found.breaks == (100 / 5, 2 * 100 / 5, 3 * 100 / 5, 4 * 100 / 5)


def test_natural_breaks_part_what_lies_apart():
    groups = [[1.0, 2.0], [10.0, 11.0], [30.0, 31.0], [60.0, 61.0], [90.0, 91.0]]
    found = classify(np.concatenate(groups), "natural_breaks")
    assert [set(classes_of(group, found)) for group in groups] == [{0}, {1}, {2}, {3}, {4}]


def test_natural_breaks_do_not_weigh_a_value_by_how_often_it_occurs():
    values = [1.0, 2.0, 10.0, 11.0, 30.0, 31.0, 60.0, 61.0, 90.0, 91.0]
    assert classify(values + [1.0] * 500, "natural_breaks") == classify(values, "natural_breaks")


@pytest.mark.parametrize("scheme", COUNTED)
def test_as_many_classes_as_distinct_values_up_to_five(scheme):
    few = [classify([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0][:n], scheme).classes for n in (1, 2, 3, 7)]
    assert few == [1, 2, 3, CLASSES]


@pytest.mark.parametrize("scheme", COUNTED)
@pytest.mark.parametrize(
    ("values", "classes"),
    [
        ([75.0, 75.0, NAN], 1),
        ([75.0, 17.0, NAN], 2),
        ([0.0, 0.0, 0.0, 0.0, 75.0], 2),
        ([NAN, NAN], 0),
        ([], 0),
    ],
)
def test_one_value_is_one_class_two_are_two_and_none_is_none(scheme, values, classes):
    found = classify(values, scheme)
    assert (len(found.breaks), found.classes) == (max(classes - 1, 0), classes)
    known = sorted({value for value in values if not math.isnan(value)})
    assert classes_of(known, found) == list(range(classes))


@pytest.mark.parametrize("scheme", ["target_bands", "own_breaks"])
@pytest.mark.parametrize(("values", "classes"), [([75.0, 75.0], 3), ([75.0, 17.0], 3), ([NAN, NAN], 0), ([], 0)])
def test_limits_that_the_user_names_stay_whatever_the_values_are(scheme, values, classes):
    found = classify(values, scheme, **ASKED[scheme])
    assert (len(found.breaks), found.classes) == (2, classes)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_class_holds_its_upper_limit_and_not_its_lower(scheme):
    values = [12.3, 20.0, 27.1, 35.2, 44.0, 58.9, 75.0, 90.6]
    found = classify(values, scheme, **ASKED.get(scheme, {}))
    assert len(found.breaks) >= 2
    for i, limit in enumerate(found.breaks):
        assert (found.class_of(limit), found.class_of(limit + 0.1)) == (i, i + 1)


@pytest.mark.parametrize("scheme", STATISTICAL)
@pytest.mark.parametrize("decimals", [0, 1, 2])
def test_limits_have_the_displayed_decimals_and_part_displayed_figures(scheme, decimals):
    values = np.random.default_rng(17).normal(37, 12, 200)
    found = classify(values, scheme, decimals)
    assert [round(limit, decimals) for limit in found.breaks] == list(found.breaks)
    # The legend reads `lower < value <= upper` of what is displayed, and so does class_of.
    shown = round_displayed(pd.Series(values), decimals)
    by_legend = [sum(value > limit for limit in found.breaks) for value in shown]
    assert classes_of(shown, found) == by_legend


def test_two_figures_that_look_alike_are_in_one_class():
    # 24.96 and 25.04 are both shown as 25.0.
    assert classify([24.96, 25.04], "quantile").classes == 1
    # 0.15 is shown as 0.2, though its binary fraction lies below.
    assert classify([0.15, 0.2], "quantile").classes == 1


def test_both_ends_of_the_target_band_belong_to_it():
    low, high = 40 - TARGET_MARGIN, 40 + TARGET_MARGIN
    found = classify([10.0, 40.0, 90.0], "target_bands", target=40)
    assert classes_of([low - 0.1, low, 40, high, high + 0.1], found) == [0, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("target", "decimals", "figures"),
    [
        (34.99, 2, (29.98, 29.99, 39.99, 40.0)),
        (34.99, 1, (29.9, 30.0, 39.9, 40.0)),  # 40.0 is 5.01 above 34.99
        (52.15, 1, (47.1, 47.2, 57.1, 57.2)),  # 47.1 is 5.05 below 52.15
    ],
)
def test_the_band_ends_where_a_displayed_figure_is_more_than_five_points_away(target, decimals, figures):
    found = classify([10.0, 90.0], "target_bands", decimals=decimals, target=target)
    assert classes_of(figures, found) == [0, 1, 1, 2]


@pytest.mark.parametrize("own", [(), (40, 20), (20, 20), (20, NAN), (20, float("inf"))])
def test_own_breaks_must_be_numbers_that_ascend(own):
    with pytest.raises(DataError, match="breaks_not_ascending"):
        classify([1.0, 2.0], "own_breaks", own=own)


def test_own_breaks_make_one_class_more_than_there_are_limits():
    found = classify([5.0], "own_breaks", own=(20, 40, 60))
    assert (found.breaks, found.classes) == ((20.0, 40.0, 60.0), 3 + 1)


def test_target_bands_ask_for_a_target_and_an_unknown_scheme_is_refused():
    with pytest.raises(DataError, match="target_missing"):
        classify([1.0], "target_bands")
    with pytest.raises(DataError, match="scheme_unknown"):
        classify([1.0], "jenks")
