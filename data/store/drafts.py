"""Drafts that await publishing, each seen by its analyst alone, with its figures."""

import secrets
import sqlite3
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from data.store import draft_notes
from data.store.citations import with_citations
from data.store.database import writing
from data.store.draft_files import read_figures, remove_figures, remove_orphans, write_figures
from data.store.draft_notes import Meets, drafts_where, note
from data.store.guarded import attempt
from data.store.merge import merged
from data.store.naming import check_name
from data.store.roles import User, plain_address, require
from data.store.versions import Upload, newest, open_version, publish, version_of
from errors import DataError

# What whoever has a draft knows of it; its module writes, and only the store may reach that.
Draft = draft_notes.Draft
MOST = 20  # drafts that one analyst may keep


def save_draft(user: User, meets: Meets, upload: Upload, rows: pd.DataFrame) -> Draft:
    """Keep a new draft with its figures under an id that cannot be guessed, and return it.

    Raises DataError draft_too_many (expected: the most, found: the oldest one's file name), version_empty
    (dataset), dataset_name_bad, dataset_name_reserved (found), not_allowed, and those of storage.
    """
    now = datetime.now(UTC).replace(microsecond=0)
    draft = Draft(secrets.token_hex(16), meets.dataset, meets.base, upload, len(rows), now, meets.mode)
    with attempt(user, "draft", dataset=meets.dataset, file=upload.file_name, sha256=upload.sha256):
        check_name(meets.dataset)
        if rows.empty:
            raise DataError("version_empty", dataset=meets.dataset)
        with writing() as connection:
            _check_quota(connection, user)
            write_figures(draft.id, rows)
            note(connection, user, draft)
    return draft


def drafts_of(user: User) -> list[Draft]:
    """Return a user's own drafts, newest first. Raises DataError not_allowed, storage."""
    require(user, "draft")
    return drafts_where("lower(who) = ? ORDER BY at DESC, rowid DESC", user.address)


def draft_of(user: User, draft_id: str) -> Draft:
    """Return one of a user's own drafts. Raises DataError draft_unknown (found) for another's too, not_allowed."""
    require(user, "draft")
    return _own(user, draft_id)


def draft_preview(user: User, draft_id: str) -> tuple[pd.DataFrame, Upload]:
    """Return what publishing a user's own draft would make of its base: all rows, and what is said about them.

    Raises as `draft_of`, `read_figures` and `open_version` do.
    """
    draft = draft_of(user, draft_id)
    return _outcome(draft, draft.base)


def rebase_draft(user: User, draft_id: str) -> Draft:
    """Put one of a user's own drafts on top of the newest version, and return it. Raises as `draft_of`, storage."""
    with attempt(user, "draft", rebased=draft_id) as outcome:
        draft = _own(user, draft_id)
        outcome["base"] = newest(draft.dataset)
        with writing() as connection:
            connection.execute("UPDATE drafts SET base = ? WHERE id = ?", (outcome["base"], draft.id))
    return replace(draft, base=outcome["base"])


def publish_draft(user: User, draft_id: str, base: int) -> int:
    """Publish one of a user's own drafts on the version it was compared with; return the new version's number.

    The draft is dropped once it is published, and kept where it is refused.
    Raises DataError draft_unknown (found), and those of `publish`: `published_meanwhile` where base is stale.
    """
    try:
        draft = _own(user, draft_id)
    except DataError as unknown:
        with attempt(user, "publish", draft=draft_id):
            raise unknown
    is_fresh = base == newest(draft.dataset)
    rows, upload = _outcome(draft, base) if is_fresh else (read_figures(draft.id), draft.upload)  # else refused below
    number = publish(user, draft.dataset, rows, upload, base)
    with suppress(DataError):  # it is published, which is what there is to tell; the draft can be dropped by hand
        _drop(user, draft.id)
    return number


def drop_draft(user: User, draft_id: str) -> None:
    """Drop one of a user's own drafts; nothing happens to another's. Raises DataError not_allowed, storage."""
    with attempt(user, "draft", dropped=draft_id):
        _drop(user, draft_id)


def _outcome(draft: Draft, base: int) -> tuple[pd.DataFrame, Upload]:
    """Merge a draft with a version, and its sources with those that the version's rows still cite."""
    before = open_version(draft.dataset, base) if base else None
    rows = merged(before, read_figures(draft.id), draft.mode)
    earlier = version_of(draft.dataset, base).about if base else {}
    return rows, replace(draft.upload, about=with_citations(draft.upload.about, earlier, rows))


def _own(user: User, draft_id: str) -> Draft:
    found = drafts_where("lower(who) = ? AND id = ?", user.address, draft_id)
    if not found:
        raise DataError("draft_unknown", found=draft_id)
    return found[0]


def _check_quota(connection: sqlite3.Connection, user: User) -> None:
    kept = connection.execute("SELECT id, who, file_name FROM drafts ORDER BY at, rowid").fetchall()
    own = [row["file_name"] for row in kept if plain_address(row["who"]) == user.address]
    if len(own) >= MOST:
        raise DataError("draft_too_many", expected=MOST, found=own[0])
    remove_orphans([row["id"] for row in kept])


def _drop(user: User, draft_id: str) -> None:
    with writing() as connection:
        done = connection.execute("DELETE FROM drafts WHERE lower(who) = ? AND id = ?", (user.address, draft_id))
        dropped = done.rowcount > 0
    if dropped:
        remove_figures(draft_id)
