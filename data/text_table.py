"""Read a CSV as text: every cell as written, and the line of each row for the sentence about a fault."""

import csv
import gzip
import io
import warnings
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from errors import DataError


@dataclass(frozen=True, eq=False)
class TextTable:
    """The rows of a file as text, with what is needed to say where a fault lies.

    file: its name without folders; rows: one text column per header; content: the decoded file.
    """

    file: str
    rows: pd.DataFrame
    content: str

    def refusal(self, code: str, row: int, **particulars: object) -> DataError:
        """Return the error about the row at a position (0 is the first under the header)."""
        return DataError(code, file=self.file, place=_line(self.content, row), **particulars)


def read_text_table(source: Path | BinaryIO, required: Sequence[str], name: str | None = None) -> TextTable:
    """Read a CSV (UTF-8, comma, plain or gzipped) with every cell as text, stripped of outer spaces.

    An empty cell is "". Lines without anything in them are passed over.
    Raises DataError: `file_missing`, `file_damaged` (reason), `file_not_utf8`, `column_missing` (columns),
    `column_repeated` (columns); each with the file's name.
    """
    file = name or _name(source)
    content = _decoded(_content(source, file), file)
    _check_header(content, required, file)
    return TextTable(file, _parsed(content, file), content)


def _name(source: Path | BinaryIO) -> str:
    path = source if isinstance(source, Path) else getattr(source, "name", "")
    return Path(path).name if isinstance(path, str | Path) else ""


def _content(source: Path | BinaryIO, file: str) -> bytes:
    try:
        content = source.read_bytes() if isinstance(source, Path) else source.read()
        return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
    except FileNotFoundError as error:
        raise DataError("file_missing", file=file) from error
    except (OSError, EOFError, zlib.error) as error:
        raise DataError("file_damaged", file=file, reason=type(error).__name__) from error


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError("file_not_utf8", file=file, place=line) from error


def _check_header(content: str, required: Sequence[str], file: str) -> None:
    try:
        header = [name.strip() for name in next((row for _, row in _records(content)), [])]
    except csv.Error as error:
        raise DataError("file_damaged", file=file, reason=str(error)) from error
    if missing := [name for name in required if name not in header]:
        raise DataError("column_missing", file=file, columns=missing)
    if repeated := [name for name, times in Counter(header).items() if times > 1]:
        raise DataError("column_repeated", file=file, columns=repeated)


def _parsed(content: str, file: str) -> pd.DataFrame:
    with warnings.catch_warnings():
        # A first row longer than the header is only warned about, and its last cell dropped.
        warnings.simplefilter("error", pd.errors.ParserWarning)
        try:
            table = pd.read_csv(io.StringIO(content), dtype=str, na_filter=False, index_col=False)
        except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
            raise DataError("file_damaged", file=file, reason=str(error).strip()) from error
    table.columns = table.columns.str.strip()
    return pd.DataFrame({column: table[column].str.strip() for column in table})


def _records(content: str) -> Iterator[tuple[int, list[str]]]:
    """Go through the records that hold anything, each with the number of its first line."""
    reader, start = csv.reader(io.StringIO(content, newline="")), 1
    for record in reader:
        if len(record) > 1 or any(cell.strip() for cell in record):
            yield start, record
        start = reader.line_num + 1


def _line(content: str, row: int) -> int:
    # Counted only when a fault is found. A note in quotes may span lines, so a row's number is not its line.
    line, _ = next(islice(_records(content), row + 1, None))
    return line
