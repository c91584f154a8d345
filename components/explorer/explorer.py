"""The explorer on a page: what the browser's modules need, and what they tell back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from components.explorer import data_urls
from components.explorer.payload import (
    changes_payload,
    checks_payload,
    classes_payload,
    colours_payload,
    parts_payload,
    places_payload,
    references_payload,
    regimes_payload,
    rule_payload,
    shapes_payload,
)
from components.explorer.texts import explorer_texts
from components.language.i18n import language
from components.report.classes import legend_title
from components.report.file_names import view_stem
from components.report.labels import frame_title, indicator_title, view_title
from components.state import assets, reference
from components.state.callbacks import unbroken
from components.state.selection import Selection
from components.state.session import choose
from components.state.view import View
from data.store.catalogue import is_draft
from geo.classify import CHANGE, Classification

KEY = "explorer"
# A map that is looked at shows boundaries.
NO_SHAPES: dict[str, object] = {"shapes": "", "shapesUrl": "", "shapeNotes": {}}


def show_explorer(
    view: View,
    classification: Classification,
    layout: Sequence[str] = ("map", "lists"),
    height: int = 520,
    key: str = KEY,
) -> None:
    """Draw the living map of the choice; a region or period chosen in it becomes the choice.

    key: another one for a further map on the page, which is looked at and changes nothing. With the classes
    of `geo.classify.changes` the map is one of the changes since the period that is compared with.
    """
    data = _data(view, classification, layout, height) | {"takesFound": key == KEY}
    if classification.scheme == CHANGE:
        data |= changes_payload(view) | {"values": _values(view, view.selection.since)}
    if key != KEY or "linked" in layout:
        data |= NO_SHAPES
    if key != KEY:
        data_urls.widget("cakupan_explorer")(key=key, data=data)
        return
    result = data_urls.widget("cakupan_explorer")(
        key=KEY, data=data, on_chosen_change=unbroken(partial(take, view.selection))
    )
    # After a restart of the server the first event finds no callback; its value arrives all the same.
    if _differs(result.chosen, view.selection):
        choose(**_with_its_measure(result.chosen, view.selection))
        st.rerun()


def take(shown: Selection) -> None:
    """The callback: a new period, a region (none to let it go) or other shapes, of what the map showed."""
    event = st.session_state[KEY].chosen
    if event:
        choose(**_with_its_measure(event, shown))


def _with_its_measure(event: dict[str, str | None], shown: Selection) -> dict[str, str]:
    """A map may show another indicator than the choice holds, as the scoreboard's does: it becomes the choice too."""
    measure = {name: getattr(shown, name) for name in ("level", "indicator", "segment", "period")}
    return measure | _changes(event)


def _changes(event: dict[str, str | None]) -> dict[str, str]:
    return {name: event[name] or "" for name in ("area", "level", "period", "region", "shapes") if name in event}


def _differs(event: dict[str, str | None] | None, selection: Selection) -> bool:
    return any(getattr(selection, name) != value for name, value in _changes(event or {}).items())


def _data(view: View, classification: Classification, layout: Sequence[str], height: int) -> dict[str, object]:
    indicator = view.indicator
    names = reference.names()
    return {
        "script": f"{data_urls.modules_url()}/explorer.js",
        "style": f"{data_urls.modules_url()}/explorer.css",
        "trigger": "chosen",
        "moves": ["period", "region", "shapes"],
        "letters": assets.typeface_url(),
        "geometry": data_urls.geometry_url(view.selection.area, view.selection.level, view.selection.boundaries),
        "frameTitle": frame_title(view.drawn["frames"]),
        "fine": data_urls.fine_geometry_route(view.selection.level, view.selection.boundaries)
        if view.selection.area == "ID"
        else "",
        "values": _values(view),
        "names": {code: names[code] for code in {view.selection.area, "ID"}},
        "period": view.selection.period,
        "region": view.selection.region or None,
        "area": view.selection.area,
        **_shapes(view),
        "layout": list(layout),
        "height": height,
        "classification": classes_payload(classification, view.selection),
        "colours": {theme: colours_payload(classification, theme) for theme in ("light", "dark")},
        "format": {"locale": language(), "unit": indicator.unit, "decimals": indicator.decimals},
        "better": indicator.better,
        "ratio": indicator.is_ratio,
        "rule": rule_payload(view),
        "stated": places_payload(view),
        "checked": checks_payload(view),
        "parts": parts_payload(indicator),
        "references": references_payload(view.selection.area),
        "title": f"{indicator_title(view.selection)}, {view_title(view.selection)}",
        "unitName": legend_title(view),
        "slug": view_stem(replace(view.selection, period=""), view.dataset),
        "simulated": view.simulated,
        "texts": explorer_texts(indicator),
        "regimes": regimes_payload(view),
        "ofChanges": False,
    }


def _values(view: View, since: str = "") -> str:
    """Where the browser fetches the figures: of a draft by an address that serves its owner alone."""
    address = data_urls.draft_values_url if is_draft(view.selection.dataset) else data_urls.values_url
    return address(view.key, view.where, view.selection.every, since)


def _shapes(view: View) -> dict[str, object]:
    """What can stand for the boundaries; nothing where counts are circles of their own sizes already."""
    one = view.selection
    url = "" if view.indicator.is_count else data_urls.shapes_url(one.area, one.level, one.boundaries)
    return {"shapes": one.shapes, "shapesUrl": url, "shapeNotes": shapes_payload(view)}
