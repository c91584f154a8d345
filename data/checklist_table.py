"""A table of villages or agencies, as it came, to the items of a checklist."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.checklist import Item, item_key
from data.checklist_cells import is_done, read_day
from data.export import defused
from data.intake.header import tidy
from data.intake.opened import Opened
from errors import DataError

LONGEST = 200  # letters of a cell
# What offices write above each column. In this order: `Nama Kecamatan` is a district before it is a name.
HEADERS = {
    "district": "kecamatan distrik kapanewon kemantren district",
    "done": "status terdaftar kepesertaan enrolled enrolment state done sudah",
    "pot": "dana pendanaan anggaran pembiayaan funding fund pot",
    "owner": "penanggung penanggungjawab pj pic petugas owner",
    "due": "tenggat batas tempo target due deadline tanggal",
    "name": "nama desa kampung kelurahan nagari gampong pekon lembang opd skpd dinas instansi perangkat village "
    "agency name",
}
_WORDS = {role: frozenset(words.split()) for role, words in HEADERS.items()}
_TOTAL = re.compile(r"(?:grand |sub)?(?:total|jumlah)\b.*")
_NOTE = re.compile(r"(?:sumber|source|catatan|notes?|keterangan|ket)\.? ?:.*|\*.*", re.DOTALL)


@dataclass(frozen=True)
class Listed:
    """What was read. skipped: place and text of rows that name nothing, as totals and notes.

    filled: how many items have the district of a row above, because their own cell is empty. says_done: whether a
    column says what is done.
    """

    items: tuple[Item, ...]
    skipped: tuple[tuple[str, str], ...]
    filled: int
    says_done: bool


def find_header(preview: Sequence[Sequence[str]]) -> int | None:
    """Return the row, from 1, whose cells name the columns of a list; None where no row names any village."""
    hits = [len(propose_roles(row)) if "name" in propose_roles(row) else 0 for row in preview]
    return hits.index(max(hits)) + 1 if any(hits) else None


def propose_roles(columns: Sequence[str]) -> dict[str, str]:
    """Return the column for each of name, district, done, pot, owner and due, as far as a header says so."""
    roles: dict[str, str] = {}
    for role, words in _WORDS.items():
        fitting = [one for one in columns if one not in roles.values() and words & _words_of(one)]
        if fitting:
            # `Desa` and not `Sumber dana desa`: the header with the fewest other words.
            roles[role] = min(fitting, key=lambda one: len(_words_of(one) - words))
    return roles


def read_checklist(opened: Opened, roles: Mapping[str, str]) -> Listed:
    """Return the items of a table. roles: column of `opened.texts` by role; `name` is needed, the others may lack.

    Rows without any text in these columns are passed over; an empty district is that of the row above.
    Raises DataError with file and place: cell_empty (column), checklist_cell_long (column, expected),
    checklist_status_unknown (found), checklist_due_bad (found), checklist_line_repeated (found); and
    checklist_empty (file).
    """
    items, seen, filled, district = [], set(), 0, ""
    passed_over = _passed_over(opened)
    for row, said in _rows(opened, roles):
        if row in passed_over or not any(said.values()):
            continue
        item = _item(said, opened, roles, row)
        if "district" in roles and not item.district and district:
            item, filled = replace(item, district=district), filled + 1
        district = item.district
        if item_key(item) in seen:
            place = opened.place(row, roles["name"])
            raise DataError("checklist_line_repeated", file=opened.file, place=place, found=item.name)
        seen.add(item_key(item))
        items.append(item)
    if not items:
        raise DataError("checklist_empty", file=opened.file)
    skipped = tuple((opened.place(row, roles["name"]), text) for row, text in passed_over.items())
    return Listed(tuple(items), skipped, filled, "done" in roles)


def _rows(opened: Opened, roles: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row's number with its texts by role, single-spaced."""
    columns = [opened.texts[column].tolist() for column in roles.values()]
    for row, *texts in zip(opened.texts.index.tolist(), *columns, strict=True):
        yield row, {role: _undone(" ".join(text.split())) for role, text in zip(roles, texts, strict=True)}


def _undone(text: str) -> str:
    """Return a text without the apostrophe that our own workbook put before what looks like a formula."""
    return text[1:] if text[:1] == "'" and defused(text[1:]) == text else text


def _words_of(header: str) -> set[str]:
    return set(re.findall(r"\w+", tidy(header)))


def _passed_over(opened: Opened) -> dict[int, str]:
    """Return the text of each row that is a total or a note; the word may stand in any of its first columns."""
    found = {}
    for row, *texts in opened.texts.itertuples(name=None):
        filled = [" ".join(text.split()) for text in texts if text.strip()]
        total = next((text for text in filled[:2] if _TOTAL.fullmatch(text.casefold())), "")
        if total or (len(filled) == 1 and _NOTE.fullmatch(filled[0].casefold())):
            found[row] = total or filled[0]
    return found


def _item(said: Mapping[str, str], opened: Opened, roles: Mapping[str, str], row: int) -> Item:
    file, place = opened.file, {role: opened.place(row, column) for role, column in roles.items()}
    for role, text in said.items():
        if len(text) > LONGEST:
            raise DataError("checklist_cell_long", file=file, place=place[role], column=roles[role], expected=LONGEST)
    if not said["name"]:
        raise DataError("cell_empty", file=file, place=place["name"], column=roles["name"])
    done, due = is_done(said.get("done", "")), said.get("due", "")
    if done is None:
        raise DataError("checklist_status_unknown", file=file, place=place["done"], found=said["done"])
    day = read_day(due) if due not in ("", "-", "–") else ""
    if day is None:
        raise DataError("checklist_due_bad", file=file, place=place["due"], found=due)
    rest = {name: said.get(name, "") for name in ("district", "pot", "owner")}
    return Item(0, said["name"], done=done, due=day, **rest)
