"""Where the table lies in a sheet: its header below the titles, its columns, and the rows that are no data."""

import re
from bisect import bisect
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pandas as pd

from data.intake.areas import Area, part
from data.intake.columns import names_role
from data.intake.header import counts_columns, find_header_rows, goes_on, name_columns, tidy
from data.intake.parsed_file import Settings
from data.intake.sheet import NUMBER, Sheet
from data.names import free_name

_TOTAL = re.compile(
    r"(?:(?:grand|sub) ?)?(?:total|jumlah)(?:[ /]*(?:total|jumlah|umum|keseluruhan|seluruhnya|semua|nasional|"
    r"indonesia|prov(?:insi)?\b.*|kab(?:upaten)?\b.*|kota\b.*))?|rata[- ]?rata|average|mean"
)
_TOTAL_LETTERS = frozenset("gsjtram")  # what a text that `_TOTAL` matches may begin with
_NOTE = re.compile(
    r"(?:sumber|source|catatan|note|notes|keterangan|ket)\b.*|(?:\*+|[-–—…]|\.{2,3}|[a-z]{1,2})\s?[):=].*|\*.*",
    re.DOTALL,
)
# Cut into cells by its own commas it is a note all the same: `Sumber: BPS, Sakernas`.
_NOTE_IN_CELLS = re.compile(r"(?:sumber|source|catatan|note|notes|keterangan)\s?:.*", re.DOTALL)
# Below the last figure only: `1) Pacitan` is a region above it.
_LAST_WORDS = re.compile(
    r"(?:[0-9]{1,2}\s?\)|[¹²³⁴⁵⁶⁷⁸⁹]).*|"
    r"(?:data|diolah|angka|lihat|termasuk|tidak termasuk|mengetahui|kepala|nip|dicetak)\b.*",
    re.DOTALL,
)
# A heading in the middle of a table to which the rows below belong: `B. Kota / Municipality`, `Provinsi Jambi`.
_SECTION = re.compile(
    r"(?:(?:[ivx]{1,4}|[a-h]|[0-9]{1,2})[.)]\s?)?"
    r"(?:(?P<type>kabupaten|kota|kab\.?)(?:\s?[/(]\s?(?:regency|regencies|municipality|municipalities|city|cities)\)?)?"
    r"|(?:provinsi|propinsi|prov\.?) (?P<province>.+))"
)
_SECTION_LETTERS = frozenset("kpivxabcdefgh0123456789")
# Columns that headings make, by what they say of the rows below them.
_SECTION_COLUMNS = {"type": "Bagian", "province": "Provinsi"}


