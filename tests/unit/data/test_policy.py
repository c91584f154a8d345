"""Milestones, targets and programmes."""

import pytest

from data.policy import load_milestones, load_programmes, load_targets, target_value


def test_milestones_are_dated_and_in_order():
    dates = [milestone.date for milestone in load_milestones()]
    assert dates == ["2021-03-25", "2022-06", "2024-04-25", "2025-02-07", "2025-03-27", "2025-12-22"]
    assert [milestone.period for milestone in load_milestones()][:2] == ["2021-03", "2022-06"]


@pytest.mark.parametrize(
    ("series", "region_code", "period", "percent"),
    [
        ("kemendagri-ucj", "17", "2025-11", 48.0),
        ("kemendagri-ucj", "ID", "2025", 52.15),
        ("rpjmn", "ID", "2026-01", 34.99),
        ("rpjpn", "ID", "2045", 99.5),
    ],
)
def test_a_target_is_that_of_its_series_region_and_year(series, region_code, period, percent):
    assert target_value(load_targets()[series], region_code, period) == percent


@pytest.mark.parametrize(
    ("series", "region_code", "period"),
    [("rpjmn", "ID", "2027"), ("rpjmn", "17", "2025"), ("kemendagri-ucj", "17", "2024-11")],
)
def test_no_target_is_made_up(series, region_code, period):
    assert target_value(load_targets()[series], region_code, period) is None


def test_the_minimum_package_of_the_self_employed_is_16800_rupiah():
    least = {
        programme.id: contribution.monthly_from
        for programme in load_programmes().values()
        for contribution in programme.contributions
        if contribution.monthly_from
    }
    assert least["jkk"] + least["jkm"] == 10_000 + 6_800 == 16_800
    assert least["jkk"] + least["jkm"] + least["jht"] == 36_800


def test_the_five_programmes_are_there_in_both_languages():
    programmes = load_programmes()
    assert list(programmes) == ["jkk", "jkm", "jht", "jp", "jkp"]
    for programme in programmes.values():
        assert all(contribution.text["id"] and contribution.text["en"] for contribution in programme.contributions)
    assert [c.rule for c in programmes["jkp"].contributions] == ["", "PP 6/2025"]
