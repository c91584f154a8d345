"""A click on each page: what it costs the server, and how long it takes, of this checkout and of an earlier one."""

import asyncio
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.bench.servers import Server, served
from tests.bench.sessions import come_in

PAGES = {"": "Ringkasan", "peta": "Peta", "peringkat": "Peringkat", "tren": "Tren", "profil": "Profil"}
ADDRESS = "set=simulated&area=17&level=regency&region=17.04&regions=17.04,17.07"
CLICKS = 12
# A server is at rest after so many seconds in each of which it used less than this part of a processor.
QUIET_SECONDS, IDLE = 2, 0.05


@dataclass(frozen=True)
class Click:
    """The mean of some clicks on a page. cpu, wall: milliseconds, until the last element; size: kB, uncompressed."""

    cpu: float
    wall: float
    size: float
    elements: int


def click_table(checkouts: dict[str, Path]) -> str:
    """Measure every page of some checkouts, by what each is called, one server after another."""
    found = {name: clicks_of(folder) for name, folder in checkouts.items()}
    kinds = ("CPU, ms", "until the last element, ms", "kB")
    head = ("page", *(f"{kind} ({name})" if len(found) > 1 else kind for kind in kinds for name in found))
    rows = [
        (
            title,
            *(f"{one[page].cpu:.0f}" for one in found.values()),
            *(f"{one[page].wall:.0f}" for one in found.values()),
            *(f"{one[page].size:.0f}" for one in found.values()),
        )
        for page, title in PAGES.items()
    ]
    return table(head, rows)


def clicks_of(checkout: Path) -> dict[str, Click]:
    """Measure a click on each page of one checkout."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {"BENCH_DATA": folder, "CAKUPAN_STORE": str(Path(folder, "store")), "CAKUPAN_LOCAL": "1"}
        with served(checkout / "app.py", checkout, environment) as server:
            return asyncio.run(clicks(server))


async def clicks(server: Server) -> dict[str, Click]:
    """Click from period to period on each page, caches warm as they are in a meeting."""
    await made_ready(server)
    found = {}
    for page in PAGES:
        session = await come_in(server.port)
        await session.open(page, ADDRESS)
        for _twice in range(2 * CLICKS):
            await session.click()  # each period once
        before = server.cpu_seconds()
        runs = [await session.click() for _click in range(CLICKS)]
        spent = 1000 * (server.cpu_seconds() - before) / CLICKS
        wall = 1000 * statistics.median(run.seconds for run in runs)
        found[page] = Click(spent, wall, runs[-1].size / 1000, runs[-1].elements)
        await session.socket.close()
    return found


async def made_ready(server: Server) -> None:
    """Wait until the server has made what its first visitors will ask for: seconds that are no click's."""
    resting = 0
    while resting < QUIET_SECONDS:
        before = server.cpu_seconds()
        await asyncio.sleep(1)
        resting = resting + 1 if server.cpu_seconds() - before < IDLE else 0


def table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> str:
    """Write a table as Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)
