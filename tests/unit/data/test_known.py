"""What is known of a region: its newest figure of everything, and the one before a gap."""

import pandas as pd
import pytest

from data.indicators import load_indicators
from data.latest import last_before, newest_figures


def figures():
    empty = {"value_printed": "", "status": "reported", "counts_status": "reported", "note": ""}
    empty |= {"source_id": "s", "counts_source_id": ""}
    rows = [
        ("93.01", "programmes_followed", "bpu", "2023-04", 2.0),
        ("93.01", "villages_enrolled", "all", "2022", 10.0),
        ("93.01", "villages_enrolled", "all", "2023-04", 16.2),
        ("93.01", "villages_enrolled", "all", "2024", float("nan")),
        ("93.01", "not_an_indicator", "all", "2024", 1.0),
    ]
    return pd.DataFrame(rows, columns=["region_code", "indicator", "segment", "period", "value"]).assign(
        **empty, numerator=float("nan"), denominator=float("nan")
    )


@pytest.mark.parametrize(
    ("until", "villages"),
    [
        ("2024", ("2023-04", 16.2)),
        ("2023-04", ("2023-04", 16.2)),
        ("2023-03", ("2022", 10.0)),
        ("2021", ("2023-04", 16.2)),
    ],
)
def test_everything_known_is_as_of_a_period_or_where_nothing_was_known_then_the_newest(until, villages):
    found = newest_figures(figures(), load_indicators(), until)
    assert found[["indicator", "period", "value"]].to_numpy().tolist() == [
        ["villages_enrolled", *villages],
        ["programmes_followed", "2023-04", 2.0],
    ]


@pytest.mark.parametrize(
    ("period", "found"),
    [("2024-11", "2023"), ("2024-12", "2024-11"), ("2025-01", "2024"), ("2023", "2022-12"), ("2022-12", None)],
)
def test_the_figure_before_is_of_a_period_that_had_ended(period, found):
    # The year 2024 ends after November 2024, though its name sorts before it.
    periods = ["2022-12", "2023", "2024-11", "2024", "2024-12"]
    rows = pd.DataFrame({"region_code": "17.04", "period": periods, "value": [70.0, 71.0, 75.0, 76.0, float("nan")]})
    before = last_before(rows, period)["period"].tolist()
    assert before == ([found] if found else [])
