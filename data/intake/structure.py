"""Where the table lies in a sheet: its header below the titles, its columns, and the rows that are no data."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from data.intake.header import find_header_rows, name_columns, tidy
from data.intake.sheet import NUMBER, Sheet

_TOTAL = re.compile(
    r"(?:(?:grand|sub) ?)?(?:total|jumlah)(?:[ /]*(?:total|jumlah|umum|keseluruhan|seluruhnya|semua|nasional|"
    r"indonesia|prov(?:insi)?\b.*|kab(?:upaten)?\b.*|kota\b.*))?|rata[- ]?rata|average|mean"
)
_TOTAL_LETTERS = frozenset("gsjtram")  # what a text that `_TOTAL` matches may begin with
_NOTE = re.compile(r"(?:sumber|source|catatan|note|notes|keterangan|ket)\b.*|\*.*", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Found:
    """A table found in a sheet; rows count from 1, columns from 0.

    header_rows: the rows whose texts name the columns, [] where there is no header.
    columns: name by column; a name is unique, the letter where the header is empty; columns without any
    text are left out. first_row: the first row under the header. dropped: every other row that is no data,
    by its reason: `title` (above the header), `blank`, `total`, `note`, `header_repeated`, `column_numbers`
    or `chosen` (by the analyst).
    """

    sheet: Sheet
    header_rows: list[int]
    columns: dict[int, str]
    first_row: int
    dropped: dict[int, str]


def find_structure(
    sheet: Sheet,
    header_rows: Sequence[int] | None = None,
    first_row: int | None = None,
    keep: Collection[int] = (),
    drop: Collection[int] = (),
) -> Found:
    """Find the table; every argument is the analyst's word against what would be found.

    header_rows: [] for none; first_row: of the data; keep, drop: rows that are data, or not, all the same.
    """
    headers = list(header_rows) if header_rows is not None else find_header_rows(sheet)
    first = first_row or (max(headers) + 1 if headers else 1)
    columns = name_columns(sheet, headers, first)
    dropped = {row: "title" for row in range(1, first) if row not in headers and row not in keep}
    names = [[tidy(text) for text in sheet.cells[row - 1]] for row in headers]
    for row in range(first, len(sheet.cells) + 1):
        reason = "chosen" if row in drop else _reason(sheet.cells[row - 1], names)
        if reason and (row not in keep or row in drop):
            dropped[row] = reason
    return Found(sheet, headers, columns, first, dropped)


def read_rows(found: Found) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table's cells as text, and which of them the workbook holds as numbers.

    Both have a column per name of `found.columns` and the row's number (from 1) as index.
    """
    rows = [row for row in range(found.first_row, len(found.sheet.cells) + 1) if row not in found.dropped]
    cells, kinds = found.sheet.cells, found.sheet.kinds
    texts = {name: [cells[row - 1][at] for row in rows] for at, name in found.columns.items()}
    typed = {name: [bool(kinds) and kinds[row - 1][at] == NUMBER for row in rows] for at, name in found.columns.items()}
    index = pd.Index(rows, dtype="int64")
    return pd.DataFrame(texts, index=index, dtype=str), pd.DataFrame(typed, index=index, dtype=bool)


def _reason(row: list[str], headers: list[list[str]]) -> str | None:
    """Return why a row is no data; the first cell rules nearly every row out, and there are millions."""
    filled = [text for text in row if text and not text.isspace()]
    if not filled:
        return "blank"
    first = tidy(filled[0])
    if any(_is_total(tidy(text)) for text in filled[:2]):
        return "total"
    if _NOTE.fullmatch(first) and len({tidy(text) for text in filled}) == 1:
        return "note"
    if any(first in header for header in headers) and [tidy(text) for text in row] in headers:
        return "header_repeated"
    return "column_numbers" if first.strip("() ") == "1" and _counts_columns(filled) else None


def _is_total(text: str) -> bool:
    if text[:1] not in _TOTAL_LETTERS:
        return False
    return bool(_TOTAL.fullmatch(re.sub(r"\b(\w) (?=\w\b)", r"\1", text)))


def _counts_columns(filled: list[str]) -> bool:
    """Say whether cells are 1, 2, 3 … or (1), (2), (3) …, as Indonesian tables number their columns."""
    numbers = [tidy(text).strip("() ") for text in filled]
    return len(numbers) > 2 and numbers == [str(n + 1) for n in range(len(numbers))]
