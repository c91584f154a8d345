"""How many people a server bears who click: `make load`, or `python -m tests.bench.load`."""

import asyncio
import random
import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.bench.contestants import ROOT
from tests.bench.servers import Server, served
from tests.bench.sessions import Session, come_in

PAGES = {"": "Ringkasan", "peta": "Peta", "peringkat": "Peringkat", "tren": "Tren", "profil": "Profil"}
ADDRESS = "set=simulated&area=17&level=regency&region=17.04&regions=17.04,17.07"
# Everybody clicks once in so many seconds.
PACE_S = 5.0
PEOPLE, MINUTES = (10, 25, 50), 1.0
CLICKS = 12
VISITS, AT_ONCE = 1000, 10
# A server is at rest after so many seconds in each of which it used less than this part of a processor.
QUIET_SECONDS, IDLE = 2, 0.05
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
    await _made_ready(server)
    found = [_table(("page", "CPU a click, ms", "until the last element, ms", "kB", "elements"), await _clicks(server))]
    rooms = [await _room(server, people) for people in PEOPLE]
    found.append(_table(("people", "clicks", "median, s", "p95, s", "cores"), rooms))
    return [*found, await _come_and_go(server)]


async def _made_ready(server: Server) -> None:
    """Wait until the server has made what its first visitors will ask for: seconds that are no click's."""
    resting = 0
    while resting < QUIET_SECONDS:
        before = server.cpu_seconds()
        await asyncio.sleep(1)
        resting = resting + 1 if server.cpu_seconds() - before < IDLE else 0


async def _clicks(server: Server) -> list[tuple[object, ...]]:
    rows = []
    for page, title in PAGES.items():
        session = await come_in(server.port)
        await session.open(page, ADDRESS)
        for _twice in range(2 * CLICKS):
            await session.click()  # each period once, so that caches are warm as they are in a meeting
        before = server.cpu_seconds()
        runs = [await session.click() for _click in range(CLICKS)]
        spent = 1000 * (server.cpu_seconds() - before) / CLICKS
        wall = 1000 * statistics.median(run.seconds for run in runs)
        rows.append((title, f"{spent:.0f}", f"{wall:.0f}", f"{runs[-1].size / 1000:.0f}", runs[-1].elements))
        await session.socket.close()
    return rows


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


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


if __name__ == "__main__":
    main()
