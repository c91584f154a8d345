"""Prove that exports keep their times: 514 briefs while others look on, and a province's deck in each format."""

import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components.deck.document import document
from components.exports.briefs import every_regency
from components.exports.briefs_zip import briefs_zip
from components.exports.workers.jobs import Progress
from components.report.model import DeckRequest
from components.screens.exports import FORMATS, deck_file
from components.state import cache
from components.state.selection import DEFAULTS, Selection

FRAME = str(Path(__file__).parents[2] / "components" / "frame.py")
MOST_SECONDS, MOST_RERUN, MOST_FORMAT = 300.0, 1.0, 5.0
PERIODS = ("2024-11", "2024-10", "2024-09", "2024-08")
# Ten regencies and the most there are in one province.
PROVINCES = {"Bengkulu": "17", "Jawa Timur": "35"}
# Seconds between two clicks of the one who looks on.
PAUSE = 1.0


def main() -> int:
    """Print the rows; 1 where a promise was broken."""
    sound = True
    for prove in PROOFS:
        promise, found, kept = prove()
        print(f"| {prove.__name__.replace('_', ' ')} | {promise} | {found} |", flush=True)
        sound = sound and kept
    return 0 if sound else 1


def brief_the_country() -> tuple[str, str, bool]:
    """Make all briefs as one archive, from caches that are empty, while another session chooses periods."""
    progress, made = Progress(), {}
    screen = AppTest.from_file(FRAME, default_timeout=120).run()
    before: list[float] = []
    _reruns(screen, lambda: len(before) < len(PERIODS), before)
    exporter = threading.Thread(target=lambda: made.update(zip=briefs_zip(choice(), every_regency(), progress)))
    began = time.monotonic()
    exporter.start()
    during = _reruns(screen, lambda: _watching(exporter, progress), [])
    seconds = time.monotonic() - began
    found = (
        f"{progress.done} briefs, {len(made.get('zip', b'')) / 1e6:.0f} MB in {seconds:.0f} s; "
        f"reruns, median and worst: {_told(before)} before, {_told(during)} meanwhile"
    )
    kept = progress.done == len(every_regency()) and seconds <= MOST_SECONDS and max(during) <= MOST_RERUN
    return f"514 briefs in {MOST_SECONDS:.0f} s, reruns of others under {MOST_RERUN:.0f} s", found, kept


def export_a_province() -> tuple[str, str, bool]:
    """Make a province's deck in each format, its slides from caches that know the dataset, its file in a child."""
    words, worst = [], 0.0
    for name, area in PROVINCES.items():
        selection = replace(choice(), area=area)
        formats: dict[str, Callable[[], bytes]] = {
            kind: lambda kind=kind, selection=selection: deck_file(kind, selection, DeckRequest(), Progress())
            for kind in FORMATS
        }
        formats["pack"] = lambda selection=selection: document(selection, DeckRequest())
        for kind, make in formats.items():
            seconds, size = _made(make)
            worst = max(worst, seconds)
            words.append(f"{name} {kind} {seconds:.1f} s, {size / 1e6:.2f} MB")
    return f"a province's deck in {MOST_FORMAT:.0f} s in each format", "; ".join(words), worst <= MOST_FORMAT


def export_the_country() -> tuple[str, str, bool]:
    """Make the country's deck with all its profiles in each format: no promise but that it ends with a file."""
    words, kept = [], True
    selection = replace(choice(), area="ID")
    for kind in FORMATS:
        progress = Progress()
        seconds, size = _made(lambda kind=kind, progress=progress: deck_file(kind, selection, DeckRequest(), progress))
        kept = kept and size > 0
        words.append(f"{kind} {seconds:.0f} s, {size / 1e6:.1f} MB")
    seconds, size = _made(lambda: document(selection, DeckRequest()))
    words.append(f"pack {seconds:.0f} s, {size / 1e6:.1f} MB")
    return "the country's deck, 514 profiles, in each format", "; ".join(words), kept


def choice() -> Selection:
    """What the simulated dataset opens on."""
    known = {name: DEFAULTS[name] for name in ("area", "level", "indicator", "segment", "region", "scheme", "target")}
    opens_on = cache.dataset(DEFAULTS["set"]).default_period
    return Selection(
        **known, dataset=DEFAULTS["set"], period=opens_on, regions=(), breaks=(), since="", language=DEFAULTS["lang"]
    )


def _made(make: Callable[[], bytes]) -> tuple[float, int]:
    began = time.monotonic()
    size = len(make())
    return time.monotonic() - began, size


def _watching(exporter: threading.Thread, progress: Progress) -> bool:
    progress.watch()
    return exporter.is_alive()


def _reruns(screen: AppTest, go_on: Callable[[], bool], seconds: list[float]) -> list[float]:
    """Choose one period after another, and how long each choice takes to its answer."""
    while go_on():
        period = PERIODS[len(seconds) % len(PERIODS)]
        began = time.monotonic()
        screen.selectbox(key="period").set_value(period).run()
        seconds.append(time.monotonic() - began)
        time.sleep(PAUSE)
    return seconds


def _told(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} and {max(seconds):.2f} s"


PROOFS = (brief_the_country, export_a_province, export_the_country)

if __name__ == "__main__":
    sys.exit(main())
