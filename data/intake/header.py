"""The header of a table in a sheet: the rows that name its columns, and the names they give."""

import re

from data.intake.numbers import GAP_MARKS, looks_like_number
from data.intake.period_names import read_period
from data.intake.sheet import Sheet, column_letters
from data.names import free_name

JOINT = " / "
_LOOKED_AT = 60  # rows in which a header is sought
_MOST = 3  # rows of a header: indicator over year over segment
# `(ribu orang)`, `%`, `Rp`: of what the labels above are told in.
_UNIT = re.compile(
    r"[(\[][^0-9()\[\]]*[)\]]|%|(?:(?:dalam )?(?:ribu|juta|miliar|milyar|triliun)(?:an)? ?)?"
    r"(?:orang|jiwa|persen|rp\.?|rupiah|desa|kampung|pekerja|peserta)?"
)
_COUNTED = re.compile(r"[(\[]?[-−–]?\s?([0-9]{1,2})[)\]]?(?:\s?=.*)?")


def find_header_rows(sheet: Sheet) -> list[int]:
    """Return the fullest row of labels above the data and those that complete it, from 1; [] if there is none."""
    rows = sheet.cells[:_LOOKED_AT]
    data = next((at for at, row in enumerate(rows) if is_data_row(row)), len(rows))
    needed = max(2, 0.6 * _filled(rows[data])) if data < len(rows) else 2
    labels = [
        at
        for at in range(data)
        if _filled(rows[at]) >= needed and len(set(map(tidy, rows[at])) - {""}) > 1 and not counts_columns(rows[at])
    ]
    if not labels:
        return [1] if sheet.width == 1 and data > 0 else []
    fullest = max(labels, key=lambda at: (_filled(rows[at]), -at))
    return [number + 1 for number in _with_neighbour(rows, fullest)]


def _filled(row: list[str]) -> int:
    return sum(bool(text.strip()) for text in row)


def is_data_row(row: list[str]) -> bool:
    """Say whether a row holds a figure, or a mark for one that is not known, beside another cell."""
    return _filled(row) > 1 and any(is_figure(text) or _is_gap(text) for text in row)


def _with_neighbour(rows: list[list[str]], at: int) -> list[int]:
    """Return the row with those below that complete it, also by units, and those above that it completes."""
    found = [at]
    while len(found) < _MOST and found[-1] + 1 < len(rows) and _completes(rows[found[-1]], rows[found[-1] + 1]):
        found.append(found[-1] + 1)
    # The groups above may be fewer than half of the columns: `Kabupaten,Peserta,,,`.
    while found[0] > 0 and len(found) < _MOST and _groups(rows[found[0] - 1], rows[found[0]]):
        found = [found[0] - 1, *found]
    below = found[-1] + 1
    units = below < len(rows) and _are_units(rows[below], [rows[number] for number in found])
    return [*found, below] if units else found


def _groups(upper: list[str], lower: list[str]) -> bool:
    return len({tidy(text) for text in upper} - {""}) > 1 and _completes(upper, lower)


def _completes(upper: list[str], lower: list[str]) -> bool:
    """Say whether the lower row names what the upper one leaves open: empty or repeated labels side by side.

    The first label that spans nothing must have nothing else below it: there the names of regions would stand.
    """
    if is_data_row(lower) or counts_columns(lower) or not any(text.strip() for text in lower):
        return False
    named = [at for at in range(1, len(upper)) if _grouped(upper, at) and tidy(lower[at]) not in ("", tidy(upper[at]))]
    single = next((at for at in range(len(upper)) if upper[at].strip() and not _grouped(upper, at)), None)
    return bool(named) and (single is None or tidy(lower[single]) in ("", tidy(upper[single])))


def _are_units(row: list[str], headers: list[list[str]]) -> bool:
    """Say whether a row below the labels tells their units, `(ribu orang)`, and names nothing where regions stand."""
    labels = [[tidy(upper[at]) for upper in headers if upper[at].strip()] for at in range(len(row))]
    own = {at: tidy(text) for at, text in enumerate(row) if text.strip() and tidy(text) not in labels[at]}
    first = next((at for at, names in enumerate(labels) if names), 0)
    return first not in own and bool(own) and all(_UNIT.fullmatch(text) for text in own.values())


def counts_columns(row: list[str]) -> bool:
    """Say whether cells are 1, 2, 3 …, (1), (2), (3) … or −1, −2, −3 …, as Indonesian tables number their columns.

    A spreadsheet makes -1 of (1); `(4)=(3)/(2)` counts as well.
    """
    filled = [text for text in row if text.strip()]
    numbers = [found[1] if (found := _COUNTED.fullmatch(tidy(text))) else "" for text in filled]
    return len(numbers) > 2 and numbers == [str(n + 1) for n in range(len(numbers))]


def _grouped(row: list[str], at: int) -> bool:
    """Say whether a label spans a neighbour, which is then empty or the same."""
    here = tidy(row[at])
    following = tidy(row[at + 1]) if at + 1 < len(row) else None
    before = tidy(row[at - 1]) if at > 0 else None
    return here == "" or following in ("", here) or before == here


def name_columns(sheet: Sheet, headers: list[int], rows_of_data: range, within: range) -> dict[int, str]:
    """Return a unique name by column (from 0): its labels joined, or its letter; columns without any text are left out.

    headers: the rows (from 1) of the labels; a label counts for the empty ones after it, but not in the last row.
    rows_of_data: from 1. within: the columns of the table.
    """
    body = sheet.cells[rows_of_data.start - 1 : rows_of_data.stop - 1]
    rows = [_spread(sheet.cells[row - 1], within) if row != max(headers) else sheet.cells[row - 1] for row in headers]
    columns: dict[int, str] = {}
    for at in within:
        pieces = list(dict.fromkeys(_spaced(row[at]) for row in rows if row[at].strip()))
        own = any(sheet.cells[row - 1][at].strip() for row in headers)
        if own or any(row[at].strip() for row in body):
            columns[at] = free_name(JOINT.join(pieces) or column_letters(at), columns.values())
    return columns


def _spread(row: list[str], within: range) -> list[str]:
    """Give the empty labels of a table the one before them; what stands beside the table stays as it is."""
    spread = list(row)
    for at in within[1:]:
        spread[at] = row[at] if row[at].strip() else spread[at - 1]
    return spread


def _is_gap(text: str) -> bool:
    return text.strip() != "" and text.strip().casefold() in GAP_MARKS


def is_figure(text: str) -> bool:
    """Say whether a text is a number and no period: 2024 alone is a year."""
    return looks_like_number(text) and read_period(text) is None


def _spaced(text: str) -> str:
    return " ".join(text.split())


def goes_on(title: str) -> bool:
    """Say whether a title, tidied, is of a page on which a table goes on: `Lanjutan Tabel 3.2`."""
    return bool(re.search(r"\b(?:lanjutan|sambungan|continued)\b", title))


def tidy(text: str) -> str:
    """Return a label as it is compared: lower case, single spaces, no colon after it."""
    return _spaced(text).casefold().rstrip(": ")
