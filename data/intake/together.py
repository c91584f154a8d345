"""Sheets of one form, one for each year or month, as one table with the period in a column of its own."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from data.intake.header import find_header_rows, tidy
from data.intake.period_names import periods_in, read_period
from data.intake.sheet import CELL, MAX_CELLS, TEXT, Sheet

_PERIOD, _MONTH = "Periode", "Bulan"
_DATED = frozenset({"periode", "period", "tahun", "year", "bulan", "month", "tanggal", "date"})


@dataclass(frozen=True)
class _Part:
    """A sheet with what it is stacked by: number of its header's last row, and its period or month as written."""

    sheet: Sheet
    header: int
    said: str


def sheets_together(sheets: Sequence[Sheet]) -> Sheet | None:
    """Return the visible sheets that have the same columns and each another period, one below the other.

    The first keeps its rows as they are; of the others what stands below their header follows. The period stands
    behind the last column, as `Periode`, or `Bulan` where nothing says the year; not where they have such a column.
    None where there are no such sheets.
    """
    groups: dict[tuple[str, ...], list[_Part]] = defaultdict(list)
    for sheet in sheets:
        rows = find_header_rows(sheet) if sheet.cells and not sheet.hidden else []
        if rows:
            names = tuple(" ".join(tidy(sheet.cells[row - 1][at]) for row in rows) for at in range(sheet.width))
            groups[names].append(_Part(sheet, max(rows), _said(sheet, min(rows))))
    names, parts = max(groups.items(), key=lambda group: len(group[1]), default=((), []))
    if len(parts) < 2 or not _are_periods([part.said for part in parts]):
        return None
    if sum(len(part.sheet.cells) for part in parts) * (len(names) + 1) > MAX_CELLS:
        return None
    return _stacked(parts, dated=bool(_DATED & set(names)))


def _said(sheet: Sheet, header: int) -> str:
    """Return the one period of the sheet's name, or of its titles; a month alone as it is written; else ""."""
    titles = [text for row in sheet.cells[: header - 1] for text in row]
    for texts in ([sheet.name], titles):
        found = {period for text in texts for period in periods_in(text)}
        if len(found) == 1:
            return found.pop()
    return sheet.name.strip() if read_period(f"{sheet.name} 2000") else ""


def _are_periods(said: list[str]) -> bool:
    whole = [read_period(text) is not None for text in said]
    return all(said) and len(set(said)) == len(said) and len(set(whole)) == 1


def _stacked(parts: list[_Part], dated: bool) -> Sheet:
    cells: list[list[str]] = []
    kinds: list[str] = []
    starts: list[tuple[int, str, int]] = []
    named: dict[str, list[str]] = {"unsaved": [], "errors": []}
    hidden: list[tuple[int, int]] = []
    merged: list[str] = []
    label = _PERIOD if read_period(parts[0].said) else _MONTH
    for number, part in enumerate(parts):
        skipped = part.header if number else 0
        shift = len(cells) - skipped
        starts.append((len(cells) + 1, part.sheet.name, shift))
        for row, written in enumerate(part.sheet.cells[skipped:], skipped + 1):
            said = [] if dated else [part.said if row > part.header else label if row == part.header else ""]
            cells.append([*written, *(said if any(text.strip() for text in written) else [""] * len(said))])
            kinds.append(part.sheet.kinds[row - 1] + TEXT * len(said))
        for kind, found in named.items():
            found += [moved for cell in getattr(part.sheet, kind) if (moved := _moved(cell, shift, skipped))]
        merged += [span for text in part.sheet.merged if (span := _moved_range(text, shift, skipped))]
        hidden += [
            (max(first, skipped) + shift, last + shift) for first, last in part.sheet.hidden_rows if last >= skipped
        ]
    first = parts[0].sheet
    name = ", ".join(part.sheet.name for part in parts)
    return Sheet(
        name, cells, form=first.form, kinds=kinds, unsaved=named["unsaved"], errors=named["errors"],
        merged=merged, hidden_rows=hidden, hidden_columns=first.hidden_columns, parts=starts,
    )  # fmt: skip


def _moved_range(text: str, shift: int, skipped: int) -> str:
    first, last = (_moved(cell, shift, skipped) for cell in text.split(":"))
    return f"{first}:{last}" if first and last else ""


def _moved(cell: str, shift: int, skipped: int) -> str:
    found = CELL.fullmatch(cell)
    if not found or int(found[2]) <= skipped:
        return ""
    return f"{found[1]}{int(found[2]) + shift}"
