"""Plotly Express's map of tiles, without the tiles: drawn by MapLibre on a canvas."""

import json
import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

DATA = Path(os.environ["BENCH_DATA"])


@st.cache_data
def load_values() -> pd.DataFrame:
    return pd.read_csv(DATA / "values.csv", dtype={"region_code": str, "period": str})


# Shared by all reruns and never changed: cache_data would copy two megabytes at each.
@st.cache_resource
def load_boundaries() -> dict:
    return json.loads((DATA / "regions.geojson").read_text())


st.set_page_config(page_title="Coverage", page_icon="🗺️", layout="wide")
values = load_values()
periods = sorted(values["period"].unique())
period = st.select_slider("Period", periods, value=periods[-1])
figure = px.choropleth_map(
    values[values["period"] == period],
    geojson=load_boundaries(),
    locations="region_code",
    featureidkey="properties.region_code",
    color="value",
    color_continuous_scale="YlGnBu",
    range_color=(0, 100),
    hover_name="name",
    map_style="white-bg",
    center={"lat": -2.5, "lon": 118},
    zoom=3.6,
)
figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0}, height=560)
st.plotly_chart(figure, key="map")
