"""Write one version of a dataset on top of the one its publisher has seen, whole or not at all.

Every version replaces all rows and is one file of its own; nothing is ever vacuumed or cleaned, so that each version
can be opened for good. Version 0 is the empty table; what is published starts at 1.
"""

import json
import logging
import time
import uuid
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, Schema
from deltalake.exceptions import DeltaError
from deltalake.transaction import AddAction
from pyarrow.fs import FileType

from data.store.durable import make_folder, set_aside_checkpoints, sync_checkpoint, sync_file, sync_folder, sync_version
from data.store.entries import ABOUT, DATA_SHA256, fingerprint
from data.store.paths import file_system, is_remote
from data.store.storage_errors import storage
from data.store.tables import newest_number
from errors import DataError

log = logging.getLogger(__name__)
_NO_HOUSEKEEPING = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
_KEPT_FOR_GOOD = {"delta.enableExpiredLogCleanup": "false"}


def write_version(uri: str, rows: pa.Table, about: dict[str, Any], base: int) -> int:
    """Write rows as the version after `base` and return its number once it would survive a power cut.

    about: JSON values, given back by `commits`. Where another version came after `base`, or the storage fails,
    nothing is left behind and the versions there are go on being served.
    Raises DataError `base_stale`, `columns_differ` (found, expected), `publish_unconfirmed` (number, reason: the
    version is there, but the disk did not confirm it), and those of storage.
    """
    table = _open(uri, rows.schema, base)
    name = f"{base + 1:06d}-{uuid.uuid4()}.parquet"
    try:
        size = _write_data(uri, name, rows)
        data = AddAction(name, size, {}, time.time_ns() // 1_000_000, True, _statistics(rows))
        _commit(uri, table, (data, Schema.from_arrow(rows.schema)), {ABOUT: about} | _fingerprint(uri, name))
    except BaseException:
        _remove_data(uri, base + 1, name)
        raise
    _confirm(uri, base + 1)
    keep_checkpoint(uri)
    return base + 1


def _open(uri: str, schema: pa.Schema, base: int) -> DeltaTable:
    with storage(commit=True):
        if not is_remote():
            set_aside_checkpoints(Path(uri))
        if not DeltaTable.is_deltatable(uri):
            _create(uri, schema)
        table = DeltaTable(uri)
    if table.version() != base:
        raise DataError("base_stale")
    expected = [(field.name, str(field.type)) for field in pa.schema(table.schema().to_arrow())]
    found = [(field.name, str(field.type)) for field in schema]
    # A later program may keep more of a figure, behind the columns that were there; earlier versions stay as they are.
    if found[: len(expected)] != expected:
        raise DataError("columns_differ", found=[name for name, _ in found], expected=[name for name, _ in expected])
    return table


def _create(uri: str, schema: pa.Schema) -> None:
    if not is_remote():
        make_folder(Path(uri))
    try:
        DeltaTable.create(
            uri,
            Schema.from_arrow(schema),
            mode="error",
            configuration=_KEPT_FOR_GOOD,
            commit_properties=CommitProperties(max_commit_retries=0),
            post_commithook_properties=_NO_HOUSEKEEPING,
        )
    except DeltaError:
        if not DeltaTable.is_deltatable(uri):  # else another publisher made it at this moment
            raise
    if not is_remote():
        sync_version(Path(uri), 0)


def _write_data(uri: str, name: str, rows: pa.Table) -> int:
    """Write the data file, on the disk before any log entry names it; return its size in bytes."""
    with storage():
        files, folder = file_system(uri)
        with files.open_output_stream(f"{folder}/{name}") as data:
            pq.write_table(rows, data, compression="zstd")
        if not is_remote():
            sync_file(Path(uri) / name)
            sync_folder(Path(uri))
        return int(files.get_file_info(f"{folder}/{name}").size)


def _commit(uri: str, table: DeltaTable, written: tuple[AddAction, Schema], about: dict[str, Any]) -> None:
    # No retries: deltalake would otherwise put the version on top of one that its publisher has never seen
    # (two publishers on the empty version 0: both won, and version 2 held the rows of both).
    properties = CommitProperties(custom_metadata=about, max_commit_retries=0)
    base, (data, schema) = table.version(), written
    with storage(commit=True):
        try:
            table.create_write_transaction(
                [data],
                "overwrite",
                schema,
                commit_properties=properties,
                post_commithook_properties=_NO_HOUSEKEEPING,
            )
        except (DeltaError, OSError) as error:
            if newest_number(uri) == base:
                raise
            if not _names(uri, base + 1, data.path):
                raise DataError("base_stale") from error


def keep_checkpoint(uri: str) -> None:
    """Write down the table as it is now, so that the next version can be put on it whatever becomes of older entries.

    Nothing is removed for it. Without one all entries are read, as before: a failure here loses nothing, and what a
    power cut leaves of one is taken away at the start (`data.store.recovery`).
    """
    try:
        DeltaTable(uri).create_checkpoint()
        if not is_remote():
            sync_checkpoint(Path(uri))
    except (DeltaError, OSError) as error:
        log.warning("no checkpoint of %s: %s", uri, error)


def _fingerprint(uri: str, name: str) -> dict[str, str]:
    return {} if is_remote() else {DATA_SHA256: fingerprint(Path(uri) / name)}


def _names(uri: str, number: int, name: str) -> bool:
    """Say whether a version is made of this data file: a commit may fail after its entry was linked."""
    return any(file.endswith(name) for file in DeltaTable(uri, version=number).file_uris())


def _confirm(uri: str, number: int) -> None:
    if is_remote():
        return
    try:
        sync_version(Path(uri), number)
    except OSError as error:
        raise DataError("publish_unconfirmed", number=number, reason=str(error)) from error


def _remove_data(uri: str, number: int, name: str) -> None:
    """Remove the data file of a version that did not come about; leave it where that is not certain."""
    try:
        if newest_number(uri) >= number and _names(uri, number, name):
            return
        files, folder = file_system(uri)
        if files.get_file_info(f"{folder}/{name}").type == FileType.File:
            files.delete_file(f"{folder}/{name}")
    except (OSError, DeltaError, DataError):
        return  # no log entry names it, so it costs room and nothing else; the first failure is the one to tell


def _statistics(rows: pa.Table) -> str:
    return json.dumps({"numRecords": rows.num_rows})
