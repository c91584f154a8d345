"""Places and texts on a slide of 13.33 by 7.5 inches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from components.exports.parts.look import INK
from components.exports.parts.text import clean, one_line, spaced
from components.exports.pptx import pptx_private
from components.report.source_links import Run
from components.state import typeface

WIDTH, HEIGHT = 13.333, 7.5
# Of a letter's size, what a line takes; and how much wider the font of another machine may be.
LEADING, RESERVE = 1.22, 1.03
# Panose and family of Arial, by which PowerPoint looks for another font; LibreOffice goes by the name.
AS_ARIAL = {"panose": "020B0604020202020204", "pitchFamily": "34", "charset": "0"}
EDGE = 0.5
ANCHORS = {"top": MSO_ANCHOR.TOP, "middle": MSO_ANCHOR.MIDDLE, "bottom": MSO_ANCHOR.BOTTOM}
ALIGNMENTS = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}


@dataclass(frozen=True)
class Place:
    """A rectangle in inches."""

    left: float
    top: float
    width: float
    height: float

    def emu(self) -> tuple[int, int, int, int]:
        """Convert to the units of the file."""
        return Inches(self.left), Inches(self.top), Inches(self.width), Inches(self.height)


@dataclass(frozen=True)
class Style:
    """How a text is set; size in points."""

    size: float
    bold: bool = False
    colour: str = INK
    align: str = "left"
    anchor: str = "top"


def add_text(slide: Any, texts: list[str], place: Place, style: Style) -> Any:
    """Add a box of paragraphs; a text is one paragraph, whatever it holds."""
    box = slide.shapes.add_textbox(*place.emu())
    fill_frame(box.text_frame, texts, style)
    return box


def add_linked(slide: Any, runs: Sequence[Run], place: Place, style: Style) -> Any:
    """Add a box of one paragraph, parts of which lead to an address."""
    box = slide.shapes.add_textbox(*place.emu())
    fill_frame(box.text_frame, [], style)
    for run in runs:
        _add_run(box.text_frame.paragraphs[0], clean(run.text), style).hyperlink.address = run.url or None
    return box


def fill_frame(frame: Any, texts: list[str], style: Style) -> None:
    """Set paragraphs into a frame of a box, a cell or the title."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = ANCHORS[style.anchor]
    for number, text in enumerate(texts or [""]):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGNMENTS[style.align]
        for place, line in enumerate(clean(text).split("\n")):
            if place:
                paragraph.add_line_break()
            _add_run(paragraph, spaced(line), style)


def _add_run(paragraph: Any, text: str, style: Style) -> Any:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(style.size), style.bold
    run.font.color.rgb = rgb(style.colour)
    name_typeface(run.font)
    return run


def name_typeface(font: Any) -> None:
    """Name our typeface with what Arial says of itself: a machine that lacks it takes one of the same widths."""
    font.name = typeface.FAMILY
    pptx_private.liken(font, AS_ARIAL)


def name_theme(show: Any) -> None:
    """Name our two fonts in the theme, for what a presenter will write."""
    pptx_private.name_theme(show, typeface.FAMILY, AS_ARIAL)


def describe(shape: Any, text: str) -> None:
    """Set its alternative text."""
    pptx_private.describe(shape, one_line(text, 500))


def rgb(colour: str) -> RGBColor:
    found: RGBColor = RGBColor.from_string(colour.lstrip("#").upper())
    return found


def fitting(text: str, width: float, height: float, largest: float, smallest: float = 11) -> float:
    """Return the largest size at which a text surely fits its box."""
    size = largest
    while size > smallest and lines_of(text, width, size) * size * LEADING > height * 72:
        size -= 1
    return size


def lines_of(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a box, measured as if it were bold and, as another font may be, wider."""
    return len(typeface.broken(text, width * 72 / RESERVE, size, bold=True))
