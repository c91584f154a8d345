"""Parquet to a sheet of text: as a workbook gives it, numbers with a point and dates as ISO text."""

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from data.intake.sheet import DATE, MAX_CELLS, MAX_COLUMNS, NUMBER, TEXT, Sheet
from errors import DataError

MARK = b"PAR1"
# The numbers that pandas writes for rows that have no name.
_ROW_NUMBERS = "__index_level_"


def read_parquet(file: str, content: bytes) -> list[Sheet]:
    """Read a Parquet file as one sheet, the names of its columns in the first row; an unnamed index is left out.

    Its footer tells how large it is: too large a table is never unpacked.
    Raises DataError with file: `upload_damaged` (reason), `file_empty`, `sheet_too_wide` and `sheet_too_large`.
    """
    try:
        source = pq.ParquetFile(io.BytesIO(content), thrift_string_size_limit=10**8)
        _check(file, source.metadata)
        table = source.read(use_threads=False)
        columns = {
            name: table[at].to_pylist()
            for at, name in enumerate(table.column_names)
            if not name.startswith(_ROW_NUMBERS)
        }
    except (pa.ArrowException, OSError, ValueError) as error:
        raise DataError("upload_damaged", file=file, reason="Parquet") from error
    if not columns or not table.num_rows:
        raise DataError("file_empty", file=file)
    rows = list(zip(*columns.values(), strict=True))
    cells = [list(columns), *([_text(value) for value in row] for row in rows)]
    kinds = [TEXT * len(columns), *("".join(map(_kind, row)) for row in rows)]
    return [Sheet("", cells, form="parquet", kinds=kinds)]


def _check(file: str, about: pq.FileMetaData) -> None:
    if about.num_columns > MAX_COLUMNS:
        raise DataError("sheet_too_wide", file=file, found=about.num_columns, expected=MAX_COLUMNS)
    cells = (about.num_rows + 1) * max(about.num_columns, 1)
    if cells > MAX_CELLS:
        raise DataError("sheet_too_large", file=file, found=cells, expected=MAX_CELLS)


def _kind(value: Any) -> str:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and value == value:  # noqa: PLR0124
        return NUMBER
    return DATE if isinstance(value, date) else TEXT


def _text(value: Any) -> str:
    if value is None or value != value:  # noqa: PLR0124  a number that is none: pandas' word for a gap
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)
