"""The checks of a dataset: exactly the figures that deserve it are pointed out, and each kind knows its limit."""

from dataclasses import replace

import pandas as pd
import pytest

from data.causes import no_causes, no_rivals
from data.checks.causes import find_young
from data.checks.every import check_dataset
from data.checks.findings import KINDS, as_findings, findings_in, with_kinds
from data.checks.printed import explained_by_counts, find_above
from data.checks.rivals import find_contradictory
from data.checks.wholes import find_above_wholes, find_impossible, find_parts, find_sums
from data.indicators import load_indicators
from data.store.catalogue import load_dataset
from geo.matching.former import young_regencies

INDICATORS = load_indicators()
HEADER = (
    "region_code,indicator,segment,period,numerator,denominator,value_printed,status,source_id,note,"
    "basis,universe,segments_included\n"
)
FAMILIES = pd.DataFrame({"region_code": ["17.07"], "parent_code": ["17.04"], "founded": [2012]})


@pytest.fixture(scope="module")
def reported(region_table):
    return check_dataset(load_dataset("reported"), region_table, young_regencies(), INDICATORS)


def of_kind(findings, kind):
    rows = findings[findings["kind"] == kind]
    return {(row.region_code, row.segment, row.period) for row in rows.itertuples()}


# As the folder of facts names them.
EXACTLY = {
    "beyond_rounding": {
        ("34", "all", "2022"), ("33.02", "all", "2025-09"), ("36", "all", "2025-11"),
        ("18.01", "village_apparatus", "2019-12"), ("51", "all", "2025-03"), ("81.05", "village_apparatus", "2021-09"),
        ("64.08", "bpu", "2024"), ("73.13", "all", "2025-09"), ("35.25", "bpu", "2025-11"), ("64", "all", "2023-03"),
        ("33.74", "bpu", "2024-12"), ("36.04", "all", "2025-12"),
    },
    "inside_count_rounding": {
        ("73", "all", "2025-07"), ("33", "all", "2025-07"), ("36", "all", "2025-10"), ("15", "all", "2025-03"),
        ("71", "all", "2025-12"),
    },
    "above_100": {("64.08", "bpu", "2024"), ("73.13", "jakon", "2024"), ("73.13", "pu", "2024")},
    "contradictory": {
        ("61", "all", "2025"), ("52", "all", "2025-06"), ("17", "all", "2025-07"), ("ID", "all", "2025-10"),
    },
    "part_above_whole": set(),
    "impossible_count": set(),
    "sum_against_province": set(),
    "young_region": {("82.08", "all", "2025-05"), ("18.13", "all", "2024-09"), ("53.21", "all", "2025-05")},
    "election_year": {("71", "all", "2024")},
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_exactly_the_reported_figures_that_deserve_it_are_pointed_out(reported, kind):
    assert of_kind(reported, kind) == EXACTLY[kind]
    assert len(reported[reported["kind"] == kind]) == len(EXACTLY[kind])


def test_both_figures_of_a_contradiction_are_told_with_their_sources(reported):
    pairs = reported[reported["kind"] == "contradictory"].set_index("region_code")
    told = pairs[["value_printed", "other_printed", "source_id", "other_source_id"]]
    assert told.loc["61"].tolist() == ["27", "37", "idntimes-kaltim-2026-02-02", "borneoreview-2025-12-25"]
    assert told.loc["ID"].tolist() == ["37.01", "42", "jpnn-2025-10-31", "kabarbaru-2025-10-31"]
    assert told.loc["52"].tolist()[:2] == ["30.7", "32"]
    assert told.loc["17"].tolist()[:2] == ["27.16", "28"]


def test_a_source_explains_two_young_regencies_and_the_third_is_a_suspicion(reported):
    young = reported[reported["kind"] == "young_region"].set_index("region_code")
    assert young["explained_by"].eq("").to_dict() == {"18.13": False, "82.08": False, "53.21": True}
    assert young.loc["53.21", ["parent", "other_region", "founded"]].tolist() == ["53.04", "53.04", "2013"]
    assert young.loc["82.08", ["parent", "other_region"]].tolist() == ["82.05", "82"]  # the parent has no figure


def test_nothing_is_said_of_simulated_figures(simulated_set, region_table):
    assert check_dataset(simulated_set, region_table, young_regencies(), INDICATORS).empty


@pytest.mark.parametrize(
    ("counts", "printed", "explained"),
    [
        ("2700000,6000000", "44", True),  # 2.65 of 6.05 to 2.75 of 5.95 million: 43.8 to 46.2
        ("2700000,6000000", "42.9", False),
        ("1320000,2800000", "47.38", True),
        ("962711,1350000", "70.86", False),  # of 1.345 to 1.355 million: 71.05 to 71.58
        ("194,198", "97", False),  # nothing is rounded
        ("240000,666000", "31", False),
        ("1200,3700", "33", False),  # two zeros stand there by chance
    ],
)
def test_the_zeros_of_the_counts_say_what_their_rounding_explains(observed, counts, printed, explained):
    rows = observed(f"17,coverage,all,2024,{counts},{printed},reported,a,")
    assert explained_by_counts(rows, INDICATORS).item() is explained


@pytest.mark.parametrize(
    ("figure", "flagged"), [("101,100,", True), (",,100.4", True), ("100,100,", False), (",,100", False)]
)
def test_more_than_100_percent_is_pointed_out(observed, figure, flagged):
    found = find_above(observed(f"17,coverage,all,2024,{figure},reported,a,"), INDICATORS)
    assert bool(len(found)) is flagged


def test_a_count_of_persons_may_be_above_100(observed):
    assert find_above(observed("17,active_participants,all,2024,,,5000,reported,a,"), INDICATORS).empty


def two(first, second):
    """Two rows of Bengkulu's coverage, each (period, numerator and denominator, printed, source, universe)."""
    return [f"17,coverage,all,{at},{counts},{one},reported,{source},,,{universe},"
            for at, counts, one, source, universe in (first, second)]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "flagged"),
    [
        (("2025", ",", "27", "a", ""), ("2025-12", ",", "37", "b", ""), True),  # both end in December
        (("2025", ",", "27", "a", ""), ("2025-12", ",", "27.4", "b", ""), False),  # 27 covers it
        (("2025", ",", "27", "a", ""), ("2025-12", ",", "37", "a", ""), False),  # one source
        (("2024-11", ",", "37", "a", ""), ("2024-12", ",", "41.84", "b", ""), False),  # December's contributions
        (("2024-11", ",", "37", "a", ""), ("2024-12", ",", "43", "b", ""), False),  # 6 less two halves are 5
        (("2024-11", ",", "37", "a", ""), ("2024-12", ",", "44", "b", ""), True),
        (("2024-09", ",", "20.0", "a", ""), ("2024-12", ",", "36.0", "b", ""), True),  # more than 15 in three months
        (("2024-08", ",", "20.0", "a", ""), ("2024-12", ",", "90.0", "b", ""), False),  # too long ago
        (("2025", ",", "27", "a", "workers"), ("2025-12", ",", "37", "b", "labour_force"), False),
        (("2025", ",", "27", "a", ""), ("2025-12", ",", "37", "b", "labour_force"), True),  # nothing is said of one
        (("2025-02", "575745,1028707", "", "a", ""), ("2025-04", "459455,1500000", "", "b", ""), False),
    ],
)
def test_two_sources_contradict_each_other_beyond_what_participants_can_move(observed, first, second, flagged):
    found = find_contradictory(observed(*two(first, second), header=HEADER), no_rivals(), INDICATORS)
    assert bool(len(found)) is flagged


