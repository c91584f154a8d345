"""XLS written byte by byte: records of Excel 97 in a compound file, as no library here writes them."""

import struct
from collections.abc import Iterable

_END, _FAT, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def xls(
    cells: Iterable[tuple[int, int, float | str]],
    name: str = "Data",
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
) -> bytes:
    """Return a workbook of one sheet with these cells: row and column from 0, and the value."""
    columns = (_record(0x7D, struct.pack("<HHHHHH", at, at, 0, 0, 1, 0)) for at in hidden_columns)
    rows = (_record(0x208, struct.pack("<HHHHHHHH", at, 0, 9, 0, 0, 0, 0x20, 0)) for at in hidden_rows)
    body = b"".join([*columns, *rows, *(_cell(*one) for one in cells)])
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + body + _record(0x0A)
    opening = _record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    length = len(_record(0x85, bytes(8) + name.encode()))
    start = len(opening) + length + len(_record(0x0A))
    listed = _record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name.encode())
    return compound({"Workbook": opening + listed + _record(0x0A) + sheet})


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file of streams, each at least 4,096 bytes long (shorter ones are filled up)."""
    sectors: list[bytes] = []
    chains: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0, (1 if streams else _FREE, _FREE))]
    for at, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        first, count = len(sectors), len(padded) // 512
        sectors += [padded[512 * one : 512 * one + 512] for one in range(count)]
        chains += [*range(first + 1, first + count), _END]
        entries.append(_entry(name, 2, first, len(padded), (_FREE, at + 1 if at < len(streams) else _FREE)))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    start, count = len(sectors), len(directory) // 512
    sectors += [directory[512 * one : 512 * one + 512] for one in range(count)]
    chains += [*range(start + 1, start + count), _END]
    tables = next(n for n in range(1, 110) if n * 128 >= len(sectors) + n)
    fat = [*chains, *[_FAT] * tables]
    fat += [_FREE] * (tables * 128 - len(fat))
    listed = [len(sectors) + one for one in range(tables)] + [_FREE] * (109 - tables)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, tables, start, 0, 4096, _END, 0, _END, 0) + struct.pack("<109I", *listed)
    return head + b"".join(sectors) + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, first: int, size: int, beside: tuple[int, int]) -> bytes:
    """Return a line of the directory; beside: the numbers of its child and of its right neighbour."""
    text = name.encode("utf-16-le") + b"\0\0"
    child, right = beside
    links = struct.pack("<HBBIII", len(text), kind, 1, _FREE, right, child)
    return text.ljust(64, b"\0") + links + bytes(16 + 4 + 16) + struct.pack("<IQ", first, size)


def _cell(row: int, column: int, value: float | str) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        return _record(0x204, place + struct.pack("<HB", len(value), 0) + value.encode("latin-1"))
    return _record(0x203, place + struct.pack("<d", value))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content
