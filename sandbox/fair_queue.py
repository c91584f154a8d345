"""Who works now and who waits: so many at a time in this process, the rest in fair turns, each address in its own.

Whoever asks for sixty things does not make the next one wait for all of them: those who have fewer in the line go
first, and of one who asks, what was asked first.
"""

import asyncio
import threading
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

_TOLD_EVERY = 1.0  # seconds; what nobody waits for any more is ended inside such a call


class LineFullError(Exception):
    """Too many wait already, all together or of the one who asks."""


@dataclass(eq=False)
class _Ticket:
    """who: whose turn; wake: called once it may work."""

    who: str
    wake: Callable[[], object]
    works: bool = False


class FairQueue:
    """One line with `at_a_time` places at its head.

    of_one: how many of them one who asks may hold at a time; most_of_one, most: how many may work and wait, of one
    and all together.
    """

    def __init__(self, at_a_time: int, of_one: int = 0, most_of_one: int = 0, most: int = 0) -> None:
        self._at_a_time, self._of_one = at_a_time, of_one or at_a_time
        self._most_of_one, self._most = most_of_one, most
        self._lock = threading.Lock()
        self._line: list[_Ticket] = []
        self._served: dict[str, int] = {}  # when each in the line was served last, counted
        self._turns = 0

    @property
    def length(self) -> int:
        """How many work or wait."""
        return len(self._line)

    def length_of(self, who: str) -> int:
        """How many work or wait of one who asks."""
        with self._lock:
            return sum(one.who == who for one in self._line)

    @contextmanager
    def turn(self, waiting: Callable[[int], None] | None = None, who: str = "") -> Iterator[None]:
        """Hold a place; until one is free `waiting` is called each second with the place in the queue, from 1.

        Raises LineFullError.
        """
        woken = threading.Event()
        ticket = self._enter(who, woken.set)
        try:
            while (place := self._place(ticket)) > 0:
                if waiting:
                    waiting(place)
                woken.wait(_TOLD_EVERY)
            yield
        finally:
            self._leave(ticket)

    @asynccontextmanager
    async def turn_of_request(self, who: str) -> AsyncIterator[None]:
        """The same without holding a thread while it waits. Raises LineFullError."""
        loop, woken = asyncio.get_running_loop(), asyncio.Event()
        ticket = self._enter(who, lambda: loop.call_soon_threadsafe(woken.set))
        try:
            if self._place(ticket) > 0:
                await woken.wait()
            yield
        finally:
            self._leave(ticket)

    def _enter(self, who: str, wake: Callable[[], object]) -> _Ticket:
        ticket = _Ticket(who, wake)
        with self._lock:
            own = sum(other.who == who for other in self._line)
            if (self._most and len(self._line) >= self._most) or (self._most_of_one and own >= self._most_of_one):
                raise LineFullError
            self._line.append(ticket)
            self._let_work()
        return ticket

    def _leave(self, ticket: _Ticket) -> None:
        with self._lock:
            self._line.remove(ticket)
            here = {other.who for other in self._line}
            self._served = {who: when for who, when in self._served.items() if who in here}
            self._let_work()

    def _let_work(self) -> None:
        """Give the free places away."""
        for ticket in self._waiting():
            working = [other.who for other in self._line if other.works]
            if len(working) < self._at_a_time and working.count(ticket.who) < self._of_one:
                ticket.works = True
                self._turns += 1
                self._served[ticket.who] = self._turns
                ticket.wake()

    def _place(self, ticket: _Ticket) -> int:
        """0 for who works, else the place among those who wait, from 1."""
        with self._lock:
            return 0 if ticket.works else self._waiting().index(ticket) + 1

    def _waiting(self) -> list[_Ticket]:
        """Those who wait: the first of each who asks, whose last turn is longest ago first; then the second of each."""
        before = Counter(one.who for one in self._line if one.works)
        ranks = {}
        for ticket in [one for one in self._line if not one.works]:
            ranks[ticket] = (before[ticket.who], self._served.get(ticket.who, 0))
            before[ticket.who] += 1
        return sorted(ranks, key=ranks.__getitem__)
