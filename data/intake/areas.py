"""Several tables in one sheet, below or beside each other: where each of them lies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.intake.columns import is_region_label
from data.intake.header import find_header_rows, goes_on, is_data_row, is_figure, tidy
from data.intake.period_names import periods_in
from data.intake.sheet import Sheet
from data.intake.vocabulary import names_segment

_MOST = 20  # of more nobody could choose
_SAMPLE = 60
_FIRST, _LONGEST = 4, 30  # columns that may be that of regions, letters of its label
_NUMBERED = re.compile(r"(?:tabel|table|lampiran)\b")
_NOTE = re.compile(r"(?:sumber|source|catatan|notes?|ket(?:erangan)?)\b|\*")


@dataclass(frozen=True)
class Area:
    """A rectangle of a sheet: rows first to last (from 1), columns left to right (from 0), all included."""

    first: int
    last: int
    left: int
    right: int


def find_areas(sheet: Sheet) -> list[Area]:
    """Return the tables of a sheet in reading order; [] where there is one, or none.

    Below each other they have a header each; the same header again continues a table, as on a next page.
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
    """Return the parts that lie below each other; a part without a header of its own belongs to the one above.

    So does one with the same header, unless a title of its own stands over it: `Tabel 2. Peserta BPU 2024`.
    """
    blocks: list[Area] = []
    header: list[list[str]] = []
    titles: set[str] = set()
    for first, last in _parted(sheet):
        area = Area(first, last, 0, sheet.width - 1)
        own, said = _header(sheet, area), _titles(sheet, area)
        if own and (own != header or any(_tells_another(title) for title in said - titles)):
            blocks.append(area if header else Area(1, last, 0, sheet.width - 1))
            header, titles = own, said
        elif blocks:
            blocks[-1] = Area(blocks[-1].first, last, 0, sheet.width - 1)
    return blocks


def _parted(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the stretches between empty rows, cut where labels stand again without an empty row above them."""
    labels = _region_labels(sheet)
    for first, last in _stretches(sheet):
        top = first
        data = False
        for row in range(first, last + 1):
            cells = sheet.cells[row - 1]
            if data and not labels.isdisjoint(cells[:_FIRST]) and _are_labels(cells):
                start = _with_titles(sheet, row, top)
                yield top, start - 1
                top, data = start, False
            data = data or is_data_row(cells)
        yield top, last


def _region_labels(sheet: Sheet) -> set[str]:
    """Return the words for the column of regions that stand in the first columns; of millions of rows at once."""
    written = {row[at] for at in range(min(_FIRST, sheet.width)) for row in sheet.cells}
    return {text for text in written if text[:1].isalpha() and len(text) <= _LONGEST and is_region_label(text)}


def _are_labels(cells: list[str]) -> bool:
    """Say whether a row that has the word for regions names columns."""
    return sum(bool(text.strip()) for text in cells) > 1 and not is_data_row(cells)


def _with_titles(sheet: Sheet, row: int, top: int) -> int:
    """Return the first of the titles right above a row of labels, or the row itself."""
    while row - 1 > top and len(set(map(tidy, sheet.cells[row - 2])) - {""}) == 1:
        row -= 1
    return row


def _titles(sheet: Sheet, area: Area) -> set[str]:
    """Return what stands above the labels of an area, in one cell a row."""
    rows = find_header_rows(part(sheet, area))
    above = sheet.cells[area.first - 1 : area.first + min(rows, default=1) - 2]
    texts = [set(map(tidy, row)) - {""} for row in above]
    return {text for row in texts if len(row) == 1 for text in row}


def _tells_another(title: str) -> bool:
    """Say whether a title is of a table of its own: its number, its period or its segment, and no page that goes on."""
    if goes_on(title) or _NOTE.match(title):
        return False
    return bool(_NUMBERED.match(title) or periods_in(title) or names_segment(title))


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
    side = last[: last.index(last[0], 1)] if last[0] in last[1:] else last
    return labels if (len(side) > 1 and len(set(side)) == len(side)) or len(rows) > 1 else []


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
