"""The map most people write first: a folium choropleth in streamlit-folium."""

import os
from pathlib import Path

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

DATA = Path(os.environ["BENCH_DATA"])
BREAKS = [0, 20, 30, 40, 50, 100]


@st.cache_data
def load_values() -> pd.DataFrame:
    return pd.read_csv(DATA / "values.csv", dtype={"region_code": str, "period": str})


@st.cache_data
def load_boundaries() -> str:
    return (DATA / "regions.geojson").read_text()


st.set_page_config(page_title="Coverage", page_icon="🗺️", layout="wide")
values = load_values()
periods = sorted(values["period"].unique())
period = st.select_slider("Period", periods, value=periods[-1])
chart = folium.Map(location=[-2.5, 118], zoom_start=5, tiles=None)
folium.Choropleth(
    geo_data=load_boundaries(),
    data=values[values["period"] == period],
    columns=["region_code", "value"],
    key_on="feature.properties.region_code",
    fill_color="YlGnBu",
    bins=BREAKS,
    legend_name="Coverage (%)",
).add_to(chart)
# Nothing is read back from the map, so panning and zooming need no rerun.
st_folium(chart, use_container_width=True, height=560, returned_objects=[])
