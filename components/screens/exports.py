"""Exports on a page: a button for each, its place in the queue, its progress with a way to stop it, and its file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from components.exports.briefs import brief_of, every_regency
from components.exports.briefs_zip import briefs_zip
from components.exports.message import whatsapp_text
from components.exports.pictures_zip import pictures_zip
from components.exports.workers.export import Export, LineFullError, Make, start_export
from components.exports.workers.jobs import Progress, made_alone
from components.exports.workers.shelf import KEPT
from components.language.i18n import _, integer, language, number, use_language
from components.report.file_names import view_stem
from components.report.labels import area_title
from components.report.model import DeckRequest
from components.report.slides.deck import build_slides
from components.report.slides.deck_data import deck_view
from components.report.slides.hidden_names import hidden_names, passed_on
from components.state.callbacks import unbroken
from components.state.selection import Selection
from components.state.users import who_is_here
from components.state.view import View, view_of

KEY, WISH = "export", "export_wish"
FORMATS = {"pptx": "PPTX", "pdf": "PDF", "xlsx": "XLSX", "pictures": "SVG + PNG"}
# Seconds between two looks at whether a finished file is still there.
LOOK = 30.0
MEGABYTE = 1_000_000
# Of so many regencies a deck takes longer than one waits before a screen.
COUNTRY = "ID"


@dataclass(frozen=True)
class Offer:
    """One file that can be asked for. takes_minutes: it waits in the line of those that do.

    key: what stays the same from one regency or deck to the next. A click on a button that the next page has not
    replaced yet then asks for the file of that page; by its own name it would be lost.
    """

    key: str
    title: str
    name: str
    make: Make
    takes_minutes: bool = False


@st.fragment
def show_deck_exports(selection: Selection, wanted: DeckRequest) -> None:
    """The formats of a deck, and its message to copy; slides are made only once a file is asked for."""
    use_language(selection.language)  # a fragment runs again without the frame, which sets it else
    show_offers([_deck_offer(kind, selection, wanted) for kind in FORMATS])
    st.caption(_("For WhatsApp, at most 700 characters"))
    message = build_slides(selection, replace(wanted, slides=("key",), hidden=()))
    st.code(whatsapp_text(message), language=None, wrap_lines=True)


@st.fragment
def show_brief_exports(view: View, code: str) -> None:
    """The brief of a regency; those of its area and of the country as one archive."""
    use_language(view.selection.language)
    name = view_stem(view.selection, view.dataset, region=code) + ".pdf"
    alone = Offer(
        "brief", _("One-page brief (PDF)"), name, lambda progress: _brief_file(view.selection, code, progress)
    )
    show_offers(
        [alone, _briefs_offer("province", view.selection, code[:2]), _briefs_offer("country", view.selection, COUNTRY)]
    )


def _deck_offer(kind: str, selection: Selection, wanted: DeckRequest) -> Offer:
    # A deck may be called after a region.
    own_name = "" if wanted.hidden_names else wanted.name
    name = (
        f"{view_stem(selection, view_of(selection).dataset, own_name=own_name)}.{'zip' if kind == 'pictures' else kind}"
    )
    make = partial(deck_file, kind, selection, wanted)
    return Offer(kind, FORMATS[kind], name, make, takes_minutes=selection.area == COUNTRY)


def _briefs_offer(key: str, selection: Selection, area: str) -> Offer:
    codes = [one for one in every_regency() if area in (COUNTRY, one[:2])]
    title = _("All {count} briefs: {area} (zip)", count=integer(len(codes)), area=area_title(area))
    name = view_stem(replace(selection, area=area), view_of(selection).dataset, own_name=_("briefs")) + ".zip"
    return Offer(key, title, name, partial(briefs_zip, selection, codes), takes_minutes=True)


def deck_file(kind: str, selection: Selection, wanted: DeckRequest, progress: Progress) -> bytes:
    """One file of a deck: its slides are made here, where the caches are, the file in a child."""
    deck = build_slides(selection, wanted)
    if deck.hidden_names:
        deck = passed_on(deck, hidden_names(deck_view(selection)), selection.area)
    return pictures_zip(deck, progress) if kind == "pictures" else made_alone(kind, deck, progress)


def _brief_file(selection: Selection, code: str, progress: Progress) -> bytes:
    return made_alone("brief", brief_of(selection, code), progress)


def show_offers(offers: Sequence[Offer]) -> None:
    """A button for each file, and what became of the last one. A session has one at a time, and its file till the next.

    What was clicked is begun before a button is drawn: none is left enabled beside an export that runs.
    """
    wish = st.session_state.pop(WISH, "")
    for offer in offers:
        if offer.key == wish:
            _begin(offer)
    last = export_of_session()
    runs = last is not None and last.running
    with st.container(horizontal=True):
        for offer in offers:
            st.button(offer.title, key=f"make-{offer.key}", disabled=runs, on_click=unbroken(_wish), args=(offer.key,))
    show_export()


def _wish(key: str) -> None:
    st.session_state[WISH] = key


def _begin(offer: Offer) -> None:
    last = export_of_session()
    if last is not None and last.running:
        return
    if last is not None:
        last.drop()
    st.session_state.pop(KEY, None)
    try:
        st.session_state[KEY] = start_export(offer.name, offer.make, offer.takes_minutes, who_is_here())
    except LineFullError:
        st.warning(_("Too many files are being made for others at this moment; try again in a few minutes."))


def export_of_session() -> Export | None:
    found: Export | None = st.session_state.get(KEY)
    return found


def show_export() -> None:
    """How far the export is, or its file."""
    export = export_of_session()
    if export is None:
        return
    if export.running:
        _show_progress(language())
    elif export.failed:
        st.error(_("The file {name} could not be made; try again.", name=export.name))
    elif export.gone or export.content is not None:
        _show_file(language())


@st.fragment(run_every=LOOK)
def _show_file(spoken: str) -> None:
    """The finished file. The button holds none of it: a page left open for days keeps no memory."""
    use_language(spoken)
    export = export_of_session()
    if export is None:
        return
    if export.content is None:
        minutes = integer(KEPT / 60)
        st.info(
            _("{name} was kept for {count} minutes; make it again if you need it.", name=export.name, count=minutes)
        )
        return
    title = _("Save {name} ({size})", name=export.name, size=size_text(len(export.content)))
    st.download_button(title, export.saved, export.name, export.media, type="primary", on_click="ignore")


@st.fragment(run_every=1.0)
def _show_progress(spoken: str) -> None:
    """Asks every second, and lets the whole page run again once it is over."""
    use_language(spoken)
    export = export_of_session()
    if export is None or not export.running:
        st.rerun()
        return
    progress = export.progress
    progress.watch()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(min(progress.done / max(progress.of, 1), 1.0), text=_how_far(export))
        if st.button(_("Stop"), key="stop-export"):
            progress.stop()
            st.rerun()


def size_text(count: int) -> str:
    """Bytes as a folder writes them: a small file is not of 0.0 MB."""
    return f"{integer(max(1, round(count / 1e3)))} kB" if count < MEGABYTE else f"{number(count / 1e6, 1)} MB"


def _how_far(export: Export) -> str:
    """Honest where nothing is done yet: it waits, or its figures are being gathered."""
    progress = export.progress
    if export.place > 0:
        return _(
            "{name}: waiting for its turn, place {place} in the queue", name=export.name, place=integer(export.place)
        )
    if progress.done == 0:
        return _("{name}: being prepared", name=export.name)
    return _("{name}: {done} of {of}", name=export.name, done=integer(progress.done), of=integer(progress.of))
