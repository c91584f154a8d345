"""Values meet regions: neither side is lost in silence."""

import pandas as pd
import pytest

from geo.match import match_regions

REGIONS = pd.DataFrame({"region_code": ["17.04", "17.05", "17.07"], "name": ["Kaur", "Seluma", "Lebong"]})


def values(codes, figures):
    return pd.DataFrame({"region_code": pd.Series(codes, dtype="str"), "value": figures})


def test_every_region_keeps_a_row_and_a_gap_is_missing():
    found = match_regions(values(["17.07", "17.04"], [17.0, 75.0]), REGIONS)
    assert found.rows["region_code"].tolist() == ["17.04", "17.05", "17.07"]
    assert found.rows["name"].tolist() == ["Kaur", "Seluma", "Lebong"]
    assert found.rows["value"].dropna().tolist() == [75.0, 17.0]
    assert found.regions_without_value == ["17.05"]


def test_a_value_without_a_region_is_named():
    found = match_regions(values(["17.99", "17.04", "1707"], [1.0, 75.0, 17.0]), REGIONS)
    assert found.values_without_boundary == ["17.99", "1707"]
    assert len(found.rows) == len(REGIONS)


def test_no_value_at_all_leaves_every_region_without():
    found = match_regions(values([], []), REGIONS)
    assert found.regions_without_value == ["17.04", "17.05", "17.07"]
    assert found.rows["value"].isna().all()


@pytest.mark.parametrize(("codes", "regions"), [(["17.04", "17.04"], REGIONS), (["17.04"], pd.concat([REGIONS] * 2))])
def test_a_code_that_occurs_twice_is_refused(codes, regions):
    with pytest.raises(pd.errors.MergeError):
        match_regions(values(codes, [75.0] * len(codes)), regions)
