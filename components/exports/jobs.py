"""Exports in a process of their own, niced, two at a time: whoever looks at a map meanwhile does not notice.

What goes to the child are our own dataclasses, made in this process; nothing from outside is unpickled.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).parents[2]
# Of 0 to 19; the pages' own process stays at 0.
NICE = 15
WORKERS = 2
LENGTH = 8


# A part and its file.
Made = tuple[Any, bytes]


class StoppedError(Exception):
    """The one who asked for the export does not want it any more."""


@dataclass
class Progress:
    """What a page shows while an export runs, and how it is stopped. done, of: parts; failed: the child's last line."""

    done: int = 0
    of: int = 0
    failed: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ask the export to stop; its processes are ended at the next part."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def step(self, done: int, of: int) -> None:
        """A part is done; raises StoppedError where nobody waits any more."""
        self.done, self.of = done, of
        if self.stopped:
            raise StoppedError


def made_apart(kind: str, parts: Iterable[object], progress: Progress, workers: int = WORKERS) -> Iterator[Made]:
    """Make each part in one of the children and yield it with its file, in the order in which they get done.

    kind: what components.exports.worker knows how to make. Raises StoppedError, and RuntimeError where a child failed.
    """
    children = [_Child(kind) for _number in range(workers)]
    try:
        yield from _shared_out(children, iter(parts), progress)
    finally:
        for child in children:
            child.end()


def _shared_out(children: list["_Child"], parts: Iterator[object], progress: Progress) -> Iterator[Made]:
    """One part for each child; the first child that is done gets the next.

    Answers are read in turn: parts are alike, so waiting for one leaves the other idle for no more than a moment.
    """
    busy = [(child, part) for child, part in zip(children, parts, strict=False) if child.give(part)]
    done = 0
    while busy:
        child, part = busy.pop(0)
        content = child.take()
        done += 1
        progress.step(done, progress.of)
        following = next(parts, None)
        if following is not None:
            child.give(following)
            busy.append((child, following))
        yield part, content


class _Child:
    """A process that turns parts into files, one after another."""

    def __init__(self, kind: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module, a kind of ours)
            [sys.executable, "-m", "components.exports.worker", kind, str(NICE)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # One thread each: the libraries would else start one per core, in each child.
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"},
        )

    def give(self, part: object) -> bool:
        write_block(self._stdin, pickle.dumps(part))
        return True

    def take(self) -> bytes:
        content = read_block(self._stdout)
        if content is None:
            raise RuntimeError(f"the export's process ended with {self._process.wait()}")
        return content

    def end(self) -> None:
        """Let it go, whatever it is doing."""
        self._process.kill()
        self._process.wait()
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
