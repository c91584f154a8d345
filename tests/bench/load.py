"""How many people a server bears who click: `make load`, or `python -m tests.bench.load`."""

import asyncio
import random
import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.bench.clicks import ADDRESS, PAGES, clicks, table
from tests.bench.contestants import ROOT
from tests.bench.servers import Server, served
from tests.bench.sessions import Session, come_in

# Everybody clicks once in so many seconds.
PACE_S = 5.0
PEOPLE, MINUTES = (10, 25, 50), 1.0
VISITS, AT_ONCE = 1000, 10
LOOKERS, LOOK_S = 200, 20
REPORT = ROOT / ".cache" / "load.md"


def main() -> None:
    """Measure a click on each page, then rooms of people, then sessions that come and go; print it and keep it."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"BENCH_DATA": folder, "CAKUPAN_STORE": str(Path(folder, "store")), "CAKUPAN_LOCAL": "1"}
        with served(ROOT / "app.py", ROOT, environment) as server:
            report = "\n\n".join(asyncio.run(_measured(server)))
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report, "utf-8")
    print(report)


async def _measured(server: Server) -> list[str]:
    head = ("page", "CPU a click, ms", "until the last element, ms", "kB", "elements")
    pages = [
        (PAGES[page], f"{one.cpu:.0f}", f"{one.wall:.0f}", f"{one.size:.0f}", one.elements)
        for page, one in (await clicks(server)).items()
    ]
    found = [table(head, pages)]
    rooms = [await _room(server, people) for people in PEOPLE]
    found.append(table(("people", "clicks", "median, s", "p95, s", "cores"), rooms))
    return [*found, await _look(server), await _come_and_go(server)]


async def _room(server: Server, people: int) -> tuple[object, ...]:
    """So many people, each of whom clicks once in PACE_S and goes to the next page after every third click."""
    sessions = [await come_in(server.port) for _person in range(people)]
    for session in sessions:
        await session.open("", ADDRESS)
    before = server.cpu_seconds()
    taken = [one for found in await asyncio.gather(*map(_person, sessions)) for one in found]
    cores = (server.cpu_seconds() - before) / (60 * MINUTES)
    await asyncio.gather(*(session.socket.close() for session in sessions))
    return people, len(taken), f"{statistics.median(taken):.2f}", f"{_percentile(taken, 0.95):.2f}", f"{cores:.2f}"


async def _person(session: Session) -> list[float]:
    clock, taken = asyncio.get_running_loop(), []
    chance = random.Random(id(session))  # noqa: S311  a pace, not a secret
    until, pages = clock.time() + 60 * MINUTES, list(PAGES)
    await asyncio.sleep(chance.uniform(0, PACE_S))
    while clock.time() < until:
        due = clock.time() + PACE_S
        turn = len(taken)
        page = pages[turn // 3 % len(pages)]
        run = await session.click() if turn % 3 else await session.open(page, ADDRESS)
        taken.append(run.seconds)
        await asyncio.sleep(max(0.0, due - clock.time()))
    return taken


async def _look(server: Server) -> str:
    """What people cost who have a map open and move in time, hover and play: none of it reaches the server."""
    there = []
    for _round in range(LOOKERS // AT_ONCE):
        some = [await come_in(server.port) for _person in range(AT_ONCE)]
        await asyncio.gather(*(session.open("peta", ADDRESS) for session in some))
        there += some
    before = server.cpu_seconds()
    await asyncio.sleep(LOOK_S)
    cores = (server.cpu_seconds() - before) / LOOK_S
    await asyncio.gather(*(session.socket.close() for session in there))
    return f"{len(there)} people with a map open, who only look, cost {cores:.2f} cores."


async def _come_and_go(server: Server) -> str:
    """Memory of one session while it is there, and what stays of a thousand that went."""
    await _visit(server, 100)
    before = server.process.memory_info().rss
    there = [await come_in(server.port) for _person in range(AT_ONCE)]
    for session in there:
        await session.open("", ADDRESS)
    each = (server.process.memory_info().rss - before) / AT_ONCE / 1e6
    await asyncio.gather(*(session.socket.close() for session in there))
    await _visit(server, VISITS)
    after = (server.process.memory_info().rss - before) / 1e6
    return f"A session takes {each:.1f} MB; {VISITS:,} that came and went left {after:+.1f} MB."


async def _visit(server: Server, visits: int) -> None:
    for _round in range(visits // AT_ONCE):
        some = [await come_in(server.port) for _person in range(AT_ONCE)]
        await asyncio.gather(*(session.open("", ADDRESS) for session in some))
        await asyncio.gather(*(session.socket.close() for session in some))


def _percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    main()
