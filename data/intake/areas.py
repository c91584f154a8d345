"""Several tables in one sheet, below or beside each other: where each of them lies."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.intake.header import find_header_rows, is_data_row, is_figure, tidy
from data.intake.sheet import Sheet

_MOST = 20  # of more nobody could choose
_SAMPLE = 60


@dataclass(frozen=True)
class Area:
    """A rectangle of a sheet: rows first to last (from 1), columns left to right (from 0), all included."""

    first: int
    last: int
    left: int
    right: int


def find_areas(sheet: Sheet) -> list[Area]:
    """Return the tables of a sheet in reading order; [] where there is one, or none.

    Below each other they are parted by an empty row and have a header each; the same header again continues a table.
    Beside each other they are parted by an empty column, or begin again with the same label, and each has a column
    of words.
    """
    areas = [side for block in _blocks(sheet) for side in _sides(sheet, block)]
    return areas[:_MOST] if len(areas) > 1 else []


def part(sheet: Sheet, area: Area) -> Sheet:
    """Return the cells of an area as a sheet of its own."""
    rows = sheet.cells[area.first - 1 : area.last]
    return Sheet(sheet.name, [row[area.left : area.right + 1] for row in rows], form=sheet.form)


def _blocks(sheet: Sheet) -> list[Area]:
    """Return the parts that lie below each other; a part without a header of its own belongs to the one above."""
    blocks: list[Area] = []
    header: list[list[str]] = []
    for first, last in _stretches(sheet):
        area = Area(first, last, 0, sheet.width - 1)
        own = _header(sheet, area)
        if own and own != header:
            blocks.append(area if header else Area(1, last, 0, sheet.width - 1))
            header = own
        elif blocks:
            blocks[-1] = Area(blocks[-1].first, last, 0, sheet.width - 1)
    return blocks


def _stretches(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield first and last row of what stands between empty rows."""
    first = 0
    for row, cells in enumerate(sheet.cells, 1):
        if any(text and not text.isspace() for text in cells):
            first = first or row
        elif first:
            yield first, row - 1
            first = 0
    if first:
        yield first, len(sheet.cells)


def _header(sheet: Sheet, area: Area) -> list[list[str]]:
    """Return the labels of an area that has them, each once but for the first, above a figure; [] where it has not."""
    cells = part(sheet, Area(area.first, min(area.last, area.first + _SAMPLE), area.left, area.right))
    rows = find_header_rows(cells) if cells.width > 1 else []
    if not rows or not any(is_data_row(row) for row in cells.cells[max(rows) :]):
        return []
    labels = [[tidy(text) for text in cells.cells[row - 1]] for row in rows]
    # `Lebong;belum lapor;belum lapor` is no header; beside each other two tables may begin with the same label.
    last = [text for text in labels[-1] if text]
    own = [text for text in last if text != last[0]]
    return labels if len(set(own)) == len(own) or len(rows) > 1 else []


def _sides(sheet: Sheet, block: Area) -> list[Area]:
    header = find_header_rows(part(sheet, Area(block.first, min(block.last, block.first + _SAMPLE), 0, block.right)))
    if not header:
        return [block]
    top = block.first + min(header) - 1
    body = Area(top, min(block.last, top + _SAMPLE), 0, block.right)
    sides = [
        Area(block.first, block.last, left, right)
        for left, right in _runs(sheet, body, block.first + max(header) - 1)
        if _is_table(sheet, Area(top, body.last, left, right))
    ]
    return sides if len(sides) > 1 else [block]


def _runs(sheet: Sheet, body: Area, header: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last column of what stands between empty columns, or before a label comes again."""
    cells = part(sheet, body).cells
    used = [any(row[at].strip() for row in cells) for at in range(sheet.width)]
    labels = [tidy(text) for text in sheet.cells[header - 1]]
    starts = [at for at, is_used in enumerate(used) if is_used and (at == 0 or not used[at - 1])]
    first = labels[starts[0]] if starts else ""
    starts += [at for at, label in enumerate(labels) if first and label == first]
    bounds = sorted(set(starts))
    for left, following in zip(bounds, [*bounds[1:], sheet.width], strict=True):
        right = max(at for at in range(left, following) if used[at])
        yield left, right


def _is_table(sheet: Sheet, area: Area) -> bool:
    """Say whether an area has labels, figures and, in one of its first two columns, words."""
    cells = part(sheet, area).cells
    if area.right == area.left or not _header(sheet, area):
        return False
    return any(_is_words([row[at] for row in cells[1:]]) for at in range(2))


def _is_words(column: list[str]) -> bool:
    filled = [text for text in column if text.strip()]
    return sum(not is_figure(text) for text in filled) * 2 > len(filled) > 0
