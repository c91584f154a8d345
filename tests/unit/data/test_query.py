"""Asking observations: every region has a row, and a gap says why."""

import pytest

from data.indicators import load_indicators
from data.period_notes import written_period
from data.query import find_unmatched, indicators_with_values, periods, series, values_in
from errors import DataError

COVERAGE = load_indicators()["coverage"]
VILLAGES = load_indicators()["villages_enrolled"]


def row(table, region_code):
    return table[table["region_code"] == region_code].iloc[-1]


def of_bengkulu(indicator="coverage", city="30,100"):
    return [
        f"17.04,{indicator},all,2024-11,90,100,,reported,kaur,",
        f"17.07,{indicator},all,2024-11,1,10,,reported,lebong,",
        f"17.71,{indicator},all,2024-11,{city},,reported,lebong,",
    ]


def test_every_region_has_a_row_in_every_period(observed, regions):
    table = series(observed("17.04,coverage,all,2024-11,,,75,reported,a,"), regions, COVERAGE, "all")
    assert len(table) == len(regions)
    assert row(table, "17.04")[["value", "gap"]].tolist() == [75.0, ""]
    assert row(table, "17.07")["gap"] == "not_held"
    assert table["value"].notna().sum() == 1


def test_a_province_without_its_own_figure_is_the_sum_of_its_regencies(observed, regions):
    province = row(series(observed(*of_bengkulu()), regions, COVERAGE, "all"), "17")
    assert province["value"] == pytest.approx(100 * (90 + 1 + 30) / (100 + 10 + 100))
    assert province[["status", "counts_status", "source_id"]].tolist() == [
        "computed",
        "reported",
        "kaur, lebong",
    ]


def test_a_reported_figure_beats_the_aggregate(observed, regions):
    observations = observed(*of_bengkulu(), "17,coverage,all,2024-11,,,37,reported,printed,")
    province = row(series(observations, regions, COVERAGE, "all"), "17")
    assert province[["value", "status", "source_id"]].tolist() == [37.0, "reported", "printed"]


def test_a_province_with_a_regency_missing_is_a_gap_and_so_is_the_country(observed, regions):
    table = series(observed(*of_bengkulu()[:2]), regions, COVERAGE, "all")
    assert row(table, "17")[["gap", "source_id"]].tolist() == ["not_held", ""]
    assert row(table, "ID")["gap"] == "not_held"


def test_an_aggregate_with_a_simulated_part_says_so(observed, regions):
    lines = [*of_bengkulu()[:2], "17.71,coverage,all,2024-11,30,100,,simulated,simulation,"]
    assert row(series(observed(*lines), regions, COVERAGE, "all"), "17")["counts_status"] == "simulated"


def test_an_aggregate_of_a_preliminary_figure_keeps_its_mark(observed, regions):
    marked = "17.04,coverage,all,2024-11,90,100,,reported,kaur,periode tertulis 2024*"
    table = series(observed(marked, *of_bengkulu()[1:]), regions, COVERAGE, "all")
    assert [written_period(row(table, code)["note"]) for code in ("17.04", "17.07", "17")] == ["2024*", "", "2024*"]


def test_an_aggregate_of_counts_cites_who_counted_and_not_who_printed_a_percentage(observed, regions):
    header = (
        "region_code,indicator,segment,period,numerator,denominator,value_printed,"
        "status,counts_status,source_id,counts_source_id,note\n"
    )
    lines = [
        "17.04,coverage,all,2024-11,90,100,90,reported,simulated,press,ours,",
        "17.07,coverage,all,2024-11,1,10,10,reported,,press,press,",
        "17.71,coverage,all,2024-11,30,100,,simulated,,ours,,",
    ]
    table = series(observed(*lines, header=header), regions, COVERAGE, "all")
    assert row(table, "17.04")[["source_id", "counts_source_id"]].tolist() == ["press", "ours"]
    assert row(table, "17.07")["counts_source_id"] == ""  # the same, so nothing is said twice
    assert row(table, "17")[["source_id", "counts_source_id"]].tolist() == ["ours, press", ""]


