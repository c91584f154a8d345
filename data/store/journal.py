"""Who tried what, and how it ended: lines that are only ever added, each holding the hash of the one before.

Known drawback: whoever may write to the server's disk can write a whole new journal and its head; `head()` noted
elsewhere (in the minutes, say) finds that too.
"""

import hashlib
import json
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from data.store.database import reading, writing
from data.store.durable import sync_folder
from data.store.hash_chain import START, Fault, find_fault, line_hash, parsed
from data.store.paths import store_folder
from data.store.storage_errors import storage

_LONGEST = 64 * 1024  # bytes; a line is 400 or so, and `attempt` cuts what comes from outside at 300 a value


def journal_file() -> Path:
    """Return where the journal lies."""
    return store_folder() / "journal.jsonl"


def append(said: dict[str, Any]) -> None:
    """Add one line: number, at (UTC), what is said, the hash of the line before and its own; fsynced.

    said: JSON values. Processes take turns, by the write lock of the small state, where the head is kept: a
    line cut off at the end is found by it. Bytes that a power cut left after the last whole line are moved to
    `journal.torn`. Raises DataError as `storage` does.
    """
    with writing() as connection:
        path = journal_file()
        _move_torn_end(path)
        before = _last_line(path, _noted(connection)[0])
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = {"number": before["number"] + 1, "at": now, **said, "before": before["hash"]}
        line["hash"] = line_hash(line)
        _write(path, json.dumps(line))
        connection.execute("INSERT OR REPLACE INTO journal_head VALUES (1, ?, ?)", (line["number"], line["hash"]))


def read_journal() -> list[dict[str, Any]]:
    """Return the journal's lines, oldest first, as they stand; lines that cannot be read are left to `find_fault`."""
    return [line for line in map(parsed, _lines(journal_file())) if line is not None]


def head() -> tuple[int, str]:
    """Return the number and the hash of the last line, as noted beside the journal; (0, START) at the beginning."""
    with reading() as connection:
        return _noted(connection) if connection else (0, START)


def verify() -> Fault | None:
    """Return the journal's first fault, None where there is none."""
    return find_fault(_lines(journal_file()), head())


def _write(path: Path, text: str) -> None:
    is_new = not path.exists()
    whole = path.stat().st_size if not is_new else 0
    with path.open("ab") as journal:
        try:
            journal.write(text.encode("ascii") + b"\n")
            journal.flush()
            os.fsync(journal.fileno())
        except OSError:
            os.truncate(path, whole)  # half a line on a full disk
            raise
    if is_new:
        sync_folder(path.parent)


def _move_torn_end(path: Path) -> None:
    size = path.stat().st_size if path.exists() else 0
    if not size:
        return
    with path.open("r+b") as journal:
        start = max(0, size - _LONGEST)
        journal.seek(start)
        text = journal.read()
        torn = text[text.rfind(b"\n") + 1 :]
        if torn:
            with path.with_suffix(".torn").open("ab") as kept:
                kept.write(torn + b"\n")
                kept.flush()
                os.fsync(kept.fileno())
            journal.truncate(size - len(torn))


def _last_line(path: Path, noted: int) -> dict[str, Any]:
    """Return the last line; of a damaged one only a hash, so that the journal goes on and `verify` names it."""
    if not path.exists() or not path.stat().st_size:
        return {"number": 0, "hash": START}
    with path.open("rb") as journal:
        journal.seek(max(0, path.stat().st_size - _LONGEST))
        text = journal.read().splitlines()[-1]
    line = parsed(text) or {}
    if isinstance(line.get("number"), int) and isinstance(line.get("hash"), str):
        return line
    return {"number": noted, "hash": hashlib.sha256(text).hexdigest()}


def _lines(path: Path) -> list[bytes]:
    with storage():
        return path.read_bytes().splitlines() if path.exists() else []


def _noted(connection: sqlite3.Connection) -> tuple[int, str]:
    found = connection.execute("SELECT number, hash FROM journal_head").fetchone()
    return (found["number"], found["hash"]) if found else (0, START)
