"""Drafts that await publishing: what each is, seen by its analyst alone; its figures stay in the session."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

from data.store.attempts import attempt
from data.store.roles import User, require
from data.store.small import reading, writing
from data.store.versions import Upload
from errors import DataError


@dataclass(frozen=True)
class Draft:
    """A file on its way to a dataset. base: the version it was compared with; rows: how many; when: UTC."""

    id: str
    dataset: str
    base: int
    upload: Upload
    rows: int
    when: datetime


def save_draft(user: User, dataset: str, base: int, upload: Upload, rows: int) -> Draft:
    """Keep a new draft under an id that cannot be guessed, and return it. Raises DataError not_allowed, storage."""
    now = datetime.now(UTC).replace(microsecond=0)
    draft = Draft(secrets.token_urlsafe(16), dataset, base, upload, rows, now)
    with attempt(user, "draft", dataset=dataset, file=upload.file_name, sha256=upload.sha256), writing() as connection:
        row = (draft.id, user.address, dataset, base, upload.file_name, upload.sha256, rows, upload.note)
        connection.execute("INSERT INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, now.isoformat()))
    return draft


def drafts_of(user: User) -> list[Draft]:
    """Return a user's own drafts, newest first. Raises DataError not_allowed, storage."""
    require(user, "draft")
    return _drafts("who = ? ORDER BY at DESC", user.address)


def draft_of(user: User, draft_id: str) -> Draft:
    """Return one of a user's own drafts. Raises DataError draft_unknown (found) for another's too, not_allowed."""
    require(user, "draft")
    found = _drafts("who = ? AND id = ?", user.address, draft_id)
    if not found:
        raise DataError("draft_unknown", found=draft_id)
    return found[0]


def drop_draft(user: User, draft_id: str) -> None:
    """Drop one of a user's own drafts; nothing happens to another's. Raises DataError not_allowed, storage."""
    with attempt(user, "draft", dropped=draft_id), writing() as connection:
        connection.execute("DELETE FROM drafts WHERE who = ? AND id = ?", (user.address, draft_id))


def _drafts(where: str, *values: str) -> list[Draft]:
    with reading() as connection:
        rows = connection.execute(f"SELECT * FROM drafts WHERE {where}", values).fetchall() if connection else []  # noqa: S608
    return [
        Draft(
            id=row["id"],
            dataset=row["dataset"],
            base=row["base"],
            upload=Upload(row["file_name"], row["sha256"], row["note"]),
            rows=row["rows"],
            when=datetime.fromisoformat(row["at"]),
        )
        for row in rows
    ]
