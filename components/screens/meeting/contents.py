"""What the open deck holds: its selection, and where the screen or the dataset has moved on since."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.language.dates import day_text, person
from components.language.i18n import _, ngettext, period_label
from components.language.markdown import plain
from components.report.labels import dataset_title, indicator_title, view_title
from components.report.slides.deck import PROFILES
from components.report.slides.deck_version import version_text
from components.screens.meeting.changes import change
from components.screens.meeting.deck_editor import APART, Workshop, may_keep
from components.screens.meeting.order import as_slides, entries
from components.state import pinned_versions, reference
from components.state.selection import Selection, as_parameters, link_here
from components.state.view import view_of
from data.store.catalogue import key_of, split_key
from data.store.decks import KeptDeck


def show_selection_of(work: Workshop, on_screen: Selection) -> None:
    """Say what the deck holds, in a sentence; and where the screen has moved on, or a newer version is there, that."""
    selection, count = work.selection, len(work.order.shown) - (PROFILES in work.order.shown)
    slides = ngettext("{count} slide", "{count} slides", count)
    if PROFILES in work.order.shown:
        profiles = len(work.order.codes) or len(codes_in(selection))
        slides += " " + ngettext("and {count} profile", "and {count} profiles", profiles)
    dataset = view_of(selection).dataset
    title = f"{indicator_title(selection)}, {view_title(selection)}, {period_label(selection.period)}"
    source = f"{plain(dataset_title(dataset))}, {version_text(selection.dataset)}"
    # The banner above speaks of the selection on screen, which may be another than the deck's.
    mark = f":orange-badge[{_('SIMULATION')}] " if work.deck.id and dataset.simulated else ""
    st.markdown(f"{mark}**{plain(title)}** · {source} · {slides}")
    if work.deck.id:
        _show_newer(work)
        _show_difference(work, on_screen)


def codes_in(selection: Selection) -> list[str]:
    """Return the regions that a deck of this selection may have a profile of."""
    return reference.inside(selection.area, selection.level)["region_code"].tolist()


def _show_newer(work: Workshop) -> None:
    """Keep a kept deck on its version until its keeper wants the newer one."""
    version = pinned_versions.newer(work.selection.dataset)
    if version is None:
        return
    name, number = split_key(work.selection.dataset)
    with st.container(horizontal=True, vertical_alignment="center"):
        said = _(
            "This deck shows version {number}; version {newest} was published on {when} by {who}.",
            number=number,
            newest=version.number,
            when=day_text(version.when),
            who=plain(person(version.who)),
        )
        st.markdown(said, width="content")
        if may_keep():
            newer = work.deck.choice | as_parameters(replace(work.selection, dataset=key_of(name, version.number)))
            label = _("Move the deck to version {number}", number=version.number)
            if st.button(label, key="meeting_newer"):
                change(work.deck, choice=newer)


def _show_difference(work: Workshop, on_screen: Selection) -> None:
    """Name both where the pickers beside the page show something else than the deck: nothing is mixed."""
    kept, shown = as_parameters(work.selection), as_parameters(on_screen)
    if all(kept[name] == shown[name] for name in kept if name not in APART):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("The pickers at the side show another selection than this deck."), width="content")
        address = link_here(work.selection, language=on_screen.language) | {"deck": work.deck.id}
        st.page_link(st.session_state["page"], label=_("Show the deck’s selection"), query_params=address)
        if may_keep():
            show_adopt_button(work.deck, on_screen)


def show_adopt_button(found: KeptDeck, on_screen: Selection) -> None:
    label = _("Hold the deck to the selection on screen")
    if st.button(label, key="meeting_adopt", type="tertiary"):
        _adopt(found, on_screen)


def _adopt(found: KeptDeck, on_screen: Selection) -> None:
    """Keep the order; of another place it shows every profile, because those that were chosen are not there."""
    held = as_parameters(on_screen) | {"outlines": on_screen.boundaries, "lang": found.choice.get("lang", "")}
    changes: dict[str, Any] = {"choice": held}
    if any(found.choice.get(name) != held[name] for name in ("area", "level")):
        changes |= {"slides": as_slides(entries(found.slides), ()), "hidden": as_slides(entries(found.hidden), ())}
    change(found, **changes)
