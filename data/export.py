"""Tables as files for a spreadsheet: CSV and XLSX, in which text from outside stays text."""

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

# Signs that open a formula in a spreadsheet, the full-width forms too, behind any blanks: OWASP, "CSV Injection".
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# A signed figure in words, as +38,0 poin persen: a workbook's cell of text never makes a formula of it, and there an
# apostrophe would be seen.
_SIGNED = re.compile(r"[+\-]\d[\d.,]*(?:[ \u00a0](?:%|[a-z]+))*")
# A spreadsheet set to Indonesian parts cells at semicolons, so a formula may also open inside a text.
_FORMULA_INSIDE = re.compile(r"([;\t\r\n]\s*)([=+\-@＝＋－＠])")
# Characters that XML 1.0 does not allow; openpyxl lets U+FFFE pass, and the workbook cannot be opened any more.
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# `#N/A` is an error to openpyxl, and a code such as 11.10 a number to the one who edits it in Excel.
_MISREAD = re.compile(r"[#=\d]")
_SHEET_NAME_MOST = 31
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MARK_COLOUR = "B84F00"


@dataclass(frozen=True)
class Margin:
    """Texts around a table. mark: in the first row, one column apart; below: lines, one row apart."""

    mark: str = ""
    below: tuple[str, ...] = ()


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8 with a byte order mark, without which Excel reads another alphabet.

    Text that a spreadsheet would take for a formula gets a leading apostrophe, column names too; numbers stay
    numbers, negative ones too, and a missing one is an empty cell.
    """
    safe = _each_text(table, lambda text: _FORMULA_INSIDE.sub(r"\1'\2", defused(text)))
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig", errors="replace")


def to_xlsx(tables: Mapping[str, pd.DataFrame], margins: Mapping[str, Margin] | None = None) -> bytes:
    """Return tables as one workbook, a sheet for each by its name.

    Text is stored as text (format `@`), so that the code 11.10 stays 11.10; formulas are defused as in
    `to_csv`. Characters that XML cannot hold are dropped. Sheet names are cut to what Excel allows, and a
    repeated one gets a number. margins: the texts around a table, by its name.
    """
    book = Workbook(write_only=True)
    used: list[str] = []
    for name, table in tables.items():
        used.append(_sheet_name(name, used))
        sheet = book.create_sheet(used[-1])
        margin = (margins or {}).get(name, Margin())
        safe = _each_text(table, _in_workbook)
        sheet.append([*(_text_cell(sheet, str(column)) for column in safe.columns), *_marked(sheet, margin.mark)])
        for row in safe.astype(object).where(safe.notna(), None).itertuples(index=False, name=None):
            sheet.append([_cell(sheet, value) for value in row])
        for line in ("", *margin.below) if margin.below else ():
            sheet.append([_text_cell(sheet, defused(_writable(line)))])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def defused(text: str) -> str:
    """Return a text with a leading apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _in_workbook(text: str) -> str:
    safe = _writable(text)
    return safe if _SIGNED.fullmatch(safe) else defused(safe)


def _each_text(table: pd.DataFrame, change: Callable[[str], str]) -> pd.DataFrame:
    """Change every text; each distinct one once, since 131,000 rows repeat a few hundred."""
    safe = {place: _changed(table.iloc[:, place], change) for place in range(table.shape[1])}
    names = [change(str(name)) for name in table.columns]
    return pd.DataFrame(safe, index=table.index).set_axis(names, axis=1)


def _changed(column: pd.Series, change: Callable[[str], str]) -> pd.Series:
    texts = {value: change(value) for value in column.unique() if isinstance(value, str)}
    if not texts:
        return column
    return column.astype(object).map(lambda value: texts[value] if isinstance(value, str) else value)


def _writable(text: str) -> str:
    return _NOT_IN_XML.sub("", text)


def _cell(sheet: Any, value: Any) -> object:
    """Give a text that openpyxl would take for an error or a number a cell of its own; return others as they are."""
    return _text_cell(sheet, value) if isinstance(value, str) and _MISREAD.match(value) else value


def _marked(sheet: Any, mark: str) -> list[Any]:
    """Return an empty cell and the mark, so that neither a filter nor a pivot takes it for a column of the table."""
    if not mark:
        return []
    cell = _text_cell(sheet, defused(_writable(mark)))
    cell.font = Font(bold=True, color=_MARK_COLOUR)
    return [None, cell]


def _text_cell(sheet: Any, text: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.number_format = "@"
    # openpyxl reads "=..." as a formula and "#N/A" as an error; whatever it guessed, this is text.
    cell.data_type = "s"
    return cell


def _sheet_name(name: str, used: list[str]) -> str:
    base = _NOT_IN_SHEET_NAME.sub(" ", _writable(name)).strip(" '") or "Sheet"
    taken, candidate, number = {one.casefold() for one in used}, base[:_SHEET_NAME_MOST], 2
    while candidate.casefold() in taken:
        ending = f" {number}"
        candidate, number = base[: _SHEET_NAME_MOST - len(ending)] + ending, number + 1
    return candidate
