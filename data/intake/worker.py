"""Reads an upload of figures inside the child process: bytes and settings to an `Opened`."""

from typing import Any

from data.intake.areas import find_areas
from data.intake.columns import ROLES, names_role
from data.intake.files import read_sheets
from data.intake.header import is_data_row
from data.intake.parsed_file import Opened, Settings, SheetAbout, Tables, settings_from_json, to_answer
from data.intake.sheet import Sheet
from data.intake.structure import Found, find_structure, read_rows
from data.intake.together import sheets_together
from errors import DataError

PREVIEW_ROWS, PREVIEW_LETTERS = 60, 200
# Each such cell becomes a line of the report: of more nobody could read it, and the server would hold them all.
MAX_FORMULAS = 100_000
_MERGED = 1000


def answer(request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], Tables]:
    """Return what `to_answer` makes of the upload; request: `name` and the fields of `Settings`, as JSON values.

    Raises DataError: those of `read_sheets`, and with file `table_missing` (place: the row below which nothing stands),
    `sheet_unknown` (found, expected: how many there are), `header_outside` (found, expected: the last row),
    `table_unknown`, `too_many_unsaved` and `too_many_failed` (sheet, found, expected), of more than 100,000.
    """
    return to_answer(open_content(request["name"], content, settings_from_json(request)))


def open_content(name: str, content: bytes, settings: Settings) -> Opened:
    """Read the chosen sheet, or the first visible one with a table; errors as `answer`."""
    sheets = read_sheets(name, content, settings)
    together = sheets_together(sheets)
    sheets = [*sheets, together] if together else sheets
    at, found = _chosen(name, sheets, settings)
    sheet = found.sheet
    _check_formulas(name, sheet)
    texts, typed = read_rows(found)
    if texts.empty and not _may_be_table(found):
        raise DataError("table_missing", file=name, place=max(found.first_row - 1, 1))
    return Opened(
        file=name,
        sheets=[_about(one) for one in sheets],
        sheet=at,
        header_rows=found.header_rows,
        first_row=found.first_row,
        dropped=found.dropped,
        columns=found.columns,
        preview=[[text[:PREVIEW_LETTERS] for text in row] for row in sheet.cells[:PREVIEW_ROWS]],
        titles=_titles(found),
        texts=texts,
        typed=typed,
        unsaved=list(sheet.unsaved),
        errors=list(sheet.errors),
        merged=list(sheet.merged[:_MERGED]),
        areas=found.areas,
        area=settings.table or 0,
        hidden_rows=found.hidden_rows,
        hidden_columns=found.hidden_columns,
        together=len(sheets) - 1 if together else None,
        parts=list(sheet.parts),
        lines=sheet.lines,
    )


def _chosen(name: str, sheets: list[Sheet], settings: Settings) -> tuple[int, Found]:
    if settings.sheet is not None:
        if not 0 <= settings.sheet < len(sheets):
            raise DataError("sheet_unknown", file=name, found=settings.sheet + 1, expected=len(sheets))
        return settings.sheet, _structure(name, sheets[settings.sheet], settings)
    # Sheets that make one table together stand last, and go before each alone.
    order = sorted(range(len(sheets)), key=lambda at: (sheets[at].hidden, not sheets[at].parts, at))
    filled = [at for at in order if sheets[at].cells]
    found = {at: _structure(name, sheets[at], settings) for at in filled}
    best = next((at for at in filled if found[at].header_rows and _has_rows(found[at])), filled[0])
    return best, found[best]


def _has_rows(found: Found) -> bool:
    below = len(found.sheet.cells) - found.first_row + 1
    return below > sum(row >= found.first_row for row in found.dropped)


def _structure(name: str, sheet: Sheet, settings: Settings) -> Found:
    rows = [*(settings.header_rows or ()), *([settings.first_row] if settings.first_row is not None else [])]
    if outside := [row for row in rows if not 1 <= row <= len(sheet.cells)]:
        raise DataError("header_outside", file=name, found=outside[0], expected=len(sheet.cells))
    areas = [] if sheet.parts else find_areas(sheet)
    if settings.table is not None and not 0 <= settings.table < max(len(areas), 1):
        raise DataError("table_unknown", file=name, found=settings.table + 1, expected=len(areas))
    return find_structure(sheet, settings, areas)


def _may_be_table(found: Found) -> bool:
    """Say whether labels stand there that rows may follow, or rows that the analyst may want all the same."""
    labels = any(names_role(role, name) for role in ROLES for name in found.columns.values())
    return labels or any(is_data_row(row) for row in found.sheet.cells)


def _check_formulas(name: str, sheet: Sheet) -> None:
    if len(sheet.unsaved) > MAX_FORMULAS:
        found = len(sheet.unsaved)
        raise DataError("too_many_unsaved", file=name, sheet=sheet.name, found=found, expected=MAX_FORMULAS)
    if len(sheet.errors) > MAX_FORMULAS:
        found = len(sheet.errors)
        raise DataError("too_many_failed", file=name, sheet=sheet.name, found=found, expected=MAX_FORMULAS)


def _about(sheet: Sheet) -> SheetAbout:
    rows = len(sheet.cells)
    return SheetAbout(sheet.name, sheet.form, rows, sheet.width, sheet.hidden, sheet.encoding, sheet.delimiter)


def _titles(found: Found) -> list[str]:
    first = found.area.first - 1 if found.area else 0
    above = found.sheet.cells[first : min(found.header_rows or [found.first_row]) - 1][:PREVIEW_ROWS]
    cells = (text.strip()[:PREVIEW_LETTERS] for row in above for text in row)
    return list(dict.fromkeys(text for text in cells if text))
