"""Each map and chart of a slide as a picture of its own, with title, source and mark inside: SVG, and PNG at 2x."""

from matplotlib.figure import Figure

from components.exports.drawings.bars import draw_bars
from components.exports.drawings.canvas import say_around, sheet, to_png, to_svg
from components.exports.drawings.lines import draw_lines
from components.exports.drawings.map import draw_map
from components.slides.model import Slide

SIZE = (9.6, 6.2)
PARTS = ("map", "bars", "lines")


def parts_drawn(slide: Slide) -> list[str]:
    """Which drawings a slide has."""
    return [part for part in PARTS if getattr(slide, part) is not None]


def picture_svg(slide: Slide, part: str) -> bytes:
    """One drawing as SVG; its text is text."""
    return to_svg(_picture(slide, part))


def picture_png(slide: Slide, part: str) -> bytes:
    """One drawing as PNG, at twice the size of the screen's pixels."""
    return to_png(_picture(slide, part))


def picture_files(slide: Slide, part: str) -> tuple[bytes, bytes]:
    """The SVG and the PNG of one drawing, laid out once."""
    figure = _picture(slide, part)
    return to_svg(figure), to_png(figure)


def draw_part(figure: Figure, slide: Slide, part: str, place: tuple[float, float, float, float]) -> None:
    """Draw one part of a slide into a part of the sheet."""
    if part == "map" and slide.map:
        draw_map(figure, slide.map, place)
    if part == "bars" and slide.bars:
        draw_bars(figure, slide.bars, place)
    if part == "lines" and slide.lines:
        draw_lines(figure, slide.lines, place)


def _picture(slide: Slide, part: str) -> Figure:
    figure = sheet(SIZE)
    left = 0.07 if part == "lines" else 0.02
    draw_part(figure, slide, part, (left, 0.13, 0.97 - left, 0.74))
    say_around(figure, slide.title, slide.source, slide.simulated)
    return figure
