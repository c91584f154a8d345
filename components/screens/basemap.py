"""Peta dasar: the same classes over street tiles, for places and roads; needs the internet in the browser."""

from functools import cache as cached
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import folium
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from components.charts.palette import BUBBLE, class_colours
from components.language.i18n import _, period_label
from components.report.classes import legend_title
from components.report.labels import GAPS, amount_text, figure_text, gap_title, region_title
from components.report.legend import class_words
from components.state import boundary_cache, reference
from components.state.callbacks import unbroken
from components.state.selection import Selection, link_parameters
from components.state.session import choose
from components.state.view import View
from data.quantity import round_half_up
from data.query import Row, each_row
from data.rank import round_displayed
from geo.bubbles import bubble_size, explained_sizes
from geo.classify import BUBBLES, Classification

TILE = "https://tile.openstreetmap.org/0/0/0.png"
GAP_STYLE = {"fillColor": "#8a8f8d", "fillOpacity": 0.15, "color": "#555", "weight": 1, "dashArray": "3 4"}
# Pixels of the largest bubble's radius.
LARGEST = 26
KEY = "basemap"


@cached
def _probe():
    return st.components.v2.component("cakupan_probe", js=Path(__file__).with_name("probe.js").read_text())


def internet_reached() -> bool | None:
    """Whether the browser reaches tiles and scripts; None while it is being asked."""
    before = st.session_state.get("probe")
    answer = _probe()(
        key="probe",
        data={"urls": _addresses(), "answer": before and before.answer},
        on_answer_change=unbroken(lambda: None),
    ).answer
    return answer if answer is None else bool(answer)


def _addresses() -> list[str]:
    """One address of every host that Folium loads from, the tiles' first."""
    wanted = [TILE, *(url for _name, url in folium.Map.default_js)]
    return list({urlsplit(url).netloc: url for url in wanted}.values())


def show_offline(view: View) -> None:
    """The plain sentence, and the way to the map that needs no internet."""
    st.info(_("The street map needs the internet, and this browser does not reach it. The map “Peta” works without."))
    st.page_link(
        "../pages/map.py", label=_("Open the map without internet"), query_params=link_parameters(view.selection)
    )
    if st.button(_("Try again")):
        del st.session_state["probe"]
        st.rerun()


def show_basemap(view: View, classification: Classification) -> None:
    """Regions over street tiles, coloured by the same classes; a click selects."""
    rows = view.ranked
    result = st_folium(
        _street_map(view.selection, rows, classification),
        key=KEY,
        height=520,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        on_change=unbroken(take),
    )
    if result is None:
        st.stop()
    _show_legend(rows, view, classification)


def take() -> None:
    """The callback of a click: the clicked region becomes the choice."""
    drawn = (st.session_state[KEY] or {}).get("last_active_drawing")
    code = ((drawn or {}).get("properties") or {}).get("region_code")
    if code in reference.names():
        choose(region=code)


def _street_map(selection: Selection, rows: pd.DataFrame, classification: Classification) -> folium.Map:
    boundaries = boundary_cache.of_area(selection.area, selection.level, selection.boundaries)
    west, south, east, north = (float(edge) for edge in boundaries.total_bounds)
    street_map = folium.Map(tiles="OpenStreetMap", zoom_snap=0.5)
    street_map.fit_bounds([[south, west], [north, east]])
    folium.GeoJson(
        _features(boundaries, rows, selection, classification),
        style_function=lambda feature: feature["properties"]["style"],
        highlight_function=lambda _feature: {"weight": 3},
        tooltip=folium.GeoJsonTooltip(fields=["label"], labels=False, style="font-size:15px"),
    ).add_to(street_map)
    for marker in _bubbles(rows, classification):
        marker.add_to(street_map)
    return street_map


def _bubbles(rows: pd.DataFrame, classification: Classification) -> list[folium.CircleMarker]:
    """A circle for each absolute count, the largest below; a click goes through to its region."""
    if classification.scheme != BUBBLES:
        return []
    known = rows[rows["displayed"] > 0].sort_values("displayed", ascending=False)
    places = reference.regions().set_index("region_code")[["lat", "lon"]]
    return [
        folium.CircleMarker(
            places.loc[row.region_code].tolist(),
            radius=LARGEST * bubble_size(row.displayed, classification.most),
            stroke=False, fill=True, fill_color=BUBBLE["light"], fill_opacity=0.72, interactive=False,
        )
        for row in each_row(known)
    ]  # fmt: skip


def _features(
    boundaries, rows: pd.DataFrame, selection: Selection, classification: Classification
) -> dict[str, object]:
    """GeoJSON with a style and a label per region; Leaflet reads the label as markup, so it is escaped."""
    by_code = {row.region_code: row for row in each_row(rows)}
    shapes = boundaries.set_geometry(boundaries.geometry.set_precision(0.0005, mode="pointwise")).__geo_interface__
    for feature in shapes["features"]:
        row = by_code[feature["properties"]["region_code"]]
        feature["properties"] |= {
            "style": _style(row, selection, classification),
            "label": escape(_label(row, selection)),
        }
    return shapes


def _style(row: Row, selection: Selection, classification: Classification) -> dict[str, object]:
    weight = 3 if row.region_code == selection.region else 1
    if row.gap:
        return GAP_STYLE | {"weight": weight}
    colours = class_colours(classification.scheme, classification.classes, "light")
    fill = colours[
        classification.class_of(round_half_up(row.value, reference.indicators()[selection.indicator].decimals))
    ]
    return {"fillColor": fill, "fillOpacity": 0.65, "color": "#333", "weight": weight}


def _label(row: Row, selection: Selection) -> str:
    indicator = reference.indicators()[selection.indicator]
    said = gap_title(row.gap) if row.gap else figure_text(row, indicator)
    return f"{region_title(row.region_code)}: {said}, {period_label(selection.period)}"


def _show_legend(rows: pd.DataFrame, view: View, classification: Classification) -> None:
    """Class limits with their colours, and how many regions have no figure."""
    colours = class_colours(classification.scheme, classification.classes, "light")
    known = round_displayed(rows["value"].dropna(), view.indicator.decimals)
    seen = {classification.class_of(value) for value in known}
    boxes = [
        _swatch(f"background:{colour}", line.text)
        for place, (colour, line) in enumerate(zip(colours, class_words(classification, view.selection), strict=True))
        if place in seen or not line.rare
    ]
    for size in explained_sizes(classification.most):
        width = 2 * LARGEST * bubble_size(size, classification.most)
        look = f"width:{width:.0f}px;height:{width:.0f}px;border-radius:50%;border:0;background:{BUBBLE['light']}"
        boxes.append(_swatch(f"{look};vertical-align:middle", amount_text(size, view.indicator)))
    for gap in GAPS:
        count = int(rows["gap"].eq(gap).sum())
        boxes += [_swatch("background:#8a8f8d40;border-style:dashed", f"{gap_title(gap)}: {count}")] if count else []
    unit = escape(legend_title(view))
    boxes.insert(0, f"<span>{unit}</span>")
    st.html(f'<div style="display:flex;flex-wrap:wrap;gap:6px 18px;font-size:15px">{"".join(boxes)}</div>')


def _swatch(style: str, text: str) -> str:
    box = f'<i style="display:inline-block;width:24px;height:14px;border:1px solid #777;margin-right:8px;{style}"></i>'
    return f"<span>{box}{escape(text)}</span>"
