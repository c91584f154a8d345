"""A deck as PPTX: one slide each, its sentence, figures and drawings, notes for the presenter."""

import io
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.util import Inches

from components.exports.parts.layout import also_known, parts_shown, share_of
from components.exports.parts.look import MUTED, ORANGE
from components.exports.parts.progress import Step, no_step
from components.exports.parts.qr import link_png
from components.exports.parts.text import one_line, spaced
from components.exports.pptx.charts import add_bars, add_lines
from components.exports.pptx.map_shapes import add_map
from components.exports.pptx.place import (
    EDGE,
    HEIGHT,
    WIDTH,
    Place,
    Style,
    add_linked,
    add_text,
    describe,
    fill_frame,
    fitting,
    lines_of,
    name_theme,
)
from components.exports.pptx.steps import add_steps
from components.exports.pptx.tables import add_table
from components.language.i18n import _, integer
from components.report.model import Deck, Figure, LineDrawing, Slide
from components.report.source_links import source_runs

TITLE_ONLY = 5
MOST_FIGURES = 6
FOOT = 6.92
# Inches; a narrower chart has no room for a legend of many lines.
NARROW = 8.0


@dataclass(frozen=True)
class _Scale:
    """A row of figures: inches of label, figure and note; points of the largest figure and of the texts."""

    label: float
    figure: float
    note: float
    largest: float
    text: float


BESIDE = _Scale(0.42, 0.62, 0.42, 40, 12)
# Where there is nothing else on the slide than its sentence.
ALONE = _Scale(0.6, 1.0, 0.9, 60, 18)


def deck_pptx(deck: Deck, step: Step = no_step) -> bytes:
    """Return the deck as a presentation; step is told how many slides are done, and may stop it by raising."""
    show = Presentation()
    show.slide_width, show.slide_height = Inches(WIDTH), Inches(HEIGHT)
    name_theme(show)
    about = show.core_properties
    about.title, about.language, about.author = one_line(deck.name), deck.language, "Cakupan"
    about.subject = one_line(f"{deck.title}, {deck.subtitle}; {deck.dataset} ({deck.version})")
    # The template's own say who made it, in 2013.
    about.last_modified_by, about.revision = "Cakupan", 1
    about.created = about.modified = datetime.fromisoformat(deck.made)
    for number, slide in enumerate(deck.slides, 1):
        _add_slide(show, deck, slide, number)
        step(number, len(deck.slides))
    content = io.BytesIO()
    show.save(content)
    return content.getvalue()


def _add_slide(show: Any, deck: Deck, slide: Slide, number: int) -> None:
    page = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    _say_title(page, slide)
    if number == 1 and deck.own_name:
        _say_name(page, deck.own_name)
    top = _say_sentence(page, slide, 1.1)
    alone = not parts_shown(slide)
    top = _say_figures(page, slide.figures[:MOST_FIGURES], top + (0.4 if alone else 0), ALONE if alone else BESIDE)
    top = _say_known(page, also_known(slide), top)
    _draw(page, slide, Place(EDGE, top, WIDTH - 2 * EDGE, FOOT - 0.1 - top))
    _say_foot(page, deck, slide, number)
    if number == 1 and deck.public_url:
        _add_link(page, deck.public_url)
    page.notes_slide.notes_text_frame.text = "\n".join(one_line_each(_notes(slide)))


def _notes(slide: Slide) -> list[str]:
    """Return the presenter's notes: first of all that the figures are simulated, where they are; then their source."""
    mark = [_("SIMULATION, no official figures")] if slide.simulated else []
    return [*mark, *slide.notes, slide.source]


def _say_name(page: Any, name: str) -> None:
    """Write what the deck was kept under, above the title of its first slide."""
    box = add_text(page, [one_line(name)], Place(EDGE, 0.08, WIDTH - 2 * EDGE, 0.3), Style(12, bold=True, colour=MUTED))
    box.name = _("Name of the deck")


def _add_link(page: Any, address: str) -> None:
    """Add the address as a code for telephones and as a link."""
    code = page.shapes.add_picture(io.BytesIO(link_png(address)), *Place(11.38, 4.9, 1.45, 1.45).emu())
    code.name = one_line(_("QR code: {address}", address=address))
    describe(code, code.name)
    style = Style(14, colour=MUTED, align="right")
    box = add_text(page, [address], Place(6.4, 6.42, WIDTH - EDGE - 6.4, 0.35), style)
    if address.startswith(("https://", "http://")):
        box.text_frame.paragraphs[0].runs[0].hyperlink.address = address


def one_line_each(texts: list[str]) -> list[str]:
    """Make each note one paragraph."""
    return [spaced(text) for text in texts if text.strip()]


