"""What costs seconds and is the same for all who ask: made once, in turn, and kept while there is room."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from starlette.concurrency import run_in_threadpool

from sandbox.fair_queue import FairQueue

Thing = TypeVar("Thing")


class MadeOnce(Generic[Thing]):
    """Finished things by what was asked for, the least asked for go first.

    size: bytes of one; most_bytes: of all that are kept. Used from the server's event loop alone, but for `clear`.
    """

    def __init__(self, size: Callable[[Thing], int], most_bytes: int) -> None:
        self._size, self._most = size, most_bytes
        self._kept: OrderedDict[Hashable, Thing] = OrderedDict()
        self._making: dict[Hashable, asyncio.Task[Thing]] = {}
        self._age = 0

    async def get(self, key: Hashable, make: Callable[[], Thing], line: FairQueue, who: str) -> Thing:
        """Return what `make` makes, in a thread once it is its turn; who asks the same meanwhile joins.

        Raises LineFullError, and what `make` raises.
        """
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        task = self._making.get(key)
        if task is None or task.get_loop() is not asyncio.get_running_loop():
            task = self._making[key] = asyncio.ensure_future(self._made(key, make, line, who))
            task.add_done_callback(lambda done: self._forget(key, done))
        return await asyncio.shield(task)

    def clear(self) -> None:
        """Forget everything; what is being made now reaches those who wait for it, and is not kept."""
        self._age += 1
        self._kept.clear()

    async def _made(self, key: Hashable, make: Callable[[], Thing], line: FairQueue, who: str) -> Thing:
        async with line.turn_of_request(who):
            age = self._age
            thing = await run_in_threadpool(make)
        if age == self._age:
            self._keep(key, thing)
        return thing

    def _keep(self, key: Hashable, thing: Thing) -> None:
        self._kept[key] = thing
        while sum(map(self._size, self._kept.values())) > self._most and len(self._kept) > 1:
            self._kept.popitem(last=False)

    def _forget(self, key: Hashable, task: "asyncio.Task[Thing]") -> None:
        if self._making.get(key) is task:
            del self._making[key]
        if not task.cancelled():
            task.exception()  # whoever waited has it; nobody may have
