"""The deck as PDF: what the screen showed, to be printed and sent."""

from typing import Any

from components.exports.drawings.canvas import sheet, to_svg
from components.exports.parts.cells import cell_text, link_of
from components.exports.parts.layout import also_known, parts_shown, share_of
from components.exports.parts.progress import Step, no_step
from components.exports.parts.qr import link_svg
from components.exports.parts.text import shortened
from components.exports.pdf.typeset import typeset
from components.exports.pictures import draw_part
from components.language.i18n import _, integer
from components.report.model import Column, Deck, Figure, Slide, Table
from components.report.source_links import source_runs
from components.state import typeface

# Inches on paper.
WIDTH = 12.3
# Drawings are made smaller and set larger, for their letters are meant for a page held in the hand.
DRAWN = 0.66
# Left, bottom, width and height on its sheet: a trend has its years below and its unit above.
PLACES = {
    "map": (0.01, 0.01, 0.98, 0.98),
    "bars": (0.01, 0.08, 0.98, 0.9),
    "lines": (0.08, 0.1, 0.91, 0.76),
    "steps": (0, 0, 1, 1),
}
# Points, where a slide is its sentence and its figures: they have the page to themselves.
LARGEST_ALONE, ALONE_LABEL, ALONE_NOTE = 60, 16, 14
MOST_ROWS, FEW_ROWS, MOST_FIGURES, LONGEST = 13, 10, 6, 90


def deck_pdf(deck: Deck, step: Step = no_step) -> bytes:
    """Return the deck as PDF, with its title and language; step is told how many slides are drawn, and may stop it."""
    files: dict[str, bytes] = {}
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        slides.append(_slide(slide, deck, files))
        step(number, len(deck.slides) + 1)  # typesetting is the last
    if deck.public_url:
        files["link.svg"] = link_svg(deck.public_url)
    values = {
        "name": deck.name,
        "own_name": deck.own_name,
        "title": f"{deck.title}, {deck.subtitle}",
        "language": deck.language,
        "dataset": deck.dataset,
        "version": deck.version,
        "link": deck.public_url,
        "simulated_word": _("SIMULATION"),
        "slides": slides,
    }
    return typeset("deck.typ", values, files, deck.made)


def _slide(slide: Slide, deck: Deck, files: dict[str, bytes]) -> dict[str, Any]:
    parts = parts_shown(slide)
    figures = slide.figures[:MOST_FIGURES]
    letters = len(slide.sentence) + sum(len(text) for text in slide.paragraphs)
    return {
        "title": slide.title,
        "title_size": 26 if len(slide.title) < 60 else 19,
        "sentence": slide.sentence,
        "paragraphs": list(slide.paragraphs),
        "size": _size(letters, bool(parts)),
        "figures": [{"label": one.label, "text": one.text, "note": one.note} for one in figures],
        "figure_size": _figure_size(figures, bool(parts)),
        "label_size": 10.5 if parts else ALONE_LABEL,
        "note_size": 9.5 if parts else ALONE_NOTE,
        "known": also_known(slide),
        "source": [run._asdict() for run in source_runs(slide, deck)],
        "simulated": slide.simulated,
        "parts": [_part(slide, part, parts, files) for part in parts],
    }


def _size(letters: int, beside: bool) -> int:
    """Return a large size where the sentence stands alone; a page of definitions has to fit all the same."""
    if letters > 1400:
        return 11
    if beside:
        return 16 if letters < 320 else 14 if letters < 900 else 12
    return 30 if letters < 320 else 24 if letters < 500 else 16


def _figure_size(figures: tuple[Figure, ...], beside: bool) -> int:
    """Return a size as large as the longest fits its column on one line."""
    longest = max((typeface.width(one.text, 1, bold=True) for one in figures), default=1)
    column = WIDTH * 72 / max(len(figures), 3) - 12
    largest = LARGEST_ALONE if not beside else 30 if len(figures) <= 4 else 18
    return max(14, min(largest, int(column / max(longest, 1))))


def _part(slide: Slide, part: str, parts: list[str], files: dict[str, bytes]) -> dict[str, Any]:
    share = share_of(part) / sum(map(share_of, parts))
    if part == "table":
        table = slide.tables[0]
        size = 15 if len(table.rows) <= FEW_ROWS and len(parts) == 1 and not slide.paragraphs else 12
        return {
            "kind": "table",
            "table": table_values(table, MOST_ROWS),
            "more": _more(table),
            "size": size,
            "share": share,
        }
    name = f"{len(files)}.svg"
    height = 3.7 if slide.figures else 5.1
    figure = sheet((WIDTH * share * DRAWN, height * DRAWN))
    draw_part(figure, slide, part, PLACES[part])
    files[name] = to_svg(figure)
    return {"kind": "drawing", "file": name, "alt": slide.sentence or slide.title, "share": share}


def table_values(table: Table, most: int) -> dict[str, Any]:
    """Return a table for a template: each cell a text, or a text with the address that it leads to."""
    return {
        "title": table.title,
        "columns": [{"label": column.label, "kind": column.kind} for column in table.columns],
        "rows": [
            [_cell(table, place, column, cell) for cell, column in zip(row, table.columns, strict=True)]
            for place, row in enumerate(table.rows[:most])
        ],
    }


def _cell(table: Table, place: int, column: Column, cell: object) -> str | dict[str, str]:
    text, address = shortened(cell_text(cell, column), LONGEST), link_of(table, place, column)
    return {"text": text, "url": address} if address else text


def _more(table: Table) -> str:
    rest = len(table.rows) - MOST_ROWS
    return _("{count} more rows are in the workbook.", count=integer(rest)) if rest > 0 else ""
