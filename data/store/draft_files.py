"""The figures of drafts on disk: one Parquet file each, under a name that the store made."""

import re
from collections.abc import Collection
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from data.observations import as_stored
from data.store.durable import make_folder, sync_file, sync_folder
from data.store.paths import store_folder
from data.store.storage_errors import storage
from data.store.tables import to_arrow
from errors import DataError

_ID = re.compile(r"[0-9a-f]{32}")


def write_figures(draft_id: str, rows: pd.DataFrame) -> None:
    """Write a draft's figures, on the disk when this returns; nothing is left where it fails. Raises as `storage`."""
    path = _file(draft_id)
    try:
        with storage():
            make_folder(path.parent)
            pq.write_table(to_arrow(rows), path, compression="zstd")
            sync_file(path)
            sync_folder(path.parent)
    except BaseException:
        remove_figures(draft_id)
        raise


def read_figures(draft_id: str) -> pd.DataFrame:
    """Return a draft's figures. Raises DataError draft_unknown, draft_damaged (found), storage."""
    path = _file(draft_id)
    with storage():
        if not path.is_file():
            raise DataError("draft_unknown", found=draft_id)
        # The whole file, by its own handle: a path would let pyarrow read `key=value` folders as columns.
        with path.open("rb") as content:
            try:
                table: pd.DataFrame = pq.read_table(content).to_pandas()
            except (pa.ArrowException, OSError) as error:
                raise DataError("draft_damaged", found=draft_id) from error
    return as_stored(table)


def remove_figures(draft_id: str) -> None:
    """Remove a draft's figures; what cannot be removed is left to `remove_orphans`."""
    try:
        _file(draft_id).unlink(missing_ok=True)
    except OSError:
        return


def remove_orphans(known: Collection[str]) -> None:
    """Remove the figures of drafts that are not known. Call it as the only writer of the small state.

    Figures are written by the only writer too, before their draft is noted: so what no note names then is
    what a draft that failed, or one that was dropped, left behind. Other files are not touched.
    """
    with storage():
        folder = _folder()
        found = [path.stem for path in folder.glob("*.parquet")] if folder.is_dir() else []
    for draft_id in found:
        if _ID.fullmatch(draft_id) and draft_id not in known:
            remove_figures(draft_id)


def _folder() -> Path:
    return store_folder() / "drafts"


def _file(draft_id: str) -> Path:
    if not _ID.fullmatch(draft_id):
        raise DataError("draft_unknown", found=draft_id)
    return _folder() / f"{draft_id}.parquet"
