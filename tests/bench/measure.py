"""One contestant's figures: its loads and its moves."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, Playwright

from tests.bench.browser import opened, slow
from tests.bench.cdn import Cdn
from tests.bench.contestants import Contestant
from tests.bench.servers import Server, served
from tests.bench.wire import Wire, counted

MOVES = 15
PATIENCE_MS = 90_000
# How long the map must stay as it is to count as painted; a held slider asks nothing of the server.
LOAD_QUIET_MS, MOVE_QUIET_MS, HELD_QUIET_MS = 3000, 1500, 300


@dataclass(frozen=True)
class Load:
    """seconds: from the navigation to the painted map, None if it never was; received: bytes."""

    seconds: float | None
    received: int


@dataclass(frozen=True)
class Move:
    """From the key or the slider's own event to the repainted map; None if it never was."""

    milliseconds: float | None
    received: int
    cpu_seconds: float


@dataclass
class Figures:
    """files: bytes on the wire of our own files by name, and unpacked."""

    name: str
    loads: dict[str, Load] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    files: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Lab:
    """What all contestants share."""

    playwright: Playwright
    folder: Path
    cdn: Cdn | None


@dataclass(frozen=True)
class Subject:
    """A contestant whose server runs, and every line by which bytes come from it."""

    contestant: Contestant
    server: Server
    wires: list[Wire]

    @property
    def address(self) -> str:
        return f"http://localhost:{self.wires[0].port}{self.contestant.path}"

    def received(self) -> int:
        return sum(wire.received for wire in self.wires)


def measure(contestant: Contestant, lab: Lab) -> Figures:
    """Load cold, again, and cold on the slow line, then move; the server has answered one visitor before."""
    figures = Figures(contestant.name)
    environment = {"BENCH_DATA": str(lab.folder)}
    with served(contestant.script, contestant.folder, environment) as server, counted(server.port) as wire:
        subject = Subject(contestant, server, [wire, *([lab.cdn.wire] if lab.cdn else [])])
        _visit(subject, lab, _profile(lab))
        profile = _profile(lab)
        figures.loads["cold"], _ = _visit(subject, lab, profile)
        figures.loads["slow"], _ = _visit(subject, lab, _profile(lab), slowly=True)
        figures.loads["second"], figures.moves = _visit(subject, lab, profile, moving=True)
    return figures


def _profile(lab: Lab) -> Path:
    return Path(tempfile.mkdtemp(dir=lab.folder))


def _visit(
    subject: Subject, lab: Lab, profile: Path, slowly: bool = False, moving: bool = False
) -> tuple[Load, list[Move]]:
    flags = lab.cdn.flags if lab.cdn else []
    with opened(lab.playwright, profile, flags, subject.contestant.map) as context:
        page = context.pages[0]
        if slowly:
            slow(page)
        load = _load(page, subject)
        moves = list(_moves(page, subject)) if moving and load.seconds else []
    return load, moves


def _load(page: Page, subject: Subject) -> Load:
    before = subject.received()
    page.goto(subject.address, wait_until="commit")
    seen = page.evaluate("([quiet, patience]) => __bench.settled(quiet, patience)", [LOAD_QUIET_MS, PATIENCE_MS])
    began = page.evaluate("performance.timeOrigin")
    return Load((seen["last"] - began) / 1000 if seen["last"] else None, subject.received() - before)


def _moves(page: Page, subject: Subject) -> Iterator[Move]:
    slider = page.locator(subject.contestant.slider).first
    slider.scroll_into_view_if_needed()
    if subject.contestant.moves == "drag":
        yield from _dragged(page, slider, subject)
    elif subject.contestant.moves == "keys":
        slider.focus()
        for _ in range(MOVES):
            yield _timed(page, subject, MOVE_QUIET_MS, lambda: page.keyboard.press("ArrowLeft"))


def _dragged(page: Page, slider: Locator, subject: Subject) -> Iterator[Move]:
    """Pull the thumb from the newest period backwards, one period at a time, without letting go."""
    box = slider.bounding_box()
    last = int(slider.get_attribute("max"))
    thumb = 16
    middle = box["y"] + box["height"] / 2
    at = [box["x"] + thumb / 2 + (box["width"] - thumb) * period / last for period in range(last + 1)]
    page.mouse.move(at[last], middle)
    page.mouse.down()
    for step in range(1, MOVES + 1):
        yield _timed(page, subject, HELD_QUIET_MS, lambda to=at[last - step]: page.mouse.move(to, middle))
    page.mouse.up()


def _timed(page: Page, subject: Subject, quiet: int, move) -> Move:
    received, cpu = subject.received(), subject.server.cpu_seconds()
    page.evaluate("__bench.arm()")
    move()
    seen = page.evaluate("([quiet, patience]) => __bench.settled(quiet, patience)", [quiet, 15_000])
    took = seen["last"] - seen["start"] if seen["last"] and seen["start"] else None
    return Move(took, subject.received() - received, subject.server.cpu_seconds() - cpu)
