"""One dataset as a Delta table: its versions, and all rows of any of them; data/store/commit.py writes them."""

from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from deltalake import DeltaTable

from data.store.durable import newest_entry_number
from data.store.entries import ABOUT, numbers, rows_in_entry, said_in_entry
from data.store.paths import is_remote
from data.store.storage_errors import storage
from errors import DataError


def to_arrow(table: pd.DataFrame) -> pa.Table:
    """Return a table with numbers as float64, a `geometry` as bytes and all else as text; NaN becomes null."""
    fields = [pa.field(name, _kind(table[name])) for name in table.columns]
    return pa.Table.from_pandas(table, schema=pa.schema(fields), preserve_index=False).replace_schema_metadata(None)


def newest_number(uri: str) -> int:
    """Return a table's newest version: 0 where nothing is published, or where there is no table yet."""
    with storage():
        if is_remote():
            return DeltaTable(uri).version() if DeltaTable.is_deltatable(uri) else 0
        # The names in a folder tell it; deltalake reads every log entry for the same answer.
        return newest_entry_number(Path(uri))


def commits(uri: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the number of every published version and what was said about it, newest first.

    Of one whose log entry is damaged `damaged` is said, the reason: the others are listed all the same.
    """
    if newest_number(uri) == 0:
        return []
    if not is_remote():
        return [(number, _said_or_damage(Path(uri), number)) for number in numbers(Path(uri))]
    with storage():
        found = [(entry["version"], entry.get(ABOUT, {})) for entry in DeltaTable(uri).history()]
    return [(number, about) for number, about in found if number > 0]


def _said_or_damage(folder: Path, number: int) -> dict[str, Any]:
    try:
        return said_in_entry(folder, number)
    except DataError as error:
        return {"damaged": str(error.particulars.get("reason", error.code))}


def said_about(uri: str, number: int) -> dict[str, Any]:
    """Return what was said about one version, from its own log entry alone where the table lies in a folder.

    Raises DataError version_unknown (found, expected: the newest), version_damaged and those of storage.
    """
    _check_number(uri, number)
    return dict(commits(uri))[number] if is_remote() else said_in_entry(Path(uri), number)


def read_table(uri: str, number: int) -> pd.DataFrame:
    """Return all rows of one version in the order in which they were written.

    From a folder by its own log entry; from object storage by pyarrow, because DuckDB would need an extension for
    it. Raises DataError version_unknown (found, expected: the newest), version_damaged and those of storage.
    """
    _check_number(uri, number)
    if not is_remote():
        return rows_in_entry(Path(uri), number)
    with storage():
        rows: pd.DataFrame = DeltaTable(uri, version=number).to_pyarrow_dataset().to_table().to_pandas()
    return rows


def _check_number(uri: str, number: int) -> None:
    newest = newest_number(uri)
    if not 1 <= number <= newest:
        raise DataError("version_unknown", found=number, expected=newest)


def _kind(column: pd.Series) -> pa.DataType:
    if column.name == "geometry":
        return pa.binary()
    return pa.float64() if pd.api.types.is_numeric_dtype(column.dtype) else pa.string()
