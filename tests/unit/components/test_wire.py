"""What the explorer's modules read, decoded here as values.js does it."""

import json
import re
from itertools import accumulate
from pathlib import Path

import pandas as pd
import pytest

from components.explorer.wire import encode_geometry, encode_values
from data.indicators import load_indicators
from data.query import SERIES_COLUMNS

# What the modules take each letter for.
VALUES_JS = Path(__file__).parents[3] / "components" / "explorer" / "values.js"
LETTERS = dict(re.findall(r'\b([a-z]): "(\w+)"', VALUES_JS.read_text()))
NOTHING = {
    "numerator": None, "denominator": None, "value": None, "value_printed": "", "status": None, "counts_status": "",
    "source_id": "", "note": "", "regime": "", "gap": "not_reported", "disagrees": False,
}  # fmt: skip
KNOWN = {"gap": "", "status": "reported", "source_id": "spn"}
INDICATORS = load_indicators()
SOURCES = pd.DataFrame(
    {
        "source_id": ["spn", "antara"],
        "publisher": ["SPN", "ANTARA"],
        "title": ["Kepesertaan", "<b>Bali</b>"],
    }
)


def series(*rows):
    """Rows of a series: (region_code, period, what is known)."""
    table = [{"region_code": code, "period": period} | NOTHING | known for code, period, known in rows]
    return pd.DataFrame(table, columns=SERIES_COLUMNS).astype(
        {"numerator": "float64", "denominator": "float64", "value": "float64"}
    )


def wire(rows, codes=("17.04",), is_percent=True):
    return json.loads(
        encode_values(rows, list(codes), SOURCES, INDICATORS["coverage" if is_percent else "active_participants"])
    )


def counts(steps):
    """The counts behind their differences; a gap changes nothing."""
    sums = accumulate(step or 0 for step in steps)
    return [None if step is None else total for step, total in zip(steps, sums, strict=True)]


def counted(numerator, denominator, value):
    return KNOWN | {"numerator": numerator, "denominator": denominator, "value": value}


def test_counts_travel_as_differences_and_a_gap_changes_nothing():
    rows = series(
        ("17.04", "2024-09", counted(100, 250, 40.0)),
        ("17.04", "2024-10", {}),
        ("17.04", "2024-11", counted(90, 240, 37.5)),
    )
    sent = wire(rows)
    assert sent["numerator"] == [[100, None, 90 - 100]]
    assert sent["denominator"] == [[250, None, 240 - 250]]
    assert counts(sent["numerator"][0]) == [100, None, 90]


def test_large_counts_come_back_exactly():
    # float32 would lose the last digits of both.
    rows = series(("ID", "2024-11", counted(45_220_001, 101_810_003, 44.4)))
    sent = wire(rows, codes=["ID"])
    assert (counts(sent["numerator"][0]), counts(sent["denominator"][0])) == ([45_220_001], [101_810_003])


def test_the_value_is_left_out_where_the_browser_can_divide():
    rows = series(
        ("17.04", "2024-10", counted(29, 179, 100 * 29 / 179)),
        ("17.04", "2024-11", KNOWN | {"value": 75.0}),
        ("17.07", "2024-11", counted(17, 100, 17.0)),
    )
    sent = wire(rows, codes=["17.04", "17.07"])
    assert sent["value"] == [[None, 75.0], None]


@pytest.mark.parametrize(("is_percent", "value"), [(True, None), (False, [3.0])])
def test_only_a_percentage_is_divided_again(is_percent, value):
    rows = series(("13.10", "2022-09", counted(3, 4, 3.0)))
    assert wire(rows, codes=["13.10"], is_percent=is_percent)["value"] == [value]


def test_no_gap_travels_as_nan():
    rows = series(("17.04", "2024-10", {}), ("17.04", "2024-11", KNOWN | {"value": 75.0}))
    body = encode_values(rows, ["17.04", "17.05"], SOURCES, INDICATORS["coverage"]).decode()
    assert "NaN" not in body
    assert json.loads(body)["value"] == [[None, 75.0], None]


def test_a_letter_says_what_a_figure_is_and_why_one_is_missing():
    rows = series(
        ("17.04", "2024-06", KNOWN | {"value": 1.0}),
        ("17.04", "2024-07", KNOWN | {"value": 1.0, "status": "computed"}),
        ("17.04", "2024-08", KNOWN | {"value": 1.0, "status": "simulated"}),
        ("17.04", "2024-09", {"gap": "not_reported"}),
        ("17.04", "2024-10", {"gap": "not_applicable", "denominator": 0}),
        ("17.04", "2024-11", {"gap": "suppressed"}),
    )
    assert wire(rows)["status"] == ["rcs" + "nxp"]


