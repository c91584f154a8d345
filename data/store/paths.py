"""Where the store keeps things: one folder a dataset, and no path that a name from outside could steer."""

import os
import re
from pathlib import Path

from pyarrow import fs

from data.store.storage_errors import storage
from errors import DataError

# Lower case only: `Bengkulu` and `bengkulu` are one folder on macOS and Windows. Windows keeps the names after
# the minus for its devices.
_DATASET = re.compile(r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z][a-z0-9_-]{0,39}")
_BESIDE_THE_APP = Path(__file__).parents[2] / "store"


def store_folder() -> Path:
    """Return the store's folder: CAKUPAN_STORE, or `store/` beside the app. It need not exist yet."""
    return Path(os.environ.get("CAKUPAN_STORE") or _BESIDE_THE_APP).absolute()


def roles_file() -> Path:
    """Return the file that says who may do what: CAKUPAN_ROLES, or `roles.toml` in the store."""
    return Path(os.environ.get("CAKUPAN_ROLES") or store_folder() / "roles.toml")


def tables_uri() -> str:
    """Return where the tables lie: CAKUPAN_TABLES (as `s3://bucket/cakupan`), or `tables/` in the store, as a path.

    Raises DataError store_path_bad (found) for a path with a percent sign: deltalake 1.6.6 takes it for an escape.
    """
    found = (os.environ.get("CAKUPAN_TABLES") or str(store_folder() / "tables")).rstrip("/")
    if "%" in found:
        raise DataError("store_path_bad", found=found)
    return found


def table_uri(dataset: str) -> str:
    """Return where a dataset's table lies, as a path or a URI. Raises DataError dataset_name_bad (found)."""
    if not _DATASET.fullmatch(dataset):
        raise DataError("dataset_name_bad", found=dataset)
    return f"{tables_uri()}/{dataset}"


def table_folder(dataset: str) -> Path | None:
    """Return a dataset's folder, None on object storage, which has none. Raises DataError dataset_name_bad."""
    return None if is_remote() else Path(table_uri(dataset))


def is_remote() -> bool:
    """Say whether the tables lie behind a URI, where neither fsync nor DuckDB's reader reaches."""
    return "://" in tables_uri()


def file_system(uri: str) -> tuple[fs.FileSystem, str]:
    """Return the file system of a path or URI, and the path inside it."""
    if "://" in uri:
        return fs.FileSystem.from_uri(uri)  # type: ignore[no-any-return]
    return fs.LocalFileSystem(), uri


def published_names() -> list[str]:
    """Return the names that have a folder among the tables, in alphabetical order; other names are passed over."""
    with storage():
        files, path = file_system(tables_uri())
        found = files.get_file_info(fs.FileSelector(path, allow_not_found=True))
    return sorted(
        entry.base_name
        for entry in found
        if entry.type == fs.FileType.Directory and _DATASET.fullmatch(entry.base_name)
    )
