"""Prove that the country's 514 briefs are made within five minutes while other sessions go on within a second.

`python -m tests.prove.briefs` prints both, and fails where either does not hold.
"""

import statistics
import sys
import threading
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from components import cache
from components.choice import DEFAULTS, Choice
from components.exports.briefs import brief_of, every_regency
from components.exports.briefs_zip import briefs_zip
from components.exports.jobs import Progress

FRAME = str(Path(__file__).parents[2] / "components" / "frame.py")
MOST_SECONDS, MOST_RERUN = 300.0, 1.0
PERIODS = ("2024-11", "2024-10", "2024-09", "2024-08")
# Seconds between two clicks of the one who looks on.
PAUSE = 1.0


def main() -> None:
    progress, made = Progress(), {}
    # The button lies on Profil, which has read neighbours and newest figures by then.
    brief_of(choice(), "17.04")
    screen = AppTest.from_file(FRAME, default_timeout=120).run()
    warm: list[float] = []
    reruns(screen, lambda: len(warm) < len(PERIODS), warm)
    exporter = threading.Thread(target=lambda: made.update(zip=briefs_zip(choice(), every_regency(), progress)))
    began = time.monotonic()
    exporter.start()
    during = reruns(screen, lambda: watching(exporter, progress), [])
    seconds = time.monotonic() - began
    print(f"{progress.done} briefs, {len(made['zip']) / 1e6:.1f} MB, {seconds:.0f} s")
    print(f"reruns of another session, median and worst: before {told(warm)}, meanwhile {told(during)}")
    if progress.done != len(every_regency()) or seconds > MOST_SECONDS or max(during) > MOST_RERUN:
        sys.exit("not proved")


def choice() -> Choice:
    """What the simulated dataset opens on."""
    known = {name: DEFAULTS[name] for name in ("area", "level", "indicator", "segment", "region", "scheme", "target")}
    opens_on = cache.dataset(DEFAULTS["set"]).default_period
    return Choice(
        **known, dataset=DEFAULTS["set"], period=opens_on, regions=(), breaks=(), since="", language=DEFAULTS["lang"]
    )


def watching(exporter: threading.Thread, progress: Progress) -> bool:
    progress.watch()
    return exporter.is_alive()


def reruns(screen: AppTest, go_on, seconds: list[float]) -> list[float]:
    """Choose one period after another, and how long each choice takes to its answer."""
    while go_on():
        period = PERIODS[len(seconds) % len(PERIODS)]
        began = time.monotonic()
        screen.selectbox(key="period").set_value(period).run()
        seconds.append(time.monotonic() - began)
        time.sleep(PAUSE)
    return seconds


def told(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} and {max(seconds):.2f} s"


if __name__ == "__main__":
    main()
