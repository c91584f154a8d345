"""What the XML of an ODS tells beyond its values: how far its repeated cells reach, merged cells, formulas."""

import zipfile

from data.intake.extent import Extent, local, parse_xml
from errors import DataError

_CONTENT = "content.xml"
_UNSEEN = ("collapse", "filter")
_MOST = 1_048_576  # rows of a sheet; a larger count of repeats is not a spreadsheet's


def scan_ods(file: str, archive: zipfile.ZipFile) -> dict[str, Extent]:
    """Return the extent of each table by its name.

    Raises DataError: those of `parse_xml` and `Extent.reach`, `upload_damaged` (reason) where the content is missing.
    """
    if _CONTENT not in archive.namelist():
        raise DataError("upload_damaged", file=file, reason=_CONTENT)
    scan = _Scan(file)
    with archive.open(_CONTENT) as stream:
        parse_xml(file, stream, scan.start, scan.end)
    return scan.extents


class _Scan:
    """Walks the tables of the content; a class, because a stream of elements has to be remembered between calls."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.extents: dict[str, Extent] = {}
        self._extent = Extent(file, "")
        self._depth = 0
        self._row = self._rows = self._column = self._columns = 0

    def start(self, name: str, values: dict[str, str]) -> None:
        if name == "table":
            self._depth += 1
            if self._depth == 1:  # a table inside a cell is a drawing's, and the reader passes it over
                self._open(local(values).get("name", ""))
        elif name == "table-row" and self._depth == 1:
            self._rows, self._column = _times(local(values).get("number-rows-repeated")), 0
            if local(values).get("visibility") in _UNSEEN:
                self._extent.hidden_rows.append((self._row, self._row + self._rows - 1))
        elif name == "table-column" and self._depth == 1:
            times = _times(local(values).get("number-columns-repeated"))
            if local(values).get("visibility") in _UNSEEN:
                self._extent.hidden_columns.append((self._columns, self._columns + times - 1))
            self._columns += times
        elif name in ("table-cell", "covered-table-cell") and self._depth == 1:
            self._cell(local(values))

    def end(self, name: str) -> None:
        if name == "table":
            self._depth -= 1
        elif name == "table-row" and self._depth == 1:
            self._row += self._rows

    def _open(self, name: str) -> None:
        if name in self.extents:
            raise DataError("upload_damaged", file=self.file, reason=name)
        self._extent = self.extents[name] = Extent(self.file, name)
        self._row = self._columns = 0

    def _cell(self, values: dict[str, str]) -> None:
        times = _times(values.get("number-columns-repeated"))
        here = (self._row, self._column)
        if values.get("value-type"):
            self._extent.reach(self._row + self._rows - 1, self._column + times - 1)
        if "formula" in values and not _has_value(values):
            self._extent.unsaved.append(here)
        wide, high = _times(values.get("number-columns-spanned")), _times(values.get("number-rows-spanned"))
        if wide > 1 or high > 1:
            self._extent.merged.append((here, (here[0] + high - 1, here[1] + wide - 1)))
        self._column += times


def _has_value(values: dict[str, str]) -> bool:
    valued = any(name.endswith("value") for name in values)
    return valued or values.get("value-type") == "string"


def _times(written: str | None) -> int:
    if written is None or not (written.isascii() and written.isdigit()):
        return 1
    return min(int(written[:9]), _MOST)
