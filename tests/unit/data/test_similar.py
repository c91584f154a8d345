"""Similar regions: by people and villages, on a scale where twice as many is always as far."""

import pandas as pd

from data.similar import find_similar
from geo.regions import read_regions, regions_in


def regions(*rows):
    return pd.DataFrame(rows, columns=["region_code", "population", "desa"]).astype(
        {"population": "Int64", "desa": "Int64"}
    )


def similar_to(code, table, **more):
    pairs = find_similar(table, **more)
    return pairs.loc[pairs["region_code"] == code, "similar_code"].tolist()


def test_twice_as_many_is_as_far_as_half_as_many():
    table = regions(("a", 99, 9), ("c", 49, 9), ("b", 199, 9), ("d", 999, 9))
    assert similar_to("a", table) == ["b", "c", "d"]  # log(200/100) = log(100/50): equals stand by code


def test_a_city_without_desa_is_compared_with_cities():
    table = regions(("a", 300, 0), ("b", 300, 200), ("c", 500, 0), ("d", 2000, 250), ("e", 90, 120))
    assert similar_to("a", table, count=1) == ["c"]


def test_a_city_is_held_against_cities_only_where_that_is_known():
    table = regions(("a", 300, 10), ("b", 310, 10), ("c", 900, 10), ("d", 320, 10))
    table["type"] = ["kota", "kabupaten", "kota", "kabupaten"]
    assert similar_to("a", table) == ["c"]
    assert similar_to("b", table) == ["d"]


def test_what_does_not_vary_does_not_count():
    assert find_similar(regions(("a", 10, 5), ("b", 20, 5)))["distance"].notna().all()


def test_a_region_without_a_size_is_like_nobody():
    pairs = find_similar(regions(("a", 10, 5), ("b", 20, 5), ("c", None, 5)))
    assert set(pairs["region_code"]) == set(pairs["similar_code"]) == {"a", "b"}


def test_one_region_alone_and_none_at_all_are_like_nobody():
    assert find_similar(regions(("a", 10, 5))).empty
    assert find_similar(regions()).empty


def test_all_regencies_have_five_and_none_is_like_itself():
    table = regions_in(read_regions(), "ID", "regency")
    pairs = find_similar(table)
    kinds = table.set_index("region_code")["type"]
    assert (pairs["region_code"].map(kinds) == pairs["similar_code"].map(kinds)).all()
    assert pairs.groupby("region_code").size().eq(5).all()
    assert pairs["region_code"].nunique() == 514
    assert not pairs["region_code"].eq(pairs["similar_code"]).any()
