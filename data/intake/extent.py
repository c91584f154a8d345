"""How far a workbook's sheets reach, told from their XML before a reader makes room for every cell between."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from data.intake.sheet import MAX_CELLS, MAX_COLUMNS, cell_name
from errors import DataError

Area = tuple[tuple[int, int], tuple[int, int]]
Span = tuple[int, int]


@dataclass
class Extent:
    """What the XML tells of a sheet; rows and columns are counted from its first cell, A1.

    unsaved: cells (row, column) of formulas without a saved value; errors: the text of those that failed.
    merged: first and last cell of each merged range, where the format's reader does not tell them.
    hidden_rows, hidden_columns: first and last of each stretch that is hidden, by hand or by a filter.
    """

    file: str
    sheet: str
    rows: int = 0
    columns: int = 0
    unsaved: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    hidden_rows: list[Span] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        """Note that a cell holds a value; DataError (file, sheet, place, found, expected) where that is too far.

        `sheet_too_wide`: over 500 columns; `sheet_too_large`: over 5 million cells in the rectangle from A1.
        """
        if row < self.rows and column < self.columns:
            return
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.columns > MAX_COLUMNS:
            raise self._refusal("sheet_too_wide", (row, column), self.columns, MAX_COLUMNS)
        if self.rows * self.columns > MAX_CELLS:
            raise self._refusal("sheet_too_large", (row, column), self.rows * self.columns, MAX_CELLS)

    def _refusal(self, code: str, cell: tuple[int, int], found: int, expected: int) -> DataError:
        place = cell_name(*cell)
        return DataError(code, file=self.file, sheet=self.sheet, place=place, found=found, expected=expected)


def parse_xml(
    file: str,
    stream: IO[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call `start`, `end` and `text` for what an XML stream holds, names without their namespace.

    Raises DataError: `xml_doctype` (file: no workbook has one, and entities are made in it) and
    `upload_damaged` (file, reason).
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, values: start(name.rpartition(":")[2], values)
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = lambda *_: _refuse_doctype(file)
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise DataError("upload_damaged", file=file, reason=f"XML {error.lineno}:{error.offset}") from error
    except ValueError as error:
        raise DataError("upload_damaged", file=file, reason="XML") from error


def local(values: dict[str, str]) -> dict[str, str]:
    """Return an element's attributes by their names without namespace."""
    return {name.rpartition(":")[2]: value for name, value in values.items()}


def _refuse_doctype(file: str) -> None:
    raise DataError("xml_doctype", file=file)
