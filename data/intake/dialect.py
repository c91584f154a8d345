"""Text to rows: which delimiter a file uses, and its cells exactly as written (="17.04" as 17.04)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from data.intake.encoding import decode
from data.intake.sheet import MAX_CELLS, MAX_COLUMNS, Sheet
from errors import DataError

# Of equally regular ones the earlier is taken: a comma also stands between the digits of 75,5.
DELIMITERS = ("\t", ";", "|", ",")
MAX_LINE = 1_000_000
_SAMPLE = 65_536
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
# How a spreadsheet is told to leave a code alone: ="17.04".
_FORCED = re.compile(r'=\s*"(.*)"', re.DOTALL)
_STATED = re.compile(r"sep=([\t,;|:~^])(?:\r\n|\r|\n|$)", re.IGNORECASE)


def read_text(file: str, content: bytes, encoding: str | None = None, delimiter: str | None = None) -> Sheet:
    """Read a CSV or TSV of any delimiter as one sheet; a line `sep=;` is obeyed and left out.

    encoding, delimiter: what the analyst chose (of `ENCODINGS`, `DELIMITERS`) instead of what would be detected.
    Raises DataError: those of `decode`, and with file and place (the line) `line_too_long` (expected: letters),
    `cell_too_long` (expected), `quote_bad` (a quotation mark never closed, or closed inside a cell) and
    `sheet_too_wide` and `sheet_too_large` (found, expected); with file `file_empty`.
    """
    decoded = decode(file, content, encoding)
    _check_lines(file, decoded.text)
    stated = _STATED.match(decoded.text)
    body = decoded.text[stated.end() :] if stated else decoded.text
    chosen = delimiter or (stated[1] if stated else find_delimiter(body))
    cells, lines = _rows(file, body, chosen, first_line=2 if stated else 1)
    if not cells:
        raise DataError("file_empty", file=file)
    return Sheet("", _squared(file, cells), lines=lines, encoding=decoded.encoding, delimiter=chosen)


def find_delimiter(text: str) -> str:
    """Return which of `DELIMITERS` cuts the most lines into the same number (over one) of cells; "," if none does."""
    regular = {delimiter: _regularity(text[:_SAMPLE], delimiter) for delimiter in DELIMITERS}
    best = max(regular, key=lambda delimiter: regular[delimiter])
    return best if regular[best] > 0 else ","


def _regularity(sample: str, delimiter: str) -> float:
    widths = []
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return 0.0
    (common, times), *_ = Counter(widths).most_common(1) or [(0, 0)]
    return times / len(widths) if common > 1 else 0.0


def _check_lines(file: str, text: str) -> None:
    for number, line in enumerate(_lines(text), 1):
        if len(line.rstrip("\r\n")) > MAX_LINE:
            raise DataError("line_too_long", file=file, place=number, expected=MAX_LINE)


def _rows(file: str, text: str, delimiter: str, first_line: int) -> tuple[list[list[str]], list[int]]:
    cells, lines, count = [], [], 0
    for line, row in _records(file, text, delimiter, first_line):
        if len(row) > MAX_COLUMNS:
            raise DataError("sheet_too_wide", file=file, place=line, found=len(row), expected=MAX_COLUMNS)
        count += max(len(row), 1)
        if count > MAX_CELLS:
            raise DataError("sheet_too_large", file=file, place=line, found=count, expected=MAX_CELLS)
        cells.append([_unforced(cell) if cell[:1] == "=" else cell for cell in row])
        lines.append(line)
    return cells, lines


def _unforced(cell: str) -> str:
    found = _FORCED.fullmatch(cell.strip())
    return found[1].replace('""', '"') if found else cell


def _records(file: str, text: str, delimiter: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    # Strict: otherwise a quotation mark that nobody closed swallows the rest of the file in silence.
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    start = first_line
    try:
        for row in reader:
            yield start, row
            start = first_line + reader.line_num
    except csv.Error as error:
        if "field limit" in str(error):
            limit = csv.field_size_limit()
            raise DataError("cell_too_long", file=file, place=start, expected=limit) from error
        raise DataError("quote_bad", file=file, place=start) from error


def _lines(text: str) -> Iterator[str]:
    """Yield each line with its end; an `io.StringIO` would hold four bytes for every letter of the file."""
    return (line[0] for line in _LINE.finditer(text))


def _squared(file: str, cells: list[list[str]]) -> list[list[str]]:
    width = max(len(row) for row in cells)
    if width * len(cells) > MAX_CELLS:
        place = 1 + next(at for at, row in enumerate(cells) if len(row) == width)
        raise DataError("sheet_too_large", file=file, place=place, found=width * len(cells), expected=MAX_CELLS)
    for row in cells:
        row.extend([""] * (width - len(row)))
    return cells
