"""Hostile workbooks: cells out of reach, bombs of XML and texts, formulas, damage."""

import random

from tests.hostile.case import Accepted, Case, Refused
from tests.hostile.xls import compound, xls
from tests.hostile.xlsx import ods, parts, row, xlsx, zipped

HEAD = row(1, "Kode", "Nilai")
GOOD = [["Kode", "Nilai"], ["17.04", "75.5"]]
_BODY = HEAD + row(2, '<c r="A2" t="inlineStr"><is><t>17.04</t></is></c>', "75.5")
_LAUGHS = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
_FILE = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


def _with(entry: str, text: str | bytes) -> bytes:
    return zipped({**parts(_BODY), entry: text})


def _cell(place: str, inside: str = "<v>1</v>", attributes: str = "") -> str:
    return f'<row><c r="{place}"{attributes}>{inside}</c></row>'


def xlsx_cells() -> list[Case]:
    """Cells: far away, of odd kinds, with formulas."""
    files = [
        ("plain", xlsx(_BODY), Accepted(GOOD, numbers={"Nilai": [[75.5]]})),
        ("one cell at XFD1048576", xlsx(_cell("XFD1048576")), Refused("sheet_too_wide", "16384")),
        ("one cell at XFD1", xlsx(_BODY + _cell("XFD1")), Refused("sheet_too_wide", "16384")),
        ("one cell at column 501", xlsx(_BODY + _cell("SG3")), Refused("sheet_too_wide", "501")),
        ("cells that make 5 million and some", xlsx(_BODY + _cell("E1000001")), Refused("sheet_too_large", "5000005")),
        ("styled cells without a value at XFD1048576", xlsx(_BODY + '<row r="1048576"><c r="XFD1048576" s="1"/></row>'), Accepted(GOOD)),
        ("a dimension that lies", _with("xl/worksheets/sheet1.xml", parts(_BODY)["xl/worksheets/sheet1.xml"].replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')), Accepted(GOOD)),
        ("row 0", xlsx(_BODY + _cell("A0")), Refused("upload_damaged", "A0")),
        ("column ZZZZ", xlsx(_BODY + _cell("ZZZZ1")), Refused("upload_damaged", "ZZZZ1")),
        ("a row of 10 digits", xlsx(_BODY + '<row r="9999999999"><c><v>1</v></c></row>'), Refused("sheet_too_large")),
        ("a row of minus one", xlsx(_BODY + '<row r="-1"><c><v>1</v></c></row>'), Refused("upload_damaged", "-1")),
        ("rows without numbers", xlsx('<row><c t="inlineStr"><is><t>Kode</t></is></c><c t="inlineStr"><is><t>Nilai</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>'), Accepted([["Kode", "Nilai"], ["1", "2"]])),
        ("infinite numbers", xlsx(HEAD + row(2, "x", "1E400") + row(3, "y", "7")), Accepted(numbers={"Nilai": [[None, 7]]})),
        ("a number that is none", xlsx(HEAD + '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>satu</v></c></row>'), Accepted([["Kode", "Nilai"], ["1", "satu"]], numbers={"Nilai": []})),
        ("NaN as a number", xlsx(HEAD + row(2, "x", "7") + '<row r="3"><c r="B3"><v>NaN</v></c></row>'), Accepted(numbers={"Nilai": [[7, None]]})),
        ("an index of a text that is not there", xlsx(HEAD + row(2, "=99", "1")), Refused("upload_damaged")),
        ("a negative index of a text, which no program writes", xlsx(HEAD + row(2, "=-1", "1")), Accepted()),
        ("formulas never saved", xlsx(HEAD + row(2, "x", '<c r="B2"><f>1+1</f></c>')), Accepted([["Kode", "Nilai"], ["x", ""]], about={"unsaved": ["B2"]})),
        ("formulas that failed", xlsx(HEAD + row(2, "x", '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')), Accepted([["Kode", "Nilai"], ["x", "#DIV/0!"]], numbers={"Nilai": []}, about={"errors": ["B2"]})),
        ("a formula that calls a program", xlsx(HEAD + row(2, "x", "<c r=\"B2\" t=\"str\"><f>cmd|'/C calc'!A0</f><v>=cmd</v></c>")), Accepted([["Kode", "Nilai"], ["x", "=cmd"]])),
        ("true and false", xlsx(HEAD + row(2, "x", '<c r="B2" t="b"><v>1</v></c>')), Accepted([["Kode", "Nilai"], ["x", "True"]])),
        ("two cells of one place", xlsx(HEAD + row(2, "x", "1", '<c r="B2"><v>2</v></c>')), Accepted()),
        ("rows backwards", xlsx(row(3, "z", "3") + row(2, "y", "2") + HEAD), Accepted([["Kode", "Nilai"], ["y", "2"], ["z", "3"]])),
        ("merged cells", xlsx(_BODY + row(3, "", "7"), after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>'), Accepted([*GOOD, ["17.04", "7"]])),
        ("a merged range over everything", xlsx(_BODY, after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), Accepted()),
        ("merged ranges over each other", xlsx(_BODY, after="<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 50_000 + "</mergeCells>"), Refused("upload_damaged|archive_ratio")),
    ]  # fmt: skip
    return [_case("xlsx cells", name, content, gives) for name, content, gives in files]


def xlsx_parts() -> list[Case]:
    """XML that expands, nests or breaks, and parts that are missing or point elsewhere."""
    sheet = parts(_BODY)["xl/worksheets/sheet1.xml"]
    files = [
        ("billion laughs in a sheet", _with("xl/worksheets/sheet1.xml", _LAUGHS + sheet.replace("17.04", "&j;")), Refused("xml_doctype")),
        ("billion laughs in the shared texts", _with("xl/sharedStrings.xml", _LAUGHS + "<sst><si><t>&j;</t></si></sst>"), Refused("xml_doctype|upload_damaged")),
        ("a file of the server in a sheet", _with("xl/worksheets/sheet1.xml", _FILE + sheet.replace("17.04", "&j;")), Refused("xml_doctype")),
        ("a file of the server in the shared texts", _with("xl/sharedStrings.xml", _FILE + "<sst><si><t>&j;</t></si></sst>"), Refused("xml_doctype|upload_damaged")),
        ("a file of the server in the list of sheets", _with("xl/workbook.xml", _FILE + parts("")["xl/workbook.xml"]), Refused("xml_doctype")),
        ("laughs in the styles", _with("xl/styles.xml", _LAUGHS + "<styleSheet><numFmts>&j;</numFmts></styleSheet>"), Accepted(GOOD)),
        ("elements 100,000 deep", _with("xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", "</sheetData>" + "<a>" * 100_000)), Refused("upload_damaged|archive_ratio")),
        ("a sheet cut off", _with("xl/worksheets/sheet1.xml", sheet[:-40]), Refused("upload_damaged")),
        ("a sheet of noise", _with("xl/worksheets/sheet1.xml", random.Random(5).randbytes(3000)), Refused("upload_damaged")),
        ("a sheet that is not there", xlsx(_BODY, target="worksheets/sheet9.xml"), Refused("upload_damaged", "sheet9")),
        ("a sheet that lies outside", xlsx(_BODY, target="../../../../etc/passwd"), Refused("upload_damaged", "passwd")),
        ("two sheets of one name", xlsx(_BODY, sheets='<sheet name="A" sheetId="1" r:id="r1"/><sheet name="A" sheetId="2" r:id="r1"/>'), Accepted(GOOD)),
        ("a sheet named as markup", xlsx(_BODY, sheets='<sheet name="&lt;script&gt;![](http://x)" sheetId="1" r:id="r1"/>'), Accepted(GOOD, about={"name": "<script>![](http://x)"})),
        ("no sheet at all", xlsx(_BODY, sheets="<a/>"), Refused("file_empty|upload_damaged")),
        ("no list of sheets", zipped({"xl/workbook.xml": ""}), Refused("upload_damaged")),
        ("a macro beside it", _with("xl/vbaProject.bin", compound({"VBA": b"AutoOpen"})), Accepted(GOOD)),
        ("a workbook of Excel's binary form", zipped({"xl/workbook.bin": b"x" * 99}), Refused("upload_damaged")),
        ("a text document", zipped({"word/document.xml": "<w/>"}), Refused("format_unknown", "Word")),
    ]  # fmt: skip
    return [_case("xlsx parts", name, content, gives) for name, content, gives in files]


def text_bombs() -> list[Case]:
    """Small files that become very large texts; only a child may read them."""
    noise = random.Random(7).randbytes(400_000)  # keeps the ratio of the zip below what is refused at once

    def repeated(cells: int) -> bytes:
        rows = "".join(row(number, "=0", "1") for number in range(1, cells + 1))
        strings = f"<sst><si><t>{'kaur' * 8000}</t></si></sst>"
        return zipped({**parts(rows, strings=strings), "xl/media/noise.png": noise})

    return [
        _heavy("one text of 32,000 letters in 200,000 cells", lambda: repeated(200_000), Refused("reading_too_large")),
        _heavy("one text of 32,000 letters in 20,000 cells", lambda: repeated(20_000), Refused("reading_too_large")),
        _heavy("a million rows of two cells", lambda: xlsx("".join(row(n, "1", str(n)) for n in range(1, 1_000_001))), Accepted()),
        _heavy("5 million merged cells", lambda: xlsx(_BODY + _cell("D1000000"), after='<mergeCells><mergeCell ref="A3:D1000000"/></mergeCells>'), Accepted(GOOD)),
        _heavy("200,000 formulas never saved", lambda: zipped({**parts(HEAD + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}"><f>1</f></c></row>' for n in range(2, 200_002))), "noise.png": noise}), Refused("too_many_unsaved", "200000")),
    ]  # fmt: skip


def xls_files() -> list[Case]:
    """XLS: damaged, with a password, and sheets that a reader lays out whole."""
    table = [(0, 0, "Kode"), (0, 1, "Nilai"), (1, 0, "17.04"), (1, 1, 75.5)]
    good = xls(table)
    files = [
        ("plain", good, Accepted(GOOD)),
        ("infinite numbers", xls([*table, (2, 1, float("inf")), (3, 1, float("nan"))]), Accepted(numbers={"Nilai": [[75.5, None, None]]})),
        ("cut in the middle", good[: len(good) // 2], Refused("upload_damaged")),
        ("the mark alone", good[:8], Refused("upload_damaged")),
        ("noise after the mark", good[:8] + random.Random(9).randbytes(5000), Refused("upload_damaged")),
        ("a password", compound({"EncryptionInfo": bytes(9), "EncryptedPackage": bytes(9)}), Refused("file_encrypted|upload_damaged")),
        ("a letter of Word", compound({"WordDocument": bytes(9)}), Refused("format_unknown", "Word")),
        ("records longer than the file", good.replace(b"\x03\x02\x0e\x00", b"\x03\x02\xff\xff"), Refused("upload_damaged")),
    ]  # fmt: skip
    far = Case(
        "xls",
        "one cell at IV65536",
        lambda: xls([*table, (65_535, 255, 1.0)]),
        Refused("sheet_too_large|reading_too_large"),
        "berkas.xls",
        heavy=True,
    )
    # The reader follows such a circle until no memory is left: 23 GB in seconds, had it no limit.
    circle = Case(
        "xls",
        "sectors in a circle",
        lambda: good[:-512] + bytes(512),
        Refused("reading_too_large"),
        "berkas.xls",
        heavy=True,
    )
    return [*(_case("xls", name, content, gives, "berkas.xls") for name, content, gives in files), far, circle]


def ods_files() -> list[Case]:
    """ODS: repeated cells, entities, passwords."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    number = '<table:table-cell office:value-type="float" office:value="{}"/>'
    head = f"<table:table-row>{text.format('Kode')}{text.format('Nilai')}</table:table-row>"
    body = f"{head}<table:table-row>{text.format('17.04')}{number.format('75.5')}</table:table-row>"
    far = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
    wide = number.format(1).replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"')
    files = [
        ("plain", ods(body), Accepted(GOOD)),
        ("a cell repeated 16,384 times a million times", ods(far.format(1_048_576, wide)), Refused("sheet_too_wide", "16384")),
        ("a row repeated a billion times", ods(body + far.format(10**9, number.format(1) * 9)), Refused("sheet_too_large")),
        ("empty rows repeated to the end", ods(body + far.format(1_048_574, "<table:table-cell/>")), Accepted(GOOD)),
        ("billion laughs", ods(body.replace("17.04", "&j;"), head=_LAUGHS.partition("?>")[2]), Refused("xml_doctype")),
        ("a file of the server", ods(body.replace("17.04", "&j;"), head=_FILE.partition("?>")[2]), Refused("xml_doctype")),
        ("cut off", zipped({"mimetype": "x", "content.xml": "<o:document-content xmlns:o='x'>"}), Refused("upload_damaged")),
        ("infinite numbers", ods(body + f"<table:table-row>{text.format('x')}{number.format('1e999')}</table:table-row>"), Accepted(numbers={"Nilai": [[75.5, None]]})),
    ]  # fmt: skip
    return [_case("ods", name, content, gives, "berkas.ods") for name, content, gives in files]


def _case(group: str, name: str, content: bytes, gives: Accepted | Refused, file: str = "berkas.xlsx") -> Case:
    return Case(group, name, lambda: content, gives, file)


def _heavy(name: str, make, gives: Accepted | Refused) -> Case:  # type: ignore[no-untyped-def]
    return Case("bombs", name, make, gives, "berkas.xlsx", heavy=True)
