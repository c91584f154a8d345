"""Denominator regimes: which figures may be held against each other."""

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.query import series
from data.regimes import (
    UNSAID,
    Regime,
    are_comparable,
    breaks_in,
    of_one_regime,
    regime_from,
    regimes_among,
    regimes_of,
    universes,
)
from data.store.catalogue import load_dataset

COVERAGE = load_indicators()["coverage"]


def figures(*rows):
    """A series of one period: (region_code, value, regime)."""
    return pd.DataFrame(rows, columns=["region_code", "value", "regime"]).assign(
        period="2024-08", numerator=float("nan"), denominator=float("nan"), value_printed="1", status="reported",
        counts_status="", source_id="s", counts_source_id="", gap="", disagrees=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (("", "", ""), UNSAID),
        (("", "", "all"), UNSAID),  # who names all segments says what is meant where nothing is said
        (("", "workers", ""), "/workers/"),
        (("residence", "labour_force", "pu+bpu"), "residence/labour_force/pu+bpu"),
        (("", "pekerja / buruh", ""), "/pekerja   buruh/"),
    ],
)
def test_a_regime_is_what_its_three_columns_say(said, key):
    (found,) = regimes_of(pd.DataFrame([said], columns=["basis", "universe", "segments_included"]))
    assert found == key
    assert regime_from(found).key == key


def test_of_older_tables_without_the_columns_nothing_is_said():
    assert regimes_of(pd.DataFrame({"region_code": ["17"]})).tolist() == [UNSAID]
    assert regime_from("nonsense") == Regime()


def test_the_regime_of_most_figures_is_shown_and_of_as_many_the_one_that_says_more():
    rows = figures(("a", 1.0, UNSAID), ("b", 2.0, "/workers/"), ("c", 3.0, "/workers/"), ("d", 4.0, UNSAID))
    assert regimes_among(rows, ["a", "b", "c", "d"], "2024-08") == {"/workers/": 2, UNSAID: 2}
    shown = of_one_regime(rows, ["a", "b", "c", "d"]).set_index("region_code")
    assert shown["gap"].to_dict() == {"a": "other_regime", "b": "", "c": "", "d": "other_regime"}
    assert shown["value"].dropna().to_dict() == {"b": 2.0, "c": 3.0}
    assert of_one_regime(rows, ["a", "b", "c", "d"], UNSAID)["value"].dropna().tolist() == [1.0, 4.0]


def test_the_areas_own_figure_stays_whatever_it_is_a_share_of():
    rows = figures(("17", 37.0, "/workers/"), ("17.04", 75.0, UNSAID))
    assert of_one_regime(rows, ["17.04"])["value"].tolist() == [37.0, 75.0]


def test_jambis_figures_of_one_report_are_of_two_denominators(region_table):
    shown = series(load_dataset("reported").observations, region_table, COVERAGE, "all")
    inside = [code for code in region_table["region_code"] if code.startswith("15.")]
    assert regimes_among(shown, inside, "2024-08") == {UNSAID: 3, "/potential_workers/": 1}


def test_a_province_is_not_added_up_from_parts_of_two_denominators(region_table):
    inside = [code for code in region_table["region_code"] if code.startswith("17.")]
    rows = pd.DataFrame({"region_code": inside}).assign(
        indicator="coverage", segment="all", period="2024-11", numerator=1.0, denominator=2.0, value=50.0,
        value_printed="", status="computed", counts_status="reported", source_id="s", counts_source_id="", note="",
        basis="", universe="workers", segments_included="",
    )  # fmt: skip
    whole = series(rows, region_table, COVERAGE, "all").set_index("region_code")
    assert (whole.loc["17", "value"], whole.loc["17", "regime"]) == (50.0, "/workers/")
    rows.loc[0, "universe"] = "labour_force"
    apart = series(rows, region_table, COVERAGE, "all").set_index("region_code")
    assert pd.isna(apart.loc["17", "value"]) and apart.loc["17", "gap"] == "not_held"


def test_a_line_breaks_where_the_regime_changes():
    known = pd.DataFrame({"period": ["2024-11", "2024-12", "2025-12"], "regime": [UNSAID, UNSAID, "/workers/"]})
    assert breaks_in(known) == {"2025-12"}


@pytest.mark.parametrize(("other", "comparable"), [("/workers/", True), (UNSAID, True), ("/labour_force/", False)])
def test_figures_are_held_against_those_of_their_regime_and_of_one_that_is_not_known(other, comparable):
    assert are_comparable("/workers/", other) is comparable


def test_every_universe_of_the_bundled_figures_has_its_words():
    assert set(load_dataset("reported").observations["universe"]) - {""} == set(universes())
    assert all(set(words) == {"id", "en"} for words in universes().values())
