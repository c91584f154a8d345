"""Who reads now and who waits: at most two children at a time in this process, the rest in the order they came."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_A_TIME = 2
_TOLD_EVERY = 1.0  # seconds; a page that nobody looks at any more is ended inside such a call
_change = threading.Condition()
_line: list[object] = []


@contextmanager
def turn(waiting: Callable[[int], None] | None = None) -> Iterator[None]:
    """Hold one of the places; until one is free `waiting` is called each second with the place in the queue, from 1."""
    ticket = object()
    with _change:
        _line.append(ticket)
    try:
        while (place := _place(ticket)) > 0:
            if waiting:
                waiting(place)
            with _change:
                _change.wait_for(lambda: _line.index(ticket) < AT_A_TIME, _TOLD_EVERY)
        yield
    finally:
        with _change:
            _line.remove(ticket)
            _change.notify_all()


def _place(ticket: object) -> int:
    with _change:
        return _line.index(ticket) - AT_A_TIME + 1
