"""What the XML of an XLSX tells beyond its values: how far sheets reach, formulas never saved or failed."""

import re
import zipfile
from typing import IO

from data.intake.extent import Extent, local, parse_xml
from errors import DataError

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_TRUE = ("1", "true")
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def scan_xlsx(file: str, archive: zipfile.ZipFile) -> dict[str, Extent]:
    """Return the extent of each worksheet by its name; those of charts are passed over.

    Raises DataError: those of `parse_xml` and `Extent.reach`, and `upload_damaged` where a sheet is not there.
    """
    extents = {}
    for name, path in _sheet_paths(file, archive).items():
        scan = _Scan(Extent(file, name))
        with archive.open(path) as stream:
            _scan(file, stream, scan)
        extents[name] = scan.extent
    return extents


def _sheet_paths(file: str, archive: zipfile.ZipFile) -> dict[str, str]:
    entries = {name.casefold(): name for name in archive.namelist()}
    targets = {one["Id"]: one for one in _elements(file, archive, _RELATIONS, "Relationship") if "Id" in one}
    paths = {}
    for sheet in _elements(file, archive, _WORKBOOK, "sheet"):
        relation = targets.get(sheet.get("id", ""), {})
        if not relation.get("Type", "").endswith("/worksheet"):
            continue
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if path.casefold() not in entries:
            raise DataError("upload_damaged", file=file, reason=f"{sheet.get('name')}: {target}")
        paths[sheet.get("name", "")] = entries[path.casefold()]
    return paths


def _elements(file: str, archive: zipfile.ZipFile, path: str, wanted: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    if path not in archive.namelist():
        raise DataError("upload_damaged", file=file, reason=path)
    with archive.open(path) as stream:
        parse_xml(file, stream, lambda name, values: found.append(local(values)) if name == wanted else None)
    return found


def _scan(file: str, stream: IO[bytes], scan: "_Scan") -> None:
    parse_xml(file, stream, scan.start, scan.end, scan.text)


class _Scan:
    """Walks the cells of one sheet; a class, because a stream of elements has to be remembered between calls."""

    def __init__(self, extent: Extent) -> None:
        self.extent = extent
        self._row, self._column = -1, -1
        self._formula = self._failed = self._in_value = False
        self._value = ""

    def start(self, name: str, values: dict[str, str]) -> None:
        if name == "c":
            self._row, self._column = self._position(values.get("r"))
            self._formula, self._failed, self._value = False, values.get("t") == "e", ""
        elif name == "row":
            self._row, self._column = self._row_number(values.get("r")), -1
            if values.get("hidden") in _TRUE or _is_flat(values.get("ht")):
                self.extent.hidden_rows.append((self._row, self._row))
        elif name == "col" and (values.get("hidden") in _TRUE or _is_flat(values.get("width"))):
            first, last = (self._row_number(values.get(end, "1")) for end in ("min", "max"))
            self.extent.hidden_columns.append((first, last))
        elif name == "f":
            self._formula = True
        elif name in ("v", "is"):
            self.extent.reach(self._row, self._column)
            self._in_value = True

    def end(self, name: str) -> None:
        if name in ("v", "is"):
            self._in_value = False
        elif name == "c":
            cell = (self._row, self._column)
            if self._failed and self._value:
                self.extent.errors[cell] = self._value
            elif self._formula and not self._value:
                self.extent.unsaved.append(cell)

    def text(self, data: str) -> None:
        # A value is looked at only where it may be missing or an error; the rest is the reader's.
        if self._in_value and (self._formula or self._failed) and len(self._value) < 20:
            self._value += data

    def _row_number(self, written: str | None) -> int:
        if written is None:
            return self._row + 1
        if not (written.isascii() and written.isdigit()):
            raise DataError("upload_damaged", file=self.extent.file, reason=written[:20])
        return int(written[:9]) - 1

    def _position(self, written: str | None) -> tuple[int, int]:
        if written is None:
            return self._row, self._column + 1
        return cell_position(self.extent.file, written)


def cell_position(file: str, written: str) -> tuple[int, int]:
    """Return row and column, both from 0, of a cell written `B12`; DataError `upload_damaged` for anything else."""
    found = _CELL.fullmatch(written)
    if not found or found[2].startswith("0"):
        raise DataError("upload_damaged", file=file, reason=written[:20])
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _is_flat(size: str | None) -> bool:
    """Say whether a row or a column has a height or a width of nothing, which hides it as well."""
    return size is not None and bool(re.fullmatch(r"0(?:\.0+)?", size))
