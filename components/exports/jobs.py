"""Exports in a process of their own, niced, two at a time: whoever looks at a map meanwhile does not notice.

What goes to the child are our own dataclasses, made in this process; nothing from outside is unpickled.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).parents[2]
# Of 0 to 19; the pages' own process stays at 0. Who waits for one file waits before the screen; for hundreds,
# nobody does.
NICE, NICE_ALONE = 15, 5
WORKERS = 2
LENGTH = 8
# Seconds after which an export that no page asks about is given up: its tab was closed.
UNWATCHED = 180.0


# A part and its file.
Made = tuple[Any, bytes]


class StoppedError(Exception):
    """The one who asked for the export does not want it any more."""


@dataclass
class Progress:
    """What a page shows while an export runs, and how it is stopped. done, of: parts that are made, and all of them."""

    done: int = 0
    of: int = 1
    _stop: threading.Event = field(default_factory=threading.Event)
    _seen: float = field(default_factory=time.monotonic)
    _ends: list[Callable[[], None]] = field(default_factory=list)

    def stop(self) -> None:
        """Stop at once: whatever the children are at is thrown away."""
        self._stop.set()
        for end in self._ends:
            end()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def watch(self) -> None:
        """Somebody is still looking; an export that nobody waits for any more stops by itself."""
        self._seen = time.monotonic()

    def ending_with(self, end: Callable[[], None]) -> None:
        """What else has to end when this is stopped."""
        self._ends.append(end)

    def step(self, done: int, of: int) -> None:
        """A part is done; raises StoppedError where nobody waits any more."""
        self.done, self.of = done, of
        if self.stopped or time.monotonic() - self._seen > UNWATCHED:
            raise StoppedError


def made_apart(kind: str, parts: Iterable[object], progress: Progress, workers: int = WORKERS) -> Iterator[Made]:
    """Make each part in one of the children and yield it with its file, in the order in which they get done.

    kind: what components.exports.worker knows how to make. Raises StoppedError, and RuntimeError where a child failed.
    """
    children = [_Child(kind, NICE if workers > 1 else NICE_ALONE) for _number in range(workers)]
    for child in children:
        progress.ending_with(child.kill)
    try:
        yield from _shared_out(children, iter(parts), progress)
    finally:
        for child in children:
            child.end()


def _shared_out(children: list["_Child"], parts: Iterator[object], progress: Progress) -> Iterator[Made]:
    """One part for each child; the first child that is done gets the next.

    Answers are read in turn: parts are alike, so waiting for one leaves the other idle for no more than a moment.
    """
    busy = []
    for child in children:
        part = next(parts, None)
        if part is not None:
            child.give(part)
            busy.append((child, part))
    done = 0
    while busy:
        child, part = busy.pop(0)
        content = child.take()
        if content is None:
            raise StoppedError if progress.stopped else RuntimeError("a process of the export ended")
        done += 1
        progress.step(done, progress.of)
        following = next(parts, None)
        if following is not None:
            child.give(following)  # a child that is gone shows when its answer is read
            busy.append((child, following))
        yield part, content


class _Child:
    """A process that turns parts into files, one after another."""

    def __init__(self, kind: str, nice: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module, a kind of ours)
            [sys.executable, "-m", "components.exports.worker", kind, str(nice)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # One thread each: the libraries would else start one per core, in each child.
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"},
        )

    def give(self, part: object) -> bool:
        """Hand over a part; whether the process was there to take it."""
        try:
            write_block(self._stdin, pickle.dumps(part))
        except OSError:
            return False
        return True

    def take(self) -> bytes | None:
        """The file of the part that was given first; None where the process is gone."""
        return read_block(self._stdout)

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """Let it go, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        # What was still to be written to it has nobody to read it.
        with suppress(OSError):
            self._stdin.close()
        self._stdout.close()

    @property
    def _stdin(self) -> BinaryIO:
        return self._process.stdin  # type: ignore[return-value]

    @property
    def _stdout(self) -> BinaryIO:
        return self._process.stdout  # type: ignore[return-value]


def write_block(stream: BinaryIO, content: bytes) -> None:
    """Length and content."""
    stream.write(len(content).to_bytes(LENGTH, "big") + content)
    stream.flush()


def read_block(stream: BinaryIO) -> bytes | None:
    """One block, None where the other side is gone."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    content = stream.read(int.from_bytes(head, "big"))
    return content if len(content) == int.from_bytes(head, "big") else None
