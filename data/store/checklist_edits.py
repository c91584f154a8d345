"""What is written into a kept list by hand: owner, due date and note, two lines made one, the list set aside.

As with ticks every wish is added to a log that nothing changes, and is on the disk when a function returns.
"""

import sqlite3
from dataclasses import replace
from datetime import date

from data.checklist import Item, merged
from data.store.checklist_rows import now, read_item
from data.store.checklists import checked_name
from data.store.database import writing
from data.store.guarded import attempt
from data.store.roles import User
from errors import DataError

FIELDS = ("owner", "due", "note")
LONGEST = {"owner": 200, "due": 10, "note": 500}  # letters
MERGED = "merged"  # stands in the log where an item took in another, whose id is then the value


def edit_item(user: User, who: str, item_id: int, change: tuple[str, str, str], wish: str = "") -> Item:
    """Write one text of an item and return it as it then is; on the disk when this returns.

    change: the field, its new text, and the text that the writer saw. Whoever wrote first wins: what somebody else
    has written since is never covered unseen. who, wish: as of `tick`.
    Raises DataError as `tick` does, checklist_edit_met (found, who), checklist_edit_bad (found, expected).
    """
    field, value, seen = change[0], " ".join(change[1].split()), change[2]
    with attempt(user, "tick", item=item_id, field=field, value=value, name=who):
        who = checked_name(who)
        _check(field, value)
        with writing() as connection:
            item = read_item(connection, item_id)
            if _is_known(connection, wish):
                return item
            current = getattr(item, field)
            if current not in (seen, value):
                raise DataError("checklist_edit_met", found=current or "–", who=_last(connection, item_id, field))
            _note(connection, item_id, (field, value), (user.address, who, wish))
            connection.execute(f"UPDATE checklist_items SET {field} = ? WHERE id = ?", (value, item_id))  # noqa: S608
            return read_item(connection, item_id)


def merge_items(user: User, who: str, item_id: int, other_id: int, wish: str = "") -> Item:
    """Make two lines about one village one, and return it: done where either is, every text that either has.

    The other leaves the list; it stays in the store with its ticks. who, wish: as of `tick`.
    Raises DataError checklist_item_unknown (found) also where they are not in one list, not_allowed, and those of
    storage.
    """
    with attempt(user, "tick", item=item_id, merged=other_id, name=who), writing() as connection:
        who = checked_name(who)
        item, other = read_item(connection, item_id), read_item(connection, other_id)
        if _is_known(connection, wish):
            return item
        lists = {_list_of(connection, one) for one in (item_id, other_id)}
        if item_id == other_id or len(lists) > 1 or 0 in lists:
            raise DataError("checklist_item_unknown", found=other_id)
        one = merged([item, other])
        if other.done and not item.done:
            one = replace(one, ticked_by=other.ticked_by, ticked_at=other.ticked_at)
        _note(connection, item_id, (MERGED, str(other_id)), (user.address, who, wish))
        connection.execute(
            "UPDATE checklist_items SET done = ?, pot = ?, owner = ?, due = ?, note = ?, ticked_by = ?, ticked_at = ? "
            "WHERE id = ?",
            (one.done, one.pot, one.owner, one.due, one.note, one.ticked_by, one.ticked_at, item_id),
        )
        connection.execute("UPDATE checklist_items SET list = 0 WHERE id = ?", (other_id,))
        return read_item(connection, item_id)


def set_counting(user: User, list_id: int, counts: bool) -> None:
    """Let a list count in its region's place, or let the published count stand; the list itself stays as it is.

    Raises DataError checklist_gone where a newer one has taken its place, not_allowed, and those of storage.
    """
    with attempt(user, "tick", list=list_id, counts=counts), writing() as connection:
        newest = connection.execute(
            "SELECT MAX(n.id) AS id FROM checklists n JOIN checklists c USING (region_code, indicator, segment) "
            "WHERE c.id = ?",
            (list_id,),
        ).fetchone()
        if newest["id"] != list_id:
            raise DataError("checklist_gone")
        said = "" if counts else now()
        connection.execute("UPDATE checklists SET set_aside = ? WHERE id = ?", (said, list_id))


def _check(field: str, value: str) -> None:
    if field not in FIELDS or len(value) > LONGEST[field]:
        raise DataError("checklist_edit_bad", found=value[:60], expected=LONGEST.get(field, 0))
    try:
        _day = date.fromisoformat(value) if field == "due" and value else None
    except ValueError as error:
        raise DataError("checklist_edit_bad", found=value, expected=LONGEST[field]) from error


def _is_known(connection: sqlite3.Connection, wish: str) -> bool:
    question = "SELECT 1 FROM checklist_edits WHERE wish = ?"
    return bool(wish) and connection.execute(question, (wish,)).fetchone() is not None


def _list_of(connection: sqlite3.Connection, item_id: int) -> int:
    row = connection.execute("SELECT list FROM checklist_items WHERE id = ?", (item_id,)).fetchone()
    return int(row["list"])


def _last(connection: sqlite3.Connection, item_id: int, field: str) -> str:
    question = "SELECT name FROM checklist_edits WHERE item = ? AND field = ? ORDER BY number DESC LIMIT 1"
    row = connection.execute(question, (item_id, field)).fetchone()
    return row["name"] if row else "–"


def _note(connection: sqlite3.Connection, item_id: int, change: tuple[str, str], by: tuple[str, str, str]) -> None:
    connection.execute(
        "INSERT INTO checklist_edits (item, field, value, who, name, at, wish) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (item_id, *change, by[0], by[1], now(), by[2] or None),
    )
