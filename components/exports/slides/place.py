"""Places and texts on a slide of 13.33 by 7.5 inches."""

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from components.exports.look import INK
from components.exports.text import clean, one_line

WIDTH, HEIGHT = 13.333, 7.5
EDGE = 0.5
# Every Windows and Mac has it, and LibreOffice a font of the same widths.
FONT = "Arial"
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
        """In the units of the file."""
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
    """A box of paragraphs; a text is one paragraph, whatever it holds."""
    box = slide.shapes.add_textbox(*place.emu())
    fill_frame(box.text_frame, texts, style)
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
            _add_run(paragraph, line, style)


def _add_run(paragraph: Any, line: str, style: Style) -> None:
    run = paragraph.add_run()
    run.text = " ".join(line.split())
    run.font.name, run.font.size, run.font.bold = FONT, Pt(style.size), style.bold
    run.font.color.rgb = rgb(style.colour)


def describe(shape: Any, text: str) -> None:
    """Its alternative text; python-pptx has no name for it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", one_line(text, 500))


def rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


def fitting(text: str, width: float, height: float, largest: float, smallest: float = 11) -> float:
    """The largest size at which a text surely fits; Arial's letters are about half their size wide."""
    size = largest
    while size > smallest:
        letters = max(1, int(width * 72 / (size * 0.52)))
        lines = -(-len(text) // letters)
        if lines * size * 1.22 <= height * 72:
            break
        size -= 1
    return size
