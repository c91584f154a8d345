"""Exports on a page: a button for each, its progress with a way to stop it, and the finished file."""

import threading
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, field

import streamlit as st

from components.choice import Choice
from components.exports.briefs import brief_of, every_regency
from components.exports.briefs_zip import briefs_zip
from components.exports.jobs import Progress, StoppedError, made_apart
from components.exports.media import TYPES
from components.exports.message import whatsapp_text
from components.i18n import _, integer, number
from components.slides.model import Deck
from components.titles import area_title

KEY = "export"
# Exports that run at a time in this process; others wait for their turn.
TURNS = threading.BoundedSemaphore(2)
FORMATS = {"pptx": "PPTX", "pdf": "PDF", "xlsx": "XLSX", "pictures": "SVG + PNG"}
Make = Callable[[Progress], bytes]


@dataclass
class Export:
    """One export of a session. content: None while it runs; failed: it ended with neither file nor stop."""

    name: str
    media: str
    progress: Progress = field(default_factory=Progress)
    content: bytes | None = None
    failed: bool = False


@st.fragment
def show_deck_exports(deck: Deck) -> None:
    """The formats of a deck, and its message to copy."""
    with st.container(horizontal=True):
        for kind, title in FORMATS.items():
            ending = "zip" if kind == "pictures" else kind
            offer(title, f"cakupan-{deck.period}.{ending}", lambda progress, kind=kind: one_file(kind, deck, progress))
    show_export()
    st.caption(_("For WhatsApp, at most 700 characters"))
    st.code(whatsapp_text(deck), language=None, wrap_lines=True)


@st.fragment
def show_brief_exports(chosen: Choice, code: str) -> None:
    """The brief of a regency; those of its area and of the country as one archive."""
    with st.container(horizontal=True):
        title = _("One-page brief (PDF)")
        offer(title, f"{code}-{chosen.indicator}-{chosen.period}.pdf", lambda progress: _brief(chosen, code, progress))
        for area in (code[:2], "ID"):
            codes = [one for one in every_regency() if area in ("ID", one[:2])]
            title = _("All {count} briefs: {area} (zip)", count=integer(len(codes)), area=area_title(area))
            name = f"cakupan-{area}-{chosen.indicator}-{chosen.period}.zip"
            offer(title, name, lambda progress, codes=codes: briefs_zip(chosen, codes, progress))
    show_export()


def one_file(kind: str, deck: Deck, progress: Progress) -> bytes:
    """One file of a deck, made in a child."""
    (_part, content) = next(made_apart(kind, [deck], progress, workers=1))
    return content


def _brief(chosen: Choice, code: str, progress: Progress) -> bytes:
    (_part, content) = next(made_apart("brief", [brief_of(chosen, code)], progress, workers=1))
    return content


def offer(title: str, name: str, make: Make) -> None:
    """Draw the button of one export; it starts at a click, and one that runs already goes on."""
    if st.button(title, key=f"make-{name}", disabled=_running() is not None):
        start(name, make)
        st.rerun(scope="fragment")


def start(name: str, make: Make) -> None:
    """Let an export run beside the page, in the language of this run."""
    export = Export(name, TYPES[name.rpartition(".")[2]])
    st.session_state[KEY] = export
    context = copy_context()
    threading.Thread(target=context.run, args=(_run, export, make), daemon=True).start()


def _run(export: Export, make: Make) -> None:
    try:
        with TURNS:
            export.content = make(export.progress)
    except StoppedError:
        export.progress.stop()
    except BaseException:
        # The page says that it failed; the log says why.
        export.failed = True
        raise


def _running() -> Export | None:
    export = st.session_state.get(KEY)
    waiting = export is not None and export.content is None and not export.failed and not export.progress.stopped
    return export if waiting else None


def show_export() -> None:
    """How far the export is, or its file."""
    if _running():
        _show_progress()
        return
    export = st.session_state.get(KEY)
    if export is None:
        return
    if export.failed:
        st.error(_("The file {name} could not be made; try again.", name=export.name))
    elif export.content is not None:
        size = number(len(export.content) / 1e6, 1)
        title = _("Save {name} ({size} MB)", name=export.name, size=size)
        st.download_button(title, export.content, export.name, export.media, type="primary", on_click="ignore")


@st.fragment(run_every=1.0)
def _show_progress() -> None:
    """Asks every second, and lets the whole page run again once it is over."""
    export = _running()
    if export is None:
        st.rerun()
        return
    progress = export.progress
    progress.watch()
    said = _("{name}: {done} of {of}", name=export.name, done=integer(progress.done), of=integer(progress.of))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(min(progress.done / max(progress.of, 1), 1.0), text=said)
        if st.button(_("Stop"), key="stop-export"):
            progress.stop()
            st.rerun()
