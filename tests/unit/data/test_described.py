"""Rows of a version with what is said of it, as a dataset."""

import pandas as pd
import pytest

from data.observations import STORED_COLUMNS
from data.published_dataset import dataset_from


@pytest.mark.filterwarnings("error")
def test_a_column_without_any_text_is_empty_text():
    row = {"region_code": "17.04", "indicator": "coverage", "segment": "all", "period": "2024", "value": 75.0}
    rows = pd.DataFrame([row]).reindex(columns=STORED_COLUMNS)
    found = dataset_from("satu@1", rows, {}).observations
    assert found[["source_id", "note", "value_printed"]].to_numpy().tolist() == [["", "", ""]]
