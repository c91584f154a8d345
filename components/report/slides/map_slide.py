"""The map of the selection, with its classes, its legend and its gaps."""

from dataclasses import replace
from typing import Any

import pandas as pd

from components.charts.palette import BUBBLE, NOT_APPLICABLE, class_colours
from components.language.i18n import _, period_label
from components.report.citations import cited_in, source_line
from components.report.classes import classes_in_silence, legend_title
from components.report.labels import (
    GAPS,
    amount_text,
    figure_text,
    frame_title,
    gap_title,
    indicator_title,
    region_title,
    status_title,
    view_title,
)
from components.report.legend import class_words
from components.report.map_model import Bubble, LegendEntry, MapDrawing, MapRegion
from components.report.model import Slide
from components.report.sentences import situation_sentences
from components.report.slides.deck_data import DeckView
from data.quantity import round_half_up
from data.query import Row, each_row
from geo.bubbles import bubble_size, explained_sizes
from geo.classify import BUBBLES, Classification


def map_slide(view: DeckView) -> Slide:
    """Return the map of high and low regions."""
    selection = view.selection
    _standing, ends, gaps = situation_sentences(view.now, view)
    return Slide(
        id="map",
        kind="map",
        title=f"{indicator_title(selection)}, {view_title(selection)}",
        sentence=ends or gaps,
        map=map_drawing(view),
        notes=tuple(part for part in (ends, gaps, _("Indicative boundaries, not legal ones")) if part),
        source=source_line(view.ranked, view.titles, period_label(selection.period)),
        simulated=view.simulated,
        region=selection.region,
        cites=cited_in(view.ranked),
        measures=(selection.indicator,),
    )


def map_drawing(view: DeckView) -> MapDrawing:
    """Return the regions in view, filled by class; the selected one is outlined."""
    selection = view.selection
    classes = classes_in_silence(view)
    regions = tuple(_region(row, view, classes) for row in each_row(view.ranked))
    drawn = view.drawn
    colours = tuple(class_colours(classes.scheme, classes.classes, "light"))
    return MapDrawing(
        regions=regions,
        paths=drawn["paths"],
        box=tuple(drawn["box"]),
        points={code: (x / drawn["step"], y / drawn["step"]) for code, (x, y) in drawn["points"].items()},
        frames=tuple((x, y, width, height) for x, y, width, height, _scale in drawn["frames"]),
        specks=tuple(drawn["specks"]),
        frame_title=frame_title(drawn["frames"]),
        colours=colours,
        legend=_legend(regions, classes, colours, view),
        legend_title=legend_title(view),
        selected=selection.region,
        **_bubbles(regions, classes, view),
    )


def _bubbles(regions: tuple[MapRegion, ...], classes: Classification, view: DeckView) -> dict[str, Any]:
    if classes.scheme != BUBBLES:
        return {}
    known = [one for one in regions if one.value is not None and one.value > 0]
    sizes = [(size, amount_text(size, view.indicator)) for size in explained_sizes(classes.most)]
    return {
        "bubbles": tuple(Bubble(bubble_size(one.value or 0, classes.most), code=one.code) for one in known),
        "bubble_legend": tuple(Bubble(bubble_size(size, classes.most), label=text) for size, text in sizes),
        "bubble_colour": BUBBLE["light"],
    }


def selecting(drawing: MapDrawing | None, code: str) -> MapDrawing | None:
    """Return the drawing with another region selected; all else is shared."""
    return replace(drawing, selected=code) if drawing else None


def _region(row: Row, view: DeckView, classes: Classification) -> MapRegion:
    name = region_title(row.region_code)
    if pd.isna(row.displayed):
        gap = row.gap or "not_held"
        return MapRegion(row.region_code, name, gap_title(gap), gap)
    text, place = figure_text(row, view.indicator), classes.class_of(round_half_up(row.value, view.indicator.decimals))
    return MapRegion(row.region_code, name, text, place, float(row.displayed), status_title(row))


def _legend(
    regions: tuple[MapRegion, ...], classes: Classification, colours: tuple[str, ...], view: DeckView
) -> tuple[LegendEntry, ...]:
    counts = pd.Series([region.fill for region in regions], dtype="object").value_counts()
    lines = [
        LegendEntry(place, line.text, colour, int(counts.get(place, 0)))
        for place, (line, colour) in enumerate(zip(class_words(classes, view.selection), colours, strict=True))
        if place in counts or not line.rare
    ]
    gaps = [
        LegendEntry(gap, gap_title(gap), NOT_APPLICABLE["light"] if gap == "not_applicable" else "", int(counts[gap]))
        for gap in GAPS
        if gap in counts
    ]
    return (*lines, *gaps)
