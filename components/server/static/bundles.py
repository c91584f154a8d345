"""Streamlit's own scripts, styles and icons, made small once and held in memory: 2.7 MB of shell become 0.6.

Streamlit leaves compression to a proxy, and a laptop in a meeting room has none.
"""

import gzip
import logging
import re
import threading
from functools import lru_cache
from pathlib import Path

import brotli
import streamlit

from components.server.static import chunks, fonts
from components.server.static.disk_cache import keep
from components.state.streamlit_private import browser_files

FOLDER = Path(__file__).parents[3] / ".cache" / f"streamlit-{streamlit.__version__}"
TEXT = re.compile(r"\.[\w-]{8}\.(js|css|svg|json)$")
ICON_FONT = re.compile(r"/MaterialSymbols-[\w.-]+\.woff2$")
# Brotli's quality for a file asked for before it is ready: the shell in 0.1 s, where the best takes 4 s.
QUICK = 5

log = logging.getLogger(__name__)


class Bundles:
    """The files of one Streamlit by their exact address, such as `/static/js/index.DormvYxC.js`.

    static: Streamlit's folder with index.html; folder: where the small files are kept.
    The addresses are listed once; nothing that a browser sends ever becomes a path.
    """

    def __init__(self, static: Path, folder: Path = FOLDER) -> None:
        self.folder = folder
        self.index = static / "index.html"
        self.files = {f"/{path.relative_to(static).as_posix()}": path for path in sorted(static.glob("static/*/*"))}
        self.texts = {address for address in self.files if TEXT.search(address)}
        self.icon_font = next((address for address in self.files if ICON_FONT.search(address)), None)
        self.ready: dict[str, bytes] = {}
        self.compressed_now = lru_cache(maxsize=None)(self._compress_now)

    def body(self, address: str, encoding: str) -> bytes:
        """The smallest body at hand; work for a worker thread where nothing is ready."""
        if encoding == "br" and address in self.ready:
            return self.ready[address]
        return self.compressed_now(address, encoding)

    def _compress_now(self, address: str, encoding: str) -> bytes:
        source = self.files[address].read_bytes()
        return brotli.compress(source, quality=QUICK) if encoding == "br" else gzip.compress(source, mtime=0)

    def shell(self) -> list[str]:
        """What every page of ours waits for, in the order of need."""
        linked = [address for address in chunks.linked_in(self.index.read_text("utf-8")) if address in self.texts]
        late = chunks.with_imports(self.files, chunks.named(self.texts, chunks.EVERY_PAGE))
        return list(dict.fromkeys(linked + late))

    def prepare(self, address: str) -> None:
        """Make one file ready in its best form, from the folder or anew."""
        path = self.files[address]
        if address != self.icon_font:
            self.ready[address] = keep(self.folder / f"{path.name}.br", path.read_bytes(), brotli.compress)
            return
        icons = fonts.icons_wanted(self.files[script] for script in self.texts if script.endswith(".js"))
        source = ",".join(sorted(icons)).encode() + b";" + path.read_bytes()
        try:
            self.ready[address] = keep(self.folder / path.name, source, lambda _: fonts.cut(path, icons))
        except fonts.CANNOT_CUT as error:
            log.warning("Streamlit serves its icons whole, 360 kB more for each new browser: %s", error)

    def prepare_all(self, stop: threading.Event) -> None:
        """Make everything ready, the shell first; 25 s of one core on the very first start, 0.2 s later."""
        some = chunks.with_imports(self.files, chunks.named(self.texts, chunks.SOME_PAGES))
        icons = [self.icon_font] if self.icon_font else []
        for address in dict.fromkeys([*self.shell(), *icons, *some, *sorted(self.texts)]):
            if stop.is_set():
                return
            if address not in self.ready:
                self.prepare(address)


def installed() -> Bundles:
    """The bundles of the Streamlit that runs."""
    return Bundles(browser_files())
