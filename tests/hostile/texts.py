"""Hostile text files: encodings, files that are none, dialects and sizes."""

import codecs
import gzip
import json
import pickle
import random

from tests.hostile.case import Accepted, Case, Refused

TABLE = "Kode;Nama;Nilai\n17.04;Kaur;75,5\n17.07;Désa Lebong;17,1\n"
CELLS = [["Kode", "Nama", "Nilai"], ["17.04", "Kaur", "75,5"], ["17.07", "Désa Lebong", "17,1"]]
_NOISE = random.Random(3)


def _encoded(encoding: str, mark: bytes = b""):  # type: ignore[no-untyped-def]
    return lambda: mark + TABLE.encode(encoding)


def _fixed(content: bytes | str):  # type: ignore[no-untyped-def]
    return lambda: content if isinstance(content, bytes) else content.encode()


def encodings() -> list[Case]:
    """Texts in every encoding that offices send, and broken ones."""
    good = [
        ("utf-8", _encoded("utf-8"), "utf-8"),
        ("utf-8 with mark", _encoded("utf-8", codecs.BOM_UTF8), "utf-8-sig"),
        ("utf-16 little with mark", _encoded("utf-16-le", codecs.BOM_UTF16_LE), "utf-16-le"),
        ("utf-16 big with mark", _encoded("utf-16-be", codecs.BOM_UTF16_BE), "utf-16-be"),
        ("utf-16 little without mark", _encoded("utf-16-le"), "utf-16-le"),
        ("utf-16 big without mark", _encoded("utf-16-be"), "utf-16-be"),
        ("cp1252", _encoded("cp1252"), "cp1252"),
        ("end mark of DOS", lambda: TABLE.encode() + b"\x1a", "utf-8"),
    ]
    accepted = [
        Case("encodings", name, make, Accepted(CELLS if "DOS" not in name else None, about={"encoding": said}))
        for name, make, said in good
    ]
    bad = [
        ("one byte that is not UTF-8 among many accents", ("é;é\n" * 9).encode() + b"\xe9;1\n", Refused("encoding_mixed", "10")),
        ("byte that cp1252 lacks", b"a;b\n1;\x81\n", Refused("encoding_bad", "2")),
        ("utf-16 cut in the middle of a letter", codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le")[:-1], Refused("encoding_bad")),
        ("half of a surrogate pair in utf-16", codecs.BOM_UTF16_LE + "a;b\n".encode("utf-16-le") + b"\x00\xd8a\x00", Refused("encoding_bad", "2")),
        ("utf-32", codecs.BOM_UTF32_LE + TABLE.encode("utf-32-le"), Refused("file_not_text")),
        ("zero byte in a cell", b"a;b\n1;2\x00\n", Refused("file_not_text", "2")),
        ("escape codes of a terminal", b"a;b\n1;\x1b[2J\n", Refused("file_not_text", "2")),
        ("noise", _NOISE.randbytes(20_000), Refused("file_not_text|encoding_bad")),
        ("all zeros", bytes(5000), Refused("file_not_text")),
        ("all 0xff", b"\xff" * 5000, Refused("table_missing", "1")),
    ]  # fmt: skip
    return accepted + [Case("encodings", name, _fixed(content), gives) for name, content, gives in bad]


def other_files() -> list[Case]:
    """Files that are no table, whatever their name says."""
    files = [
        ("nothing", b"", Refused("file_empty")),
        ("only spaces", b" \r\n\t \n", Refused("file_empty")),
        ("only a byte order mark", codecs.BOM_UTF8, Refused("file_empty")),
        ("PDF", b"%PDF-1.7\n1 0 obj", Refused("format_unknown", "PDF")),
        ("gzip", gzip.compress(TABLE.encode(), mtime=0), Refused("format_unknown", "gzip")),
        ("gzip bomb", gzip.compress(bytes(50_000_000), mtime=0), Refused("format_unknown", "gzip")),
        ("RAR", b"Rar!\x1a\x07\x01\x00", Refused("format_unknown", "RAR")),
        ("7-Zip", b"7z\xbc\xaf\x27\x1c", Refused("format_unknown", "7-Zip")),
        ("100,000 brackets", b"[" * 100_000, Refused("json_bad")),
        ("a JSON of numbers without end", b'[{"a": 1e999999, "b": NaN}]', Accepted([["a", "b"], ["1e999999", "NaN"]])),
        ("600 names in a record", b"[" + json.dumps({str(n): 1 for n in range(600)}).encode() + b"]", Refused("sheet_too_wide", "600")),
        ("a map that has no features", b'{"type": "FeatureCollection", "features": "x"}', Refused("file_is_map")),
        ("Parquet", b"PAR1" + bytes(40), Refused("upload_damaged")),
        ("web page", b"<!DOCTYPE html><script>alert(1)</script><table>", Refused("file_is_markup")),
        ("HTML table named xls", b"\xef\xbb\xbf  <table><tr><td>1</td></tr></table>", Refused("file_is_markup")),
        ("XML with an external entity", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', Refused("file_is_markup")),
        ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(200), Refused("format_unknown", "PNG")),
        ("JPEG", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200), Refused("format_unknown", "JPEG")),
        ("GIF", b"GIF89a" + bytes(200), Refused("format_unknown", "GIF")),
        ("program", b"MZ\x90\x00" + bytes(200), Refused("file_not_text|encoding_bad")),
        ("SQLite", b"SQLite format 3\x00" + bytes(100), Refused("file_is_map")),
        ("pickle that would run a command", pickle.dumps(_Runs()), Refused("file_not_text|encoding_bad")),
    ]  # fmt: skip
    return [Case("other files", name, _fixed(content), gives) for name, content, gives in files]


