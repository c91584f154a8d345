"""Groups of provinces: each is of provinces that there are, with a document that speaks of it."""

from data.indicators import load_indicators
from data.region_groups import load_region_groups
from geo.regions import read_regions


def test_every_group_has_provinces_of_the_table_words_in_both_languages_and_a_source():
    regions = read_regions()
    provinces = set(regions.loc[regions["level"] == "province", "region_code"])
    for group in load_region_groups().values():
        assert len(set(group.provinces)) == len(group.provinces) > 1
        assert set(group.provinces) < provinces
        assert all(text[language] for text in (group.title, group.about) for language in ("id", "en"))
        assert group.source.url.startswith("https://")


def test_no_group_has_the_name_of_a_level():
    assert not {"country", "province", "regency"} & set(load_region_groups())
    assert load_indicators().keys().isdisjoint(load_region_groups())
