"""What the records of an XLSB tell beyond its values: how far sheets reach, what is hidden, formulas that failed.

Known drawback: a formula whose value was never saved looks like one that gives 0.
"""

import struct
import zipfile
from collections.abc import Iterator

from data.intake.extent import Extent, local, parse_xml
from errors import DataError

_WORKBOOK, _RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"
_ROW, _CELLS, _ERRORS, _COLUMNS, _SHEET = 0, range(1, 12), (3, 11), 60, 156
_BLANK = 1
_ERROR_WORDS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def scan_xlsb(file: str, archive: zipfile.ZipFile) -> dict[str, Extent]:
    """Return the extent of each worksheet by its name.

    Raises DataError: those of `parse_xml` and `Extent.reach`, and `upload_damaged` where a part is not there or
    cut short.
    """
    try:
        targets = _targets(file, archive)
        extents = {}
        for name, relation in _sheets(archive.read(_WORKBOOK)):
            path = targets.get(relation, "")
            if "/worksheets/" in path:
                extents[name] = _extent(Extent(file, name), archive.read(path))
    except (KeyError, struct.error, IndexError, UnicodeDecodeError) as error:
        raise DataError("upload_damaged", file=file, reason="XLSB") from error
    return extents


def _targets(file: str, archive: zipfile.ZipFile) -> dict[str, str]:
    found: list[dict[str, str]] = []
    with archive.open(_RELATIONS) as stream:
        parse_xml(file, stream, lambda name, values: found.append(local(values)) if name == "Relationship" else None)
    paths = {one.get("Id", ""): one.get("Target", "") for one in found}
    return {name: path.lstrip("/") if path.startswith("/") else f"xl/{path}" for name, path in paths.items()}


def _records(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of each record; both number and length are written seven bits a byte."""
    at = 0
    while at < len(body):
        kind, at = _varying(body, at, 2)
        length, at = _varying(body, at, 4)
        if at + length > len(body):
            raise struct.error(length)
        yield kind, body[at : at + length]
        at += length


def _varying(body: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        byte = body[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return value, at


def _sheets(body: bytes) -> Iterator[tuple[str, str]]:
    for kind, content in _records(body):
        if kind == _SHEET:
            relation, at = _string(content, 8)
            name, _ = _string(content, at)
            yield name, relation


def _string(content: bytes, at: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", content, at)
    end = at + 4 + 2 * length
    return content[at + 4 : end].decode("utf-16-le"), end


def _extent(extent: Extent, body: bytes) -> Extent:
    row = 0
    for kind, content in _records(body):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", content)
            if content[11] & 0x10:
                extent.hidden_rows.append((row, row))
        elif kind in _CELLS and kind != _BLANK:
            (column,) = struct.unpack_from("<I", content)
            extent.reach(row, column)
            if kind in _ERRORS:
                extent.errors[row, column] = _ERROR_WORDS.get(content[8], "#N/A")
        elif kind == _COLUMNS:
            first, last = struct.unpack_from("<II", content)
            if content[16] & 1:
                extent.hidden_columns.append((first, last))
    return extent
