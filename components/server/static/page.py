"""Streamlit's index.html made ours: in Indonesian by name, asking early for what it would ask for late."""

import hashlib
import logging
import re
from collections.abc import Iterable
from pathlib import Path

from components.state import typeface

EXPECTED = {
    '<html lang="en">': '<html lang="id">',
    "<title>Streamlit</title>": "<title>Cakupan</title>",
}
# Streamlit starts in its default theme and would fetch 170 kB of Source Sans before it hears of our typeface: the
# preload goes, and its name goes to our letters too, so that nothing is set twice.
THEIR_TYPEFACE = "Source Sans"
TEXT_FONT = re.compile(r'\s*<link\s+rel="preload"\s+href="[^"]*/SourceSans[^"]*"[^>]*/>')
# How the frame around the pages looks, and what of the first screen is not drawn by modules of ours; on paper the
# frame's menu and bar say nothing.
FRAME = "".join((Path(__file__).parent / name).read_text("utf-8") for name in ("frame.css", "overview.css"))
END_OF_HEAD = "  </head>"

log = logging.getLogger(__name__)


def derive(index: str, preload: Iterable[str], letters: str) -> str:
    """Our index.html from the installed one; one that looks otherwise than expected stays as it is.

    preload: addresses from the root, such as `/static/js/Selectbox.7rsxE6LC.js`, in the order of need.
    letters: where our typeface is, likewise.
    """
    if any(index.count(text) != 1 for text in (*EXPECTED, END_OF_HEAD)) or len(TEXT_FONT.findall(index)) != 1:
        log.warning("Streamlit's index.html is not the one this version was written for: served unchanged")
        return index
    for theirs, ours in EXPECTED.items():
        index = index.replace(theirs, ours)
    links = "".join(f"    {_link(address)}\n" for address in [letters, *preload] if address not in index)
    faces = "".join(typeface.face(f".{letters}", family) for family in (typeface.FAMILY, THEIR_TYPEFACE))
    return TEXT_FONT.sub("", index).replace(END_OF_HEAD, f"    <style>{faces}{FRAME}</style>\n{links}{END_OF_HEAD}")


def _link(address: str) -> str:
    """One link, relative as Streamlit's own are, so that it holds under a base path too.

    Low priority: otherwise these files hold up the connection to Streamlit (on a slow line 4.9 s became 4.3).
    """
    if address.endswith(".woff2"):
        return f'<link rel="preload" as="font" type="font/woff2" crossorigin href=".{address}">'
    kind = 'rel="modulepreload"' if address.endswith(".js") else 'rel="preload" as="fetch"'
    return f'<link {kind} fetchpriority="low" crossorigin href=".{address}">'


def etag(body: bytes) -> str:
    """A tag that changes with the content."""
    return f'"{hashlib.sha256(body).hexdigest()[:16]}"'
