"""Only what can add up is added up: the same tables, to the last bit, as adding up everything gives."""

import pandas as pd
import pytest

from data import areas
from data.indicators import load_indicators
from data.query import indicators_with_values, series

# Whole, half told, sums of nothing, counts without a rate, suppressed, printed above its parts, and two regimes.
LINES = [
    "17.04,coverage,all,2024-11,90,100,,reported,a,",
    "17.07,coverage,all,2024-11,1,10,,reported,b,",
    "17.71,coverage,all,2024-11,30,100,,reported,b,periode tertulis 2024*",
    "93.01,coverage,all,2024-11,29,179,,simulated,c,",
    "17.04,coverage,all,2024-12,90,100,,reported,a,",
    "17,coverage,all,2024-12,7,9,,reported,a,",
    "93.01,coverage,all,2023-11,,,7,reported,a,",
    "ID,coverage,all,2022-11,,,39,reported,a,",
    "17.04,coverage,all,2022-11,1,3,,reported,a,",
    "17,coverage,all,2021-11,,,,suppressed,a,",
    "17.04,villages_enrolled,all,2024-11,90,192,,reported,a,",
    "17.07,villages_enrolled,all,2024-11,9,93,,reported,a,",
    "93.01,villages_enrolled,all,2024-11,29,179,,reported,a,",
    "17.04,villages_enrolled,all,2023-11,0,0,,reported,a,",
    "17.07,villages_enrolled,all,2023-11,0,0,,reported,a,",
    "17.04,death_benefit_paid,all,2024-11,,,42000001,reported,a,",
    "17.07,death_benefit_paid,all,2024-11,,,42000007,reported,b,",
    "17.71,death_benefit_paid,all,2024-11,,,1,reported,b,",
    "93.01,programmes_followed,bpu,2023-04,,,2,reported,a,",
]


@pytest.fixture
def observations(observed):
    return observed(*LINES)


def every_part(rows, indicator):  # noqa: ARG001
    regencies = rows[rows["level"] == "regency"]
    return pd.concat([regencies.assign(region_code=regencies["parent_code"]), regencies.assign(region_code="ID")])


@pytest.mark.parametrize("name", ["coverage", "villages_enrolled", "death_benefit_paid", "programmes_followed"])
def test_the_sums_of_sparse_figures_are_those_of_adding_up_everything(observations, regions, name, monkeypatch):
    indicator = load_indicators()[name]
    found = [series(observations, regions, indicator, segment) for segment in indicator.segments]
    monkeypatch.setattr(areas, "_whole_parts", every_part)
    for segment, table in zip(indicator.segments, found, strict=True):
        pd.testing.assert_frame_equal(table, series(observations, regions, indicator, segment), check_exact=True)


@pytest.mark.parametrize("area", ["ID", "17", "93"])
def test_an_area_s_own_newest_figure_is_that_of_the_whole_table(observations, regions, area):
    newest = indicators_with_values(observations, regions, area)
    for _at, row in newest[newest["region_code"] == area].iterrows():
        whole = series(observations, regions, load_indicators()[row["indicator"]], row["segment"])
        own = whole[whole["region_code"].eq(area) & whole["value"].notna()].tail(1)
        pd.testing.assert_series_equal(own.iloc[0], row[own.columns], check_names=False, check_exact=True)
