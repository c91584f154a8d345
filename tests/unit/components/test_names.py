"""What a region is called: short, and never one name for two places."""

import pandas as pd
import pytest

from components.state.region_names import region_names
from geo.regions import read_regions


@pytest.fixture(scope="module")
def regions():
    return read_regions()


@pytest.fixture(scope="module")
def names(regions):
    return region_names(regions)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("17.04", "Kaur"),
        ("17.71", "Kota Bengkulu"),
        ("32.01", "Kab. Bogor"),
        ("32.71", "Kota Bogor"),
        ("31", "DKI Jakarta"),
        ("34", "DI Yogyakarta"),
        ("17", "Bengkulu"),
        ("ID", "Indonesia"),
    ],
)
def test_a_region_is_called_as_people_call_it(names, code, name):
    assert names[code] == name


def test_every_region_has_a_name(regions, names):
    assert names.keys() == set(regions["region_code"])
    assert all(name.strip() == name != "" for name in names.values())


def test_no_two_regencies_share_a_name(regions, names):
    regencies = regions.loc[regions["level"] == "regency", "region_code"]
    called = regencies.map(names)
    assert len(called) == 514
    assert called[called.duplicated(keep=False)].tolist() == []


def test_no_regency_bears_the_name_of_a_province(regions, names):
    provinces = {names[code] for code in regions.loc[regions["level"] == "province", "region_code"]}
    regencies = [names[code] for code in regions.loc[regions["level"] == "regency", "region_code"]]
    assert provinces & set(regencies) == set()


def test_a_regency_is_marked_only_where_a_city_bears_its_name():
    table = pd.DataFrame(
        {
            "region_code": ["32.01", "32.71", "32.02", "31.01"],
            "level": "regency",
            "name": ["Bogor", "Bogor", "Sukabumi", "Kepulauan Seribu"],
            "full_name": ["Kabupaten Bogor", "Kota Bogor", "Kabupaten Sukabumi", "Kabupaten Kepulauan Seribu"],
            "type": ["kabupaten", "kota", "kabupaten", "kabupaten"],
        }
    )
    assert list(region_names(table).values()) == ["Kab. Bogor", "Kota Bogor", "Sukabumi", "Kepulauan Seribu"]
