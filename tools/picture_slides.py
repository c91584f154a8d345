"""Take a picture of each type of slide for docs/slides: `python -m tools.picture_slides`.

The deck is the one that anybody gets: Bengkulu, simulated, with one slide of own text.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from components.deck.document import document
from components.language.i18n import use_language
from components.report.model import DeckRequest, OwnText
from components.state.address import selection_in
from data.store.roles import User

FOLDER = Path(__file__).parents[1] / "docs" / "slides"
SCREEN = {"width": 1366, "height": 768}
TEXT = OwnText("agenda", "Agenda Monev", "Capaian Inpres 2/2021 di Bengkulu\n\nTindak lanjut desa yang belum terdaftar")
SLIDES = ("key", "map", "extremes", "gap", "trend", "scoreboard-villages_enrolled-all", "text-agenda", "sources")
PROFILE = "profile-17.04"


def installed_browser() -> str:
    """The path of Chromium; ends the program where there is none."""
    names = ("chromium-headless-shell", "chromium", "google-chrome", "chrome")
    browser = next((path for name in names if (path := shutil.which(name))), None)
    return browser or sys.exit("no Chromium is installed")


def main() -> None:
    """Open the deck as a file, as from a USB stick, and take each slide in its turn."""
    browser = installed_browser()
    FOLDER.mkdir(exist_ok=True)
    use_language("id")
    deck = document(
        selection_in({"set": "simulated", "area": "17"}, User("")),
        DeckRequest(slides=(*SLIDES, PROFILE), texts=(TEXT,)),
    )
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "deck.html"
        file.write_bytes(deck)
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page(viewport=SCREEN)
        page.goto(file.as_uri())
        take_pictures(page)


def take_pictures(page: Page) -> None:
    """One picture for each slide of the deck that is open."""
    page.wait_for_selector("html[data-ready]")
    for name in (*SLIDES, PROFILE):
        page.wait_for_selector(f'[data-slide="{name}"]')
        page.wait_for_timeout(500)  # lines and labels come with the next idle moment
        page.screenshot(path=FOLDER / f"{name.partition('-')[0]}.png")
        page.keyboard.press("ArrowRight")


if __name__ == "__main__":
    main()
