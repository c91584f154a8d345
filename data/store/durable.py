"""Make a published version survive a power cut, and set aside what one that was not published left behind.

deltalake 1.6.6 never calls fsync (strace, 2 publishes: none), so a power cut may lose or tear the newest log
entry. It then serves an empty entry as a version of its own with the figures of the one before, and refuses
the whole table over a torn one.
"""

import json
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

LOG = "_delta_log"
SET_ASIDE = "set_aside"
POINTER = "_last_checkpoint"
_ENTRY = re.compile(r"[0-9]{20}\.json")
_CHECKPOINT = re.compile(r"([0-9]{20})\.checkpoint.*\.parquet")
_PARQUET = b"PAR1"


@dataclass(frozen=True)
class SetAside:
    """A log entry that was moved out of the way. reason: empty, torn, data_missing, data_torn; kept: where it is."""

    number: int
    reason: str
    kept: Path


def log_entry(folder: Path, number: int) -> Path:
    """Return the log entry of a version."""
    return folder / LOG / f"{number:020d}.json"


def sync_file(path: Path) -> None:
    """Return when a file's bytes are on the disk; OSError where the disk does not say so."""
    # Windows flushes only what was opened for writing.
    opened = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def sync_folder(path: Path) -> None:
    """Return when the names in a folder are on the disk. Windows has no such call, its NTFS journals names."""
    if os.name != "nt":
        sync_file(path)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, so that all of them outlast a power cut."""
    missing = [each for each in [path, *path.parents] if not each.exists()]
    path.mkdir(parents=True, exist_ok=True)
    for each in missing:
        sync_folder(each.parent)


def sync_version(folder: Path, number: int) -> None:
    """Return when a version's log entry and its name are on the disk; its data files were before it was written."""
    sync_file(log_entry(folder, number))
    sync_folder(folder / LOG)
    sync_folder(folder)


def sync_checkpoint(folder: Path) -> None:
    """Return when a table's newest checkpoint is on the disk, and only then the pointer to it."""
    for path in sorted((folder / LOG).glob("*.checkpoint*.parquet"))[-1:]:
        sync_file(path)
    if (pointer := folder / LOG / POINTER).exists():
        sync_file(pointer)
    sync_folder(folder / LOG)


def drop_torn_checkpoints(folder: Path) -> None:
    """Remove checkpoints that a power cut tore, and the pointer with them: the log entries say all that they said."""
    log = folder / LOG
    torn = [path for path in log.glob("*.checkpoint*.parquet") if not _is_parquet(path)] if log.is_dir() else []
    pointer = log / POINTER
    if torn or (pointer.exists() and not _is_json(pointer)):
        for path in [pointer, *torn]:
            path.unlink(missing_ok=True)
        sync_folder(log)


def set_aside_checkpoints(folder: Path) -> None:
    """Move away the checkpoints of versions that have no log entry: deltalake would go on counting those versions.

    Such are left where the newest entry was set aside, or lost. The checkpoints and entries before say what is served.
    """
    # First the checkpoints, then the entries: one that is published meanwhile has its entry before its checkpoint.
    found = [(path, match) for path in (folder / LOG).glob("*.parquet") if (match := _CHECKPOINT.fullmatch(path.name))]
    newest = _newest(folder)
    served = int(newest.stem) if newest else -1
    orphans = [path for path, match in found if int(match[1]) > served]
    if not orphans:
        return
    (folder / LOG / POINTER).unlink(missing_ok=True)
    for path in orphans:
        _move_aside(folder, path)
    sync_folder(folder / LOG)


def set_aside_unsound(folder: Path) -> list[SetAside]:
    """Move a table's newest log entries away until one is sound; return those moved, newest first.

    An entry is unsound where it is empty or torn, or where a data file it names is missing, shorter or without
    its end. Nothing is removed: it lies in `set_aside/` under the time of the move. No version that was
    acknowledged is touched by a power cut, for all its bytes were on the disk before.
    """
    moved = []
    while (newest := _newest(folder)) is not None and (reason := _fault(folder, newest)):
        kept = _move_aside(folder, newest)
        if kept is None:
            continue
        sync_folder(folder / LOG)
        moved.append(SetAside(int(newest.stem), reason, kept))
    set_aside_checkpoints(folder)
    return moved


def _move_aside(folder: Path, path: Path) -> Path | None:
    """Move a file of the log away and return where it is; None where another process that starts was faster."""
    kept = folder / SET_ASIDE / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{path.name}"
    make_folder(kept.parent)
    try:
        path.rename(kept)
    except FileNotFoundError:
        return None
    sync_folder(kept.parent)
    return kept


def newest_entry_number(folder: Path) -> int:
    """Return the number of a table's newest log entry, sound or not; 0 where there is none."""
    newest = _newest(folder)
    return int(newest.stem) if newest else 0


def newest_fault(folder: Path) -> str:
    """Return why a table's newest log entry is unsound, "" where it is sound or there is none."""
    newest = _newest(folder)
    return _fault(folder, newest) if newest else ""


def _newest(folder: Path) -> Path | None:
    log = folder / LOG
    entries = [path for path in log.iterdir() if _ENTRY.fullmatch(path.name)] if log.is_dir() else []
    return max(entries, default=None)


def _fault(folder: Path, entry: Path) -> str:
    """Return why an entry is unsound, "" where it is sound."""
    text = entry.read_bytes()
    if not text.strip(b"\0 \r\n"):  # a file system may give a torn file its length and leave it all zeros
        return "empty"
    try:
        actions = [json.loads(line) for line in text.splitlines() if line.strip()]
    except ValueError:
        return "torn"
    if not all(isinstance(action, dict) for action in actions) or not any("commitInfo" in one for one in actions):
        return "torn"
    faults = (_data_fault(folder, action["add"]) for action in actions if "add" in action)
    return next((fault for fault in faults if fault), "")


def _data_fault(folder: Path, add: Any) -> str:
    if not isinstance(add, dict) or not {"path", "size"} <= set(add):
        return "torn"
    path = folder / add["path"]
    if not path.is_file():
        return "data_missing"
    if path.stat().st_size != add["size"]:
        return "data_torn"
    return "" if _is_parquet(path) else "data_torn"


def _is_parquet(path: Path) -> bool:
    """Say whether a file has its end."""
    if path.stat().st_size < len(_PARQUET):
        return False
    with path.open("rb") as data:
        data.seek(-len(_PARQUET), os.SEEK_END)
        return data.read() == _PARQUET


def _is_json(path: Path) -> bool:
    try:
        json.loads(path.read_bytes())
    except ValueError:
        return False
    return True