def _say_title(page: Any, slide: Slide) -> None:
    title = page.shapes.title
    width = WIDTH - 2 * EDGE - (2.2 if slide.simulated else 0)
    title.left, title.top, title.width, title.height = Place(EDGE, 0.35, width, 0.65).emu()
    fill_frame(
        title.text_frame, [slide.title], Style(fitting(slide.title, width, 0.6, 30, 18), bold=True, anchor="middle")
    )
    if slide.simulated:
        place = Place(WIDTH - EDGE - 2.1, 0.35, 2.1, 0.65)
        add_text(page, [_("SIMULATION")], place, Style(20, bold=True, colour=ORANGE, align="right", anchor="middle"))


def _say_sentence(page: Any, slide: Slide, top: float) -> float:
    """Write the sentence as large as it fits, larger where nothing else is on the slide; returns where it ends."""
    texts = [text for text in (slide.sentence, *slide.paragraphs) if text]
    if not texts:
        return top
    alone = not parts_shown(slide)
    room = 4.6 - (2.4 if slide.figures else 0) if alone else (3.0 if slide.paragraphs else 1.0)
    width, whole = WIDTH - 2 * EDGE, " ".join(texts)
    size = fitting(whole, width, room, 32 if alone else 20)
    box = add_text(page, texts, Place(EDGE, top, width, room), Style(size))
    if len(texts) > 1:
        for paragraph in box.text_frame.paragraphs:
            paragraph.space_after = Inches(0.1)
    lines = sum(lines_of(text, width, size) for text in texts)
    return top + min(room, lines * size * 1.25 / 72 + 0.12 * (len(texts) - 1)) + 0.2


def _say_figures(page: Any, figures: tuple[Figure, ...], top: float, scale: _Scale) -> float:
    if not figures:
        return top
    width = (WIDTH - 2 * EDGE) / max(len(figures), 3)
    room = width - 0.15
    size = min(fitting(figure.text, width - 0.2, scale.figure, scale.largest, 16) for figure in figures)
    for number, figure in enumerate(figures):
        left = EDGE + number * width
        label = Style(fitting(figure.label, room, scale.label, scale.text, 9), colour=MUTED, anchor="bottom")
        add_text(page, [figure.label], Place(left, top, room, scale.label), label)
        middle = Place(left, top + scale.label + 0.02, room, scale.figure)
        add_text(page, [figure.text], middle, Style(size, bold=True, anchor="middle"))
        note = Style(fitting(figure.note, room, scale.note, scale.text - 1, 8), colour=MUTED)
        add_text(page, [figure.note], Place(left, top + scale.label + scale.figure + 0.04, room, scale.note), note)
    return top + scale.label + scale.figure + scale.note + 0.14


def _say_known(page: Any, text: str, top: float) -> float:
    """Write what else is known of a profile's region, between its figures and its drawings."""
    if not text:
        return top
    width = WIDTH - 2 * EDGE
    add_text(page, [text], Place(EDGE, top, width, 0.45), Style(fitting(text, width, 0.45, 12, 9)))
    return top + 0.5


def _draw(page: Any, slide: Slide, place: Place) -> None:
    """Draw the slide's drawings side by side."""
    parts = parts_shown(slide)
    if not parts or place.height < 0.8:
        return
    unit = (place.width - 0.4 * (len(parts) - 1)) / sum(map(share_of, parts))
    left = place.left
    for part in parts:
        room = Place(left, place.top, unit * share_of(part), place.height)
        left += room.width + 0.4
        if part == "map" and slide.map:
            described(add_map(page, slide.map, room), slide)
        elif part == "bars" and slide.bars:
            described(add_bars(page, slide.bars, room), slide)
        elif part == "lines" and slide.lines:
            described(add_lines(page, slide.lines if room.width > NARROW else _plainer(slide.lines), room), slide)
        elif part == "steps" and slide.steps:
            described(add_steps(page, slide.steps, room), slide)
        elif part == "table":
            described(add_table(page, slide.tables[0], room), slide)


def described(shape: Any, slide: Slide) -> None:
    """Say what a drawing shows, for those who hear the slide."""
    describe(shape, f"{shape.name}. {slide.sentence or slide.title}. {slide.source}")


def _plainer(lines: LineDrawing) -> LineDrawing:
    """Keep of a small chart the lines and the target; the decrees stand on the trend's slide."""
    return replace(lines, milestones=())


def _say_foot(page: Any, deck: Deck, slide: Slide, number: int) -> None:
    """Write the source on the left, dataset, version and number of the slide on the right."""
    left = add_linked(page, source_runs(slide, deck), Place(EDGE, FOOT, 8.6, 0.42), Style(10, colour=MUTED))
    left.name = _("Source")
    said = f"{deck.dataset} ({deck.version}) · {integer(number)}"
    add_text(page, [said], Place(WIDTH - EDGE - 3.6, FOOT, 3.6, 0.42), Style(10, colour=MUTED, align="right"))
