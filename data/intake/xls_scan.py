"""What an XLS hides, which its reader does not tell: records of Excel in the old container of streams."""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.intake.extent import Span

_LAST = 0xFFFFFFFA  # numbers above it end a chain, or name no sector
_LISTED = 109  # sectors of the table of sectors that the header names itself
_ENTRY = 128
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
    except (struct.error, IndexError, ValueError):
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
    """Return the stream of the workbook; a short one lies in the stream of the first entry."""
    size = 1 << _short(content, 30)
    # No chain is longer than there are sectors, whatever a hostile table says.
    table = _numbers(_joined(content, size, _table_sectors(content, size), 1))[: len(content) // size]
    entries = _joined(content, size, _chain(table, _number(content, 48)), 1)
    kinds = {entries[at : at + 64].partition(b"\0\0\0")[0]: at for at in range(0, len(entries), _ENTRY)}
    at = next((kinds[name] for name in map(_name, ("Workbook", "Book")) if name in kinds), len(entries))
    first, length = _number(entries, at + 116), _number(entries, at + 120)
    if length >= _number(content, 56):
        return _joined(content, size, _chain(table, first), 1)[:length]
    small = _joined(content, size, _chain(table, _number(entries, 116)), 1)
    part = 1 << _short(content, 32)
    parts = _numbers(_joined(content, size, _chain(table, _number(content, 60)), 1))[: len(small) // part]
    return _joined(small, part, _chain(parts, first), 0)[:length]


def _name(text: str) -> bytes:
    return text.encode("utf-16-le").rstrip(b"\0")


def _table_sectors(content: bytes, size: int) -> list[int]:
    """Return the sectors of the table that says which sector follows which: of a large file in a list that goes on."""
    listed = [_number(content, 76 + 4 * at) for at in range(_LISTED)]
    more, left = _number(content, 68), _number(content, 72)
    while more <= _LAST and 0 < left <= len(content) // size:
        numbers = _numbers(_joined(content, size, [more], 1))
        listed, more, left = [*listed, *numbers[:-1]], numbers[-1], left - 1
    return [number for number in listed if number <= _LAST][: len(content) // size]


def _chain(table: Sequence[int], first: int) -> list[int]:
    found: list[int] = []
    while first <= _LAST and len(found) <= len(table):
        found.append(first)
        first = table[first]
    return found


def _joined(content: bytes, size: int, sectors: Sequence[int], before: int) -> bytes:
    """Return sectors one behind the other; before: how many lie in front of the first, as the header does."""
    return b"".join(content[(number + before) * size : (number + before + 1) * size] for number in sectors)


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _number(content: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", content, at)[0])


def _short(content: bytes, at: int) -> int:
    return int(struct.unpack_from("<H", content, at)[0])
