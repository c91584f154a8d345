"""Hostile zips, as workbooks: too many, too large, lying, nested, encrypted, with names that are paths."""

import io
import stat
import struct
import warnings
import zipfile

from tests.hostile.case import Accepted, Case, Refused
from tests.hostile.workbooks import _BODY, GOOD
from tests.hostile.xlsx import parts, zipped


def zips() -> list[Case]:
    """Every one a workbook whose directory is wrong; `Accepted` where what is odd is never touched."""
    book = parts(_BODY)
    good = zipped(book)
    files = [
        ("201 entries", zipped({**book, **{f"x{n}": "" for n in range(195)}}), Refused("archive_entries", "201")),
        ("50,000 entries", zipped({**book, **{f"x{n}": "" for n in range(50_000)}}, zipfile.ZIP_STORED), Refused("archive_entries")),
        ("a sheet of 60 MB of spaces", zipped({**book, "xl/worksheets/sheet1.xml": " " * 60_000_000}), Refused("archive_ratio")),
        ("400 MB in all, by its directory", _resized(good, 400_000_000), Refused("archive_unpacked", "400")),
        ("a size that lies", _resized(good, 10), Refused("upload_damaged")),
        ("a wrong checksum", _changed_checksum(good), Refused("upload_damaged")),
        ("two entries of one name", _twice(book), Refused("archive_repeated", "sheet1.xml")),
        ("encrypted", _flagged(good, 1), Refused("file_encrypted")),
        ("cut in the middle", good[: len(good) // 2], Refused("upload_damaged")),
        ("only its end", good[-22:], Refused("upload_damaged|format_unknown|file_not_text|encoding_bad")),
        ("an empty zip", zipped({}), Refused("archive_without_table")),
        ("names that climb out of the folder", zipped({**book, "../../../../tmp/cakupan-was-here": "x", "/etc/cakupan-was-here": "x"}), Accepted(GOOD)),
        ("a link to a file of the server", _linked(book), Accepted(GOOD)),
        ("a zip in a zip in a zip", zipped({**book, "deep.zip": zipped({"deeper.zip": zipped({"x": "x"})})}), Accepted(GOOD)),
        ("a zip in front of which a program stands", b"MZ" + good, Refused("file_not_text|encoding_bad|encoding_mixed")),
        ("a method that nobody unpacks", _method(good, 99), Refused("upload_damaged")),
        ("a CSV in a zip", zipped({"data.csv": "a;b\nx;1\n"}), Accepted([["a", "b"], ["x", "1"]])),
        ("a CSV in a folder that climbs", zipped({"../../../etc/data.csv": "a;b\nx;1\n"}), Accepted([["a", "b"], ["x", "1"]])),
        ("two CSVs in a zip", zipped({"a.csv": "a;b\n", "b.csv": "a;b\n"}), Refused("archive_several")),
        ("a zip in a zip", zipped({"a.zip": zipped({"a.csv": "x"})}), Refused("archive_nested", "a.zip")),
        ("a zip in a zip under another name", zipped({"a.csv": zipped({"a.csv": "x"})}), Refused("archive_nested", "a.csv")),
        ("a CSV of 60 MB of spaces", zipped({"a.csv": " " * 60_000_000}), Refused("archive_ratio")),
        ("a JSON of 100,000 brackets in a zip", zipped({"a.json": "[" * 100_000}, zipfile.ZIP_STORED), Refused("json_bad")),
        ("a Parquet of nothing in a zip", zipped({"a.parquet": "PAR1 PAR1"}), Refused("upload_damaged")),
        ("a program in a zip", zipped({"setup.exe": "MZ"}), Refused("archive_without_table", "setup.exe")),
        ("entries that lie over each other", _overlapping(book), Refused("upload_damaged|archive_ratio|archive_unpacked")),
        ("stored by LZMA", zipped(book, zipfile.ZIP_LZMA), Accepted(GOOD)),
    ]  # fmt: skip
    return [Case("zips", name, lambda content=content: content, gives, "berkas.xlsx") for name, content, gives in files]  # type: ignore[misc]


def _central(content: bytes, wanted: bytes) -> int:
    """Return where the directory's line of an entry begins."""
    at = -1
    while (at := content.find(b"PK\x01\x02", at + 1)) >= 0:
        length = struct.unpack_from("<H", content, at + 28)[0]
        if content[at + 46 : at + 46 + length] == wanted:
            return at
    raise ValueError(wanted)


def _patched(content: bytes, offset: int, form: str, value: int) -> bytes:
    changed = bytearray(content)
    struct.pack_into(form, changed, _central(content, b"xl/worksheets/sheet1.xml") + offset, value)
    return bytes(changed)


def _resized(content: bytes, size: int) -> bytes:
    return _patched(content, 24, "<I", size)


def _changed_checksum(content: bytes) -> bytes:
    return _patched(content, 16, "<I", 12345)


def _flagged(content: bytes, flags: int) -> bytes:
    return _patched(content, 8, "<H", flags)


def _method(content: bytes, method: int) -> bytes:
    return _patched(content, 10, "<H", method)


def _twice(book: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(content, "w") as archive:
        warnings.simplefilter("ignore")
        for name, text in [*book.items(), ("xl/worksheets/sheet1.xml", "<a/>")]:
            archive.writestr(name, text)
    return content.getvalue()


def _linked(book: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in book.items():
            archive.writestr(name, text)
        link = zipfile.ZipInfo("xl/worksheets/sheet2.xml")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return content.getvalue()


def _overlapping(book: dict[str, str]) -> bytes:
    """Let 50 lines of the directory point at one entry, as the bombs do that unpack to petabytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in book.items():
            archive.writestr(name, text)
        archive.writestr("xl/theme.xml", "ha" * 1_000_000)
        kernel = archive.getinfo("xl/theme.xml")
        for number in range(50):
            copy = zipfile.ZipInfo(f"xl/theme{number}.xml")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(copy, field, getattr(kernel, field))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return content.getvalue()
