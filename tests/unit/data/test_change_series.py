"""Changes since a period, as a series: points, gaps with their reason, and nothing across two denominators."""

import math

import pandas as pd
import pytest

from data.change_series import changes_since
from data.indicators import load_indicators
from data.query import SERIES_COLUMNS

COVERAGE = load_indicators()["coverage"]
USUAL = {
    "numerator": math.nan, "denominator": math.nan, "value_printed": "", "status": "reported", "counts_status": "",
    "source_id": "s", "counts_source_id": "", "note": "", "regime": "unsaid", "gap": "", "disagrees": False,
}  # fmt: skip


def series(*rows):
    return pd.DataFrame(
        [USUAL | {"region_code": code, "period": period, "value": value} | more for code, period, value, more in rows]
    )[SERIES_COLUMNS]


def change(rows, code="17.04", period="2024-11", since="2023-11"):
    found = changes_since(rows, since, COVERAGE).set_index(["region_code", "period"])
    return found.loc[(code, period)]


def test_a_change_is_in_points_and_zero_at_its_start():
    rows = series(("17.04", "2023-11", 17.1, {}), ("17.04", "2024-11", 75.3, {}))
    assert change(rows)["value"] == 58.2  # in binary fractions 58.199999999999996
    assert change(rows, period="2023-11")["value"] == 0


def test_it_shows_no_decimal_that_nobody_printed():
    rows = series(("17.04", "2023-11", 72.53, {}), ("17.04", "2024-11", 75.0, {"value_printed": "75"}))
    assert change(rows)["value_printed"] == "2"


@pytest.mark.parametrize(
    ("now", "then", "gap"),
    [
        ({"value": math.nan, "gap": "suppressed"}, {}, "suppressed"),
        ({}, {"value": math.nan, "gap": "not_held"}, "not_held"),
        ({"value": math.nan, "gap": "suppressed"}, {"value": math.nan, "gap": "not_held"}, "suppressed"),
        ({"regime": "residence/all/"}, {"regime": "workplace/all/"}, "other_regime"),
        ({"regime": "residence/all/"}, {}, "other_regime"),
    ],
)
def test_where_there_is_none_its_reason_is_told(now, then, gap):
    rows = series(
        ("17.04", "2023-11", then.pop("value", 20.0), then), ("17.04", "2024-11", now.pop("value", 30.0), now)
    )
    found = change(rows)
    assert found["gap"] == gap
    assert pd.isna(found["value"]) == bool(gap)
    assert (found["value_printed"] == "") == bool(gap)


def test_a_simulated_change_stays_simulated_and_a_printed_one_is_computed():
    made_up = {"status": "simulated", "counts_status": "simulated"}
    rows = series(
        ("17.04", "2023-11", 20.0, made_up), ("17.04", "2024-11", 30.0, made_up),
        ("17.07", "2023-11", 20.0, {}), ("17.07", "2024-11", 30.0, {}),
    )  # fmt: skip
    assert change(rows)["status"] == "simulated"
    assert change(rows, "17.07")["status"] == "computed"
    rows.loc[rows["region_code"].eq("17.07") & rows["period"].eq("2023-11"), "status"] = "simulated"
    assert change(rows, "17.07")["counts_status"] == "simulated"


def test_a_period_that_does_not_occur_gives_no_rows():
    rows = series(("17.04", "2024-11", 30.0, {}))
    assert changes_since(rows, "2020-01", COVERAGE).empty
    assert list(changes_since(rows, "2020-01", COVERAGE)) == SERIES_COLUMNS
