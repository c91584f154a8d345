"""Small tables for the tests of data/: a country of two provinces, and observations written as CSV."""

import io
from pathlib import Path

import pandas as pd
import pytest

from data.observations import read_observations
from data.store.catalogue import load_dataset

ROOT = Path(__file__).parents[3]
HEADER = "region_code,indicator,segment,period,numerator,denominator,value_printed,status,source_id,note\n"


@pytest.fixture
def regions():
    """Bengkulu with Kaur, Lebong and the city (no desa), and Papua Selatan with Merauke."""
    rows = [
        ("ID", "country", "", None),
        ("17", "province", "ID", 285),
        ("93", "province", "ID", 179),
        ("17.04", "regency", "17", 192),
        ("17.07", "regency", "17", 93),
        ("17.71", "regency", "17", 0),
        ("93.01", "regency", "93", 179),
    ]
    return pd.DataFrame(rows, columns=["region_code", "level", "parent_code", "desa"])


@pytest.fixture
def observed():
    """Return a function that reads the lines of an observations file, without its header."""

    def read(*lines: str, header: str = HEADER) -> pd.DataFrame:
        return read_observations(io.BytesIO((header + "\n".join(lines)).encode()), name="figures.csv")

    return read


@pytest.fixture(scope="session")
def region_table():
    """The whole region table, wherever it is bundled."""
    for path in (ROOT / "geo" / "regions.csv", ROOT.parent / "shared" / "facts" / "regions.csv"):
        if path.exists():
            return pd.read_csv(path, dtype={"region_code": str, "parent_code": str})
    pytest.skip("the region table is not bundled here")


@pytest.fixture(scope="session")
def simulated_set():
    """The simulated dataset, loaded once: it takes a third of a second."""
    return load_dataset("simulated")


@pytest.fixture(scope="session")
def facts():
    """The folder of facts that the reported set was built from."""
    folder = ROOT.parent / "shared" / "facts"
    if not folder.exists():
        pytest.skip("the facts are not beside this checkout")
    return folder