@dataclass(frozen=True, eq=False)
class Found:
    """A table found in a sheet; rows count from 1, columns from 0.

    header_rows: the rows whose texts name the columns, [] where there is no header. columns: name by column; a name
    is unique, the letter where the header is empty; columns without any text are left out. first_row: the first row
    under the header. areas: the tables of the sheet where there are several; area: which of them this is.
    dropped: every other row that is no data, by its reason: `title` (above the header), `blank`, `total`, `note`,
    `header_repeated`, `column_numbers`, `section` (a heading of the rows below it), `other_table`, `hidden` or
    `chosen` (by the analyst). sections: by the row of a heading what it says of the rows below, as (`type`, `Kota`)
    or (`province`, `Jambi`). hidden_rows, hidden_columns: of the table, what the workbook hides.
    """

    sheet: Sheet
    header_rows: list[int]
    columns: dict[int, str]
    first_row: int
    areas: list[Area] = field(default_factory=list)
    area: Area | None = None
    dropped: dict[int, str] = field(default_factory=dict)
    sections: dict[int, tuple[str, str]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[str] = field(default_factory=list)


def find_structure(sheet: Sheet, settings: Settings | None = None, areas: Sequence[Area] = ()) -> Found:
    """Find the table; settings are the analyst's word against what would be found.

    areas: the tables of the sheet where there are several; `settings.table` says which is meant, else the first.
    """
    said = settings or Settings()
    area = areas[said.table or 0] if areas else None
    whole = area or Area(1, len(sheet.cells), 0, sheet.width - 1)
    headers = list(said.header_rows) if said.header_rows is not None else _headers(sheet, area)
    first = said.first_row or (max(headers) + 1 if headers else whole.first)
    within = range(whole.left, whole.right + 1)
    columns = name_columns(sheet, headers, range(first, whole.last + 1), within)
    found = Found(sheet, headers, columns, first, list(areas), area)
    _drop(found, said, within)
    rows = [
        row for start, end in sheet.hidden_rows for row in range(max(start + 1, first), min(end + 1, whole.last) + 1)
    ]
    hidden_rows = [row for row in rows if row not in found.dropped]
    hidden = {name for start, end in sheet.hidden_columns for at, name in columns.items() if start <= at <= end}
    found.hidden_rows.extend(hidden_rows)
    found.hidden_columns.extend(name for name in columns.values() if name in hidden)
    if said.hidden == "leave":
        found.dropped.update(dict.fromkeys(hidden_rows, "hidden"))
        for at in [at for at, name in columns.items() if name in hidden]:
            del columns[at]
    return found


def _headers(sheet: Sheet, area: Area | None) -> list[int]:
    if area is None:
        return find_header_rows(sheet)
    return [area.first + row - 1 for row in find_header_rows(part(sheet, area))]


def _drop(found: Found, said: Settings, within: range) -> None:
    """Note every row that is no data, with its reason, and what headings say of the rows below them."""
    cells, first, last = found.sheet.cells, found.first_row, found.area.last if found.area else len(found.sheet.cells)
    begin = found.area.first if found.area else 1
    keep, drop = set(said.keep), set(said.drop)
    titles = {row: "title" for row in range(begin, first) if row not in found.header_rows}
    others = dict.fromkeys((*range(1, begin), *range(last + 1, len(cells) + 1)), "other_table")
    found.dropped.update({row: why for row, why in (others | titles).items() if row not in keep})
    names = [[tidy(text) for text in cells[row - 1][within.start : within.stop]] for row in found.header_rows]
    above = {tidy(text) for row in titles for text in cells[row - 1]} - {""}
    for row in range(first, last + 1):
        texts = cells[row - 1] if len(within) == found.sheet.width else cells[row - 1][within.start : within.stop]
        reason = "chosen" if row in drop else _reason(texts, names, above)
        if reason and (row not in keep or row in drop):
            found.dropped[row] = reason
            if reason == "section":
                found.sections[row] = _section(texts)
    words = _last_words(found.sheet, range(first, last + 1), found.dropped)
    found.dropped.update({row: "note" for row in words if row not in keep})


def _last_words(sheet: Sheet, rows: range, dropped: Collection[int]) -> list[int]:
    """Return the rows below the last figure that say something about the table, its footnotes and signatures."""
    found = []
    for row in reversed(rows):
        if row in dropped:
            continue
        texts = {tidy(text) for text in sheet.cells[row - 1]} - {""}
        if len(texts) != 1 or not _LAST_WORDS.fullmatch(texts.pop()):
            break
        found.append(row)
    return found


def _section(row: list[str]) -> tuple[str, str]:
    written = next(text.strip() for text in row if text.strip())
    found = _SECTION.fullmatch(tidy(written))
    if found and found["province"]:
        return "province", written[-len(found["province"]) :].strip(": ")
    return "type", "Kota" if found and found["type"] == "kota" else "Kabupaten"


def read_rows(found: Found) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the table's cells as text, and which of them the workbook holds as numbers.

    Both have a column per name of `found.columns`, `Bagian` or `Provinsi` with what headings say of
    the rows below them, and the row's number (from 1) as index.
    """
    rows = [row for row in range(found.first_row, len(found.sheet.cells) + 1) if row not in found.dropped]
    cells, kinds = found.sheet.cells, found.sheet.kinds
    texts = {name: [cells[row - 1][at] for row in rows] for at, name in found.columns.items()}
    typed = {name: [bool(kinds) and kinds[row - 1][at] == NUMBER for row in rows] for at, name in found.columns.items()}
    for kind in dict.fromkeys(kind for kind, _ in found.sections.values()):
        name = free_name(_SECTION_COLUMNS[kind], texts)
        texts[name], typed[name] = _sections_of(found, rows, kind), [False] * len(rows)
    index = pd.Index(rows, dtype="int64")
    return pd.DataFrame(texts, index=index, dtype=str), pd.DataFrame(typed, index=index, dtype=bool)


def _sections_of(found: Found, rows: list[int], kind: str) -> list[str]:
    """Return for each row what the last heading of a kind above it says, "" above the first."""
    said = {row: text for row, (one, text) in found.sections.items() if one == kind}
    starts = list(said)
    return [said[starts[at - 1]] if (at := bisect(starts, row)) else "" for row in rows]


def _reason(row: list[str], headers: list[list[str]], titles: Collection[str]) -> str | None:
    """Return why a row is no data; the first cell rules nearly every row out, and there are millions.

    titles: what stands above the header, which a next page may say again.
    """
    filled = [text for text in row if text and not text.isspace()]
    if not filled:
        return "blank"
    first = tidy(filled[0])
    if _is_total(first) or _is_second_total(row, filled, headers):
        return "total"
    if said := _said_once(first, filled, titles):
        return said
    if first[:1] in _SECTION_LETTERS and _SECTION.fullmatch(first) and (_is_alone(filled) or _is_type(first, filled)):
        return "section"
    if any(first in header for header in headers) and [tidy(text) for text in row] in headers:
        return "header_repeated"
    return "column_numbers" if "1" in first[:4] and counts_columns(filled) else None


def _is_second_total(row: list[str], filled: list[str], headers: list[list[str]]) -> bool:
    """Say whether a total stands behind a number or a province; the `Total` of a region's groups is one of them."""
    if len(filled) < 2 or not _is_total(tidy(filled[1])):
        return False
    if not headers or not any(letter.isalpha() for letter in filled[0]):
        return True
    at = next(at for at, text in enumerate(row) if text is filled[1])
    return any(names_role("region_name", header[at]) for header in headers)


def _said_once(first: str, filled: list[str], titles: Collection[str]) -> str | None:
    """Return `note` or `title` where a row is one, by its first words."""
    if (_NOTE.fullmatch(first) and _is_alone(filled)) or _NOTE_IN_CELLS.fullmatch(first):
        return "note"
    again = filled[0] == filled[-1] and (first in titles or goes_on(first)) and _is_alone(filled)
    return "title" if again else None


def _is_alone(filled: list[str]) -> bool:
    return len({tidy(text) for text in filled}) == 1


def _is_type(text: str, filled: list[str]) -> bool:
    """Say whether a heading with figures of its own is their sum; no region is called `Kota`."""
    if any(letter.isalpha() for other in filled[1:] for letter in other):
        return False
    found = _SECTION.fullmatch(text)
    return bool(found and found["type"])


def _is_total(text: str) -> bool:
    if text[:1] not in _TOTAL_LETTERS:
        return False
    return bool(_TOTAL.fullmatch(re.sub(r"\b(\w) (?=\w\b)", r"\1", text)))
