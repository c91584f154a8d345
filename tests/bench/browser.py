"""A real Chromium with an empty profile, a probe in its page, and a slow line where one is asked for."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright

PROBE = Path(__file__).with_name("probe.js").read_text("utf-8")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREEN = {"width": 1366, "height": 768}
REGIONS = 514
SLOW_LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}


@contextmanager
def opened(playwright: Playwright, profile: Path, flags: list[str], shapes: str) -> Iterator[Page]:
    """A page whose probe watches these shapes; the same profile again is a second visit."""
    installed = next((path for path in map(shutil.which, NAMES) if path), None)
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=installed, args=[*FLAGS, *flags], viewport=SCREEN
    )
    settings = json.dumps({"selector": shapes, "regions": REGIONS})
    context.add_init_script(f"window.__bench_settings = {settings};\n{PROBE}")
    try:
        yield context.pages[0]
    finally:
        context.close()


def slow(page: Page) -> None:
    """1.6 Mbit/s and 150 ms, as Chromium's own developer tools emulate it."""
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
