"""Similar regions: by people and villages, on a scale where twice as many is always as far."""

import pandas as pd
import pytest

from data.similar import similar_regions


def regions(*rows):
    return pd.DataFrame(rows, columns=["region_code", "population", "desa"]).astype(
        {"population": "Int64", "desa": "Int64"}
    )


def test_twice_as_many_is_as_far_as_half_as_many():
    found = similar_regions(regions(("a", 99, 9), ("b", 199, 9), ("c", 49, 9), ("d", 999, 9)), "a")
    assert found["region_code"].tolist() == ["b", "c", "d"]  # log(200/100) = log(100/50)
    assert found["distance"].iloc[0] == pytest.approx(found["distance"].iloc[1])


def test_a_city_without_desa_is_compared_with_cities():
    found = similar_regions(regions(("a", 300, 0), ("b", 300, 200), ("c", 500, 0)), "a", count=1)
    assert found["region_code"].tolist() == ["c"]


def test_what_does_not_vary_does_not_count():
    assert similar_regions(regions(("a", 10, 5), ("b", 20, 5)), "a")["distance"].notna().all()


@pytest.mark.parametrize("asked", ["z", "c"])
def test_an_unknown_region_or_one_without_a_size_has_no_similar_ones(asked):
    table = regions(("a", 10, 5), ("b", 20, 5), ("c", None, 5))
    assert similar_regions(table, asked).empty
    assert "c" not in similar_regions(table, "a")["region_code"].tolist()
