"""The map of a slide, drawn: every region in the colour of its class, gaps hatched, the legend beside it."""

from typing import Any

import numpy as np
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, PathPatch, Rectangle
from matplotlib.path import Path

from components.exports.drawings.canvas import PAPER, bare
from components.exports.parts.labels import Label, has_moved, labelled, legible
from components.exports.parts.look import FEW, GREY, INK, MOST_LABELS, NOT_APPLICABLE, ORANGE
from components.exports.parts.svg_points import Points, thinned
from components.exports.parts.text import clean
from components.language.i18n import integer
from components.report.map_model import LegendEntry, MapDrawing, MapRegion
from components.state import typeface

# Parts of an inch that a region's boundary may differ from the map by.
FINEST = 1 / 220
LABEL_SIZE = 7.5
# Points of the largest bubble's radius, beside a legend and without one.
BUBBLE, SMALL_BUBBLE = 15, 7
LEGEND_INCHES = 1.9
# Points that the words of a legend's line may be wide.
FRAME_TITLE = 112
# Inches; on a smaller sheet the names hide what they name.
ROOM_FOR_LABELS = 5.5
HATCH = {"not_held": "////", "not_reported": "////", "suppressed": "...."}


def draw_map(
    figure: Figure,
    drawing: MapDrawing,
    place: tuple[float, float, float, float],
    legend: bool = True,
    codes: bool = True,
) -> None:
    """Draw into a part of the sheet; place: left, bottom, width, height as parts of the sheet.

    legend: beside the map; without it the map takes the whole place (as a locator in a brief). Regions are named
    where there is room for names. codes: whether the shapes bear those of their regions.
    """
    left, bottom, width, height = place
    across = width * figure.get_size_inches()[0]
    room = width * (1 - LEGEND_INCHES / across) if legend else width
    axes = figure.add_axes((left, bottom, room, height))
    bare(axes)
    x, y, wide, high = drawing.box
    axes.set(xlim=(x, x + wide), ylim=(y + high, y), aspect="equal", anchor="C")
    inches = figure.get_size_inches()
    step = max(wide / (room * inches[0]), high / (height * inches[1])) * FINEST
    boundaries = thinned({region.code: drawing.paths[region.code] for region in drawing.regions}, step)
    for region in drawing.regions:
        gid = f"region-{region.code}" if codes else None
        patch = PathPatch(_path(boundaries[region.code]), gid=gid, **_look(region, drawing))
        # add_patch would measure every corner for limits that are set already: half of the time of a map.
        axes.add_artist(patch)
    for number, (x, y, wide, high) in enumerate(drawing.frames, 1):
        frame = Rectangle((x, y), wide, high, gid=f"frame-{number}", facecolor="none", edgecolor=GREY, linewidth=0.7)
        axes.add_artist(frame)
    _draw_bubbles(axes, drawing, step / FINEST / 72, BUBBLE if legend else SMALL_BUBBLE)
    _bring_out(axes, boundaries, drawing.selected)
    if legend:
        _draw_legend(figure, drawing, (left + room + 0.01, bottom + height))
    if legend and across >= ROOM_FOR_LABELS:
        _draw_labels(axes, drawing, step / FINEST / 72)


def _path(parts: list[Points]) -> Path:
    """Return one path of all rings: a lake inside stays empty, for rings of holes turn the other way."""
    vertices = [np.vstack([ring, ring[:1]]) for ring in parts]
    codes = [[Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY] for ring in parts]
    return Path(np.vstack(vertices), np.concatenate(codes))


def _fill(fill: int | str, drawing: MapDrawing) -> dict[str, Any]:
    # Of 514 regions most are so small that a wider rim would be all there is to see.
    width = 0.5 if len(drawing.regions) <= FEW else 0.2
    if isinstance(fill, int):
        return {"facecolor": drawing.colours[fill], "edgecolor": "white", "linewidth": width}
    if fill == "not_applicable":
        return {"facecolor": NOT_APPLICABLE, "edgecolor": "white", "linewidth": width}
    return {"facecolor": "white", "edgecolor": GREY, "linewidth": width, "hatch": HATCH.get(fill, "////")}


