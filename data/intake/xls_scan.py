"""What an XLS hides, which its reader does not tell: records of Excel in the old container of streams."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

import olefile

from data.intake.extent import Span

_MOST = 1000  # sheets
_SHEET, _END, _ROW, _COLUMNS = 0x85, 0x0A, 0x208, 0x7D
_BEGINS = frozenset({0x209, 0x409, 0x809})  # a chart lies within a sheet as a stream of its own
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01


@dataclass(frozen=True)
class Hidden:
    """rows, columns: first and last (from 0) of each stretch that a sheet hides."""

    rows: list[Span] = field(default_factory=list)
    columns: list[Span] = field(default_factory=list)


def scan_xls(content: bytes) -> list[Hidden]:
    """Return what each sheet hides, in the workbook's order; [] of a damaged file, of which the reader says more."""
    try:
        book = _workbook(content)
        starts = [_number(book, at) for kind, at in _records(book, 0) if kind == _SHEET]
        return [_hidden(book, start) for start in starts[:_MOST]]
    except (OSError, struct.error, IndexError, ValueError, RecursionError):
        return []


def _hidden(book: bytes, start: int) -> Hidden:
    found = Hidden()
    for kind, at in _records(book, start):
        if kind == _ROW and _short(book, at + 12) & _ROW_HIDDEN:
            found.rows.append((_short(book, at), _short(book, at)))
        elif kind == _COLUMNS and _short(book, at + 8) & _COLUMN_HIDDEN:
            found.columns.append((_short(book, at), _short(book, at + 2)))
    return found


def _records(book: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield the kind of each record of a stream and where its content begins."""
    depth = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        depth += (kind in _BEGINS) - (kind == _END)
        if depth <= 0:
            return
        yield kind, at + 4
        at += 4 + length


def _workbook(content: bytes) -> bytes:
    with olefile.OleFileIO(content) as container:
        name = next((name for name in ("Workbook", "Book") if container.exists(name)), None)
        return bytes(container.openstream(name).read()) if name else b""


def _number(content: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", content, at)[0])


def _short(content: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", content, at)[0])
