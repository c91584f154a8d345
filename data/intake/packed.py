"""A zip with tables in it: which of its files is meant, unpacked under the same limits as a workbook."""

from pathlib import PurePosixPath

from errors import DataError
from sandbox.archives import entry_names, read_entries

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".parquet", ".json", ".jsonl")
_MAPS = (".shp", ".gpkg", ".geojson", ".kml", ".tab")
_ARCHIVES = (".zip", ".rar", ".7z", ".gz", ".tgz", ".tar")
_SHOWN = 10


def unpack(file: str, content: bytes, wanted: str | None) -> tuple[str, bytes]:
    """Return the name and the bytes of the one table in a zip.

    wanted: the entry that the analyst chose, of several.
    Raises DataError: those of `read_entries`, and with file `archive_several` (found: the tables' names),
    `archive_without_table` and `archive_nested` (found: what is there instead), `file_is_map`.
    """
    names = [name for name in entry_names(file, content) if _is_file(name)]
    tables = [name for name in names if name.lower().endswith((*TABLES, ".geojson"))]
    if any(name.lower().endswith(_MAPS) and not name.lower().endswith(".geojson") for name in names):
        raise DataError("file_is_map", file=file, readable=False)
    if not tables:
        if nested := [name for name in names if name.lower().endswith(_ARCHIVES)]:
            raise DataError("archive_nested", file=file, found=nested[:_SHOWN])
        raise DataError("archive_without_table", file=file, found=names[:_SHOWN])
    chosen = wanted or tables[0]
    if chosen not in tables or (wanted is None and len(tables) > 1):
        raise DataError("archive_several", file=file, found=tables)
    (entry,) = read_entries(file, content, lambda name: name == chosen)
    return entry


def _is_file(name: str) -> bool:
    """Pass over folders, hidden files and the shadows that macOS packs."""
    path = PurePosixPath(name)
    return not name.endswith("/") and not name.startswith("__MACOSX/") and not path.name.startswith(".")
