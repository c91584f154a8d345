"""Take a picture of each page and view for docs/screens: `python -m tools.picture_screens [NAME…]`.

Three sizes of screen, light and dark, from a server of its own with an empty store; README's pictures are two of them.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tools.picture_slides import installed_browser

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "screens"
BENGKULU, COUNTRY = "set=simulated&area=17", "set=simulated&area=ID&level=regency"
VIEWS = {
    "ringkasan": f"/?{BENGKULU}",
    "ringkasan-dilaporkan": "/?set=reported&area=17",
    "peta": f"/peta?{COUNTRY}",
    "peta-lingkaran": f"/peta?{COUNTRY}&shapes=circles",
    "peta-ubin": f"/peta?{COUNTRY}&shapes=tiles",
    "peta-perubahan": f"/peta?{COUNTRY}&mode=change",
    "peringkat": f"/peringkat?{BENGKULU}",
    "tren": f"/tren?{BENGKULU}",
    "profil": f"/profil?{BENGKULU}&region=17.04",
    "desa-opd": f"/desa-opd?{BENGKULU}",
    "tayangan": f"/rapat?{BENGKULU}",
    "sumber": "/sumber?set=reported&area=17",
    "unggah": "/unggah",
}
SIZES = {"1366": (1366, 768), "1920": (1920, 1080), "390": (390, 844)}
SETTLED = '[data-testid="stApp"][data-test-script-state="notRunning"]'
# Of WebP, which shows letters without a halo at a third of PNG's bytes.
QUALITY = 80


def main(names: list[str]) -> None:
    """Take all pictures, or those of the views named."""
    FOLDER.mkdir(exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed_browser(), args=["--no-sandbox"])
        for size, (width, height) in SIZES.items():
            for theme in ("light", "dark"):
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=theme)
                for view in names or VIEWS:
                    page.goto(address + VIEWS[view])
                    save(page, FOLDER / f"{view}-{size}-{theme}.webp")
                page.close()


def save(page: Page, path: Path) -> None:
    page.wait_for_selector(SETTLED, timeout=120_000)
    page.wait_for_function("() => !document.querySelector('.stSkeleton')")
    page.wait_for_timeout(1500)  # names and lines come with the next idle moment
    Image.open(io.BytesIO(page.screenshot())).save(path, quality=QUALITY, method=6)


@contextmanager
def served() -> Iterator[str]:
    """The app on a free port, with an empty store that goes with it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as store:
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
        settings = os.environ | {"CAKUPAN_STORE": store, "CAKUPAN_LOCAL": "1"}
        process = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL)  # noqa: S603
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)
            shutil.rmtree(store, ignore_errors=True)


def wait_until_healthy(address: str) -> None:
    for _ in range(120):
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5):  # noqa: S310
                return
        except URLError:
            time.sleep(0.5)
    sys.exit("the server did not start")


if __name__ == "__main__":
    main(sys.argv[1:])
