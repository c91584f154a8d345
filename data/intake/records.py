"""JSON and GeoJSON to a sheet: a list of records, wherever in the document it lies; shapes are left out.

Known drawbacks. Of a document with several lists of records the longest is taken. A value that is itself a list or
a record is given as its JSON text.
"""

import json
from typing import Any

from data.intake.encoding import decode
from data.intake.sheet import MAX_CELLS, MAX_COLUMNS, NUMBER, TEXT, Sheet
from errors import DataError

MARKS = (b"{", b"[")
_DEEP = 4  # {"status": …, "data": {"rows": [ … ]}}
_SHAPES = ("FeatureCollection", "Feature", "Topology", "Polygon", "MultiPolygon", "Point", "LineString")


class _Number(str):
    """A number as the document writes it: 75.50 keeps its decimals, and a large one its digits."""

    __slots__ = ()


def read_records(file: str, content: bytes, properties: bool = False) -> list[Sheet]:
    """Read the records of a JSON document, or of lines of JSON, as one sheet: names in the first row.

    properties: whether the properties of a map file are meant as figures.
    Raises DataError with file: `json_bad` (place: the line), `json_without_records`, `file_is_map` (a GeoJSON that
    was not offered as figures), `sheet_too_wide` and `sheet_too_large` (found, expected), and those of `decode`.
    """
    text = decode(file, content).text
    found = _parsed(file, text)
    if isinstance(found, dict) and found.get("type") in _SHAPES:
        if not properties:
            raise DataError("file_is_map", file=file, readable=isinstance(found.get("features"), list))
        features = [one for one in found.get("features") or [] if isinstance(one, dict)]
        records = [one.get("properties") or {} for one in features if isinstance(one.get("properties") or {}, dict)]
    else:
        records = _records(found, _DEEP)
    if not records or not any(records):
        raise DataError("json_without_records", file=file)
    return [_sheet(file, records)]


def _parsed(file: str, text: str) -> Any:
    try:
        return json.loads(text, parse_int=_Number, parse_float=_Number, parse_constant=str)
    except RecursionError as error:
        raise DataError("json_bad", file=file, place=1) from error
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg != "Extra data" or len(lines) < 2:
            raise DataError("json_bad", file=file, place=error.lineno) from error
    return [_line(file, number, line) for number, line in enumerate(lines, 1)]


def _line(file: str, number: int, line: str) -> Any:
    try:
        return json.loads(line, parse_int=_Number, parse_float=_Number, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as error:
        raise DataError("json_bad", file=file, place=number) from error


def _records(found: Any, deep: int) -> list[dict[str, Any]]:
    """Return the records of a list, of columns side by side, or of whatever part of the document has the most."""
    if isinstance(found, list):
        if all(isinstance(one, dict) for one in found):
            return found
        return _of_rows(found)
    if not isinstance(found, dict) or not deep:
        return []
    columns, data = found.get("columns"), found.get("data")
    if isinstance(columns, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
        return _of_rows([columns, *data])
    if found and all(isinstance(part, list | dict) for part in found.values()) and _are_columns(found):
        return _of_columns(found)
    parts = [_records(part, deep - 1) for part in found.values() if isinstance(part, list | dict)]
    return max(parts, key=len, default=[])


def _of_rows(rows: list[Any]) -> list[dict[str, Any]]:
    """Read a list of lists whose first names the columns."""
    if len(rows) < 2 or not all(isinstance(row, list) for row in rows):
        return []
    names = [str(name) for name in rows[0]]
    return [dict(zip(names, row, strict=False)) for row in rows[1:]]


def _are_columns(found: dict[str, Any]) -> bool:
    """Say whether a document is columns of plain values, equally long: pandas writes tables so."""
    parts = [list(part.values()) if isinstance(part, dict) else part for part in found.values()]
    plain = all(not isinstance(value, list | dict) for part in parts for value in part)
    return plain and len({len(part) for part in parts}) == 1 and len(parts) > 1


def _of_columns(found: dict[str, Any]) -> list[dict[str, Any]]:
    parts = {name: list(part.values()) if isinstance(part, dict) else part for name, part in found.items()}
    return [dict(zip(parts, row, strict=True)) for row in zip(*parts.values(), strict=True)]


def _sheet(file: str, records: list[dict[str, Any]]) -> Sheet:
    names = list(dict.fromkeys(name for record in records for name in record))
    if len(names) > MAX_COLUMNS:
        raise DataError("sheet_too_wide", file=file, found=len(names), expected=MAX_COLUMNS)
    cells = (len(records) + 1) * len(names)
    if cells > MAX_CELLS:
        raise DataError("sheet_too_large", file=file, found=cells, expected=MAX_CELLS)
    rows = [[_text(record.get(name)) for name in names] for record in records]
    kinds = ["".join(NUMBER if isinstance(one.get(name), _Number) else TEXT for name in names) for one in records]
    return Sheet("", [names, *rows], form="json", kinds=[TEXT * len(names), *kinds])


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
