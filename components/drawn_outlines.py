"""The outlines of an area as maps draw them on screens, slides and paper, projected once."""

from typing import Any

import geopandas as gpd
import streamlit as st

from components import assets, cache
from components.explorer.wire import encode_geometry
from geo.insets import Arranged, Points, arrange
from geo.outline_sets import provinces_of
from geo.project import to_plane

# One grid unit in degrees: a third of a pixel on a wide screen at the highest sensible zoom.
COUNTRY_STEP, PROVINCE_STEP = 0.01, 0.001


@st.cache_resource(show_spinner=False, max_entries=128)
def drawn_outlines(area: str, level: str, outlines: str) -> dict[str, Any]:
    """What `to_plane` gives of an area: a province's far islands lie in frames, the country's where they are."""
    shapes = cache.boundaries(area, level, outlines)
    if area == "ID":
        return to_plane(Arranged(shapes, _points(shapes)), COUNTRY_STEP)
    return to_plane(arrange(shapes, _points(shapes)), PROVINCE_STEP)


@st.cache_resource(show_spinner=False, max_entries=128)
def geometry_url(area: str, level: str, outlines: str) -> str:
    """Address of the outlines of one area, with the names of its regions."""
    return _published(drawn_outlines(area, level, outlines))


@st.cache_resource(show_spinner=False, max_entries=128)
def fine_geometry_url(area: str, level: str, outlines: str) -> str:
    """Address of a province's outlines in full, for the country's map once it is zoomed in; by level of the map.

    Its islands lie where they are, as they do on that map.
    """
    shapes = cache.boundaries(area, "regency", outlines)
    shown = provinces_of(shapes, cache.published_regions(outlines)) if level == "province" else shapes
    return _published(to_plane(Arranged(shown, _points(shown)), PROVINCE_STEP))


def _published(drawn: dict[str, Any]) -> str:
    return assets.publish({"geometry.json": encode_geometry(drawn, cache.names())}) + "/geometry.json"


def _points(shapes: gpd.GeoDataFrame) -> Points:
    """A place on each region, most people first: where names have no room for all, the first have it."""
    rows = cache.regions()
    rows = rows[rows["region_code"].isin(shapes["region_code"])].sort_values("population", ascending=False)
    return {row.region_code: (row.lon, row.lat) for row in rows.itertuples()}
