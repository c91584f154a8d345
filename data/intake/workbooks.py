"""XLSX, XLSB, XLS and ODS to sheets of text, read by calamine; limits are checked on the XML before it reads.

Known drawbacks. A format of percent is lost: 75% arrives as 0.75, which `find_habits` asks about. Of an XLS
neither failed formulas nor unsaved ones can be told, and its sheets are laid out before their size is
known (at most 65,536 rows by 256 columns each): the memory of the child process is the limit there.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import product
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum
from python_calamine import SheetVisibleEnum as Visible

from data.intake.extent import Area, Extent
from data.intake.ods_scan import scan_ods
from data.intake.sheet import DATE, MAX_CELLS, NUMBER, TEXT, Sheet, cell_name
from data.intake.xls_scan import Hidden, scan_xls
from data.intake.xlsb_scan import scan_xlsb
from data.intake.xlsx_scan import scan_xlsx
from errors import DataError
from sandbox.archives import repack

_SCANS = {"xlsx": scan_xlsx, "xlsb": scan_xlsb, "ods": scan_ods}
_PARTS = (".xml", ".bin", ".rels", "mimetype")
_MANIFEST = "META-INF/manifest.xml"


def read_workbook(file: str, content: bytes, form: str) -> list[Sheet]:
    """Read every worksheet, hidden ones too, in the workbook's order; rows and columns count from A1.

    form: `xlsx`, `xlsb`, `xls` or `ods`. Merged cells all get the text of the first.
    Raises DataError: those of `repack`, `parse_xml`, `Extent.reach`; with file `upload_damaged` (reason),
    `file_encrypted`, `file_empty` (no cell in any sheet), `sheet_too_large` (found, expected: all together).
    """
    if form == "xls":
        return _sheets(file, io.BytesIO(content), form, {}, scan_xls(content))
    plain = repack(file, content, _PARTS)
    with zipfile.ZipFile(plain) as archive:
        if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
            raise DataError("file_encrypted", file=file)
        extents = _SCANS[form](file, archive)
    together = sum(extent.rows * extent.columns for extent in extents.values())
    if together > MAX_CELLS:
        raise DataError("sheet_too_large", file=file, found=together, expected=MAX_CELLS)
    plain.seek(0)
    return _sheets(file, plain, form, extents)


def _sheets(
    file: str, plain: io.BytesIO, form: str, extents: dict[str, Extent], hidden: Sequence[Hidden] = ()
) -> list[Sheet]:
    """Read the sheets; hidden: of an XLS what each of them hides."""
    sheets = []
    with _refusing(file, form), CalamineWorkbook.from_filelike(plain) as workbook:
        for at, one in enumerate(workbook.sheets_metadata):
            if one.typ == SheetTypeEnum.WorkSheet:
                told = hidden[at] if at < len(hidden) else Hidden()
                extent = extents.get(one.name)
                extent = extent or Extent(file, one.name, hidden_rows=told.rows, hidden_columns=told.columns)
                source = workbook.get_sheet_by_name(one.name)
                sheets.append(_sheet(source, extent, form, one.visible != Visible.Visible))
    if not any(sheet.cells for sheet in sheets):
        raise DataError("file_empty", file=file)
    return sheets


@contextmanager
def _refusing(file: str, form: str) -> Iterator[None]:
    """Say what the reader could not read as a DataError; its own words are English and tell of streams and sectors."""
    try:
        yield
    except PasswordError as error:
        raise DataError("file_encrypted", file=file) from error
    except (CalamineError, OSError, ValueError) as error:
        raise DataError("upload_damaged", file=file, reason=form.upper()) from error
    except BaseException as error:
        # The reader's Rust panics on some damaged XLS (a directory cut off); pyo3 raises that beside Exception
        # and exports no class for it.
        if type(error).__name__ != "PanicException":
            raise
        if "pointer is null" in str(error):  # Python had no memory for a cell
            raise MemoryError from error
        raise DataError("upload_damaged", file=file, reason=form.upper()) from error


def _sheet(source: CalamineSheet, extent: Extent, form: str, hidden: bool) -> Sheet:
    if source.end is not None:
        extent.reach(*source.end)
    rows: list[list[Any]] = source.to_python(skip_empty_area=False) if source.end is not None else []
    rows = [[*row, *[""] * (extent.columns - len(row))] for row in rows]
    rows += [[""] * extent.columns for _ in range(extent.rows - len(rows))]
    for (row, column), text in extent.errors.items():
        rows[row][column] = text  # the reader gives "" for it, which would pass for not reported
    merged = extent.merged if source.merged_cell_ranges is None else source.merged_cell_ranges
    _fill(extent, rows, merged)
    return Sheet(
        extent.sheet,
        [[_text(value) for value in row] for row in rows],
        form=form,
        kinds=["".join(_kind(value) for value in row) for row in rows],
        hidden=hidden,
        unsaved=[cell_name(*cell) for cell in extent.unsaved],
        errors=[cell_name(*cell) for cell in extent.errors],
        hidden_rows=extent.hidden_rows,
        hidden_columns=extent.hidden_columns,
        merged=[f"{cell_name(*first)}:{cell_name(*last)}" for first, last in merged],
    )


def _fill(extent: Extent, rows: list[list[Any]], merged: list[Area]) -> None:
    room = extent.rows * extent.columns
    for (top, left), (bottom, right) in merged:
        inside = range(top, min(bottom + 1, len(rows))), range(left, min(right + 1, extent.columns))
        room -= len(inside[0]) * len(inside[1])
        if room < 0:  # ranges that lie over each other: no spreadsheet program writes them
            raise DataError("upload_damaged", file=extent.file, reason=cell_name(top, left))
        for row, column in product(*inside):
            rows[row][column] = rows[top][left]


def _kind(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return NUMBER
    return DATE if isinstance(value, date) else TEXT


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return value.isoformat(" ") if isinstance(value, datetime) else str(value)