class _Runs:
    def __reduce__(self):  # type: ignore[no-untyped-def]
        return (exec, ("open('/tmp/cakupan-was-here', 'w').close()",))


def dialects() -> list[Case]:
    """Delimiters, quotation marks, line ends and rows of different lengths."""
    plain = [["a", "b"], ["x", "1"], ["y", "2"]]
    good = [
        *((f"delimiter {sign!r}", f"a{sign}b\nx{sign}1\ny{sign}2\n", plain) for sign in ",;\t|"),
        ("sep= names a delimiter that nobody would guess", "sep=^\na^b\nx^1\ny^2\n", plain),
        ("SEP= in capitals, lines of Windows", "SEP=;\r\na;b\r\nx;1\r\ny;2\r\n", plain),
        ("lines of an old Macintosh", "a;b\rx;1\ry;2\r", plain),
        ("line ends of three kinds", "a;b\nx;1\r\ny;2\r", plain),
        ("no line end at the end", "a;b\nx;1\ny;2", plain),
        ("delimiter and line end inside quotation marks", 'a;b\n"x;\ny";1\n', [["a", "b"], ["x;\ny", "1"]]),
        ("doubled quotation marks", 'a;b\n"x ""y"" z";1\n', [["a", "b"], ['x "y" z', "1"]]),
        ("quotation mark in the middle of a cell", 'a;b\n5" pipa;1\n', [["a", "b"], ['5" pipa', "1"]]),
        ("short rows", "a;b;c\nx;1\ny;2;3\n", [["a", "b", "c"], ["x", "1", ""], ["y", "2", "3"]]),
        ("a row longer than the header", "a;b\nx;1\ny;2;3\n", [["a", "b", "C"], ["x", "1", ""], ["y", "2", "3"]]),
        ("delimiters at every end", "a;b;\nx;1;\ny;2;\n", plain),
        ("decimal commas between commas in quotation marks", 'a,b\nx,"75,5"\ny,"17,1"\n', [["a", "b"], ["x", "75,5"], ["y", "17,1"]]),
    ]  # fmt: skip
    bad = [
        ("quotation mark never closed", 'a;b\nx;1\ny;"2\nz;3\n', Refused("quote_bad", "3")),
        ("letters after a closed quotation mark", 'a;b\nx;"1"2\n', Refused("quote_bad", "2")),
        ("quotation mark that swallows 100,000 lines", 'a;b\nx;1\n"' + "y;2\n" * 100_000, Refused("quote_bad|cell_too_long", "3")),
        ("500 columns and one more", ";".join(map(str, range(501))) + "\n", Refused("sheet_too_wide", "501")),
        ("a million delimiters", "a;b\n" + ";" * 999_999 + "\n", Refused("sheet_too_wide", "1000000")),
        ("a line of more than a million letters", "a;b\nx;1\n" + "y" * 1_000_001 + "\n", Refused("line_too_long", "3")),
        ("a cell of 200,000 letters", "a;b\nx;" + "y" * 200_000 + "\n", Refused("cell_too_long", "2")),
    ]  # fmt: skip
    cases = [Case("dialects", name, _fixed(text), Accepted(cells)) for name, text, cells in good]
    return cases + [Case("dialects", name, _fixed(text), gives) for name, text, gives in bad]


def sizes() -> list[Case]:
    """Text files at the limits."""
    big = [
        ("5 million cells and one row more", lambda: b"a;b\n" + b"1;2\n" * 2_500_000, Refused("sheet_too_large", "5000002")),
        ("5 million empty lines", lambda: b"a;b\n1;2\n" + b"\n" * 5_000_000, Refused("sheet_too_large")),
        ("one row of 400 columns below 200,000 of one", lambda: b"1\n" * 200_000 + b"," * 399 + b"\n", Refused("sheet_too_large")),
        ("more than 100 MB", lambda: b"a;b\n" + b"1;2\n" * 25_000_000, Refused("file_too_large", "100000000")),
        ("a million rows of nothing but delimiters, as Excel writes them", lambda: b"a;b;c;d\nx;2;3;4\n" + b";;;\n" * 1_048_574, Accepted([["a", "b", "c", "d"], ["x", "2", "3", "4"]])),
        ("99 MB in 4.9 million different cells", lambda: b"".join(b"wilayah%d;%s\n" % (row, b";".join(b"%017d" % (row * column) for column in range(1, 6))) for row in range(820_000)), Accepted()),
        ("99 MB in 4.3 million cells", lambda: b"kabupaten;nilai\n" + b"Kabupaten Bengkulu Utara, Provinsi Bengkulu;1\n" * 2_150_000, Accepted()),
    ]  # fmt: skip
    return [Case("sizes", name, make, gives, heavy=True) for name, make, gives in big]