def test_the_counts_have_a_status_of_their_own():
    rows = series(
        ("17.04", "2024-10", counted(75, 100, 75.0) | {"counts_status": "simulated"}),
        ("17.04", "2024-11", KNOWN | {"value": 75.0}),
    )
    sent = wire(rows)
    assert (sent["status"], sent["counts"]) == (["rr"], ["s-"])


def test_what_was_computed_from_simulated_counts_has_a_letter_of_its_own():
    simulated = counted(75, 100, 75.0) | {"status": "computed", "counts_status": "simulated"}
    assert LETTERS[wire(series(("17", "2024-11", simulated)), codes=["17"])["status"][0]] == "computedFromSimulation"


@pytest.mark.parametrize("status", ["reported", "computed", "simulated"])
def test_the_modules_read_a_status_as_python_wrote_it(status):
    rows = series(("17", "2024-11", KNOWN | {"value": 1.0, "status": status}))
    assert LETTERS[wire(rows, codes=["17"])["status"][0]] == status


@pytest.mark.parametrize("gap", ["not_reported", "not_applicable", "suppressed"])
def test_the_modules_read_a_gap_as_python_wrote_it(gap):
    assert LETTERS[wire(series(("17", "2024-11", {"gap": gap})), codes=["17"])["status"][0]] == gap


def test_the_slider_stops_at_the_periods_of_its_frequency_only():
    rows = series(*(("17", period, {}) for period in ("2023", "2024-10", "2024-11")))
    body = encode_values(rows, ["17"], SOURCES, INDICATORS["coverage"], stops=["2024-10", "2024-11"])
    sent = json.loads(body)
    assert [sent["periods"][i] for i in sent["stops"]] == ["2024-10", "2024-11"]
    assert wire(rows, codes=["17"])["stops"] == [0, 1, 2]


def test_a_region_without_any_row_is_a_gap_at_every_period():
    sent = wire(series(("17.04", "2024-11", KNOWN | {"value": 75.0})), codes=["17.04", "17.05"])
    assert (sent["codes"], sent["periods"]) == (["17.04", "17.05"], ["2024-11"])
    assert (sent["status"][1], sent["value"][1], sent["numerator"][1]) == ("h", None, None)


def test_the_printed_figure_travels_only_where_the_counts_disagree_with_it():
    rows = series(
        ("51", "2025-02", counted(49, 100, 49.0) | {"value_printed": "49.0"}),
        ("51", "2025-03", counted(935_079, 1_873_899, 49.9) | {"value_printed": "50.88", "disagrees": True}),
        ("73", "2025-03", KNOWN | {"value": 47.0, "value_printed": "47.0"}),
    )
    assert wire(rows, codes=["51", "73"])["printed"] == {"51": {"2025-03": "50.88"}}


def test_every_letter_of_a_source_leads_to_its_publisher_and_title_as_plain_text():
    rows = series(
        ("17", "2024-10", KNOWN | {"value": 1.0}),
        ("17", "2024-11", {}),
        ("17", "2024-12", KNOWN | {"value": 1.0, "source_id": "spn, antara"}),
    )
    sent = wire(rows, codes=["17"])
    first, nobody, both = sent["source"][0]
    assert nobody == "-"
    assert sent["sources"] == {first: "SPN, Kepesertaan", both: "SPN, Kepesertaan; ANTARA, <b>Bali</b>"}
    assert sent["publishers"] == {first: "SPN", both: "SPN; ANTARA"}


def test_periods_keep_the_order_of_the_series():
    rows = series(*((code, period, {}) for code in ("17", "ID") for period in ("2023", "2024-Q4", "2024-11")))
    assert wire(rows, codes=["17", "ID"])["periods"] == ["2023", "2024-Q4", "2024-11"]


def test_nothing_measured_is_still_json():
    sent = wire(series(), codes=["17.04"])
    assert (sent["periods"], sent["status"], sent["printed"]) == ([], [""], {})


def test_boundaries_travel_with_names_places_and_frames():
    paths = {"17.04": "m0 0l1 1 2 2z", "17.71": "m1 1l1 1 2 2z"}
    points = {"17.71": [102.3, 3.8], "17.04": [103.4, 4.6]}
    drawn = {"box": [0, 0, 9, 9], "step": 0.01, "paths": paths, "points": points, "frames": [[1, 1, 2, 2, 0.5]]}
    sent = json.loads(encode_geometry(drawn, {"17.04": "Kaur", "17.71": "Kota Bengkulu", "ID": "Indonesia"}))
    assert sent.pop("names") == {"17.04": "Kaur", "17.71": "Kota Bengkulu"}
    assert sent == drawn
    assert list(sent["points"]) == ["17.71", "17.04"]
