"""Profil on screen: the sentence, its figures, where it stands, whom it may be compared with, all that is known."""

from dataclasses import replace

import streamlit as st

from components.language.i18n import _
from components.language.markdown import plain
from components.report.labels import area_title, indicator_title, region_title, status_title
from components.report.model import Figure
from components.report.profile import actions, figures, sentences
from components.report.profile.facts import Facts, is_regency, target_area
from components.screens.class_pickers import select_target
from components.screens.panel import show_source
from components.screens.source_list import show_source_list
from components.state import reference
from components.state.selection import Selection, link_here
from components.state.session import pick
from components.state.view import View
from data.query import values_in

COLUMNS = 4


def select_regency(view: View, width: int = 360) -> None:
    """Draw the picker of the regency."""
    if view.selection.level == "regency":
        codes = reference.inside(view.selection.area, "regency")["region_code"]
        pick("region", ["", *sorted(codes, key=region_title)], _("Regency or city"), _option_title, width=width)


def stop_without_regency(view: View) -> None:
    """Where none is chosen, the page is the ways to one."""
    if not is_regency(view.selection.region):
        st.title(_("Profile of a regency or city"), anchor=False)
        st.markdown(_("Choose a regency or city; type its name into the field, or go on by these links."))
        _show_ways(view.selection)
        st.stop()


def _option_title(code: str) -> str:
    return region_title(code) if code else _("Choose a regency or city")


def _show_ways(selection: Selection) -> None:
    """Links to the regencies of a province; from the whole country to the provinces first."""
    if selection.area == "ID":
        codes = reference.inside("ID", "province")["region_code"].tolist()
        ways = {code: {"area": code, "level": "regency", "region": "", "regions": ()} for code in codes}
    else:
        inside = reference.inside(selection.area, "regency")["region_code"]
        ways = {code: {"region": code} for code in inside}
    columns = st.columns(COLUMNS)
    for place, code in enumerate(sorted(ways, key=region_title)):
        with columns[place % COLUMNS]:
            address = link_here(selection, **ways[code])
            st.page_link(st.session_state["page"], label=region_title(code), query_params=address)


def show_standing(facts: Facts) -> None:
    """The sentence, and the figures it speaks of."""
    st.title(f"{indicator_title(facts.selection)}, {region_title(facts.code)}", anchor=False)
    st.header(plain(f"{sentences.value_sentence(facts)} {sentences.place_sentence(facts)}".strip()), anchor=False)
    _show_row(_now(facts))
    _show_row(_on_its_way(facts))


def _show_row(row: list[Figure]) -> None:
    if row:
        with st.container(horizontal=True, gap="medium", vertical_alignment="top"):
            for figure in row:
                st.metric(figure.label, figure.text, **_below(figure.note))


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


def select_profile_target(view: View) -> None:
    """Draw the picker of the target series, for the indicator that targets speak of."""
    if view.selection.indicator == "coverage" and is_regency(view.selection.region):
        region = view.selection.region
        select_target(replace(view.selection, area=target_area(region)), region, optional=False)


def _below(text: str) -> dict[str, str | None]:
    return {"delta": text or None, "delta_color": "off", "delta_arrow": "off", "width": "content"}
