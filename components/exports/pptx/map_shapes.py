"""The map as native shapes: one freeform per region, named, coloured by class; and its legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

import numpy as np
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu, Inches, Pt

from components.exports.parts.labels import Label, has_moved, labelled, legible
from components.exports.parts.look import FEW, GREY, INK, MOST_LABELS, NOT_APPLICABLE, ORANGE
from components.exports.parts.svg_points import Points, thinned
from components.exports.parts.text import one_line
from components.exports.pptx import pptx_private
from components.exports.pptx.place import Place, Style, add_text, fill_frame, rgb
from components.exports.pptx.pptx_private import NAMES
from components.language.i18n import _, integer
from components.report.map_model import LegendEntry, MapDrawing, MapRegion

# A detail of this many inches is half a pixel on a projector.
FINEST = 1 / 200
LEGEND_WIDTH = 2.5
BUBBLE = 0.3  # inches of the largest bubble's radius
ROOM_FOR_LABELS = 3.8
HATCHED = "ltUpDiag"
# Of a bubble and of the paper under a name.
OPACITY = 0.7


@dataclass(frozen=True)
class _Fit:
    """scale: inches per unit of the boundaries; origin: where their zero lies on the slide."""

    scale: float
    origin: tuple[float, float]


def add_map(slide: Any, drawing: MapDrawing, place: Place) -> Any:
    """Draw the regions as one group, so that the whole moves as one and each can still be coloured on its own.

    Returns the group.
    """
    room = Place(place.left, place.top, place.width - LEGEND_WIDTH, place.height)
    scale, origin = _fitted(drawing.box, room)
    boundaries = thinned({one.code: drawing.paths[one.code] for one in drawing.regions}, FINEST / scale)
    group = slide.shapes.add_group_shape()
    group.name = one_line(_("Map: {what}", what=drawing.legend_title))
    ordered = sorted(drawing.regions, key=lambda region: region.code == drawing.selected)
    rings = {code: [_inches(ring, scale, origin) for ring in boundaries[code]] for code in boundaries}
    shapes = (_shape(number, region, rings[region.code], drawing) for number, region in enumerate(ordered, 1000))
    pptx_private.add_shapes(group, shapes)
    _add_frames(group, drawing, _Fit(scale, origin))
    _add_bubbles(slide, drawing, _Fit(scale, origin))
    # On a small map ten labels hide what they name; the selected region has its rim.
    if len(drawing.regions) <= MOST_LABELS and place.height >= ROOM_FOR_LABELS:
        _add_labels(slide, drawing, _Fit(scale, origin))
    _add_legend(slide, drawing, Place(room.left + room.width + 0.1, place.top, LEGEND_WIDTH - 0.1, place.height))
    return group


def _add_frames(group: Any, drawing: MapDrawing, fit: _Fit) -> None:
    """Draw a rectangle without a fill around each group of far islands, which moves with them."""
    for frame in drawing.frames:
        _add_frame(group, Place(*_on_slide(frame, fit)), drawing)


def _on_slide(frame: tuple[int, int, int, int], fit: _Fit) -> tuple[float, float, float, float]:
    """Return left, top, width and height of a frame in inches."""
    x, y, width, height = frame
    left, top = (at * fit.scale + origin for at, origin in zip((x, y), fit.origin, strict=True))
    return left, top, width * fit.scale, height * fit.scale


def _add_frame(page: Any, place: Place, drawing: MapDrawing) -> None:
    frame = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place.emu())
    frame.name = one_line(drawing.frame_title)
    frame.shadow.inherit = False
    frame.fill.background()
    frame.line.color.rgb, frame.line.width = rgb(GREY), Pt(0.75)


def _add_bubbles(slide: Any, drawing: MapDrawing, fit: _Fit) -> None:
    """Draw a circle for each count, the largest first, so that none hides a smaller one."""
    names = {one.code: f"{one.name}: {one.text}" for one in drawing.regions}
    for bubble in sorted(drawing.bubbles, key=lambda one: -one.size):
        x, y = (value * fit.scale + at for value, at in zip(drawing.points[bubble.code], fit.origin, strict=True))
        _add_circle(slide, drawing, (x, y, bubble.size * BUBBLE), names[bubble.code])


def _add_circle(slide: Any, drawing: MapDrawing, at: tuple[float, float, float], name: str) -> None:
    x, y, radius = at
    circle = slide.shapes.add_shape(MSO_SHAPE.OVAL, *Place(x - radius, y - radius, 2 * radius, 2 * radius).emu())
    circle.name = one_line(name)
    circle.shadow.inherit = False
    circle.fill.solid()
    circle.fill.fore_color.rgb = rgb(drawing.bubble_colour)
    pptx_private.let_through(circle, OPACITY)
    circle.line.color.rgb, circle.line.width = rgb("#ffffff"), Emu(6350)


def _fitted(box: tuple[int, int, int, int], room: Place) -> tuple[float, tuple[float, float]]:
    """Return inches per unit of the boundaries, and where their origin lies so that the map is centred."""
    x, y, width, height = box
    scale = min(room.width / max(width, 1), room.height / max(height, 1))
    left = room.left + (room.width - width * scale) / 2 - x * scale
    top = room.top + (room.height - height * scale) / 2 - y * scale
    return scale, (left, top)


def _inches(ring: Points, scale: float, origin: tuple[float, float]) -> Points:
    moved: Points = ring * scale + np.array(origin)
    return moved


def _shape(number: int, region: MapRegion, rings: Sequence[Points], drawing: MapDrawing) -> str:
    """Return one freeform; its path is in the file's units from its own corner."""
    every = np.vstack(rings)
    low, high = every.min(axis=0), every.max(axis=0)
    corner, size = _emu(low), np.maximum(_emu(high) - _emu(low), 1)
    path = "".join(_ring(_emu(ring) - corner) for ring in rings)
    name = quoteattr(one_line(f"{region.name}: {region.text}"))
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{number}" name={name} descr={name}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{corner[0]}" y="{corner[1]}"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{size[0]}" h="{size[1]}">{path}</a:path></a:pathLst></a:custGeom>'
        f"{_fill(region.fill, drawing)}{_rim(region, drawing)}</p:spPr></p:sp>"
    )


