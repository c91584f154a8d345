"""Profil on screen: the sentence, its figures, where it stands, whom it may be compared with, all that is known."""

from dataclasses import replace

import streamlit as st

from components.explorer.explorer import show_explorer
from components.language.i18n import N_, _
from components.language.markdown import plain
from components.report.classes import target_title
from components.report.labels import area_title, indicator_title, region_title, status_title
from components.report.model import Figure
from components.report.profile import actions, figures, sentences
from components.report.profile.facts import Facts, is_regency, target_area
from components.screens.class_pickers import classes_for, select_target
from components.screens.panel import show_source
from components.screens.profile.distribution import has_distribution, show_distribution
from components.screens.profile.place.show import show_place
from components.screens.ranking_list.show import show_choice_list
from components.screens.source_list import show_source_list
from components.screens.targets import show_region_targets
from components.state import reference
from components.state.session import pick
from components.state.view import View
from data.query import values_in

# Pixels of the map of all regions.
MAP_HEIGHT = 380
# The sections below what stands on one screen, by the anchor that the menu leads to.
SECTIONS = {
    "change": N_("Trend"),
    "targets": N_("Targets"),
    "peers": N_("Regions to compare with"),
    "villages": N_("Villages and agencies"),
    "known": N_("All figures"),
    "files": N_("Files"),
}


def select_regency(view: View, width: int = 240) -> None:
    """Draw the picker of the regency."""
    if view.selection.level == "regency":
        codes = sorted(reference.inside(view.selection.area, "regency")["region_code"], key=region_title)
        quiet = {"label_visibility": "collapsed", "width": width}
        pick("region", ["", *codes], _("Regency or city"), _option_title, **quiet)


def stop_without_regency(view: View) -> None:
    """Where none is chosen, the page is a map and a list of them."""
    if is_regency(view.selection.region):
        return
    st.title(_("Profile of a regency or city"), anchor=False)
    st.markdown(_("Choose a regency or city on the map or in the list; type its name to find it."))
    list_side, map_side = st.columns([2, 3], gap="large")
    with list_side:
        show_choice_list(view)
    with map_side:
        show_explorer(view, classes_for(view), ("map",), height=MAP_HEIGHT)
    st.stop()


def _option_title(code: str) -> str:
    return region_title(code) if code else _("Choose a regency or city")


def show_menu(facts: Facts) -> None:
    """Links to the sections of the page below what stands on one screen."""
    titles = {anchor: _(title) for anchor, title in SECTIONS.items() if anchor != "targets" or _has_targets(facts)}
    st.markdown(" · ".join(f"[{title}](#{anchor})" for anchor, title in titles.items()))


def section(anchor: str, title: str = "") -> None:
    """Draw the heading of a section that the menu leads to; title: another one than the menu's."""
    st.header(title or _(SECTIONS[anchor]), anchor=anchor, divider="gray")


def _has_targets(facts: Facts) -> bool:
    """Targets speak of one indicator."""
    return facts.selection.indicator == "coverage"


def show_title(facts: Facts) -> None:
    """What the page is about."""
    st.title(plain(f"{indicator_title(facts.selection)}, {region_title(facts.code)}"), anchor=False, width="content")


def show_standing(facts: Facts) -> None:
    """The sentence and its figures; below them what can be done, the place on the map, and the place among all."""
    st.header(plain(f"{sentences.value_sentence(facts)} {sentences.place_sentence(facts)}".strip()), anchor=False)
    with st.container(horizontal=True, gap="medium", vertical_alignment="top"):
        for figure in [*_now(facts), *_on_its_way(facts)]:
            st.metric(figure.label, figure.text, **_below(figure.note))
    todo, place, *among = st.columns([10, 5, 8] if has_distribution(facts) else [10, 5], gap="medium")
    with todo:
        show_todo(facts)
    with place:
        show_place(facts)
    for side in among:
        with side:
            show_distribution(facts)


def _now(facts: Facts) -> list[Figure]:
    """Two ranks are one figure, the country's below the province's; the counts stand in the sentence above."""
    value, row = figures.value_figure(facts, region_title(facts.code)), facts.profile.own
    if row is None:
        return [value]
    return [replace(value, note=status_title(row)), *_places(facts), *figures.area_figures(facts)]


def _on_its_way(facts: Facts) -> list[Figure]:
    if facts.profile.own is None:
        return []
    return [one for one in (figures.target_figure(facts), figures.change_figure(facts)) if one]


def _places(facts: Facts) -> list[Figure]:
    first, *others = figures.place_figures(facts) or [None]
    if first is None or not others:
        return [first] if first else []
    below = f"{others[-1].text} ({area_title('ID')})"
    return [replace(first, note=below)]


def show_sentences(facts: Facts) -> None:
    """What the figures above mean in points and workers, against the target, over the year."""
    if said := sentences.meaning_sentences(facts):
        st.markdown(plain(" ".join(said)))
    rows = values_in(facts.view.series, facts.selection.period, [facts.code, *facts.profile.distances])
    show_source(rows, facts.view)
    show_source_list(rows, facts.view, "profile")


def show_todo(facts: Facts) -> None:
    """What can be done, told from the figures alone."""
    st.subheader(_("What can be done"), anchor=False)
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in actions.todo_sentences(facts)))


def show_targets(facts: Facts) -> None:
    """The section of targets: the picker of the series, its name in full, and all that were set for the region.

    A phone cuts a long name in the picker.
    """
    if not _has_targets(facts):
        return
    section("targets")
    selection = replace(facts.selection, area=target_area(facts.code))
    series = select_target(selection, facts.code, optional=False)
    if series:
        st.caption(plain(target_title(series, selection, facts.code)))
    show_region_targets(facts)


def _below(text: str) -> dict[str, str | None]:
    return {"delta": text or None, "delta_color": "off", "delta_arrow": "off", "width": "content"}
