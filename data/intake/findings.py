"""What is wrong, or worth a look, in an upload: one finding a cell, with its place and its text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.intake.identity import without_identities
from data.intake.parsed_file import Opened
from data.intake.plan import FIGURES
from data.intake.table import Table
from data.schema import KEY

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Finding:
    """level: `error` stops publishing, `warning` wants a tick. row: of the file, from 1; None where it is of none.

    place: line or cell (`B12`), "" without a row. column: the file's own name, "" where it is of no one column.
    cell: its text as it stands in the file, of an identity number the last digits.
    particulars: whatever the sentence of this code names.
    """

    code: str
    level: str
    sheet: str
    row: int | None
    place: str
    column: str
    cell: str
    particulars: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Cells:
    """rows of the file with the column of each, by the file's own name; "" for the whole row."""

    rows: list[int]
    columns: list[str]


def sheet_name(opened: Opened) -> str:
    """Return the name of the sheet that was read, "" of a text file."""
    return opened.sheets[opened.sheet].name


def of_file(opened: Opened, code: str, level: str, column: str = "", **particulars: object) -> Finding:
    """Return a finding about the file as a whole, or a column of it."""
    return Finding(code, level, sheet_name(opened), None, "", column, "", particulars)


def of_cells(
    opened: Opened, about: tuple[str, str], cells: Cells, particulars: Iterable[Mapping[str, object]] | None = None
) -> list[Finding]:
    """Return a finding, `about` its code and level, for each cell; particulars: one mapping a cell."""
    code, level = about
    sheet, texts = sheet_name(opened), opened.texts
    known = {column: texts[column].to_numpy(dtype=object) for column in set(cells.columns) if column in texts}
    at = texts.index.get_indexer(pd.Index(cells.rows)).tolist() if cells.rows else []
    written = [
        without_identities(str(known[column][place])) if column in known and place >= 0 else ""
        for column, place in zip(cells.columns, at, strict=True)
    ]
    said = list(particulars) if particulars is not None else [{}] * len(cells.rows)
    return [
        Finding(code, level, sheet, row, opened.place(row, column), column, text, one)
        for row, column, text, one in zip(cells.rows, cells.columns, written, said, strict=True)
    ]


def of_figures(
    opened: Opened, about: tuple[str, str], rows: pd.DataFrame, role: str, said: list[dict[str, object]] | None = None
) -> list[Finding]:
    """Return a finding for each row at the column in which its figure stands; a value may stand in the numerator's."""
    if rows.empty:
        return []
    particulars: list[dict[str, object]] = [
        dict(zip(KEY, key, strict=True)) for key in rows[KEY].itertuples(index=False, name=None)
    ]
    if said is not None:
        particulars = [{**key, **one} for key, one in zip(particulars, said, strict=True)]
    return of_cells(opened, about, Cells(rows["row"].tolist(), columns_of(rows, role)), particulars)


def columns_of(rows: pd.DataFrame, role: str) -> list[str]:
    """Return the file's column of each figure; a value may stand in the numerator's."""
    columns = rows[f"{role}_column"].fillna("")
    for other in FIGURES:
        columns = columns.mask(columns == "", rows[f"{other}_column"].fillna(""))
    return columns.tolist()


def cells_of(table: Table, wrong: npt.NDArray[np.bool_], column: str, periods: pd.Series | None = None) -> Cells:
    """Return the file's cells behind the rows of a table where `wrong`, each once.

    periods: of each row, where the column may have been a column per period; None where it is the file's own.
    """
    at = np.flatnonzero(wrong)
    rows = table.texts.index.to_numpy()[at].tolist()
    columns = [column] * len(at)
    if table.origins and periods is not None:
        columns = [table.file_column(column, period) for period in periods.to_numpy()[at]]
    cells = dict.fromkeys(zip(rows, columns, strict=True))
    return Cells([row for row, _ in cells], [name for _, name in cells])
