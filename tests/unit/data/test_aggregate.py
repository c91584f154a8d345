"""Combining regions and periods."""

import pandas as pd
import pytest

from data.aggregate import aggregate, aggregate_rate
from data.indicators import load_indicators

VILLAGES = load_indicators()["villages_enrolled"]
PERSONS = load_indicators()["active_participants"]
PROGRAMMES = load_indicators()["programmes_followed"]


def parts(numerator=(None, None), denominator=(None, None), value=(None, None), **more):
    columns = {"period": ["2024", "2024"], "numerator": numerator, "denominator": denominator, "value": value}
    return pd.DataFrame(columns | more).astype(dict.fromkeys(["numerator", "denominator", "value"], "float64"))


def test_a_large_region_weighs_more_than_a_small_one():
    table = aggregate_rate(parts([90, 1], [100, 10]), by=["period"])
    assert table["value"].item() == pytest.approx(100 * (90 + 1) / (100 + 10))


def test_a_group_with_a_missing_part_is_missing():
    table = aggregate_rate(parts([90, None], [100, 10]), by=["period"])
    assert table[["numerator", "denominator", "value"]].isna().all(axis=None)


def test_a_denominator_of_zero_in_all_parts_gives_no_value():
    table = aggregate_rate(parts([0, 0], [0, 0]), by=["period"])
    assert table["denominator"].item() == 0
    assert table["value"].isna().item()


def test_a_city_without_villages_is_left_out_of_its_province():
    table = aggregate(parts([29, None], [179, None], desa=[179, 0]), VILLAGES, ["period"])
    assert table["value"].item() == pytest.approx(100 * 29 / 179)


def test_a_regency_with_villages_and_no_figure_leaves_its_province_without():
    table = aggregate(parts([29, None], [179, None], desa=[179, 62]), VILLAGES, ["period"])
    assert table["value"].isna().item()


def test_persons_are_added_and_only_where_all_are_known():
    assert aggregate(parts(value=[300, 20]), PERSONS, ["period"])["value"].item() == 300 + 20
    assert aggregate(parts(value=[300, None]), PERSONS, ["period"])["value"].isna().item()


def test_programmes_are_never_combined():
    assert aggregate(parts(value=[3, 2]), PROGRAMMES, ["period"])["value"].isna().item()
