"""Finished files: each is kept for a while, and all together never take more than so much memory."""

import threading
import time
import weakref
from typing import Protocol

# Seconds: who asked for a file sits before the page that offers it.
KEPT = 900.0
# The country's briefs are 46 MB; five of them and a few decks.
MOST_BYTES = 256_000_000


class Kept(Protocol):
    """What lies here: something with a file that it can forget."""

    content: bytes | None

    def drop(self) -> None:
        """Forget the file."""


class Shelf:
    """Holds by loose ends only: a session that ends takes its file with it."""

    def __init__(self, kept: float = KEPT, most_bytes: int = MOST_BYTES) -> None:
        self._kept, self._most = kept, most_bytes
        self._lock = threading.Lock()
        self._files: list[tuple[float, weakref.ref[Kept]]] = []

    def put(self, file: Kept) -> None:
        """Keep a file; the oldest go where there is no room, this one itself never."""
        with self._lock:
            self._files.append((time.monotonic(), weakref.ref(file)))
        self.clear()
        timer = threading.Timer(self._kept, self.clear)
        timer.daemon = True
        timer.start()

    def clear(self) -> None:
        """Drop what is too old, and the oldest of what is too much."""
        with self._lock:
            there = [(since, file) for since, found in self._files if (file := found()) and file.content is not None]
            room = self._most
            kept = []
            for place, (since, file) in enumerate(reversed(there)):
                room -= len(file.content or b"")
                if time.monotonic() - since < self._kept and (room >= 0 or place == 0):
                    kept.append((since, weakref.ref(file)))
                else:
                    file.drop()
            self._files = kept[::-1]


SHELF = Shelf()
