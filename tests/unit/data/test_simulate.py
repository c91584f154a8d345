"""The simulated dataset: reproducible, and exactly through the figures that were printed."""

import gzip

import pytest

from data.catalogue import SETS
from data.indicators import load_indicators
from data.query import series
from data.rank import round_displayed
from data.simulate import simulate
from data.simulated_paths import MONTHS, share
from tools.build_datasets import csv_bytes

TEN = ["17.01", "17.02", "17.03", "17.04", "17.05", "17.06", "17.07", "17.08", "17.09", "17.71"]


@pytest.fixture(scope="module")
def simulated(simulated_set):
    return simulated_set.observations


@pytest.fixture(scope="module")
def coverage(simulated):
    chosen = simulated[simulated["indicator"] == "coverage"]
    return chosen[chosen["region_code"].str.len() == 5].pivot(
        index=["segment", "period"], columns="region_code", values=["numerator", "denominator", "value"]
    )


def observation(simulated, *key):
    return simulated.set_index(["region_code", "indicator", "segment", "period"]).loc[key]


def national(coverage, month):
    counts = coverage.loc[("all", month)]
    return 100 * counts["numerator"].sum() / counts["denominator"].sum()


def test_the_committed_file_is_what_the_code_makes(region_table):
    # Unpacked: the same figures may be packed differently by another zlib.
    committed = gzip.decompress((SETS / "simulated" / "observations.csv.gz").read_bytes())
    assert committed == csv_bytes(simulate(region_table))


def test_every_regency_has_every_month_and_village_figures_where_there_are_villages(simulated):
    rows = simulated.groupby(["indicator", "segment"]).size().to_dict()
    regencies, with_villages, printed_totals = 514, 514 - 80, 2
    assert len(MONTHS) == 45
    assert rows == {
        ("coverage", "all"): regencies * 45 + printed_totals,
        ("coverage", "bpu"): regencies * 45,
        ("coverage", "jakon"): regencies * 45,
        ("coverage", "pu"): regencies * 45,
        ("villages_enrolled", "all"): with_villages * 45,
        ("villages_enrolled", "village_apparatus"): with_villages * 45,
    }


def test_indonesia_is_39_percent_in_november_2024(coverage, simulated):
    assert national(coverage, "2024-11") == pytest.approx(39.0)
    assert observation(simulated, "ID", "coverage", "all", "2024-11")["value"] == pytest.approx(39.0)


def test_bengkulu_is_37_percent_in_november_2024(coverage, simulated):
    counts = coverage.loc[("all", "2024-11")]
    active, eligible = (counts[column][TEN].sum() for column in ("numerator", "denominator"))
    assert eligible == 625_751
    assert round(100 * active / eligible, 1) == 37.0
    assert observation(simulated, "17", "coverage", "all", "2024-11")["numerator"] == active


def test_kaur_is_highest_and_lebong_lowest_of_the_ten(coverage):
    shown = round_displayed(coverage.loc[("all", "2024-11"), "value"][TEN], 1).sort_values()
    assert (shown.index[-1], shown.iloc[-1]) == ("17.04", 75.0)
    assert (shown.index[0], shown.iloc[0]) == ("17.07", 17.0)
    assert shown.iloc[0] < shown.iloc[1] < shown.iloc[-2] < shown.iloc[-1]


@pytest.mark.parametrize(("region_code", "printed"), [("ID", "39"), ("17", "37"), ("17.04", "75"), ("17.07", "17")])
def test_a_printed_value_says_its_source_and_that_its_counts_are_ours(simulated, region_code, printed):
    found = observation(simulated, region_code, "coverage", "all", "2024-11")
    assert found[["value_printed", "status", "counts_status", "source_id", "counts_source_id"]].tolist() == [
        printed, "reported", "simulated", "jarrakpos-2024-11-20", "simulation",
    ]  # fmt: skip


def test_nothing_but_the_printed_figures_is_called_anything_but_simulated(simulated):
    assert (simulated["status"] != "simulated").sum() == len(["ID", "17", "17.04", "17.07", "93.01", "76.05"])


def test_merauke_has_29_of_179_kampung_with_their_apparatus_in_april_2023(simulated):
    found = observation(simulated, "93.01", "villages_enrolled", "village_apparatus", "2023-04")
    assert (found["numerator"], found["denominator"], found["counts_status"]) == (29, 179, "reported")
    assert found["source_id"] == "teropongnews-2023-04-05"


def test_majene_has_19_of_62_villages_in_november_2022(simulated):
    found = observation(simulated, "76.05", "villages_enrolled", "all", "2022-11")
    assert (found["numerator"], found["denominator"], found["counts_status"]) == (19, 62, "reported")
    assert found["source_id"] == "parepos-2022-11"


def test_eligible_workers_add_up_to_the_published_total_and_never_change(coverage):
    denominators = coverage["denominator"].loc["all"]
    assert denominators.loc["2024-11"].sum() == 101_810_000
    assert (denominators.nunique() == 1).all()


def test_wage_earners_and_the_self_employed_add_up_to_all(coverage):
    counts = coverage[["numerator", "denominator"]]
    assert (counts.loc["pu"] + counts.loc["bpu"]).equals(counts.loc["all"])


def test_coverage_rises_since_march_2021_and_falls_each_january(coverage):
    values = coverage["value"].loc["all"]
    assert (values.loc["2024-11"] > values.loc["2021-03"]).all()
    for year in (2022, 2023, 2024):
        assert (values.loc[f"{year}-01"] < values.loc[f"{year - 1}-12"]).all()


def test_values_stay_between_4_and_96_percent(coverage):
    assert (coverage["numerator"] <= coverage["denominator"]).all(axis=None)
    assert 4 < coverage["value"].min(axis=None) < coverage["value"].max(axis=None) < 96


def test_apparatus_is_never_enrolled_in_more_villages_than_are_enrolled(simulated):
    villages = simulated[simulated["indicator"] == "villages_enrolled"].pivot(
        index=["region_code", "period"], columns="segment", values="numerator"
    )
    assert (villages["village_apparatus"] <= villages["all"]).all()
    assert simulated["value"].max() <= 100


def test_cities_stand_above_and_the_highlands_of_papua_below(simulated, region_table):
    table = series(simulated[simulated["period"] == "2024-11"], region_table, load_indicators()["coverage"], "all")
    values = table.set_index("region_code")["value"]
    assert values["95"] < 15 < values["ID"] < values["31"]
    by_type = region_table.assign(value=region_table["region_code"].map(values)).groupby("type")["value"].mean()
    assert by_type["kota"] > by_type["kabupaten"] + 10


def test_shares_add_up_and_the_largest_remainder_gets_what_is_left():
    assert share(10, [1, 1, 1]) == [4, 3, 3]
    assert share(10, [55, 25, 20]) == [6, 2, 2]  # 5.5, 2.5 and 2.0: of equal remainders the earlier
