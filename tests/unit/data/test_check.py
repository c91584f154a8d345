"""The check of figures."""

import pytest

from data.check import disagrees, find_disagreements
from data.store.catalogue import load_dataset


def test_exactly_the_reported_figures_that_are_known_to_disagree_with_their_counts():
    found = find_disagreements(load_dataset("reported").observations)
    assert {f"{row.region_code} {row.period}" for row in found.itertuples()} == {
        "34 2022", "33.02 2025-09", "36 2025-11", "18.01 2019-12", "51 2025-03", "81.05 2021-09", "64.08 2024",
        "73.13 2025-09", "35.25 2025-11", "64 2023-03", "33.74 2024-12", "36.04 2025-12",
        "73 2025-07", "33 2025-07", "36 2025-10", "15 2025-03", "71 2025-12",
    }  # fmt: skip


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
