"""Every hostile file through a real child: what it gave, how long it took, what it cost the server.

`python -m tests.prove.files` prints each file that went wrong and the table's row.
"""

import gc
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from data.intake.parsed_file import from_answer
from errors import DataError
from sandbox.child import read_in_child
from tests.hostile.case import Case, Refused, faults
from tests.hostile.every import every_case

SECONDS, MEGABYTES = 30, 150
_MARKS = [Path("/tmp/cakupan-was-here"), Path("/etc/cakupan-was-here")]  # noqa: S108  what some files try to write


@dataclass
class Tally:
    """What was found so far; grown: by how many MB the server grew beyond twice a file's size."""

    tried: int = 0
    accepted: int = 0
    refused: int = 0
    crashes: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    slowest: str = ""
    grown: float = 0.0
    heaviest: str = ""


def main() -> int:
    """Print what went wrong and the row; 1 where a promise was broken."""
    promise, found, kept = read_hostile_files()
    print(f"| read hostile files | {promise} | {found} |")
    return 0 if kept else 1


def read_hostile_files() -> tuple[str, str, bool]:
    """Read all of them, one after the other, and tell what came of it."""
    tally, wrong = Tally(), []
    for case in every_case():
        for fault in _read(case, tally):
            wrong.append(case)
            print(f"wrong: {case.group}, {case.name}: {fault[:500]}", file=sys.stderr)
    wrong += [mark for mark in _MARKS if mark.exists()]
    found = (
        f"{tally.tried} tried, {tally.accepted} accepted, {tally.refused} refused, {len(wrong)} wrong, "
        f"{tally.crashes} crashes; longest {tally.seconds:.1f} s ({tally.slowest}), {tally.cpu:.1f} s of processor; "
        f"server's memory {tally.grown:+.0f} MB beyond twice the size at most ({tally.heaviest})"
    )
    kept = not wrong and tally.crashes == 0 and tally.seconds <= SECONDS + 2 and tally.grown <= MEGABYTES
    return "each as it must, none over 30 s, none costs over 2 × size + 150 MB", found, kept


def _read(case: Case, tally: Tally) -> list[str]:
    content, held = case.make(), None
    got: object = None
    with _memory_watched() as peak:
        start, used = time.perf_counter(), _children()
        try:
            got = read_in_child(case.worker, case.request(), content)
            held = from_answer(*got) if case.worker == "data.intake.worker" else got
        except DataError as error:
            got = error
        seconds = time.perf_counter() - start
        tally.cpu = max(tally.cpu, _children() - used)
    _count(case, got, tally)
    grown = peak[0] - 2 * len(content) / 1e6
    if seconds > tally.seconds:
        tally.seconds, tally.slowest = seconds, case.name
    if grown > tally.grown:
        tally.grown, tally.heaviest = grown, case.name
    found = faults(case, got)
    del held, got, content
    gc.collect()
    return found


def _children() -> float:
    """Return the seconds of processor that ended children have used."""
    used = psutil.Process().cpu_times()
    return used.children_user + used.children_system


def _count(case: Case, got: object, tally: Tally) -> None:
    tally.tried += 1
    refused = isinstance(got, DataError)
    tally.refused += refused
    tally.accepted += not refused
    expected = isinstance(case.gives, Refused) and "reading_failed" in case.gives.code
    tally.crashes += refused and got.code == "reading_failed" and not expected


@contextmanager
def _memory_watched() -> Iterator[list[float]]:
    """Yield a list that holds, afterwards, by how many MB this process had grown at most."""
    gc.collect()
    process, over, peak = psutil.Process(), threading.Event(), [0.0]
    before = process.memory_info().rss

    def look() -> None:
        while not over.wait(0.01):
            peak[0] = max(peak[0], (process.memory_info().rss - before) / 1e6)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield peak
    finally:
        peak[0] = max(peak[0], (process.memory_info().rss - before) / 1e6)
        over.set()
        watcher.join()


if __name__ == "__main__":
    sys.exit(main())
