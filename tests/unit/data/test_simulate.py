"""The simulated dataset: reproducible, and exactly through the figures that were printed."""

import gzip

import pytest

from data.indicators import load_indicators
from data.query import series
from data.rank import round_displayed
from data.simulate import simulate
from data.simulated_anchors import RECOUNT
from data.simulated_paths import MONTHS, share
from data.store.catalogue import SETS, load_dataset
from tools.build_datasets import csv_bytes

TEN = ["17.01", "17.02", "17.03", "17.04", "17.05", "17.06", "17.07", "17.08", "17.09", "17.71"]


@pytest.fixture(scope="module")
def simulated(simulated_set):
    return simulated_set.observations


@pytest.fixture(scope="module")
def printed():
    """The figures that were printed, which the simulation is calibrated on."""
    return load_dataset("reported").observations


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


def test_the_committed_file_is_what_the_code_makes(region_table, printed):
    # Unpacked: the same figures may be packed differently by another zlib.
    committed = gzip.decompress((SETS / "simulated" / "observations.csv.gz").read_bytes())
    assert committed == csv_bytes(simulate(region_table, printed))


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


def test_eligible_workers_add_up_to_the_published_total_in_the_last_month(coverage):
    assert coverage["denominator"].loc[("all", "2024-11")].sum() == 101_810_000


def test_denominators_change_in_one_named_month(coverage, simulated_set):
    denominators = coverage["denominator"].loc["all"]
    before, after = denominators[denominators.index < RECOUNT], denominators[denominators.index >= RECOUNT]
    assert (before.nunique() == 1).all()
    assert (after.nunique() == 1).all()
    assert before.iloc[0].sum() < 0.97 * after.iloc[0].sum()
    assert simulated_set.description["id"].count("Juli 2024") == 1


def test_wage_earners_the_self_employed_and_construction_add_up_to_all(coverage):
    # As printed of Bengkulu in December 2024: 142,786 + 82,900 + 36,128 = 261,814.
    counts = coverage[["numerator", "denominator"]]
    assert (counts.loc["pu"] + counts.loc["bpu"] + counts.loc["jakon"]).equals(counts.loc["all"])


def test_december_2023_is_within_5_percent_of_every_printed_province(coverage, printed):
    chosen = printed[(printed["source_id"] == "spn-2023-12") & (printed["indicator"] == "active_participants")]
    expected = chosen.set_index("region_code")["value"].drop("ID")
    december = coverage.loc[("all", "2023-12")]["numerator"]
    made = december.groupby(december.index.str[:2]).sum()
    assert len(expected) == 28
    assert (made[expected.index] / expected).between(0.95, 1.05).all()


@pytest.mark.parametrize(
    ("month", "expected"), [("2021-12", 65_144), ("2022-12", 75_841), ("2023-12", 80_225), ("2024-11", 86_329)]
)
def test_kota_banjarmasin_has_its_printed_participants(coverage, month, expected):
    assert coverage.loc[("all", month)]["numerator"]["63.71"] == expected


@pytest.mark.parametrize(("region_code", "expected"), [("51.06", 35.52), ("19.71", 41.23)])
def test_bangli_and_pangkal_pinang_are_near_their_printed_rates(coverage, region_code, expected):
    for month in ("2023-12", "2024-11"):
        assert coverage.loc[("all", month)]["value"][region_code] == pytest.approx(expected, rel=0.05)


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
