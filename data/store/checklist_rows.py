"""Checklists as rows of the small state: each statement in one place, inside what the caller reads or writes."""

import sqlite3
from datetime import UTC, datetime

from data.checklist import Checklist, Item, Tick, item_key
from errors import DataError

MeasureRow = tuple[str, str, str]
# The lists of a demonstration stand under a segment of their own: a village of both kinds is two items.
DEMONSTRATION = "@simulated"
_OF_MEASURE = "region_code = ? AND indicator = ? AND segment = ?"
_LARGEST_ID = 2**63 - 1
_ITEM = "id, name, district, done, pot, owner, due, note, ticked_by, ticked_at"
_NEW = """
INSERT INTO checklist_items (region_code, indicator, segment, name_key, district_key, list, place, name, district,
    done, pot, owner, due, note, ticked_by, ticked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')
"""
# What was ticked or written by hand stands against a newer file, and a file that says nothing takes nothing away.
_AGAIN = """
UPDATE checklist_items SET name_key = ?, district_key = ?, list = ?, place = ?, name = ?, district = ?,
    done = CASE WHEN ticked_at = '' THEN ? ELSE done END, pot = ?, owner = ?, due = ?, note = ?
WHERE id = ?
"""
_COUNTS = """
SELECT c.region_code, c.indicator, c.segment, SUM(i.done) AS done, COUNT(*) AS whole
FROM checklists c JOIN checklist_items i ON i.list = c.id
WHERE c.id IN (SELECT MAX(id) FROM checklists GROUP BY region_code, indicator, segment) AND c.set_aside = ''
    AND (? = 'ID' OR substr(c.region_code, 1, 2) = ?) AND (c.segment LIKE '%@simulated') = ?
GROUP BY c.id ORDER BY c.region_code, c.indicator, c.segment
"""
_LOG = f"""
SELECT i.name AS item, i.district, t.done, t.name AS said, t.who, t.at
FROM ticks t JOIN checklist_items i ON i.id = t.item
WHERE {_OF_MEASURE} ORDER BY t.number
"""  # noqa: S608


def stored(region_code: str, indicator: str, segment: str, simulated: bool) -> MeasureRow:
    """Return the name under which a list is kept."""
    return region_code, indicator, segment + DEMONSTRATION if simulated else segment


def begin_list(connection: sqlite3.Connection, measure: MeasureRow, file_name: str, who: str, counts: bool) -> int:
    """Note a new list of a measure and return its id."""
    done = connection.execute(
        "INSERT INTO checklists (region_code, indicator, segment, file_name, who, at, set_aside) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*measure, file_name, who, now(), "" if counts else now()),
    )
    assert done.lastrowid is not None
    return done.lastrowid


def known_items(connection: sqlite3.Connection, measure: MeasureRow) -> list[Item]:
    """Return every item of a measure that was ever kept, in the newest list or left out since."""
    rows = connection.execute(f"SELECT {_ITEM} FROM checklist_items WHERE {_OF_MEASURE}", measure)  # noqa: S608
    return list(map(_item, rows))


def put_item(
    connection: sqlite3.Connection, measure: MeasureRow, item: Item, at: tuple[int, int], known: Item | None
) -> None:
    """Put an item into a list. at: the list's id and its place; known: the item that it has been so far."""
    if known is None:
        values = (item.name, item.district, item.done, item.pot, item.owner, item.due, item.note)
        connection.execute(_NEW, (*measure, *item_key(item), *at, *values))
        return
    by_hand = written_by_hand(connection, known.id)
    texts = [
        getattr(known, name) if name in by_hand or not getattr(item, name) else getattr(item, name)
        for name in ("pot", "owner", "due", "note")
    ]
    connection.execute(_AGAIN, (*item_key(item), *at, item.name, item.district, item.done, *texts, known.id))


def written_by_hand(connection: sqlite3.Connection, item_id: int) -> set[str]:
    """Return the fields of an item that somebody wrote in the list itself."""
    rows = connection.execute("SELECT DISTINCT field FROM checklist_edits WHERE item = ?", (item_id,))
    return {row["field"] for row in rows}


def newest_list(connection: sqlite3.Connection, measure: MeasureRow) -> Checklist | None:
    """Return a measure's newest list with its items in order; None without one."""
    row = connection.execute(
        f"SELECT id, file_name, who, at, set_aside FROM checklists WHERE {_OF_MEASURE} ORDER BY id DESC LIMIT 1",  # noqa: S608
        measure,
    ).fetchone()
    if row is None:
        return None
    rows = connection.execute(
        f"SELECT {_ITEM} FROM checklist_items WHERE list = ? ORDER BY place",  # noqa: S608
        (row["id"],),
    )
    region_code, indicator, segment = measure
    return Checklist(
        row["id"],
        region_code,
        indicator,
        segment.removesuffix(DEMONSTRATION),
        row["file_name"],
        row["who"],
        row["at"],
        tuple(map(_item, rows)),
        simulated=segment.endswith(DEMONSTRATION),
        set_aside=row["set_aside"],
    )


def read_item(connection: sqlite3.Connection, item_id: int) -> Item:
    """Return one item. Raises DataError checklist_item_unknown (found)."""
    question = f"SELECT {_ITEM} FROM checklist_items WHERE id = ?"  # noqa: S608
    row = connection.execute(question, (item_id,)).fetchone() if 0 < item_id <= _LARGEST_ID else None
    if row is None:
        raise DataError("checklist_item_unknown", found=item_id)
    return _item(row)


def note_tick(connection: sqlite3.Connection, item: Item, done: bool, by: tuple[str, str, str]) -> None:
    """Add a wish to the log and put its state on the item, unless the wish is known.

    by: the login, the name, the wish's own id ("" for none). An item that is ticked so already keeps who said so.
    """
    who, name, wish = by
    if wish and connection.execute("SELECT 1 FROM ticks WHERE wish = ?", (wish,)).fetchone():
        return
    connection.execute(
        "INSERT INTO ticks (item, done, who, name, at, wish) VALUES (?, ?, ?, ?, ?, ?)",
        (item.id, done, who, name, now(), wish or None),
    )
    if item.done != done or not item.ticked_at:
        connection.execute(
            "UPDATE checklist_items SET done = ?, ticked_by = ?, ticked_at = ? WHERE id = ?",
            (done, name, now(), item.id),
        )


def counts_in(connection: sqlite3.Connection, area: str, simulated: bool) -> list[sqlite3.Row]:
    """Return region_code, indicator, segment, done and whole of every newest list in an area."""
    return connection.execute(_COUNTS, (area, area, simulated)).fetchall()


def log_of(connection: sqlite3.Connection, measure: MeasureRow) -> list[Tick]:
    """Return the log of a measure's ticks, oldest first."""
    rows = connection.execute(_LOG, measure)
    return [Tick(row["item"], row["district"], bool(row["done"]), row["said"], row["who"], row["at"]) for row in rows]


def _item(row: sqlite3.Row) -> Item:
    return Item(**{**dict(row), "done": bool(row["done"])})


def now() -> str:
    """Return the time as it is kept, ISO in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
