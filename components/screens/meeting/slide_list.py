"""The list of a deck's slides: shown or not, in which order, and whose profiles."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

from components.explorer import data_urls
from components.language.i18n import N_, _, ngettext
from components.report.labels import region_title
from components.report.slides.deck import PROFILES
from components.screens.meeting.changes import change, is_own_work, say_theirs_is_shown, written
from components.screens.meeting.contents import codes_in
from components.screens.meeting.deck_editor import Workshop, may_keep
from components.screens.meeting.order import as_slides, is_order_of
from components.state import assets
from components.state.callbacks import unbroken

DONE = "meeting_done"
FEW_LETTERS = 120
LONGEST_ID = 40
SHORT_TITLES = {
    "key": N_("Key sentence and figures"),
    "map": N_("Map"),
    "extremes": N_("Highest and lowest"),
    "gap": N_("Gap and ratio"),
    "trend": N_("Trend with milestones"),
    "sources": N_("Sources and definitions"),
}
MODULE = Path(__file__).with_suffix(".js")


def show_slides(work: Workshop) -> None:
    """Draw the list; a new order is kept at once."""
    data = {
        "shown": [_entry(work, one) for one in work.order.shown],
        "hidden": [_entry(work, one) for one in work.order.hidden],
        "usual": list(work.known),
        "fixed": bool(work.deck.id) and not may_keep(),
        "revision": work.deck.revision,
        "done": _done().get("id", ""),
        "texts": _texts(),
    }
    data |= {**assets.publish_widget(MODULE), "state": "wish", "moves": list(data)}
    wish = data_urls.widget("cakupan_slide_list")(
        key=f"meeting_slides_{work.deck.id}", data=data, default={"wish": None}, on_wish_change=unbroken(_noted)
    ).wish
    if isinstance(wish, dict) and wish.get("id") != _done().get("id"):
        _take(work, wish)


def _noted() -> None:
    """Do nothing: only with a callback does a component have a state. It is read where the list is drawn."""


def select_profiles(work: Workshop) -> None:
    """Ask whose profiles the deck shows: everybody's, unless some are chosen."""
    if PROFILES not in work.known:
        return
    key = f"meeting_profiles_{work.deck.id}"
    codes = codes_in(work.selection)
    written(
        key,
        [code for code in work.order.codes if code in codes],
        st.multiselect,
        lambda chosen, done: _arrange(work, work.order.shown, work.order.hidden, tuple(chosen), done),
        label=_("Profiles of"),
        options=codes,
        format_func=region_title,
        placeholder=_("every region"),
        disabled=bool(work.deck.id) and not may_keep(),
    )


def _take(work: Workshop, wish: dict[str, Any]) -> None:
    """Take only what is an order of these very slides: a browser may send anything.

    A wish tells the revision that it was made on, because a browser sends its last one again to a server that was
    restarted: what somebody else has kept since is not written over.
    """
    since, done = wish.get("revision"), _done()

    def note() -> None:
        done["id"] = str(wish.get("id", ""))[:LONGEST_ID]

    held = (list(work.order.shown), sorted(work.order.hidden))
    if not isinstance(since, int) or not is_order_of(wish, work.known):
        if isinstance(since, int) and not is_own_work(work.deck, since):  # such as a slide that they took away
            say_theirs_is_shown()
        note()
        st.rerun()
    if (wish["shown"], sorted(wish["hidden"])) == held:
        note()
        st.rerun()
    found = work.deck if is_own_work(work.deck, since) else replace(work.deck, revision=since)
    _arrange(replace(work, deck=found), wish["shown"], wish["hidden"], work.order.codes, note)


def _done() -> dict[str, str]:
    """Return the `id` of the last wish that was kept or refused in this session; none before the first."""
    done: dict[str, str] = st.session_state.setdefault(DONE, {})
    return done


def _arrange(
    work: Workshop, shown: Sequence[str], hidden: Sequence[str], codes: Sequence[str], done: Callable[[], object] = bool
) -> None:
    change(work.deck, done=done, slides=as_slides(shown, codes), hidden=as_slides(hidden, codes))


def slide_title(work: Workshop, one: str) -> str:
    """Return what an entry is called in the list: of an own text its title."""
    if one == PROFILES:
        return _("Profiles")
    for key, title, _text in work.deck.texts:
        if one == f"text-{key}":
            return title or _("Untitled")
    slide = next(slide for slide in work.slides if slide.id == one)
    return _short(slide.kind) or slide.title


def _entry(work: Workshop, one: str) -> dict[str, str]:
    return {"id": one, "title": slide_title(work, one), "about": _about(work, one)}


def _about(work: Workshop, one: str) -> str:
    """Return the sentence of a slide, or what else tells it from the others."""
    if one == PROFILES:
        count = len(work.order.codes) or len(codes_in(work.selection))
        return ngettext("{count} region, a slide each", "{count} regions, a slide each", count)
    texts = {f"text-{key}": text for key, _title, text in work.deck.texts}
    sentences = {slide.id: slide.sentence for slide in work.slides}
    return texts[one][:FEW_LETTERS] if one in texts else sentences[one]


def _short(kind: str) -> str:
    """Return a list's name for a kind of slide; a scoreboard keeps its own title, because there may be several."""
    return _(SHORT_TITLES[kind]) if kind in SHORT_TITLES else ""


def _texts() -> dict[str, str]:
    """Return the texts; `{title}` and the like are filled in by the browser."""
    return {
        "list": _("Slides, in their order"),
        "show": _("Show {title}", title="{title}"),
        "up": _("Move up: {title}", title="{title}"),
        "down": _("Move down: {title}", title="{title}"),
        "hidden": _("Not shown"),
        "moved": _("{title}: place {place} of {count}", title="{title}", place="{place}", count="{count}"),
        "saving": _("Saving …"),
        "opens": _("Saving; the deck opens as soon as that is done."),
        "again": _("Saved. Click again to open the deck."),
        "last": _("A deck needs one slide at least."),
        "notLoaded": _("The list could not be loaded: load the page again."),
    }