def _look(region: MapRegion, drawing: MapDrawing) -> dict[str, Any]:
    """Return a region's fill and rim; of islands that are specks the rim has the colour, for it is all one sees."""
    look = _fill(region.fill, drawing)
    if region.code in drawing.specks and isinstance(region.fill, int):
        look |= {"edgecolor": look["facecolor"], "linewidth": 1.2}
    return look


def _draw_bubbles(axes: Any, drawing: MapDrawing, unit: float, largest: float) -> None:
    """Draw the largest first, so that none hides a smaller one; unit: a point's size; largest: its radius in points."""
    for bubble in sorted(drawing.bubbles, key=lambda one: -one.size):
        radius = bubble.size * largest * unit
        look = {"facecolor": drawing.bubble_colour, "alpha": 0.72, "edgecolor": "white", "linewidth": 0.6}
        axes.add_artist(Circle(drawing.points[bubble.code], radius, **look))


def _sizes(drawing: MapDrawing) -> list[Line2D]:
    return [
        Line2D([], [], marker="o", linestyle="", markersize=2 * BUBBLE * one.size, color=drawing.bubble_colour,
               alpha=0.72, label=clean(one.label))
        for one in drawing.bubble_legend
    ]  # fmt: skip


def _bring_out(axes: Any, boundaries: dict[str, list[Points]], code: str) -> None:
    """Give the selected region a rim on top of its neighbours'."""
    if code in boundaries:
        axes.add_artist(PathPatch(_path(boundaries[code]), facecolor="none", edgecolor=ORANGE, linewidth=2.2))


def _draw_labels(axes: Any, drawing: MapDrawing, unit: float) -> None:
    """Name and figure of each region, on paper that lets the colour through; unit: a point's size."""
    if len(drawing.regions) > MOST_LABELS:
        return
    texts = {one.code: clean(f"{one.name}\n{one.text}") for one in labelled(drawing)}
    boxes = [_box(code, text, drawing.points[code], unit) for code, text in texts.items()]
    for label in legible(boxes, drawing.frames):
        point = drawing.points[label.code]
        if has_moved(label, point):
            axes.plot(*zip(point, (label.x, label.y), strict=True), color=INK, linewidth=0.7, marker=".", markevery=[0])
        axes.text(
            label.x, label.y, texts[label.code], ha="center", va="center", fontsize=LABEL_SIZE, color=INK,
            linespacing=1.1, bbox=PAPER,
        )  # fmt: skip


def _box(code: str, text: str, point: tuple[float, float], unit: float) -> Label:
    """Measure it: DejaVu's letters are about six tenths of their size wide; the paper behind them is a little wider."""
    widest = max(len(line) for line in text.split("\n"))
    return Label(code, *point, (widest * 0.62 + 0.4) * LABEL_SIZE * unit, 2.5 * LABEL_SIZE * unit)


def _draw_legend(figure: Figure, drawing: MapDrawing, corner: tuple[float, float]) -> None:
    handles = [
        Patch(label=_entry(entry), **(_fill(entry.fill, drawing) | {"edgecolor": GREY})) for entry in drawing.legend
    ]
    if drawing.frame_title:
        said = "\n".join(typeface.broken(clean(drawing.frame_title), FRAME_TITLE, 8.5))
        handles.append(Patch(label=said, facecolor="none", edgecolor=GREY, linewidth=0.7))
    figure.legend(
        handles=[*_sizes(drawing), *handles],
        loc="upper left", bbox_to_anchor=corner, frameon=False, fontsize=8.5,
        labelspacing=1.6 if drawing.bubble_legend else 0.7,
        title=clean(drawing.legend_title), title_fontsize=8.5, alignment="left", handlelength=1.6, handleheight=1.1,
        borderpad=0,
    )  # fmt: skip


def _entry(entry: LegendEntry) -> str:
    return clean(f"{entry.label}  ({integer(entry.count)})")
