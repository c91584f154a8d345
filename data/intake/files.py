"""The way in: a file's bytes to its sheets, by what the bytes are and never by the name's ending."""

from archives import entry_names
from data.intake.dialect import read_text
from data.intake.sheet import Sheet
from data.intake.workbooks import read_workbook
from errors import DataError

MAX_BYTES = 100_000_000
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Web applications in regional offices send an HTML table under the name .xls; Excel 2003 an XML one.
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<meta")
_OTHERS = {b"%PDF": "PDF", b"\x1f\x8b": "gzip", b"Rar!": "RAR", b"7z\xbc\xaf": "7-Zip", b"PAR1": "Parquet"}


def read_sheets(name: str, content: bytes, encoding: str | None = None, delimiter: str | None = None) -> list[Sheet]:
    """Read every sheet of an uploaded file; a text file is one sheet.

    name: for the sentences only. encoding, delimiter: the analyst's choice for a text file.
    Raises DataError with file: `file_empty`, `file_too_large` (found, expected: bytes), `format_unknown`
    (found), `file_is_markup` (an HTML or XML table, whatever its name), and those of `read_text` and
    `read_workbook`.
    """
    if not content.strip():
        raise DataError("file_empty", file=name)
    if len(content) > MAX_BYTES:
        raise DataError("file_too_large", file=name, found=len(content), expected=MAX_BYTES)
    form = detect_form(name, content)
    return [read_text(name, content, encoding, delimiter)] if form == "text" else read_workbook(name, content, form)


def detect_form(name: str, content: bytes) -> str:
    """Return `text`, `xlsx`, `xls` or `ods`; raises as `read_sheets` for anything else."""
    if content.startswith(_ZIP):
        return _zipped_form(name, content)
    if content.startswith(_OLE):
        return "xls"
    if other := next((word for mark, word in _OTHERS.items() if content.startswith(mark)), None):
        raise DataError("format_unknown", file=name, found=other)
    if content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise DataError("file_is_markup", file=name)
    return "text"


def _zipped_form(name: str, content: bytes) -> str:
    entries = set(entry_names(name, content))
    if "xl/workbook.xml" in entries:
        return "xlsx"
    if "content.xml" in entries:
        return "ods"
    raise DataError("format_unknown", file=name, found="XLSB" if "xl/workbook.bin" in entries else "ZIP")