def test_a_second_source_that_prints_the_same_month_is_a_rival(observed):
    rivals = pd.DataFrame([("17", "coverage", "all", "2024-11", "39", "b")], columns=no_rivals().columns)
    rows = observed("17,coverage,all,2024-11,,,37,reported,a,")
    assert find_contradictory(rows, rivals, INDICATORS)[["value", "other"]].to_numpy().tolist() == [[37.0, 39.0]]
    assert find_contradictory(rows, rivals.assign(value_printed="37.2"), INDICATORS).empty


@pytest.mark.parametrize(
    ("lines", "measures"),
    [
        (["coverage,all,2024,50,100,,x,,,,", "coverage,pu,2024,60,90,,x,,,,"], ["numerator"]),
        (["coverage,all,2024,50,100,,x,,,,", "coverage,pu,2024,50,101,,x,,,,"], ["denominator"]),
        (["coverage,all,2024,50,100,,x,,,workers,", "coverage,pu,2024,50,101,,x,,,labour_force,"], []),
        (["coverage,all,2024,50,100,,x,,,,pu+bpu", "coverage,jakon,2024,60,90,,x,,,,"], []),  # not included
        (["coverage,all,2024,50,100,,x,,,,", "coverage,pu,2023,60,90,,x,,,,"], []),
        (["coverage,all,2024,,,40,x,,,,", "coverage,pu,2024,,,60,x,,,,"], []),  # rates may be above that of all
        (["active_participants,all,2024,,,50,x,,,,", "active_participants,bpu,2024,,,51,x,,,,"], ["value"]),
        (["active_participants,all,2024,,,2000,x,,,,", "active_participants,bpu,2024,,,2400,x,,,,"], []),  # rounded
        (["vulnerable_workers,all,2024,,,50,x,,,,", "vulnerable_workers_protected,all,2024,,,51,x,,,,"], ["value"]),
        (["vulnerable_workers,all,2023,,,50,x,,,,", "vulnerable_workers_protected,all,2024,,,51,x,,,,"], []),
        (["villages_enrolled,all,2025,214,249,,x,,,,", "villages_enrolled,village_apparatus,2025,218,249,,x,,,,"], []),
    ],
)
def test_a_part_is_not_larger_than_its_whole(observed, lines, measures):
    rows = observed(*(f"17,{line}".replace(",x,", ",reported,a,") for line in lines), header=HEADER)
    assert find_parts(rows, INDICATORS)["measure"].tolist() == measures


