"""What every reader gives: one sheet of text cells, and the words for a place in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

CELL = re.compile(r"([A-Z]+)([0-9]+)")
MAX_CELLS = 5_000_000
MAX_COLUMNS = 500
TEXT, NUMBER, DATE = "t", "n", "d"


@dataclass(frozen=True, eq=False)
class Sheet:
    """The cells of one sheet, every row equally wide, an empty cell "".

    name: "" for a text file; form: `text`, `json`, `parquet`, `xlsx`, `xlsb`, `xls` or `ods`; hidden: whether
    the workbook hides it.
    cells: text exactly as written in a text file. Of a workbook numbers as `39487` or `0.75` (always a point,
    no thousands), dates as ISO text, errors as `#N/A`.
    kinds: of a workbook one string a row, a letter a cell (`TEXT`, `NUMBER`, `DATE`); [] where all is text.
    lines: of a text file the number of the line on which each row begins; [] of a workbook.
    encoding, delimiter: what a text file was read as, else "".
    unsaved: cells (`B12`) with a formula whose value was never saved; their text is "".
    errors: cells whose formula failed (`#N/A`, `#DIV/0!`).
    merged: ranges (`A1:C1`) whose cells were all given the text of the first.
    hidden_rows, hidden_columns: first and last (from 0) of each stretch that the workbook hides.
    parts: of several sheets together where each begins: its first row (from 1), its name, and what is to be taken
    from a row to have the row there.
    """

    name: str
    cells: list[list[str]]
    form: str = "text"
    kinds: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    encoding: str = ""
    delimiter: str = ""
    hidden: bool = False
    unsaved: Sequence[str] = ()
    errors: Sequence[str] = ()
    merged: Sequence[str] = ()
    hidden_rows: Sequence[tuple[int, int]] = ()
    hidden_columns: Sequence[tuple[int, int]] = ()
    parts: Sequence[tuple[int, str, int]] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.cells[0]) if self.cells else 0

    def place(self, row: int, column: int) -> str | int:
        """Return where the cell at a row and column (both from 0) stands: a line of text, or `B12`."""
        return self.lines[row] if self.lines else cell_name(row, column)


def column_letters(column: int) -> str:
    """Return a spreadsheet's name of a column: 0 is A, 26 is AA."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters = chr(ord("A") + letter) + letters
        column -= 1
    return letters


def cell_name(row: int, column: int) -> str:
    """Return a spreadsheet's name of a cell: (11, 1) is B12."""
    return f"{column_letters(column)}{row + 1}"
