"""The explorer on a page: what the browser's modules need, and what they tell back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache as cached
from functools import partial
from pathlib import Path

import streamlit as st

from components import assets, cache, draft_values, drawn_outlines, fine_outlines
from components.callbacks import unbroken
from components.choice import Choice
from components.classes import legend_title
from components.explorer.texts import explorer_texts
from components.file_names import view_stem
from components.i18n import _, language, own
from components.legend_words import class_words
from components.palette import BUBBLE, NOT_APPLICABLE, class_colours
from components.region_index import region_index_url
from components.selection import choose
from components.titles import area_title, frame_title, indicator_title, place_text
from data.catalogue import is_draft
from data.completeness import COMPLETE_SHARE
from data.indicators import Indicator
from data.stated import places_at, with_places
from geo.bubbles import explained_sizes
from geo.classify import Classification

KEY = "explorer"


@cached
def _renderer():
    return st.components.v2.component("cakupan_explorer", js=Path(__file__).with_name("loader.js").read_text())


def show_explorer(
    chosen: Choice,
    classification: Classification,
    layout: Sequence[str] = ("map", "lists"),
    height: int = 520,
    key: str = KEY,
) -> None:
    """Draw the living map of the choice; a region or period chosen in it becomes the choice.

    key: another one for a further map on the page, which is looked at and changes nothing.
    """
    data = _data(chosen, classification, layout, height)
    if key != KEY:
        _renderer()(key=key, data=data)
        return
    result = _renderer()(key=KEY, data=data, on_chosen_change=unbroken(partial(take, chosen)))
    # After a restart of the server the first event finds no callback; its value arrives all the same.
    if _differs(result.chosen, chosen):
        choose(**_with_its_measure(result.chosen, chosen))
        st.rerun()


def take(shown: Choice) -> None:
    """The callback: a new period, or a region (none to let it go), of what the map showed."""
    event = st.session_state[KEY].chosen
    if event:
        choose(**_with_its_measure(event, shown))


def _with_its_measure(event: dict[str, str | None], shown: Choice) -> dict[str, str]:
    """A map may show another indicator than the choice holds, as the scoreboard's does: it becomes the choice too."""
    measure = {name: getattr(shown, name) for name in ("level", "indicator", "segment", "period")}
    return measure | _changes(event)


def _changes(event: dict[str, str | None]) -> dict[str, str]:
    return {name: event[name] or "" for name in ("area", "level", "period", "region") if name in event}


def _differs(event: dict[str, str | None] | None, chosen: Choice) -> bool:
    return any(getattr(chosen, name) != value for name, value in _changes(event or {}).items())


def _data(chosen: Choice, classification: Classification, layout: Sequence[str], height: int) -> dict[str, object]:
    indicator = cache.indicators()[chosen.indicator]
    names = cache.names()
    measure = (chosen.dataset, chosen.indicator, chosen.segment)
    return {
        "script": f"{cache.modules_url()}/explorer.js",
        "style": f"{cache.modules_url()}/explorer.css",
        "trigger": "chosen",
        "moves": ["period", "region"],
        "letters": assets.typeface_url(),
        "geometry": drawn_outlines.geometry_url(chosen.area, chosen.level, chosen.outlines),
        "frameTitle": frame_title(drawn_outlines.drawn_outlines(chosen.area, chosen.level, chosen.outlines)["frames"]),
        "fine": fine_outlines.address(chosen.level, chosen.outlines) if chosen.area == "ID" else "",
        "index": region_index_url(),
        "values": _values(measure, chosen),
        "names": {code: names[code] for code in {chosen.area, "ID"}},
        "period": chosen.period,
        "region": chosen.region or None,
        "layout": list(layout),
        "height": height,
        "classification": told_classes(classification, chosen),
        "colours": {theme: told_colours(classification, theme) for theme in ("light", "dark")},
        "format": {"locale": language(), "unit": indicator.unit, "decimals": indicator.decimals},
        "better": indicator.better,
        "ratio": indicator.is_ratio,
        "rule": told_rule(indicator),
        "stated": told_places(chosen),
        "parts": told_parts(indicator),
        "references": told_references(chosen.area),
        "title": f"{indicator_title(chosen)}, {area_title(chosen.area)}",
        "trendTitle": _("Trend"),
        "unitName": legend_title(chosen),
        "slug": view_stem(replace(chosen, period="")),
        "simulated": cache.dataset(chosen.dataset).simulated,
        "texts": explorer_texts(indicator),
    }


def _values(measure: cache.Measure, chosen: Choice) -> str:
    """Where the browser fetches the figures: of a draft by an address that serves its owner alone."""
    address = draft_values.address if is_draft(chosen.dataset) else cache.values_url
    return address(measure, chosen.area, chosen.level, chosen.every)


def told_classes(classification: Classification, chosen: Choice) -> dict[str, object]:
    return {
        "scheme": classification.scheme,
        "breaks": list(classification.breaks),
        "classes": classification.classes,
        "words": [{"text": line.text, "rare": line.rare} for line in class_words(classification, chosen)],
        "bubbles": {"most": classification.most, "sizes": explained_sizes(classification.most)},
    }


def told_colours(classification: Classification, theme: str) -> dict[str, object]:
    classes = class_colours(classification.scheme, classification.classes, theme)
    return {"classes": classes, "notApplicable": NOT_APPLICABLE[theme], "bubble": BUBBLE[theme]}


def told_rule(indicator: Indicator) -> dict[str, object]:
    """The rule of data.completeness, for the browser to apply to each period."""
    return {"share": COMPLETE_SHARE, "isCount": indicator.is_count, "sums": indicator.aggregation == "sum"}


def told_places(chosen: Choice) -> dict[str, dict[str, str]]:
    """What sources say of a region's place, in words, by period and code."""
    places = cache.dataset(chosen.dataset).places
    found: dict[str, dict[str, str]] = {}
    for period in places["period"].unique():
        rows = places_at(places, chosen.indicator, chosen.segment, str(period))
        stated = with_places(rows[["region_code"]], rows)
        if len(stated):
            found[str(period)] = {str(row.region_code): place_text(row, chosen.dataset) for row in stated.itertuples()}
    return found


def told_parts(indicator: Indicator) -> dict[str, str | None]:
    """What the two counts count, in words; nothing where the indicator has none."""
    numerator, denominator = indicator.numerator, indicator.denominator
    return {
        "numerator": own(numerator) if numerator else None,
        "denominator": own(denominator) if denominator else None,
    }


def told_references(area: str) -> list[dict[str, str]]:
    """The lines every region is read against: its area and the country."""
    lines = [{"code": area, "role": "area"}] if area != "ID" else []
    return [*lines, {"code": "ID", "role": "country"}]
