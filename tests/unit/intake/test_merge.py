"""An upload beside the version before it, or in its place."""

import pandas as pd
import pytest

from data.observations import STORED_COLUMNS
from data.store.merge import merged
from tests.unit.intake.uploads import opened, tidied

OLD = tidied(opened("Kabupaten;Periode;Cakupan\nLebong;2024-10;15\nKaur;2024-10;70\nKaur;2024-11;71")).rows
NEW = tidied(opened("Kabupaten;Periode;Cakupan\nKaur;2024-11;75\nSeluma;2024-11;40")).rows


@pytest.mark.parametrize(
    ("previous", "mode", "expected"),
    [
        (
            OLD[STORED_COLUMNS],
            "update",
            [("17.04", "2024-10", 70), ("17.04", "2024-11", 75), ("17.05", "2024-11", 40), ("17.07", "2024-10", 15)],
        ),
        (OLD[STORED_COLUMNS], "replace", [("17.04", "2024-11", 75), ("17.05", "2024-11", 40)]),
        (None, "update", [("17.04", "2024-11", 75), ("17.05", "2024-11", 40)]),
    ],
)
def test_new_rows_take_the_place_of_their_own_keys(previous, mode, expected):
    rows = merged(previous, NEW, mode)
    assert list(rows[["region_code", "period", "value"]].itertuples(index=False, name=None)) == expected
    assert list(rows.columns) == STORED_COLUMNS
    assert rows.dtypes.equals(OLD[STORED_COLUMNS].dtypes)
    assert list(rows.index) == list(range(len(expected)))


def test_a_key_that_stands_twice_counts_once():
    assert len(merged(None, pd.concat([NEW, NEW]), "replace")) == 2
