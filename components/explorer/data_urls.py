"""Addresses of what the map in the browser fetches: its modules, boundaries and figures, each by its hash."""

import json
from functools import cache as cache_of_names
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components.explorer.wire import encode_geometry, encode_values
from components.state import assets, boundary_cache, cache, reference, stamps, users
from components.state.cache import SeriesKey, Where
from components.state.drawn_boundaries import PROVINCE_STEP, drawn_boundaries, points_of
from components.state.memo import remember
from components.state.open_drafts import new_token
from data.change_series import changes_since
from geo.boundary_sets import provinces_of
from geo.insets import Arranged
from geo.shapes import circles_on, read_blocks, read_tiles, tiles_on
from geo.svg_paths import to_plane

MODULES = Path(__file__).parent
# Brings any widget whose modules lie at an address.
LOADER = MODULES / "loader.js"
STYLE = MODULES / "explorer.css"


@cache_of_names
def widget(name: str) -> Any:
    """Return the component of this name, mounted once; its modules lie at an address."""
    return st.components.v2.component(name, js=LOADER.read_text())


@remember(256, figures=True)
def values_url(measure: SeriesKey, where: Where, every: str, since: str = "") -> str:
    """Address of the figures on the map, for everyone who knows it: never of a draft's.

    since: a period; the figures are then the changes from it.
    """
    return assets.publish({"values.json": _values(measure, where, every, since)}) + "/values.json"


@remember(32, figures=True)
def draft_values(measure: SeriesKey, where: Where, every: str, since: str = "") -> bytes:
    """The same of a draft, for a route that asks who wants it."""
    return _values(measure, where, every, since)


def _values(measure: SeriesKey, where: Where, every: str, since: str) -> bytes:
    """All periods of one frequency for the regions of an area, the area itself and the country, as the map reads."""
    area, level, _regime = where
    shown = reference.inside(area, level)["region_code"].tolist()
    codes = list(dict.fromkeys([*shown, area, "ID"]))
    dataset_id, indicator, _segment = measure
    stops = cache.area_periods(*measure, area, every)
    rows, asked = cache.shown_series(measure, where), reference.indicators()[indicator]
    rows = rows[rows["region_code"].isin(codes)]
    if since:
        # Before it the signs would turn.
        rows, stops = changes_since(rows, since, asked), [stop for stop in stops if stop > since]
    rows = rows[rows["period"].isin([*stops, *cache.country_periods(*measure, every)])]
    return encode_values(rows, codes, cache.dataset(dataset_id).sources, asked, stops)


@remember()
def modules_url() -> str:
    """Address of the explorer's modules and its stylesheet; they import each other by relative names."""
    return assets.publish(_modules())


def module_urls() -> list[str]:
    """Addresses of the modules one by one, for the browser to fetch while Streamlit starts."""
    return [f"{modules_url()}/{name}" for name in _modules()]


def _modules() -> dict[str, bytes]:
    """The loader travels with the page; everything else by address."""
    modules = {path.name: path.read_bytes() for path in sorted(MODULES.glob("*.js")) if path != LOADER}
    return modules | {STYLE.name: assets.stylesheet(STYLE).encode()}


@remember(128)
def geometry_url(area: str, level: str, boundaries: str) -> str:
    """Address of the boundaries of one area, with the names of its regions."""
    return _published(drawn_boundaries(area, level, boundaries))


@remember(128)
def shapes_url(area: str, level: str, boundaries: str) -> str:
    """Address of the circles and tiles that can stand for the boundaries of one area."""
    drawn = drawn_boundaries(area, level, boundaries)
    circles = circles_on(drawn, reference.circles(area, level))
    body = {"circles": circles, "tiles": tiles_on(drawn, read_tiles(), read_blocks())}
    return assets.publish({"shapes.json": json.dumps(body, separators=(",", ":")).encode()}) + "/shapes.json"


@remember(128)
def fine_geometry_url(area: str, level: str, boundaries: str) -> str:
    """Address of a province's boundaries in full, for the country's map once it is zoomed in; by level of the map.

    Its islands lie where they are, as they do on that map.
    """
    shapes = boundary_cache.of_area(area, "regency", boundaries)
    shown = provinces_of(shapes, boundary_cache.published_regions(boundaries)) if level != "regency" else shapes
    return _published(to_plane(Arranged(shown, points_of(shown)), PROVINCE_STEP))


def _published(drawn: dict[str, Any]) -> str:
    return assets.publish({"geometry.json": encode_geometry(drawn, reference.names())}) + "/geometry.json"


def draft_values_url(measure: SeriesKey, where: Where, every: str, since: str = "") -> str:
    """Address of all periods of one frequency of a draft; the token is the session's own for this draft."""
    key, indicator, segment = measure
    tokens = st.session_state.setdefault("draft_tokens", {})
    if key not in tokens:
        tokens[key] = new_token(users.current_user(), key)
    area, level, regime = where
    asked = {"indicator": indicator, "segment": segment, "area": area, "level": level, "regime": regime, "every": every}
    asked |= {"since": since} if since else {}
    # What the draft is put on changes its figures: another address, so that the map fetches them anew.
    asked["on"] = stamps.settled(key)
    return f"/drafts/{tokens[key]}/values.json?{urlencode(asked)}"


def fine_geometry_route(level: str, boundaries: str) -> str:
    """Address with the place {area} for a province's code."""
    return f"/outlines/{boundaries}/{level}/{{area}}"
