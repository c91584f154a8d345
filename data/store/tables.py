"""One dataset as a Delta table: its versions, and all rows of any of them; data/store/commit.py writes them."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from deltalake import DeltaTable

from data.store.durable import log_entry, newest_entry_number
from data.store.failures import storage
from data.store.places import is_remote
from errors import DataError

# There may be no internet, and a name in a query must not fetch code: what DuckDB needs is built into its wheel.
_NO_EXTENSIONS: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
ABOUT = "cakupan"  # the key under which a log entry holds what is said about its version
_GLOB = frozenset("*?[{")


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
    """Return the number of every published version and what was said about it, newest first."""
    if newest_number(uri) == 0:
        return []
    with storage():
        found = [(entry["version"], entry.get(ABOUT, {})) for entry in DeltaTable(uri).history()]
    return [(number, about) for number, about in found if number > 0]


def said_about(uri: str, number: int) -> dict[str, Any]:
    """Return what was said about one version, from its own log entry alone where the table lies in a folder.

    Raises DataError version_unknown (found, expected: the newest) and those of storage.
    """
    _check_number(uri, number)
    if is_remote():
        return dict(commits(uri))[number]
    with storage():
        lines = log_entry(Path(uri), number).read_bytes().splitlines()
    try:
        actions = [json.loads(line) for line in lines if line.strip()]
        (said,) = [action["commitInfo"].get(ABOUT, {}) for action in actions if "commitInfo" in action]
    except (ValueError, TypeError, AttributeError) as error:  # torn, empty, or not an entry at all
        raise DataError("store_failed", reason=f"{log_entry(Path(uri), number).name}: {error}") from error
    return dict(said)


def read_table(uri: str, number: int) -> pd.DataFrame:
    """Return all rows of one version in the order in which they were written.

    From a folder by in-memory DuckDB over exactly the files that the version names; from object storage by
    pyarrow, because DuckDB would need an extension for it, and likewise where the path holds a character that
    DuckDB takes for a pattern. Raises DataError version_unknown (found, expected: the newest) and those of storage.
    """
    _check_number(uri, number)
    with storage():
        version = DeltaTable(uri, version=number)
        if is_remote() or _GLOB & set(uri):
            return _to_pandas(version.to_pyarrow_dataset().to_table())
        # By their names: of the folder, file_uris() writes a blank as %20, and DuckDB finds no such file.
        return _to_pandas(_read_files([f"{uri}/{file.rsplit('/', 1)[-1]}" for file in version.file_uris()]))


def _check_number(uri: str, number: int) -> None:
    newest = newest_number(uri)
    if not 1 <= number <= newest:
        raise DataError("version_unknown", found=number, expected=newest)


def _read_files(files: list[str]) -> pa.Table:
    with duckdb.connect(":memory:", config=_NO_EXTENSIONS) as connection:
        question = "SELECT * FROM read_parquet(?, hive_partitioning = false)"
        return connection.sql(question, params=[files]).to_arrow_table()


def _to_pandas(rows: pa.Table) -> pd.DataFrame:
    table: pd.DataFrame = rows.to_pandas()
    return table


def _kind(column: pd.Series) -> pa.DataType:
    if column.name == "geometry":
        return pa.binary()
    return pa.float64() if pd.api.types.is_numeric_dtype(column.dtype) else pa.string()
