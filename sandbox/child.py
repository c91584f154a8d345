"""A worker in a process of its own: what a hostile file can break or use up there is never the server."""

import json
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa

from errors import DataError
from sandbox.gdal_environment import gdal_environment
from sandbox.upload_queue import turn
from sandbox.watch import Ended, Limits, run_watched

LIMITS = Limits()
# What each worker finds in its environment beyond the plainest; others cannot be run.
WORKERS: dict[str, Callable[[], dict[str, str]]] = {"data.intake.worker": dict, "geo.uploads.worker": gdal_environment}
_BOOT = Path(__file__).with_name("boot.py")
# Nothing else of the server's environment is handed on: it may hold passwords and keys.
_KEPT = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "LANG", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_KEPT_BEGINNINGS = ("PYTHON", "LC_")
# One thread each: every further one reserves memory of its own, and two children share the cores with the server.
_THREADS = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "ARROW_IO_THREADS": "1",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
_log = logging.getLogger(__name__)


def read_in_child(
    worker: str, request: dict[str, Any], content: bytes, waiting: Callable[[int], None] | None = None
) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """Run a worker's `answer(request, content)` in a child and return what it gave.

    worker: a module of `WORKERS`. request: JSON values, among them `name` for the sentences. waiting: called
    each second with the place in the queue while two others read.
    Raises the worker's DataErrors, and with file `reading_too_slow` (expected: seconds), `reading_too_large`
    (expected: megabytes), `reading_failed`, `reading_no_room` (reason: the server's disk).
    """
    with turn(waiting), _folder(request, content) as folder:
        limits = Limits(LIMITS.memory, LIMITS.cpu, LIMITS.wall, LIMITS.written + 2 * len(content))
        command = [sys.executable, "-P", str(_BOOT), worker, *map(str, (limits.memory, limits.cpu, limits.written))]
        ended = run_watched(command, folder, _environment(worker, folder), limits)
        return _answer(request["name"], folder, ended, limits)


@contextmanager
def _folder(request: dict[str, Any], content: bytes) -> Iterator[Path]:
    """Make a folder that only this user can open, with the upload under a name of ours; it is gone afterwards."""
    folder = None
    try:
        folder = Path(tempfile.mkdtemp(prefix="cakupan-reading-"))
        (folder / "content").write_bytes(content)
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
    except OSError as error:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
        raise DataError("reading_no_room", file=request["name"], reason=error.strerror or str(error)) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _environment(worker: str, folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith(_KEPT_BEGINNINGS)}
    return {**kept, **_THREADS, **WORKERS[worker](), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}


def _answer(name: str, folder: Path, ended: Ended, limits: Limits) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """Return what the child left; where it left nothing that can be believed, say why."""
    if ended.reason in ("cpu", "wall"):
        raise DataError("reading_too_slow", file=name, expected=limits.cpu if ended.reason == "cpu" else limits.wall)
    if ended.reason == "memory":
        raise DataError("reading_too_large", file=name, expected=limits.memory // 1_000_000)
    try:
        if ended.reason == "failed":
            raise ValueError(ended.code)
        return _checked(name, folder, limits)
    except (OSError, ValueError, KeyError, TypeError) as error:
        # The words may repeat the file's: no line of them may look like one of the server's own.
        _log.error("Reading failed: %r, exit code %s, %r", error, ended.code, ended.words)
        raise DataError("reading_failed", file=name) from error


def _checked(name: str, folder: Path, limits: Limits) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    if sum(path.stat().st_size for path in folder.iterdir() if path.name != "content") > limits.written:
        raise DataError("reading_too_large", file=name, expected=limits.written // 1_000_000)
    found = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    if "ended" in found:
        most = limits.written if found["ended"] == "written" else limits.memory
        raise DataError("reading_too_large", file=name, expected=most // 1_000_000)
    if "code" in found:
        raise DataError(found["code"], **found["particulars"])
    return found["said"], {table: _table(folder / f"{table}.arrow") for table in found["tables"]}


def _table(path: Path) -> pa.Table:
    """Return a table where it lies on the disk: its folder is removed, its pages stay until nobody holds them.

    Windows removes no file that is mapped: there it is read.
    """
    source = pa.memory_map(str(path)) if os.name == "posix" else pa.BufferReader(path.read_bytes())
    table = pa.ipc.open_file(source).read_all()
    table.validate(full=True)  # what a broken child wrote must not be believed: offsets may point anywhere
    return table
