"""A table of villages or agencies, as it came, to the items of a checklist."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from data.checklist import Item, Key, item_key, likeness, merged, repeated
from data.export import defused
from data.intake.checklist_cells import Meanings, holds_ticks, is_done, mark_of, read_day
from data.intake.header import tidy
from data.intake.parsed_file import Opened
from errors import DataError

LONGEST = 200  # letters of a cell
# What offices write above each column. In this order: `Nama Kecamatan` is a district before it is a name.
HEADERS = {
    "district": "kecamatan distrik kapanewon kemantren district",
    "done": "status terdaftar kepesertaan enrolled enrolment state done sudah",
    "pot": "dana pendanaan anggaran pembiayaan funding fund pot",
    "owner": "penanggung penanggungjawab pj pic petugas owner",
    "due": "tenggat batas tempo target due deadline tanggal",
    "note": "catatan keterangan ket note notes remark remarks",
    "name": "nama desa kampung kelurahan nagari gampong pekon lembang opd skpd dinas instansi perangkat village "
    "agency name",
}
_WORDS = {role: frozenset(words.split()) for role, words in HEADERS.items()}
# A header that says whom a tick leaves out, as `Belum terdaftar`: which way round it is read is asked.
_NEGATED = frozenset("belum tidak bukan non not no".split())  # noqa: SIM905
_NUMBERING = frozenset("no nomor nomer urut kode code id number".split())  # noqa: SIM905
_TOTAL = re.compile(r"(?:grand |sub)?(?:total|jumlah)\b.*")
_NOTE = re.compile(r"(?:sumber|source|catatan|notes?|keterangan|ket)\.? ?:.*|\*.*", re.DOTALL)


# A row's number, its place in the file and what it says.
Line = tuple[int, str, Item]


@dataclass(frozen=True)
class Listed:
    """What was read. skipped: place and text of rows that name nothing, as totals and notes.

    filled: how many items have the district of a row above, because their own cell is empty. says_done: whether a
    column says what is done. repeated: the rows that name one village alike, together, also those kept apart.
    """

    items: tuple[Item, ...]
    skipped: tuple[tuple[str, str], ...]
    filled: int
    says_done: bool
    repeated: tuple[tuple[Line, ...], ...] = ()


def find_header(preview: Sequence[Sequence[str]]) -> int | None:
    """Return the row, from 1, whose cells name the columns of a list; None where no row names any village."""
    hits = [len(propose_roles(row)) if "name" in propose_roles(row) else 0 for row in preview]
    return hits.index(max(hits)) + 1 if any(hits) else None


def propose_roles(columns: Sequence[str], texts: Mapping[str, Sequence[str]] | None = None) -> dict[str, str]:
    """Return the column for each of name, district, done, pot, owner, due and note, as far as a header says so.

    texts: the cells by column: what says whether something is done is then known by its marks, whatever stands above
    it, and of several such columns none is proposed.
    """
    roles: dict[str, str] = {}
    for role, words in _WORDS.items():
        fitting = [one for one in columns if one not in roles.values() and words & _words_of(one)]
        if fitting:
            # `Desa` and not `Sumber dana desa`: the header with the fewest other words.
            roles[role] = min(fitting, key=lambda one: len(_words_of(one) - words))
    return roles if texts is None else _with_marks(roles, columns, texts)


def tick_columns(columns: Sequence[str], texts: Mapping[str, Sequence[str]], roles: Mapping[str, str]) -> list[str]:
    """Return the columns that may say what is done: those of marks alone that no other role has."""
    others = {column for role, column in roles.items() if role not in ("done", "note")}
    free = [one for one in columns if one not in others and not _words_of(one) <= _NUMBERING]
    return [one for one in free if holds_ticks(texts[one])]


def is_negated(header: str) -> bool:
    """Say whether a header names those who are not, so that a tick below it may mean the contrary."""
    return bool(_words_of(header) & _NEGATED)


def _with_marks(roles: dict[str, str], columns: Sequence[str], texts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found, headed = tick_columns(columns, texts, roles), roles.pop("done", "")
    # Some say more than marks do, as `proses`: their header knows better, unless no cell is a mark at all.
    if headed and not found and any(is_done(text) is not None for text in texts[headed] if text.strip()):
        found = [headed]
    if len(found) == 1 and not is_negated(found[0]):
        roles = {role: column for role, column in roles.items() if column != found[0]} | {"done": found[0]}
    return roles


def read_checklist(
    opened: Opened, roles: Mapping[str, str], meanings: Meanings | None = None, apart: Collection[int] | None = None
) -> Listed:
    """Return the items of a table. roles: column of `opened.texts` by role; `name` is needed, the others may lack.

    meanings: what each mark of the column of states says, see `read_marks`; without them each cell is read alone.
    apart: the rows (their numbers) that name a village of their own although another is called alike; all other rows
    about one village become one line. Without it a village that is named twice is refused.
    Rows without any text in these columns are passed over; an empty district is that of the row above.
    Raises DataError with file and place: cell_empty (column), checklist_cell_long (column, expected),
    checklist_status_unknown (found), checklist_due_bad (found), checklist_line_repeated (found); and
    checklist_empty (file).
    """
    passed_over = _passed_over(opened)
    lines, filled = _lines(opened, roles, meanings or {}, passed_over)
    if apart is None:
        _refuse_repeated(lines, opened.file)
    if not lines:
        raise DataError("checklist_empty", file=opened.file)
    skipped = tuple((opened.place(row, roles["name"]), text) for row, text in passed_over.items())
    groups = repeated([item for _row, _place, item in lines])
    twice = tuple(tuple(line for line in lines if any(line[2] is one for one in group)) for group in groups)
    items = _one_each(lines, apart) if apart is not None else [item for _row, _place, item in lines]
    return Listed(tuple(items), skipped, filled, "done" in roles, twice)


def _lines(
    opened: Opened, roles: Mapping[str, str], meanings: Meanings, passed_over: Mapping[int, str]
) -> tuple[list[Line], int]:
    """Return every row that names a village, and how many of them have the district of the row above."""
    lines, filled, district = [], 0, ""
    for row, said in _rows(opened, roles):
        if row in passed_over or not any(said.values()):
            continue
        item = _item(said, opened, roles, row, meanings)
        if "district" in roles and not item.district and district:
            item, filled = replace(item, district=district), filled + 1
        district = item.district
        lines.append((row, opened.place(row, roles["name"]), item))
    return lines, filled


def _refuse_repeated(lines: Sequence[Line], file: str) -> None:
    seen = set()
    for _row, place, item in lines:
        if item_key(item) in seen:
            raise DataError("checklist_line_repeated", file=file, place=place, found=item.name)
        seen.add(item_key(item))


def _one_each(lines: Sequence[Line], apart: Collection[int]) -> list[Item]:
    """Merge the rows about one village, and number those of one name that are kept apart."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for row, _place, item in lines:
        key = (*likeness(item), row) if row in apart else likeness(item)
        groups.setdefault(key, []).append(item)
    items: dict[Key, Item] = {}
    for group in groups.values():
        item, number = merged(group), 2
        while item_key(item) in items:
            item, number = replace(item, name=f"{group[0].name} ({number})"), number + 1
        items[item_key(item)] = item
    return list(items.values())


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


def _item(said: Mapping[str, str], opened: Opened, roles: Mapping[str, str], row: int, meanings: Meanings) -> Item:
    file, place = opened.file, {role: opened.place(row, column) for role, column in roles.items()}
    for role, text in said.items():
        if len(text) > LONGEST:
            raise DataError("checklist_cell_long", file=file, place=place[role], column=roles[role], expected=LONGEST)
    if not said["name"]:
        raise DataError("cell_empty", file=file, place=place["name"], column=roles["name"])
    mark, due = said.get("done", ""), said.get("due", "")
    done = meanings.get(mark_of(mark), is_done(mark))
    if done is None:
        raise DataError("checklist_status_unknown", file=file, place=place["done"], found=said["done"])
    day = read_day(due) if due not in ("", "-", "–") else ""
    if day is None:
        raise DataError("checklist_due_bad", file=file, place=place["due"], found=due)
    rest = {name: said.get(name, "") for name in ("district", "pot", "owner", "note")}
    return Item(0, said["name"], done=done, due=day, **rest)
