"""Which of Streamlit's chunks a page needs: those index.html names, and those asked for later."""

import re
from collections.abc import Iterable
from pathlib import Path

LINKED = re.compile(r"""(?:src|href)="\.(/static/[^"]+)\"""")
IMPORTED = re.compile(r"""(?:from|import)\s*["'`]\./([\w.-]+\.js)["'`]""")
# A chunk for an element is asked for when the first such element arrives over the websocket: several round
# trips late on a slow line. Every page of ours has these …
EVERY_PAGE = ("Selectbox", "BidiComponent", "PageLink")
# … and some pages these; they are compressed before the chunks that no page of ours uses.
SOME_PAGES = (
    "PlotlyChart",
    "DataFrame",
    "Metric",
    "Table",
    "Checkbox",
    "Radio",
    "Multiselect",
    "DownloadButton",
    "Button",
)


def linked_in(index: str) -> list[str]:
    """The addresses that index.html names itself."""
    return LINKED.findall(index)


def named(files: Iterable[str], stems: Iterable[str]) -> list[str]:
    """The addresses of chunks by the name before their hash; one that this Streamlit lacks is left out."""
    by_stem = {re.sub(r"\.[\w-]{8}\.js$", "", address.rsplit("/", 1)[-1]): address for address in files}
    return [by_stem[stem] for stem in stems if stem in by_stem]


def with_imports(files: dict[str, Path], wanted: Iterable[str]) -> list[str]:
    """These chunks and all that they import before they can run, each once."""
    found: dict[str, None] = {}
    waiting = list(wanted)
    while waiting:
        address = waiting.pop(0)
        if address in found or address not in files:
            continue
        found[address] = None
        folder = address.rsplit("/", 1)[0]
        waiting += [f"{folder}/{name}" for name in IMPORTED.findall(files[address].read_text("utf-8"))]
    return list(found)
