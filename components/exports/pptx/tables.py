"""A slide's table as a native table, cut to what can be read; the whole is in the workbook."""

from typing import Any

from pptx.util import Inches

from components.exports.parts.cells import cell_text, link_of
from components.exports.parts.look import LINE, MUTED
from components.exports.parts.text import one_line, shortened
from components.exports.pptx.place import Place, Style, add_text, fill_frame, rgb
from components.language.i18n import _, integer
from components.report.model import Table

# Inches; few rows are taller, and their letters larger.
ROW, MOST_ROW = 0.3, 0.42
LONGEST = 90
# Inches of the line that says how many rows are left out.
LEFT_OUT = 0.32


def add_table(slide: Any, table: Table, place: Place) -> Any:
    """Add a header and as many rows as fit; how many do not is said below. Returns the table's frame."""
    fit = max(1, int(place.height / ROW) - 1)
    if len(table.rows) > fit:
        fit = max(1, int((place.height - LEFT_OUT) / ROW) - 1)
    rows = table.rows[:fit]
    high = ROW if len(rows) < len(table.rows) else min(MOST_ROW, place.height / (len(rows) + 1))
    size = int(high / ROW * 12)
    room = Place(place.left, place.top, place.width, high * (len(rows) + 1))
    frame = slide.shapes.add_table(len(rows) + 1, len(table.columns), *room.emu())
    frame.name = one_line(table.title) or _("Table")
    _share_width(frame.table, table, place.width)
    for number, column in enumerate(table.columns):
        _fill(frame.table.cell(0, number), column.label, Style(size, bold=True, align=_align(column.kind)), header=True)
        for place_of_row, row in enumerate(rows, 1):
            text = shortened(cell_text(row[number], column), LONGEST)
            cell = frame.table.cell(place_of_row, number)
            _fill(cell, text, Style(size, align=_align(column.kind)))
            if address := link_of(table, place_of_row - 1, column):
                cell.text_frame.paragraphs[0].runs[0].hyperlink.address = address
    for row in frame.table.rows:
        row.height = Inches(high)
    if len(table.rows) > len(rows):
        said = _("{count} more rows are in the workbook.", count=integer(len(table.rows) - len(rows)))
        below = Place(place.left, place.top + room.height + 0.06, place.width, 0.26)
        add_text(slide, [said], below, Style(11, colour=MUTED))
    return frame


def _align(kind: str) -> str:
    return "left" if kind == "text" else "right"


def _share_width(grid: Any, table: Table, width: float) -> None:
    """Make each column as wide as its longest text asks, within limits."""
    longest = [
        max([len(column.label), *(len(cell_text(row[number], column)) for row in table.rows[:20])], default=1)
        for number, column in enumerate(table.columns)
    ]
    shares = [min(max(letters, 6), 40) for letters in longest]
    for column, share in zip(grid.columns, shares, strict=True):
        column.width = Inches(width * share / sum(shares))


def _fill(cell: Any, text: str, style: Style, header: bool = False) -> None:
    fill_frame(cell.text_frame, [text], style)
    cell.margin_left = cell.margin_right = Inches(0.12)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.fill.solid()
    cell.fill.fore_color.rgb = rgb(LINE if header else "#ffffff")
