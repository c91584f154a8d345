"""The header of a table in a sheet: the rows that name its columns, and the names they give."""

from collections.abc import Collection

from data.intake.numbers import GAP_MARKS, looks_like_number
from data.intake.period_names import read_period
from data.intake.sheet import Sheet, column_letters

JOINT = " / "
_LOOKED_AT = 60  # rows in which a header is sought


def find_header_rows(sheet: Sheet) -> list[int]:
    """Return the fullest row of labels above the data and the row that completes it, from 1; [] if there is none."""
    rows = sheet.cells[:_LOOKED_AT]
    data = next((at for at, row in enumerate(rows) if _is_data(row)), len(rows))
    needed = max(2, 0.6 * _filled(rows[data])) if data < len(rows) else 2
    labels = [at for at in range(data) if _filled(rows[at]) >= needed and len(set(map(tidy, rows[at])) - {""}) > 1]
    if not labels:
        return [1] if sheet.width == 1 and data > 0 else []
    fullest = max(labels, key=lambda at: (_filled(rows[at]), -at))
    return [number + 1 for number in _with_neighbour(rows, fullest)]


def _filled(row: list[str]) -> int:
    return sum(bool(text.strip()) for text in row)


def _is_data(row: list[str]) -> bool:
    """Say whether a row holds a figure, or a mark for one that is not known, beside another cell."""
    return _filled(row) > 1 and any(_is_figure(text) or _is_gap(text) for text in row)


def _with_neighbour(rows: list[list[str]], at: int) -> list[int]:
    if at + 1 < len(rows) and _completes(rows[at], rows[at + 1]):
        return [at, at + 1]
    # The groups above may be fewer than half of the columns: `Kabupaten,Peserta,,,`.
    if at > 0 and len({tidy(text) for text in rows[at - 1]} - {""}) > 1 and _completes(rows[at - 1], rows[at]):
        return [at - 1, at]
    return [at]


def _completes(upper: list[str], lower: list[str]) -> bool:
    """Say whether the lower row names what the upper one leaves open: empty or repeated labels side by side.

    The first label that spans nothing must have nothing else below it: there the names of regions would stand.
    """
    if _is_data(lower) or not any(text.strip() for text in lower):
        return False
    named = [at for at in range(1, len(upper)) if _grouped(upper, at) and tidy(lower[at]) not in ("", tidy(upper[at]))]
    single = next((at for at in range(len(upper)) if upper[at].strip() and not _grouped(upper, at)), None)
    return bool(named) and (single is None or tidy(lower[single]) in ("", tidy(upper[single])))


def _grouped(row: list[str], at: int) -> bool:
    """Say whether a label spans a neighbour, which is then empty or the same."""
    here = tidy(row[at])
    following = tidy(row[at + 1]) if at + 1 < len(row) else None
    before = tidy(row[at - 1]) if at > 0 else None
    return here == "" or following in ("", here) or before == here


def name_columns(sheet: Sheet, headers: list[int], first: int) -> dict[int, str]:
    """Return a unique name by column (from 0): its labels joined, or its letter; columns without any text are left out.

    headers: the rows (from 1) of the labels; a label counts for the empty ones after it, but not in the last row.
    first: the first row of the data.
    """
    body = sheet.cells[first - 1 :]
    rows = [_spread(sheet.cells[row - 1]) if row != max(headers) else sheet.cells[row - 1] for row in headers]
    columns: dict[int, str] = {}
    for at in range(sheet.width):
        pieces = list(dict.fromkeys(_spaced(row[at]) for row in rows if row[at].strip()))
        own = any(sheet.cells[row - 1][at].strip() for row in headers)
        if own or any(row[at].strip() for row in body):
            columns[at] = free_name(JOINT.join(pieces) or column_letters(at), columns.values())
    return columns


def _spread(row: list[str]) -> list[str]:
    spread: list[str] = []
    for text in row:
        spread.append(text if text.strip() or not spread else spread[-1])
    return spread


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a name that is not taken yet: `Peserta`, `Peserta (2)`."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _is_gap(text: str) -> bool:
    return text.strip() != "" and text.strip().casefold() in GAP_MARKS


def _is_figure(text: str) -> bool:
    return looks_like_number(text) and read_period(text) is None


def _spaced(text: str) -> str:
    return " ".join(text.split())


def tidy(text: str) -> str:
    """Return a label as it is compared: lower case, single spaces, no colon after it."""
    return _spaced(text).casefold().rstrip(": ")
