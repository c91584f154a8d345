"""Zipped files: their directory checked before anything is unpacked, then only what is needed, in memory."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePath

from errors import DataError

MAX_ENTRIES = 200
MAX_UNPACKED = 300_000_000
MAX_RATIO = 200
_ENTRY_MARK = b"PK\x01\x02"
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)


def repack(file: str, content: bytes, endings: tuple[str, ...]) -> io.BytesIO:
    """Return a zip, not compressed, of the entries whose names end so; nothing is written by an entry's name.

    The reader of the workbook then never sees the original: sizes that its directory tells falsely, entries
    of one name and a checksum that is wrong have been refused here. Raises DataError as `read_entries`.
    """
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as plain:
        for name, body in read_entries(file, content, lambda name: name.endswith(endings)):
            plain.writestr(zipfile.ZipInfo(name), body)
    copy.seek(0)
    return copy


def read_entries(file: str, content: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """Unpack the entries whose names are wanted, one after the other, each with its name (text, never a path).

    Raises DataError with file: `archive_entries`, `archive_unpacked`, `archive_ratio` (found, expected),
    `archive_repeated` (found: the entry's name), `file_encrypted`, `upload_damaged` (reason).
    """
    try:
        with _opened(file, content) as archive:
            _check(file, archive.infolist(), len(content))
            for entry in archive.infolist():
                if wanted(entry.filename) and not entry.is_dir():
                    yield entry.filename, archive.read(entry)
    except _DAMAGE as error:
        raise _damaged(file) from error


def entry_names(file: str, content: bytes) -> list[str]:
    """Return the names of the entries; DataError `archive_entries`, `upload_damaged` as `read_entries`."""
    try:
        with _opened(file, content) as archive:
            return archive.namelist()
    except _DAMAGE as error:
        raise _damaged(file) from error


def _damaged(file: str) -> DataError:
    """Name what the user chose: the reader's own words, as `BadZipFile`, are no user's."""
    return DataError("upload_damaged", file=file, reason=PurePath(file).suffix[1:].upper() or "ZIP")


def _opened(file: str, content: bytes) -> zipfile.ZipFile:
    # zipfile builds an object for every entry of the directory: a million of them take seconds and a gigabyte.
    marks = content.count(_ENTRY_MARK)
    if marks > 10 * MAX_ENTRIES:
        raise DataError("archive_entries", file=file, found=marks, expected=MAX_ENTRIES)
    return zipfile.ZipFile(io.BytesIO(content))


def _check(file: str, entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    names = [entry.filename for entry in entries]
    if len(entries) > MAX_ENTRIES:
        raise DataError("archive_entries", file=file, found=len(entries), expected=MAX_ENTRIES)
    if unpacked > MAX_UNPACKED:
        raise DataError("archive_unpacked", file=file, found=unpacked, expected=MAX_UNPACKED)
    if unpacked > MAX_RATIO * packed:
        raise DataError("archive_ratio", file=file, found=unpacked // packed, expected=MAX_RATIO)
    if len(set(names)) < len(names):
        raise DataError("archive_repeated", file=file, found=max(names, key=names.count))
    if any(entry.flag_bits & 1 for entry in entries):
        raise DataError("file_encrypted", file=file)
