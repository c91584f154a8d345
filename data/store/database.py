"""The small state that must last: one SQLite file, opened for a moment each time."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from data.store.durable import make_folder
from data.store.paths import store_folder
from data.store.storage_errors import storage
from errors import DataError

_WAIT = 30.0  # seconds for other processes' writes; with 8 publishers at once none of 160 ran out of them
_TABLES = """
CREATE TABLE IF NOT EXISTS journal_head (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER, hash TEXT);
CREATE TABLE IF NOT EXISTS aliases (spelling TEXT PRIMARY KEY, region_code TEXT, who TEXT, at TEXT);
CREATE TABLE IF NOT EXISTS forms (signature TEXT PRIMARY KEY, form TEXT, who TEXT, at TEXT);
CREATE TABLE IF NOT EXISTS indicators (id TEXT PRIMARY KEY, definition TEXT, who TEXT, at TEXT);
CREATE TABLE IF NOT EXISTS drafts (
    id TEXT PRIMARY KEY, who TEXT, dataset TEXT, base INTEGER, file_name TEXT, sha256 TEXT, rows INTEGER,
    note TEXT, at TEXT, about TEXT, mode TEXT);
CREATE TABLE IF NOT EXISTS checklists (
    id INTEGER PRIMARY KEY AUTOINCREMENT, region_code TEXT, indicator TEXT, segment TEXT, file_name TEXT, who TEXT,
    at TEXT, set_aside TEXT DEFAULT '');
CREATE TABLE IF NOT EXISTS checklist_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT, region_code TEXT, indicator TEXT, segment TEXT, name_key TEXT,
    district_key TEXT, list INTEGER, place INTEGER, name TEXT, district TEXT, done INTEGER, pot TEXT, owner TEXT,
    due TEXT, ticked_by TEXT, ticked_at TEXT, note TEXT DEFAULT '',
    UNIQUE (region_code, indicator, segment, name_key, district_key));
CREATE INDEX IF NOT EXISTS items_of_lists ON checklist_items (list, place);
CREATE TABLE IF NOT EXISTS ticks (
    number INTEGER PRIMARY KEY AUTOINCREMENT, item INTEGER, done INTEGER, who TEXT, name TEXT, at TEXT,
    wish TEXT UNIQUE);
CREATE TRIGGER IF NOT EXISTS ticks_stay BEFORE DELETE ON ticks
    BEGIN SELECT RAISE(ABORT, 'ticks are only ever added'); END;
CREATE TRIGGER IF NOT EXISTS ticks_never_change BEFORE UPDATE ON ticks
    BEGIN SELECT RAISE(ABORT, 'ticks are only ever added'); END;
CREATE TABLE IF NOT EXISTS checklist_edits (
    number INTEGER PRIMARY KEY AUTOINCREMENT, item INTEGER, field TEXT, value TEXT, who TEXT, name TEXT, at TEXT,
    wish TEXT UNIQUE);
CREATE TRIGGER IF NOT EXISTS edits_stay BEFORE DELETE ON checklist_edits
    BEGIN SELECT RAISE(ABORT, 'edits are only ever added'); END;
CREATE TRIGGER IF NOT EXISTS edits_never_change BEFORE UPDATE ON checklist_edits
    BEGIN SELECT RAISE(ABORT, 'edits are only ever added'); END;
CREATE TABLE IF NOT EXISTS decks (
    id TEXT PRIMARY KEY, who TEXT, at TEXT, revision INTEGER, saved_by TEXT, draft TEXT, content TEXT);
"""
_NAMES = set(re.findall(r"CREATE TABLE IF NOT EXISTS (\w+)", _TABLES))
# Columns that files of an earlier release lack.
_ADDED = {
    "drafts": {"about": "TEXT", "mode": "TEXT"},
    "checklists": {"set_aside": "TEXT DEFAULT ''"},
    "checklist_items": {"note": "TEXT DEFAULT ''"},
}


def small_file() -> Path:
    """Return where the SQLite file lies."""
    return store_folder() / "small.sqlite"


@contextmanager
def reading() -> Iterator[sqlite3.Connection | None]:
    """Open the file for questions; None where nothing was ever written. Raises DataError as `storage` does."""
    if not small_file().exists():
        yield None
        return
    with storage(), closing(_opened()) as connection:
        _make_missing(connection)
        yield connection


@contextmanager
def writing() -> Iterator[sqlite3.Connection]:
    """Open the file as its only writer: all that is done inside is on the disk afterwards, or none of it.

    Makes the store's folder and the tables where they are missing. Raises DataError as `storage` does.
    """
    with storage():
        make_folder(store_folder())
        with closing(_opened()) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_TABLES)
            _add_columns(connection)
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()


def _make_missing(connection: sqlite3.Connection) -> None:
    """Make the tables that a file of an earlier release lacks, so that nothing is read from them but nothing."""
    known = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if known >= _NAMES:
        return
    with suppress(sqlite3.OperationalError):  # a disk that may not be written to: what is there can still be read
        connection.executescript(_TABLES)
        _add_columns(connection)


def _add_columns(connection: sqlite3.Connection) -> None:
    for table, columns in _ADDED.items():
        known = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
        for column, kind in columns.items():
            if column not in known:
                connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind}")


def _opened() -> sqlite3.Connection:
    # isolation_level=None: transactions are begun by hand, because sqlite3's own begin later than they should.
    connection = sqlite3.connect(small_file(), timeout=_WAIT, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.Error:
        connection.close()  # a full disk has no room for the shared memory; what stays open keeps the disk busy
        raise
    return connection


def held_json(text: str) -> Any:
    """Return the value of a JSON column. Raises DataError store_damaged (reason)."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise DataError("store_damaged", reason=f"{small_file().name}: {error}") from error
