"""What is noted of every draft in the small state: everything but its figures."""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from data.store.database import held_json, reading
from data.store.roles import User
from data.store.versions import Upload

_COLUMNS = "id, who, dataset, base, file_name, sha256, rows, note, at, about, mode"


@dataclass(frozen=True)
class Meets:
    """What a draft is to meet: a dataset's version, 0 for none, and how: `update` or `replace`, as `merged` says."""

    dataset: str
    base: int
    mode: str = "update"


@dataclass(frozen=True)
class Draft:
    """A file on its way to a dataset. base, mode: as in `Meets`; rows: how many; when: UTC."""

    id: str
    dataset: str
    base: int
    upload: Upload
    rows: int
    when: datetime
    mode: str = "update"


def note(connection: sqlite3.Connection, user: User, draft: Draft) -> None:
    """Note a user's draft, as part of what the connection is writing."""
    upload = draft.upload
    values = (
        *(draft.id, user.address, draft.dataset, draft.base, upload.file_name, upload.sha256, draft.rows),
        *(upload.note, draft.when.isoformat(), json.dumps(upload.about), draft.mode),
    )
    connection.execute(f"INSERT INTO drafts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608


def drafts_where(where: str, *values: str) -> list[Draft]:
    """Return the drafts that a condition in SQL finds; values fill its places. Raises DataError as storage does."""
    with reading() as connection:
        rows = connection.execute(f"SELECT * FROM drafts WHERE {where}", values).fetchall() if connection else []  # noqa: S608
    return [_draft(dict(row)) for row in rows]


def _draft(row: dict[str, str]) -> Draft:
    return Draft(
        id=row["id"],
        dataset=row["dataset"],
        base=int(row["base"]),
        upload=Upload(row["file_name"], row["sha256"], row["note"], held_json(row.get("about") or "{}")),
        rows=int(row["rows"]),
        when=datetime.fromisoformat(row["at"]),
        mode=row.get("mode") or "update",
    )
