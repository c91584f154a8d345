"""Who works now and who waits: so many at a time in this process, the rest in the order they came."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_TOLD_EVERY = 1.0  # seconds; what nobody waits for any more is ended inside such a call


class Turns:
    """One queue with `at_a_time` places at its head."""

    def __init__(self, at_a_time: int) -> None:
        self._at_a_time = at_a_time
        self._change = threading.Condition()
        self._line: list[object] = []

    @property
    def length(self) -> int:
        """How many work or wait."""
        return len(self._line)

    @contextmanager
    def turn(self, waiting: Callable[[int], None] | None = None) -> Iterator[None]:
        """Hold a place; until one is free `waiting` is called each second with the place in the queue, from 1."""
        ticket = object()
        with self._change:
            self._line.append(ticket)
        try:
            while (place := self._place(ticket)) > 0:
                if waiting:
                    waiting(place)
                with self._change:
                    self._change.wait_for(lambda: self._line.index(ticket) < self._at_a_time, _TOLD_EVERY)
            yield
        finally:
            with self._change:
                self._line.remove(ticket)
                self._change.notify_all()

    def _place(self, ticket: object) -> int:
        with self._change:
            return self._line.index(ticket) - self._at_a_time + 1
