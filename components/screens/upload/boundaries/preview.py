"""What the maps would show: the boundaries of today beside the new ones, and the new ones over the street map."""

import folium
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
import streamlit as st
from streamlit_folium import st_folium

from components.language.i18n import _
from components.report.labels import region_title
from components.screens.basemap import internet_reached
from components.screens.upload.boundaries.file import BoundaryFile
from components.screens.upload.boundaries.map import Drawn, box_of, show_boundaries_map
from components.state import boundary_cache
from geo.regions import province_of
from geo.uploads.match_features import LEFT_OUT, Matched

HEIGHT = 340
LINE = "stroke-linejoin:round;"
TODAY = "fill:#8a8f8d;fill-opacity:.25;stroke:#6b7270;stroke-width:.6;" + LINE
# Kept apart by lightness too, for who sees no colours.
NEW = "fill:#1d7a5f;fill-opacity:.55;stroke:#0e4a39;stroke-width:.8;" + LINE
MENDED = "fill:#35978f;fill-opacity:.45;stroke:#0e4a39;stroke-width:.8;stroke-dasharray:3 2;" + LINE
UNSURE = "fill:#bf4d2d;fill-opacity:.65;stroke:#7a2a12;stroke-width:1.5;" + LINE
STREET = {"fillColor": "#1d7a5f", "fillOpacity": 0.35, "color": "#0e4a39", "weight": 1.5}
FEW = 4  # provinces shown in full; more of them are drawn as the country is
FINE = 0.0005  # degrees: what Leaflet draws of it


def show_preview(file: BoundaryFile, matched: Matched, boundaries: str) -> None:
    """Show both maps side by side at the same scale, and on demand the street map."""
    drawn = _drawn(file, matched)
    if drawn.empty:
        st.info(_("There is nothing to draw."))
        return
    today = _today(boundaries, matched.features["place"])
    box = box_of(np.concatenate([drawn.geometry.to_numpy(), today.geometry.to_numpy()]))
    left, right = st.columns(2)
    with left:
        st.markdown("**" + _("Shown today") + "**")
        ground = Drawn(today, TODAY, _("shown today"))
        show_boundaries_map([ground], box, _("The boundaries shown today"), HEIGHT, "outline_today")
    with right:
        st.markdown("**" + _("With this file") + "**")
        label = _("The boundaries of the file over those shown today")
        show_boundaries_map([ground, *_by_kind(drawn)], box, label, HEIGHT, "outline_new")
    if st.toggle(_("Over the street map"), key="outline_street"):
        _show_street(drawn)


def _by_kind(drawn: gpd.GeoDataFrame) -> list[Drawn]:
    looks = {
        "new": (NEW, _("from the file")),
        "mended": (MENDED, _("from the file, mended")),
        "unsure": (UNSURE, _("without a certain region")),
    }
    return [Drawn(drawn[drawn["kind"] == kind], style, name) for kind, (style, name) in looks.items()]


def _drawn(file: BoundaryFile, matched: Matched) -> gpd.GeoDataFrame:
    """Return the features with a boundary that are not left out: region_code (or the feature's number), title, kind."""
    features = matched.features[matched.features["drawn"] & matched.features["region_code"].ne(LEFT_OUT)]
    mended = {problem["feature"] for problem in file.said["problems"]}
    kind = np.where(
        features["region_code"].isna(), "unsure", np.where(features["feature"].isin(mended), "mended", "new")
    )
    return gpd.GeoDataFrame(
        {
            # A region may have several features: each is drawn under its own number.
            "region_code": features["feature"].astype(str),
            "title": [_title(row) for row in features.itertuples()],
            "kind": kind,
        },
        geometry=file.shapes[features["feature"].to_numpy() - 1],
        crs="EPSG:4326",
    ).reset_index(drop=True)


def _title(row) -> str:
    return (
        region_title(row.region_code)
        if isinstance(row.region_code, str)
        else _("Feature {feature}", feature=row.feature)
    )


def _today(boundaries: str, places: pd.Series) -> gpd.GeoDataFrame:
    """Return today's boundaries in the provinces that the new ones lie on; all where they lie on none or on many."""
    areas = sorted(set(places.dropna().map(province_of)))
    few = 0 < len(areas) <= FEW
    parts = [boundary_cache.of_area(area, "regency", boundaries) for area in areas] if few else []
    shown = pd.concat(parts, ignore_index=True) if few else boundary_cache.of_area("ID", "regency", boundaries)
    titles = [region_title(code) for code in shown["region_code"]]
    return gpd.GeoDataFrame(shown.assign(title=titles), crs="EPSG:4326")


def _show_street(drawn: gpd.GeoDataFrame) -> None:
    """Show the boundaries over street tiles, where the browser reaches the internet."""
    reached = internet_reached()
    if reached is None:
        st.caption(_("Asking whether the street map can be reached …"))
    elif not reached:
        st.info(
            _("The street map needs the internet, and this browser does not reach it. The maps above work without.")
        )
    else:
        st_folium(
            _street_map(drawn), key="outline_street_map", height=420, use_container_width=True, returned_objects=[]
        )


def _street_map(drawn: gpd.GeoDataFrame) -> folium.Map:
    light = drawn.set_geometry(shapely.simplify(drawn.geometry.to_numpy(), FINE), crs=drawn.crs)
    west, south, east, north = (float(edge) for edge in light.total_bounds)
    street_map = folium.Map(tiles="OpenStreetMap", zoom_snap=0.5)
    street_map.fit_bounds([[south, west], [north, east]])
    folium.GeoJson(
        light[["title", "geometry"]].__geo_interface__,
        style_function=lambda _feature: STREET,
        tooltip=folium.GeoJsonTooltip(fields=["title"], labels=False, style="font-size:15px"),
    ).add_to(street_map)
    return street_map
