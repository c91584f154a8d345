"""An upload as it was read in the child process, and its way through JSON and Arrow back to the server."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from data.intake.areas import Area
from data.intake.sheet import cell_name

Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class Settings:
    """What the analyst chose against what would be found; None and () leave it to be found.

    encoding, delimiter: of a text file. sheet: its place in `Opened.sheets`. header_rows: from 1, () for no
    header. first_row: of the data, from 1. keep, drop: rows that are data, or not, all the same.
    entry: of a zip. properties: whether those of a map file are meant. table: its place in `Opened.areas`.
    hidden: `use` or `leave` what the workbook hides, "" while nobody has said it.
    """

    encoding: str | None = None
    delimiter: str | None = None
    sheet: int | None = None
    header_rows: tuple[int, ...] | None = None
    first_row: int | None = None
    entry: str | None = None
    properties: bool = False
    table: int | None = None
    hidden: str = ""
    keep: tuple[int, ...] = ()
    drop: tuple[int, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values that JSON can hold."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def settings_from_json(said: Mapping[str, Any]) -> Settings:
    """Return what `Settings.as_json` gave; other names in `said` are passed over."""
    known = {one.name for one in fields(Settings)} & set(said)
    values: dict[str, Any] = {name: tuple(said[name]) if isinstance(said[name], list) else said[name] for name in known}
    return Settings(**values)


@dataclass(frozen=True)
class SheetAbout:
    """What is told of every sheet of a file, also of those that are not read; sizes in rows and columns from A1."""

    name: str
    form: str
    rows: int
    columns: int
    hidden: bool
    encoding: str
    delimiter: str


class Dropped(Mapping[int, str]):
    """Reason by row, as `structure.Found.dropped`; a class, because a million blank rows would weigh 150 MB."""

    def __init__(self, rows: NDArray[np.int32], codes: NDArray[np.int8], words: list[str]) -> None:
        """rows: ascending, from 1. codes: of each row the place of its reason in `words`."""
        self._rows, self._codes, self._words = rows, codes, words

    def __getitem__(self, row: int) -> str:
        at = int(np.searchsorted(self._rows, row))
        if at == len(self._rows) or int(self._rows[at]) != row:
            raise KeyError(row)
        return self._words[int(self._codes[at])]

    def __iter__(self) -> Iterator[int]:
        return map(int, self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(frozen=True, eq=False)
class Opened:
    """One sheet of an upload with the table found in it; rows count from 1, columns from 0.

    file: its name, only ever shown. sheets: all of them; sheet: which of them this is.
    header_rows, first_row, dropped, columns: as `structure.Found`.
    preview: the first 60 rows of the sheet as they stand, cells cut at 200 letters. titles: the different
    texts above the header. texts, typed: as `read_rows` gives them, the row's number as index.
    unsaved, errors: cells (`B12`) whose formula was never saved or failed. merged: ranges, the first 1,000.
    areas: the tables of the sheet where there are several; area: which of them was read.
    hidden_rows, hidden_columns: rows of data and columns that the workbook hides. together: the place in `sheets`
    of several sheets taken as one. parts: as `Sheet.parts`.
    lines: of a text file the line on which each row begins; empty of a workbook.
    """

    file: str
    sheets: list[SheetAbout]
    sheet: int
    header_rows: list[int]
    first_row: int
    dropped: Mapping[int, str]
    columns: dict[int, str]
    preview: list[list[str]]
    titles: list[str]
    texts: pd.DataFrame
    typed: pd.DataFrame
    unsaved: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    area: int = 0
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)
    together: int | None = None
    parts: list[tuple[int, str, int]] = field(default_factory=list)
    lines: Sequence[int] = ()

    def unanswered(self, settings: Settings) -> list[str]:
        """Return what must be said before the rows count: `table` (which of several) and `hidden` (used or not)."""
        asked = ["table"] if self.areas and settings.table is None else []
        return [*asked, *(["hidden"] if (self.hidden_rows or self.hidden_columns) and not settings.hidden else [])]

    def place(self, row: int, column: str) -> str:
        """Return where a cell stands: the number of the line in a text file, else `B12`.

        A column that the file does not have, as one made by lengthening, gives the row alone.
        """
        if self.lines:
            return str(self.lines[row - 1])
        sheet, shift = next(((f"{name}!", by) for first, name, by in reversed(self.parts) if row >= first), ("", 0))
        return sheet + self._cell(row - shift, column)

    def _cell(self, row: int, column: str) -> str:
        at = next((at for at, name in self.columns.items() if name == column), None)
        return str(row) if at is None else cell_name(row - 1, at)


# What travels as Arrow, because a JSON list of millions would weigh many times the file.
_TABLES = ("dropped", "texts", "typed", "lines")


def to_answer(opened: Opened) -> tuple[dict[str, Any], Tables]:
    """Return it as JSON values and Arrow tables; `from_answer` makes the same of them again."""
    said = {one.name: getattr(opened, one.name) for one in fields(Opened) if one.name not in _TABLES}
    said["sheets"] = [asdict(sheet) for sheet in opened.sheets]
    said["areas"] = [asdict(area) for area in opened.areas]
    said["columns"] = list(opened.columns.items())
    said["reasons"] = list(dict.fromkeys(opened.dropped.values()))
    codes = {word: code for code, word in enumerate(said["reasons"])}
    dropped = sorted(opened.dropped.items())
    tables = {
        "texts": _as_arrow(opened.texts, pa.large_string()),
        "typed": _as_arrow(opened.typed, pa.bool_()),
        "rows": pa.table({"row": pa.array(opened.texts.index, pa.int32())}),
        "lines": pa.table({"line": pa.array(opened.lines, pa.int32())}),
        "dropped": pa.table(
            {
                "row": pa.array([row for row, _ in dropped], pa.int32()),
                "reason": pa.array([codes[reason] for _, reason in dropped], pa.int8()),
            }
        ),
    }
    return said, tables


def from_answer(said: dict[str, Any], tables: Tables) -> Opened:
    """Return the upload that `to_answer` took apart; the texts stay where the Arrow table has them."""
    index = pd.Index(tables["rows"]["row"].to_numpy(), dtype="int64")
    rows, codes = (tables["dropped"][name].to_numpy() for name in ("row", "reason"))
    values = {
        **{name: value for name, value in said.items() if name != "reasons"},
        "sheets": [SheetAbout(**sheet) for sheet in said["sheets"]],
        "areas": [Area(**area) for area in said["areas"]],
        "parts": [(first, name, by) for first, name, by in said["parts"]],
        "columns": {int(at): name for at, name in said["columns"]},
        "dropped": Dropped(rows, codes, said["reasons"]),
        "texts": _as_frame(tables["texts"], index),
        "typed": _as_frame(tables["typed"], index),
        "lines": array("i", tables["lines"]["line"].to_numpy().tobytes()),
    }
    return Opened(**values)


def _as_arrow(table: pd.DataFrame, kind: pa.DataType) -> pa.Table:
    columns = [pa.array(table[name], kind, from_pandas=True) for name in table.columns]
    return pa.Table.from_arrays(columns, names=list(table.columns))


def _as_frame(table: pa.Table, index: pd.Index) -> pd.DataFrame:
    return table.to_pandas().set_axis(index) if table.num_columns else pd.DataFrame(index=index)
