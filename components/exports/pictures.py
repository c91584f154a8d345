"""Each map and chart of a slide as a picture of its own, with title, source and mark inside: SVG, and PNG at 2x."""

import io
import zipfile

from matplotlib.figure import Figure

from components.exports.drawings.bars import draw_bars
from components.exports.drawings.canvas import say_around, sheet, to_png, to_svg
from components.exports.drawings.lines import draw_lines
from components.exports.drawings.map import draw_map
from components.exports.drawings.steps import draw_steps
from components.exports.parts.layout import parts_shown
from components.report.model import Deck, Slide

SIZE = (9.6, 6.2)
PARTS = ("map", "bars", "lines", "steps")
# Left, bottom, width and height, as parts of the sheet.
Room = tuple[float, float, float, float]


def parts_drawn(slide: Slide) -> list[str]:
    """Return which drawings a slide shows."""
    return [part for part in parts_shown(slide) if part in PARTS]


def pictures_of(deck: Deck) -> bytes:
    """Return the drawings of a deck of one slide, an archive of `map.svg`, `map.png` and so on, packed by who asked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for slide in deck.slides:
            for part in parts_drawn(slide):
                svg, png = picture_files(deck, slide, part)
                archive.writestr(f"{part}.svg", svg)
                archive.writestr(f"{part}.png", png)
    return content.getvalue()


def picture_files(deck: Deck, slide: Slide, part: str) -> tuple[bytes, bytes]:
    """Return the SVG and the PNG of one drawing, laid out once; the PNG has two pixels for each of the screen's."""
    figure = _picture(deck, slide, part)
    return to_svg(figure, alone=True), to_png(figure)


def draw_part(figure: Figure, slide: Slide, part: str, place: Room, codes: bool = True) -> None:
    """Draw one part of a slide into a part of the sheet; codes: whether each region's shape bears its own."""
    if part == "map" and slide.map:
        draw_map(figure, slide.map, place, codes=codes)
    if part == "bars" and slide.bars:
        draw_bars(figure, slide.bars, place)
    if part == "lines" and slide.lines:
        draw_lines(figure, slide.lines, place)
    if part == "steps" and slide.steps:
        draw_steps(figure, slide.steps, place)


def _picture(deck: Deck, slide: Slide, part: str) -> Figure:
    """Draw it with all around it, for a copy in a message says itself what it shows, where, when and whence."""
    figure = sheet(SIZE)
    left = 0.07 if part == "lines" else 0.02
    # Where names are hidden the shapes do not bear codes either.
    draw_part(figure, slide, part, (left, 0.13, 0.97 - left, 0.73), codes=not deck.hidden_names)
    what = f"{deck.title}, {deck.subtitle}"
    source = " · ".join(one for one in (slide.source, f"{deck.dataset} ({deck.version})") if one)
    say_around(figure, (slide.title, what), source, slide.simulated)
    return figure
