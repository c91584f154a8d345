"""Why a rate changed, as shapes: a chart would need hidden bars whose figures are nobody's."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE

from components.charts.waterfall import Steps
from components.exports.parts.look import MUTED
from components.exports.parts.text import one_line
from components.exports.pptx.place import Place, Style, add_text, fitting, rgb
from components.language.i18n import _

# Inches: of the title, and at most of a row; parts of a row that its words and its bar take.
TITLE, MOST_ROW = 0.34, 1.0
WORDS, BAR = 0.5, 0.34
# Parts of the width, for a name and for its figure.
NAME = 0.68


def add_steps(slide: Any, drawing: Steps, place: Place) -> Any:
    """Add a group of a bar for each step, its name and its figure above it. Returns the group."""
    group = slide.shapes.add_group_shape()
    group.name = _("Why it changed: {area}", area=one_line(drawing.title))
    title = Style(fitting(drawing.title, place.width, TITLE, 12, 9), colour=MUTED)
    add_text(group, [drawing.title], Place(place.left, place.top, place.width, TITLE), title)
    row = min(MOST_ROW, (place.height - TITLE) / len(drawing.steps))
    size = min(fitting(step.label, place.width * NAME, row * WORDS, 16, 9) for step in drawing.steps)
    for number, (step, share, colour) in enumerate(zip(drawing.steps, drawing.shares, drawing.colours, strict=True)):
        top = place.top + TITLE + number * row
        name = Place(place.left, top, place.width * NAME, row * WORDS)
        figure = Place(name.left + name.width, top, place.width * (1 - NAME), row * WORDS)
        add_text(group, [step.label], name, Style(size, anchor="bottom"))
        add_text(group, [step.text], figure, Style(size, bold=True, align="right", anchor="bottom"))
        left, width = (part * place.width for part in share)
        bar = Place(place.left + left, top + row * (WORDS + 0.04), max(width, 0.01), row * BAR)
        shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *bar.emu())
        shape.name = one_line(f"{step.label}: {step.text}")
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(colour)
        shape.line.fill.background()
        shape.shadow.inherit = False
    return group