@pytest.mark.parametrize(("alone", "flagged"), [("101", True), ("100", False)])
def test_a_numerator_alone_is_held_against_the_largest_denominator_known(observed, alone, flagged):
    known = ["17,coverage,all,2022,50,90,,reported,a,", "17,coverage,all,2023,50,100,,reported,a,"]
    found = find_above_wholes(observed(*known, f"17,coverage,pu,2024,{alone},,,reported,a,"))
    assert found["other"].tolist() == [100.0] * flagged


def test_a_numerator_of_a_region_without_any_denominator_is_left_alone(observed):
    assert find_above_wholes(observed("17,coverage,all,2024,500,,,reported,a,")).empty


@pytest.mark.parametrize(
    ("figure", "flagged"),
    [
        ("active_participants,all,2024,,,136534", True),
        ("active_participants,all,2024,,,136533", False),
        ("villages_paying_from_village_fund,all,2024,,,196", True),  # 192 desa and 3 kelurahan
        ("villages_paying_from_village_fund,all,2024,,,195", False),
    ],
)
def test_more_than_live_there_or_than_there_are_cannot_be(observed, region_table, figure, flagged):
    found = find_impossible(observed(f"17.04,{figure},reported,a,"), region_table, INDICATORS)
    assert bool(len(found)) is flagged


def regencies(*values, whole="60", indicator="active_participants"):
    figures = zip(["17", "17.04", "17.07", "17.71"], [whole, *values], strict=False)
    return [f"{code},{indicator},all,2024,,,{value},reported,a," for code, value in figures]


@pytest.mark.parametrize(
    ("lines", "sums"),
    [
        (regencies("10", "20", "31"), [61.0]),
        (regencies("10", "20", "30"), []),
        (regencies("10", "20"), []),  # one is not known
        (regencies("11000", "21000", "31200", whole="63000"), []),  # rounded
        (regencies("5", "6", whole="12", indicator="villages_paying_from_village_fund"), [11.0]),  # a city has no desa
    ],
)
def test_the_regencies_add_up_to_their_province(observed, regions, lines, sums):
    assert find_sums(observed(*lines), regions, INDICATORS)["other"].tolist() == sums


def test_regencies_of_another_regime_do_not_add_up_to_anything(observed, regions):
    lines = [f"{code},coverage,all,2024,{n},100,,reported,a,,,{universe},"
             for code, n, universe in (("17", 99, "workers"), ("17.04", 10, "workers"), ("17.07", 20, "workers"),
                                       ("17.71", 30, "labour_force"))]  # fmt: skip
    assert find_sums(observed(*lines, header=HEADER), regions, INDICATORS).empty
    same = [line.replace("labour_force", "workers") for line in lines]
    assert find_sums(observed(*same, header=HEADER), regions, INDICATORS)["measure"].tolist() == [
        "numerator",
        "denominator",
    ]


@pytest.mark.parametrize(
    ("period", "value", "others", "flagged"),
    [
        ("2024", "9", ["17.04,coverage,all,2024,,,30"], True),
        ("2024", "10", ["17.04,coverage,all,2024,,,30"], False),  # a third is not below a third
        ("2026", "9", ["17.04,coverage,all,2026,,,30"], True),
        ("2027", "9", ["17.04,coverage,all,2027,,,30"], False),  # fifteen years old
        ("2024", "9", ["17,coverage,all,2024,,,30"], True),  # the province stands in for the parent
        ("2024", "9", ["17.04,coverage,all,2024,,,12", "17,coverage,all,2024,,,30"], False),
        ("2024", "9", ["17.04,coverage,all,2023,,,30"], False),
    ],
)
def test_a_young_regency_far_below_its_parent_is_suspected(observed, period, value, others, flagged):
    lines = [f"{line},reported,a," for line in [f"17.07,coverage,all,{period},,,{value}", *others]]
    assert bool(len(find_young(observed(*lines), FAMILIES, no_causes()))) is flagged


def test_the_findings_of_a_province_are_its_own_and_its_regencies(observed):
    rows = observed("17.04,coverage,all,2024,5,4,,reported,a,", "18,coverage,all,2024,5,4,,reported,a,")
    found = find_above(rows, INDICATORS)
    assert findings_in(found, "17")["region_code"].tolist() == ["17.04"]
    assert len(findings_in(found, "ID")) == 2


def test_both_figures_of_a_contradiction_are_marked_and_no_other():
    pair = pd.DataFrame([{"region_code": "17", "indicator": "coverage", "segment": "all", "period": "2025",
                          "other_period": "2025-12"}])  # fmt: skip
    found = pd.concat([as_findings("contradictory", pair), as_findings("above_100", pair)])
    series = pd.DataFrame({"region_code": ["17", "17", "18"], "period": ["2025", "2025-12", "2025"]})
    marked = with_kinds(series, found, "coverage", "all")
    assert marked["checked"].tolist() == ["contradictory above_100", "contradictory", ""]
    assert with_kinds(series, found, "coverage", "pu")["checked"].tolist() == ["", "", ""]


def test_a_dataset_without_a_figure_has_no_findings(region_table):
    dataset = load_dataset("reported")
    none = replace(dataset, observations=dataset.observations.head(0), rivals=no_rivals())
    assert check_dataset(none, region_table, young_regencies(), INDICATORS).empty
