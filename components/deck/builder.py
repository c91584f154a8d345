"""A child that puts large decks together: a country's keeps a processor busy for seconds, and pages must go on."""

import threading
from dataclasses import dataclass

from components.deck.document import document
from components.exports.workers.child import Child
from components.language.i18n import language
from components.report.model import DeckRequest
from components.state import stamps
from components.state.limits import CHILD_IDLE
from components.state.selection import Selection

NICE = 5


@dataclass(frozen=True)
class Part:
    """A deck to be put together. stamp: what its figures are read from."""

    selection: Selection
    wanted: DeckRequest
    stamp: str
    language: str


def made_document(part: Part) -> bytes:
    """In the child: the figures stay at hand there for the next deck."""
    stamps.settle(part.selection.dataset, part.stamp)
    return document(part.selection, part.wanted)


class Builder:
    """One child for one deck after another; it ends once nobody has asked for a while."""

    def __init__(self, idle: float = CHILD_IDLE) -> None:
        self._idle = idle
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._end: threading.Timer | None = None

    def document(self, selection: Selection, wanted: DeckRequest) -> bytes:
        """The document of a selection. Raises RuntimeError where the child has ended without one."""
        part = Part(selection, wanted, stamps.settled(selection.dataset), language())
        with self._lock:
            if self._end:
                self._end.cancel()
            self._child = self._child or Child("deck", NICE)
            content = self._child.take(lambda _done, _of: None) if self._child.give(part) else None
            if content is None:
                self._drop()
                raise RuntimeError("the process that puts decks together has ended")
            self._end = threading.Timer(self._idle, self.clear)
            self._end.daemon = True
            self._end.start()
        return content

    def clear(self) -> None:
        """End the child, once it is done with what it is at: with other figures the next one begins anew."""
        with self._lock:
            self._drop()

    def _drop(self) -> None:
        if self._child:
            self._child.end()
        self._child = None


BUILDER = Builder()
