"""The way in: a file's bytes to its sheets, by what the bytes are and never by the name's ending."""

from data.intake import parquet, records
from data.intake.dialect import read_text
from data.intake.packed import unpack
from data.intake.parsed_file import Settings
from data.intake.sheet import Sheet
from data.intake.workbooks import read_workbook
from errors import DataError
from sandbox.archives import entry_names

MAX_BYTES = 100_000_000
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Web applications in regional offices send an HTML table under the name .xls; Excel 2003 an XML one.
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<head", b"<meta")
_OTHERS = {
    b"%PDF": "PDF", b"\x1f\x8b": "gzip", b"Rar!": "RAR", b"7z\xbc\xaf": "7-Zip",
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF",
}  # fmt: skip
_MAPS = (b"SQLite format 3\x00", b"\x00\x00\x27\x0a")
# Names of streams in the old container: what it is where it is no workbook.
_STREAMS = {"EncryptedPackage": "", "WordDocument": "Word", "PowerPoint Document": "PowerPoint"}
# What a zip is by one of its entries.
_ENTRIES = {
    "xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods",
    "word/document.xml": "Word", "ppt/presentation.xml": "PowerPoint",
}  # fmt: skip
_WORKBOOKS = ("xlsx", "xlsb", "xls", "ods")
_BEGINS = b"\xef\xbb\xbf \t\r\n"


def read_sheets(name: str, content: bytes, settings: Settings | None = None) -> list[Sheet]:
    """Read every sheet of an uploaded file; a text file is one sheet, and a zip the table in it.

    name: for the sentences only. settings: the analyst's encoding, delimiter, entry of a zip, and whether the
    properties of a map file are meant.
    Raises DataError with file: `file_empty`, `file_too_large` (found, expected: bytes), `format_unknown`
    (found), `file_is_markup` (an HTML or XML table, whatever its name), `file_is_map`, `file_encrypted`, and those
    of `read_text`, `read_workbook`, `read_parquet`, `read_records` and `unpack`.
    """
    chosen = settings or Settings()
    if not content.strip():
        raise DataError("file_empty", file=name)
    if len(content) > MAX_BYTES:
        raise DataError("file_too_large", file=name, found=len(content), expected=MAX_BYTES)
    form = detect_form(name, content)
    if form == "zip":
        entry, content = unpack(name, content, chosen.entry)
        form = detect_form(name, content)
        if form == "zip":
            raise DataError("archive_nested", file=name, found=entry)
    if form in _WORKBOOKS:
        return read_workbook(name, content, form)
    if form == "parquet":
        return parquet.read_parquet(name, content)
    if form == "json":
        return records.read_records(name, content, chosen.properties)
    return [read_text(name, content, chosen.encoding, chosen.delimiter)]


def detect_form(name: str, content: bytes) -> str:
    """Return `text`, `json`, `parquet`, `zip`, `xlsx`, `xlsb`, `xls` or `ods`; raises as `read_sheets` for others."""
    if content.startswith(_ZIP):
        return _zipped_form(name, content)
    if content.startswith(_OLE):
        return _old_form(name, content)
    if content.startswith(parquet.MARK):
        return "parquet"
    if content.startswith(_MAPS):
        raise DataError("file_is_map", file=name, readable=False)
    if other := next((word for mark, word in _OTHERS.items() if content.startswith(mark)), None):
        raise DataError("format_unknown", file=name, found=other)
    head = content[:512].lstrip(_BEGINS)
    if head.lower().startswith(_MARKUP):
        raise DataError("file_is_markup", file=name)
    return "json" if _is_json(head) else "text"


def _is_json(head: bytes) -> bool:
    """Tell a document from a text file whose first cell is in brackets: `[1];[2]`."""
    return head.startswith(records.MARKS) and head[1:].lstrip(_BEGINS)[:1] in (b'"', b"{", b"[", b"}")


def _zipped_form(name: str, content: bytes) -> str:
    entries = set(entry_names(name, content))
    form = next((form for entry, form in _ENTRIES.items() if entry in entries), "zip")
    if form not in ("zip", *_WORKBOOKS):
        raise DataError("format_unknown", file=name, found=form)
    return form


def _old_form(name: str, content: bytes) -> str:
    """Tell a workbook with a password, which lies encrypted in the old container, whatever its own form is."""
    for stream, form in _STREAMS.items():
        if stream.encode("utf-16-le") in content:
            raise DataError("format_unknown", file=name, found=form) if form else DataError("file_encrypted", file=name)
    return "xls"
