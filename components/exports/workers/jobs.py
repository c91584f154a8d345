"""Exports in processes of their own, niced: whoever looks at a map meanwhile does not notice."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from components.exports.parts.progress import no_step
from components.exports.workers.child import Child

# Of 0 to 19. Who waits for one file waits before the screen; for hundreds, nobody does.
NICE, NICE_ALONE = 15, 5
WORKERS = 2
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
        for end in list(self._ends):
            end()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def watch(self) -> None:
        """Note that somebody is still looking; an export that nobody waits for any more stops by itself."""
        self._seen = time.monotonic()

    def ending_with(self, end: Callable[[], None]) -> None:
        """Add what else has to end when this is stopped, also where that was a moment ago."""
        self._ends.append(end)
        if self.stopped:
            end()

    def step(self, done: int, of: int) -> None:
        """Count a part as done; raises StoppedError where nobody waits any more."""
        self.done, self.of = done, of
        self.go_on()

    def go_on(self) -> None:
        """Raise StoppedError where nobody waits any more."""
        if self.stopped or time.monotonic() - self._seen > UNWATCHED:
            raise StoppedError


def made_apart(
    kind: str, parts: Iterable[object], progress: Progress, workers: int = WORKERS, nice: int = NICE
) -> Iterator[Made]:
    """Make each part in one of the children and yield it with its file, in the order in which they get done.

    kind: what components.exports.workers.worker knows how to make.
    Raises StoppedError, and RuntimeError where a child failed.
    """
    children = [Child(kind, nice) for _number in range(workers)]
    for child in children:
        progress.ending_with(child.kill)
    try:
        yield from _shared_out(children, iter(parts), progress)
    finally:
        for child in children:
            child.end()


def made_alone(kind: str, part: object, progress: Progress) -> bytes:
    """Make one file in one child, which tells how far it is. Raises as `made_apart` does."""
    child = Child(kind, NICE_ALONE)
    progress.ending_with(child.kill)
    try:
        child.give(part)
        content = child.take(progress.step)
    finally:
        child.end()
    return _there(content, progress)


def _shared_out(children: list[Child], parts: Iterator[object], progress: Progress) -> Iterator[Made]:
    """Give each child one part; the first child that is done gets the next.

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
        content = _there(child.take(no_step), progress)
        done += 1
        progress.step(done, progress.of)
        following = next(parts, None)
        if following is not None:
            child.give(following)  # a child that is gone shows when its answer is read
            busy.append((child, following))
        yield part, content


def _there(content: bytes | None, progress: Progress) -> bytes:
    if content is None:
        raise StoppedError if progress.stopped else RuntimeError("a process of the export ended")
    return content
