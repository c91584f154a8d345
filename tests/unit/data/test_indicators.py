"""Indicators and segments as indicators.toml defines them."""

import pytest

from data.indicators import load_indicators, load_segments


@pytest.mark.parametrize("indicator", load_indicators().values(), ids=lambda indicator: indicator.id)
def test_every_indicator_is_said_in_both_languages_and_by_the_rules(indicator):
    texts = [indicator.title, indicator.definition, indicator.numerator, indicator.denominator]
    assert all(text["id"] and text["en"] for text in texts if text is not None)
    assert indicator.better in ("higher", "lower")
    assert indicator.aggregation in ("ratio", "sum", "none")
    assert indicator.is_ratio == (indicator.numerator is not None) == (indicator.denominator is not None)
    assert set(indicator.segments) <= set(load_segments())


def test_coverage_is_named_as_the_meetings_name_it():
    coverage = load_indicators()["coverage"]
    assert coverage.title["id"] == "Cakupan kepesertaan"
    assert (coverage.numerator["id"], coverage.denominator["id"]) == ("peserta aktif", "pekerja eligible")
    assert (coverage.unit, coverage.decimals, coverage.multiplier) == ("percent", 1, 100)
    assert coverage.segments == ("all", "pu", "bpu", "jakon")


def test_village_indicators_apply_where_there_are_villages():
    where = {name: indicator.applies_where for name, indicator in load_indicators().items()}
    assert {name for name, column in where.items() if column == "desa"} == {
        "villages_enrolled",
        "villages_paying_from_village_fund",
    }
