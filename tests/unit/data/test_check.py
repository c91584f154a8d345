"""The check of figures."""

import pytest

from data.check import disagrees, find_disagreements
from data.store.catalogue import load_dataset


def test_exactly_two_reported_figures_disagree_with_their_counts():
    found = find_disagreements(load_dataset("reported").observations)
    assert found[["region_code", "period", "value_printed"]].values.tolist() == [
        ["51", "2025-03", "50.88"],
        ["73", "2025-07", "47.38"],
    ]
    assert found["value"].round(2).tolist() == [49.90, 47.14]


@pytest.mark.parametrize(
    ("counts", "printed", "flagged"),
    [
        ("251000,708000", "35", False),  # 35.45 rounds to 35
        ("29040,70426", "41.23", False),
        ("255,1000", "25", False),  # 25.5 is half a unit away
        ("256,1000", "25", True),
        ("256,1000", "25.0", True),
        ("0,0", "25", True),  # printed over nothing
        ("256,", "25", False),  # nothing to compare
    ],
)
def test_rounding_explains_half_a_unit_of_the_last_printed_decimal(observed, counts, printed, flagged):
    assert disagrees(observed(f"17,coverage,all,2024,{counts},{printed},reported,a,")).item() is flagged
