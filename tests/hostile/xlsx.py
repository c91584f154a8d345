"""XLSX and ODS written part by part, so that any part can be wrong."""

import io
import zipfile
from collections.abc import Mapping

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(entries: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these entries."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return content.getvalue()


def parts(
    rows: str, after: str = "", strings: str = "", sheets: str = "", target: str = "worksheets/sheet1.xml"
) -> dict[str, str]:
    """Return the parts of a workbook with one sheet `Data`; rows: its XML; after: XML below them."""
    sheets = sheets or '<sheet name="Data" sheetId="1" r:id="r1"/>'
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="{target}"/>'
            f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>",
        "xl/sharedStrings.xml": strings or f"<sst {_MAIN}><si><t>Kaur</t></si></sst>",
    }  # fmt: skip


def xlsx(rows: str, **more: str) -> bytes:
    """Return a workbook of `parts`."""
    return zipped(parts(rows, **more))


def row(number: int, *cells: str) -> str:
    """Return a row; a cell that begins with `<` is XML as it stands, `=` a shared string, else a number or a text."""
    return f'<row r="{number}">{"".join(cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(cells))}</row>'


def cell(place: str, text: str) -> str:
    """Return the XML of one cell."""
    if text.startswith("<"):
        return text
    if text.startswith("="):
        return f'<c r="{place}" t="s"><v>{text[1:]}</v></c>'
    if text[:1].isdigit() or text[:1] == "-":
        return f'<c r="{place}"><v>{text}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def ods(rows: str, head: str = "", entries: Mapping[str, str] | None = None) -> bytes:
    """Return an ODS with one table of these rows (XML)."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?>{head}<o:document-content xmlns:o="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0" xmlns:office="{office}:office:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{rows}</table:table></office:spreadsheet></office:body></o:document-content>'
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<m:manifest xmlns:m="{office}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content, **(entries or {})})
