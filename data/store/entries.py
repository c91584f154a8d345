"""One version as its own log entry and its own data file tell it: what happened to any other does not matter.

deltalake reads all entries before a version; one that rotted would close all that came after it. Every version of
ours replaces all rows by one file (see `data.store.commit`), so its own entry says all there is to say.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.store.durable import LOG, log_entry
from data.store.storage_errors import storage
from errors import DataError

ABOUT = "cakupan"  # the key under which a log entry holds what is said about its version
DATA_SHA256 = "cakupan_data_sha256"  # and the fingerprint of its data file
# There may be no internet, and a name in a query must not fetch code: what DuckDB needs is built into its wheel.
_NO_EXTENSIONS: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_GLOB = frozenset("*?[{")


def damaged(folder: Path, number: int, reason: object) -> DataError:
    """Return what tells that one version cannot be read: version_damaged (dataset, number, reason)."""
    said = " ".join(str(reason).split())[:200]
    return DataError("version_damaged", dataset=folder.name, number=number, reason=said)


def numbers(folder: Path) -> list[int]:
    """Return the numbers of all versions, newest first, whole or not."""
    with storage():
        found = [path.stem for path in (folder / LOG).glob("*.json") if path.stem.isdecimal()]
    return sorted((int(stem) for stem in found if int(stem)), reverse=True)


def said_in_entry(folder: Path, number: int) -> dict[str, Any]:
    """Return what was said about one version. Raises DataError version_damaged, and those of storage."""
    said = _commit_info(folder, number).get(ABOUT, {})
    if not isinstance(said, dict):
        raise damaged(folder, number, "commitInfo")
    return said


def rows_in_entry(folder: Path, number: int) -> pd.DataFrame:
    """Return all rows of one version in the order in which they were written.

    By in-memory DuckDB over exactly the files that the version names; by pyarrow where the path holds a character
    that DuckDB takes for a pattern. What does not bear the fingerprint that was written down with it is not
    believed: a flipped bit may well be read as another figure. Raises DataError version_damaged, and those of storage.
    """
    adds = [action["add"]["path"] for action in _actions(folder, number) if "add" in action]
    paths = [folder / path.rsplit("/", 1)[-1] for path in adds]
    _check_fingerprint(folder, number, paths)
    try:
        return _read_files([str(path) for path in paths]).to_pandas()  # type: ignore[no-any-return]
    except (OSError, duckdb.Error, pa.ArrowException) as error:
        raise damaged(folder, number, error) from error


def fingerprint(path: Path) -> str:
    """Return a file's SHA-256."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _check_fingerprint(folder: Path, number: int, paths: list[Path]) -> None:
    noted = _commit_info(folder, number).get(DATA_SHA256)  # versions of an earlier release have none
    try:
        if noted is not None and [noted] != [fingerprint(path) for path in paths]:
            raise damaged(folder, number, "SHA-256")
    except OSError as error:
        raise damaged(folder, number, error.strerror) from error


def _commit_info(folder: Path, number: int) -> dict[str, Any]:
    found = [action["commitInfo"] for action in _actions(folder, number) if "commitInfo" in action]
    if len(found) != 1 or not isinstance(found[0], dict):
        raise damaged(folder, number, "commitInfo")
    return dict(found[0])


def _actions(folder: Path, number: int) -> list[dict[str, Any]]:
    entry = log_entry(folder, number)
    if not entry.exists():
        raise damaged(folder, number, entry.name)
    with storage():
        lines = entry.read_bytes().splitlines()
    try:
        actions = [json.loads(line) for line in lines if line.strip()]
    except ValueError as error:  # torn
        raise damaged(folder, number, f"{entry.name}: {error}") from error
    if not all(isinstance(action, dict) for action in actions):
        raise damaged(folder, number, entry.name)
    adds = [action["add"] for action in actions if "add" in action]
    if not adds or not all(isinstance(add, dict) and isinstance(add.get("path"), str) for add in adds):
        raise damaged(folder, number, f"{entry.name}: add")
    return actions


def _read_files(files: list[str]) -> pa.Table:
    if any(_GLOB & set(file) for file in files):
        return pa.concat_tables([pq.ParquetFile(file).read() for file in files])
    with duckdb.connect(":memory:", config=_NO_EXTENSIONS) as connection:
        question = "SELECT * FROM read_parquet(?, hive_partitioning = false)"
        return connection.sql(question, params=[files]).to_arrow_table()