def _emu(points: Points) -> Any:
    return np.rint(points * Inches(1)).astype(np.int64)


def _ring(points: Any) -> str:
    moves = [f'<a:pt x="{x}" y="{y}"/>' for x, y in points.tolist()]
    lines = "".join(f"<a:lnTo>{move}</a:lnTo>" for move in moves[1:])
    return f"<a:moveTo>{moves[0]}</a:moveTo>{lines}<a:close/>"


def _fill(fill: int | str, drawing: MapDrawing) -> str:
    if isinstance(fill, int):
        return _solid(drawing.colours[fill])
    if fill == "not_applicable":
        return _solid(NOT_APPLICABLE)
    return (
        f'<a:pattFill prst="{HATCHED}"><a:fgClr><a:srgbClr val="{GREY[1:]}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#")}"/></a:solidFill>'


def _rim(region: MapRegion, drawing: MapDrawing) -> str:
    if region.code == drawing.selected:
        return f'<a:ln w="28575">{_solid(ORANGE)}</a:ln>'
    if region.code in drawing.specks and isinstance(region.fill, int):
        return f'<a:ln w="15240">{_solid(drawing.colours[region.fill])}</a:ln>'
    width = 6350 if len(drawing.regions) <= FEW else 2540
    return f'<a:ln w="{width}">{_solid("#ffffff" if isinstance(region.fill, int) else GREY)}</a:ln>'


def _add_labels(slide: Any, drawing: MapDrawing, fit: _Fit) -> None:
    """Write names and figures on paper that lets the colour through, moved apart where they would overlap."""
    known = {one.code: one for one in labelled(drawing)}
    boxes = []
    for code, region in known.items():
        x, y = drawing.points[code]
        width = max(len(region.name), len(region.text)) * 0.078 + 0.08
        boxes.append(Label(code, x * fit.scale + fit.origin[0], y * fit.scale + fit.origin[1], width, 0.34))
    for label in legible(boxes, [_on_slide(frame, fit) for frame in drawing.frames]):
        _lead(slide, label, drawing.points[label.code], fit)
        place = Place(label.x - label.width / 2, label.y - label.height / 2, label.width, label.height)
        region = known[label.code]
        box = add_text(slide, [region.name, region.text], place, Style(10, colour=INK, align="center", anchor="middle"))
        box.name = one_line(_("Label: {region}", region=region.name))
        box.fill.solid()
        box.fill.fore_color.rgb = rgb("#ffffff")
        pptx_private.let_through(box, OPACITY)


def _lead(slide: Any, label: Label, point: tuple[float, float], fit: _Fit) -> None:
    """Draw a line from a region to its label where that had to move away."""
    x, y = (value * fit.scale + origin for value, origin in zip(point, fit.origin, strict=True))
    if has_moved(label, (x, y)):
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *(Inches(one) for one in (x, y, label.x, label.y)))
        line.line.color.rgb, line.line.width = rgb(INK), Pt(0.75)


def _add_legend(slide: Any, drawing: MapDrawing, place: Place) -> None:
    """Draw a box and its limits for each class, with how many regions are in it."""
    title = add_text(slide, [drawing.legend_title], Place(place.left, place.top, place.width, 0.5), Style(12))
    title.name = one_line(_("Legend: {what}", what=drawing.legend_title))
    first = place.top + 0.55
    for bubble in drawing.bubble_legend:
        middle = first + BUBBLE
        _add_circle(slide, drawing, (place.left + BUBBLE, middle, bubble.size * BUBBLE), bubble.label)
        beside = Place(place.left + 2 * BUBBLE + 0.1, middle - 0.13, place.width - 2 * BUBBLE - 0.1, 0.26)
        add_text(slide, [bubble.label], beside, Style(12, anchor="middle"))
        first += 2 * BUBBLE + 0.06
    for number, entry in enumerate(drawing.legend):
        top = first + number * 0.36
        _add_swatch(slide, entry, drawing, Place(place.left, top, 0.36, 0.24))
        said = f"{entry.label}  ({integer(entry.count)})"
        add_text(slide, [said], Place(place.left + 0.46, top, place.width - 0.46, 0.26), Style(12, anchor="middle"))
    if drawing.frame_title:
        top = first + len(drawing.legend) * 0.36
        _add_frame(slide, Place(place.left, top, 0.36, 0.24), drawing)
        beside = Place(place.left + 0.46, top, place.width - 0.46, 0.5)
        add_text(slide, [drawing.frame_title], beside, Style(12))


def _add_swatch(slide: Any, entry: LegendEntry, drawing: MapDrawing, place: Place) -> None:
    swatch = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *place.emu())
    swatch.name = one_line(_("Legend: {what}", what=entry.label))
    swatch.shadow.inherit = False
    swatch.line.color.rgb, swatch.line.width = rgb(GREY), Emu(6350)
    pptx_private.fill(swatch, _fill(entry.fill, drawing))
    fill_frame(swatch.text_frame, [""], Style(8))