def test_a_city_without_villages_is_not_applicable_and_its_province_complete(observed, regions):
    observations = observed(*of_bengkulu("villages_enrolled")[:2])
    table = series(observations, regions, VILLAGES, "all")
    assert row(table, "17.71")["gap"] == "not_applicable"
    assert row(table, "17")["value"] == pytest.approx(100 * (90 + 1) / (100 + 10))
    assert row(table, "93.01")["gap"] == "not_held"


def test_a_country_whose_villages_the_table_does_not_count_is_not_called_inapplicable(observed, regions):
    observations = observed("17.04,villages_enrolled,all,2024-11,90,100,,reported,a,")
    assert row(series(observations, regions, VILLAGES, "all"), "ID")["gap"] == "not_held"


def test_a_province_of_cities_is_not_applicable(observed, regions):
    cities = regions.assign(desa=regions["desa"].where(regions["region_code"] != "93.01", 0))
    observations = observed("17.04,villages_enrolled,all,2024-11,90,100,,reported,a,")
    papua = row(series(observations, cities, VILLAGES, "all"), "93")
    assert papua[["gap", "counts_status", "source_id"]].tolist() == ["not_applicable", "", ""]


def test_a_suppressed_figure_is_not_replaced_by_an_aggregate(observed, regions):
    table = series(observed(*of_bengkulu(), "17,coverage,all,2024-11,,,,suppressed,a,"), regions, COVERAGE, "all")
    assert row(table, "17")["gap"] == "suppressed"


def test_a_printed_figure_that_its_counts_contradict_is_flagged(observed, regions):
    lines = ["17.04,coverage,all,2024-11,935079,1873899,50.88,reported,a,"]
    table = series(observed(*lines), regions, COVERAGE, "all")
    assert table.loc[table["disagrees"], "region_code"].tolist() == ["17.04"]


def test_an_indicator_without_observations_has_no_rows(observed, regions):
    assert len(series(observed(), regions, COVERAGE, "all")) == 0


def test_values_of_one_period_come_in_the_order_asked(observed, regions):
    table = series(observed(*of_bengkulu(), "17.04,coverage,all,2023-11,,,7,reported,a,"), regions, COVERAGE, "all")
    assert values_in(table, "2024-11", ["17.71", "17.04"])["value"].tolist() == [30.0, 90.0]
    assert len(values_in(table, "2030-01", ["17.71"])) == 0


def test_periods_are_those_of_the_indicator_and_one_frequency_if_asked(observed):
    observations = observed(
        "17,coverage,all,2024-12,,,41.84,reported,a,",
        "17,coverage,all,2024,,,40,reported,a,",
        "17,coverage,pu,2023,,,40,reported,a,",
    )
    assert periods(observations, "coverage") == ["2024", "2024-12"]
    assert periods(observations, "coverage", "all", "month") == ["2024-12"]


def test_the_newest_figure_of_each_indicator_is_listed(observed, regions):
    observations = observed(
        "17,active_participants,all,2023-12,,,212266,reported,a,",
        "17,active_participants,all,2024-12,,,261814,reported,a,",
        "17.04,active_participants,all,2025-12,,,9,reported,a,",
        "93.01,villages_enrolled,village_apparatus,2023-04,29,179,,reported,a,",
    )
    found = indicators_with_values(observations, regions, "17")
    assert found[["indicator", "period", "value"]].values.tolist() == [["active_participants", "2024-12", 261814.0]]


def test_what_only_a_regency_has_is_listed_as_its_own(observed, regions):
    observations = observed("93.01,programmes_followed,bpu,2023-04,,,2,reported,a,")
    found = indicators_with_values(observations, regions, "93")
    assert found[["region_code", "segment", "value"]].values.tolist() == [["93.01", "bpu", 2.0]]
    assert len(indicators_with_values(observations, regions, "17")) == 0
    with pytest.raises(DataError, match="region_unknown"):
        indicators_with_values(observations, regions, "99")


def test_observations_of_unknown_regions_are_found(observed, regions):
    observations = observed("99.99,coverage,all,2024,,,7,reported,a,", "17,coverage,all,2024,,,7,reported,a,")
    assert find_unmatched(observations, regions)["region_code"].tolist() == ["99.99"]
