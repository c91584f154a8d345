"""What profiles share between runs and users; nobody may change these tables in place (see components/cache.py)."""

import pandas as pd
import streamlit as st

from components import cache
from data.profile import newest_figures, regions_ranked
from data.query import SERIES_COLUMNS
from geo.boundaries import load_regency_boundaries
from geo.neighbours import find_neighbours
from geo.regions import regions_in


@st.cache_resource(show_spinner=False)
def neighbours() -> pd.DataFrame:
    """Neighbouring regencies, by the bundled outlines: which regencies adjoin is no matter of a dataset."""
    return find_neighbours(load_regency_boundaries())


@st.cache_resource(show_spinner=False)
def regencies() -> pd.DataFrame:
    """All regencies of the table of regions."""
    return regions_in(cache.regions(), "ID", "regency")


@st.cache_resource(show_spinner=False, max_entries=64)
def ranked(dataset: str, indicator: str, segment: str, period: str) -> pd.DataFrame:
    """All regencies of the country ranked in a period, with their change over a year."""
    codes = regencies()["region_code"].tolist()
    return regions_ranked(cache.series(dataset, indicator, segment), period, codes, cache.indicators()[indicator])


@st.cache_resource(show_spinner=False, max_entries=16)
def newest(dataset: str) -> dict[str, pd.DataFrame]:
    """The newest figure of every indicator, by region."""
    figures = newest_figures(cache.dataset(dataset).observations, cache.indicators())
    return {str(code): rows.reset_index(drop=True) for code, rows in figures.groupby("region_code", sort=False)}


def nothing() -> pd.DataFrame:
    """The table of a region of which nothing is known."""
    return pd.DataFrame(columns=["indicator", "segment", *SERIES_COLUMNS])
