"""One contestant's figures: its loads and its moves."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, Playwright

from tests.bench.browser import opened, slow
from tests.bench.cdn import Cdn
from tests.bench.contestants import HELD, Contestant
from tests.bench.servers import Server, served
from tests.bench.wire import Wire, counted

MOVES = 15
HELD_MOVES = 40  # of 44 possible: the 95th percentile of 15 would be their slowest
LOAD_PATIENCE_MS, MOVE_PATIENCE_MS = 120_000, 20_000
# How long the map must stay as it is to count as painted; a held slider asks nothing of the server.
LOAD_QUIET_MS, RELEASED_QUIET_MS, HELD_QUIET_MS = 3000, 1500, 300
THUMB_PX = 16
SETTLED = "([quiet, patience]) => __bench.settled(quiet, patience)"
OWN_FILES = """() => Object.fromEntries(performance.getEntriesByType("resource")
    .filter((file) => file.name.includes("/assets/"))
    .map((file) => [file.name.split("/").pop(), [file.encodedBodySize, file.decodedBodySize]]))"""


@dataclass(frozen=True)
class Load:
    """seconds: from the navigation to the painted map, None if it never was; received: bytes."""

    seconds: float | None
    received: int


@dataclass(frozen=True)
class Move:
    """seconds: from the key, or the slider's own event, to the repainted map, None if it never was."""

    seconds: float | None
    received: int
    cpu_seconds: float


@dataclass
class Figures:
    """loads: cold, slow, second. moves: by way of moving. files: our own, as (compressed, unpacked) bytes."""

    contestant: Contestant
    loads: dict[str, Load] = field(default_factory=dict)
    moves: dict[str, list[Move]] = field(default_factory=dict)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    chromium: str = ""


@dataclass(frozen=True)
class Lab:
    """What all contestants share."""

    playwright: Playwright
    folder: Path
    cdn: Cdn | None

    def new_profile(self) -> Path:
        return Path(tempfile.mkdtemp(dir=self.folder))


@dataclass(frozen=True)
class Subject:
    """A contestant whose server runs, and every line by which bytes come to its browser."""

    contestant: Contestant
    server: Server
    wires: list[Wire]

    @property
    def address(self) -> str:
        return f"http://localhost:{self.wires[0].port}{self.contestant.path}"

    def received(self) -> int:
        return sum(wire.received for wire in self.wires)


def measure(contestant: Contestant, lab: Lab) -> Figures:
    """Load cold, cold on the slow line and a second time, then move; one visitor has been there before."""
    figures = Figures(contestant)
    environment = {"BENCH_DATA": str(lab.folder)}
    flags = lab.cdn.flags if lab.cdn else []
    with served(contestant.script, contestant.folder, environment) as server, counted(server.port) as wire:
        subject = Subject(contestant, server, [wire, *([lab.cdn.wire] if lab.cdn else [])])
        profile = lab.new_profile()
        for kind, place in (("first", lab.new_profile()), ("cold", profile), ("slow", lab.new_profile())):
            with opened(lab.playwright, place, flags, contestant.map) as page:
                figures.loads[kind] = _load(page, subject, slowly=kind == "slow")
                figures.files = page.evaluate(OWN_FILES)
                figures.chromium = page.evaluate("navigator.userAgent.match(/Chrome\\/(\\d+)/)[1]")
        with opened(lab.playwright, profile, flags, contestant.map) as page:
            figures.loads["second"] = _load(page, subject)
            if figures.loads["second"].seconds:
                figures.moves = {way: list(_moves(page, subject, way)) for way in contestant.moves}
    return figures


def _load(page: Page, subject: Subject, slowly: bool = False) -> Load:
    if slowly:
        slow(page)
    before = subject.received()
    page.goto(subject.address, wait_until="commit")
    painted = page.evaluate(SETTLED, [LOAD_QUIET_MS, LOAD_PATIENCE_MS])["last"]
    seconds = (painted - page.evaluate("performance.timeOrigin")) / 1000 if painted else None
    return Load(seconds, subject.received() - before)


def _moves(page: Page, subject: Subject, way: str) -> Iterator[Move]:
    """Go back period by period: pull the thumb without letting go, or press a key, which lets go each time."""
    slider = page.locator(subject.contestant.slider).first
    if way == HELD:
        for to in _thumb_positions(page, slider):
            yield _timed(page, subject, HELD_QUIET_MS, lambda to=to: page.mouse.move(*to))
        page.mouse.up()
        page.wait_for_timeout(RELEASED_QUIET_MS)
    else:
        slider.focus()
        for _ in range(MOVES):
            yield _timed(page, subject, RELEASED_QUIET_MS, lambda: page.keyboard.press("ArrowLeft"))


def _thumb_positions(page: Page, slider: Locator) -> Iterator[tuple[float, float]]:
    """Take hold of the thumb at the newest period; where it must be for each of the periods before."""
    slider.scroll_into_view_if_needed()
    box, newest = slider.bounding_box(), int(slider.get_attribute("max"))
    step = (box["width"] - THUMB_PX) / newest
    right, middle = box["x"] + box["width"] - THUMB_PX / 2, box["y"] + box["height"] / 2
    page.mouse.move(right, middle)
    page.mouse.down()
    for back in range(1, HELD_MOVES + 1):
        yield right - back * step, middle


def _timed(page: Page, subject: Subject, quiet_ms: int, move: Callable[[], None]) -> Move:
    received, cpu = subject.received(), subject.server.cpu_seconds()
    page.evaluate("__bench.arm()")
    move()
    seen = page.evaluate(SETTLED, [quiet_ms, MOVE_PATIENCE_MS])
    took = (seen["last"] - seen["start"]) / 1000 if seen["last"] and seen["start"] else None
    return Move(took, subject.received() - received, subject.server.cpu_seconds() - cpu)
