"""Small XLSB files, record by record: no library here writes them."""

import struct

from tests.hostile.case import Accepted, Case, Refused
from tests.hostile.xlsx import zipped

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
)


def record(kind: int, content: bytes = b"") -> bytes:
    """Return a record: its number and length, seven bits a byte, then its content."""
    return _varying(kind) + _varying(len(content)) + content


def _varying(value: int) -> bytes:
    found = bytearray()
    while True:
        value, low = value >> 7, value & 0x7F
        found.append(low | (0x80 if value else 0))
        if not value:
            return bytes(found)


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def row(number: int, cells: list[str | float | None], hidden: bool = False) -> bytes:
    """Return a row with its cells: texts, numbers, and None for a formula that failed."""
    made = record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0x10 if hidden else 0, 0, 0))
    for at, cell in enumerate(cells):
        head = struct.pack("<II", at, 0)
        if cell is None:
            made += record(3, head + b"\x2a")
        elif isinstance(cell, str):
            made += record(6, head + _text(cell))
        else:
            made += record(5, head + struct.pack("<d", cell))
    return made


def book(rows: bytes, columns: bytes = b"") -> dict[str, str | bytes]:
    """Return the parts of a workbook of one sheet, `Data`."""
    sheet = (
        record(129)
        + record(148, struct.pack("<IIII", 0, 9, 0, 9))
        + columns
        + record(145)
        + rows
        + record(146)
        + record(130)
    )
    bundle = record(156, struct.pack("<II", 0, 1) + _text("rId1") + _text("Data"))
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="xl/workbook.bin"),
        "xl/workbook.bin": record(131) + record(143) + bundle + record(144) + record(132),
        "xl/_rels/workbook.bin.rels": _RELATIONS.format(kind="worksheet", target="worksheets/sheet1.bin"),
        "xl/worksheets/sheet1.bin": sheet,
    }


GOOD = row(0, ["Nama", "Peserta"]) + row(1, ["Kaur", 39487.0]) + row(2, ["Lebong", 75.5], hidden=True)
CELLS = [["Nama", "Peserta"], ["Kaur", "39487"], ["Lebong", "75.5"]]


def xlsb_files() -> list[Case]:
    """A good one, and what is wrong in others."""
    files = [
        ("as it should be", book(GOOD), Accepted(CELLS, about={"hidden_rows": [3]})),
        ("a formula that failed", book(GOOD + row(3, ["Seluma", None])), Accepted([*CELLS, ["Seluma", "#N/A"]])),
        ("a cell in row 1,048,576 and column 400", book(GOOD + row(1_048_575, ["x"] * 400)), Refused("sheet_too_large")),
        ("600 columns", book(row(0, ["x"] * 600)), Refused("sheet_too_wide", "501")),
        ("a record longer than the part", book(GOOD + b"\x05\xff\xff\xff\x7f"), Refused("upload_damaged")),
        ("a sheet that is not there", {**book(GOOD), "xl/_rels/workbook.bin.rels": _RELATIONS.format(kind="worksheet", target="worksheets/no.bin")}, Refused("upload_damaged")),
    ]  # fmt: skip
    return [
        Case("xlsb files", name, lambda parts=parts: zipped(parts), gives, "berkas.xlsb")
        for name, parts, gives in files
    ]
