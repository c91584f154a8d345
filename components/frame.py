"""The frame around every page: language, menu, shared pickers; then the chosen page."""

from pathlib import Path

import streamlit as st

from components import cache, selection
from components.choice import LEVELS, Choice, link_parameters
from components.i18n import LANGUAGES, _, period_label
from components.page_language import set_page_language
from components.panel import show_banner
from components.problems import problem_sentence
from components.selection import area_codes, pick
from components.titles import area_title, dataset_title, indicator_name, level_title, segment_title
from data.catalogue import dataset_ids
from data.periods import frequencies, frequency
from errors import DataError

PAGES = Path(__file__).parents[1] / "pages"


def menu() -> list[tuple[str, str, str]]:
    """File, address and title of every page, in the order of the menu."""
    return [
        ("overview.py", "", _("Overview")),
        ("map.py", "peta", _("Map")),
        ("ranking.py", "peringkat", _("Ranking")),
        ("trend.py", "tren", _("Trend")),
        ("profile.py", "profil", _("Profile")),
        ("basemap.py", "peta-dasar", _("Street map")),
        ("sources.py", "sumber", _("Sources")),
    ]


def pages() -> list[st.Page]:
    """The pages by absolute path: a folder `pages` beside the script would switch Streamlit to its old mode."""
    return [
        st.Page(PAGES / file, title=f"{title} – Cakupan", url_path=path or None, default=not path)
        for file, path, title in menu()
    ]


def show_menu(entries: list[st.Page], chosen: Choice) -> None:
    """Links that carry the choice along; Streamlit's own menu would drop it from the address."""
    for page, (_file, _path, title) in zip(entries, menu(), strict=True):
        st.page_link(page, label=title, query_params=link_parameters(chosen), width="stretch")


def show_pickers(chosen: Choice) -> None:
    """The choices that all pages share."""
    pick("set", dataset_ids(), _("Dataset"), selection.code_or_title(dataset_title))
    pick("area", area_codes(), _("Area"), area_title)
    if chosen.area == "ID":
        pick("level", LEVELS, _("Regions"), level_title)
    measured = cache.measured(chosen.dataset, chosen.area)
    pick("indicator", list(dict.fromkeys([*measured, chosen.indicator])), _("Indicator"), indicator_name)
    segments = measured.get(chosen.indicator, [chosen.segment])
    if len(segments) > 1 or segments != ["all"]:
        pick("segment", segments, _("Segment"), segment_title)
    show_periods(chosen)


def show_periods(chosen: Choice) -> None:
    """The period picker holds one frequency, newest first; another by a switch."""
    periods = cache.area_periods(chosen.dataset, chosen.indicator, chosen.segment, chosen.area)
    found = frequencies(periods)
    if len(found) > 1:
        st.session_state["every"] = chosen.every
        st.segmented_control(
            _("Frequency"),
            found,
            key="every",
            format_func=frequency_title,
            on_change=take_frequency,
            args=(periods,),
        )
    same = [period for period in reversed(periods) if frequency(period) == chosen.every]
    pick("period", same, _("Period"), period_label)


def frequency_title(kind: str) -> str:
    return {"month": _("Monthly"), "quarter": _("Quarterly"), "year": _("Yearly")}[kind]


def take_frequency(periods: list[str]) -> None:
    """Another frequency starts at its newest period."""
    wanted = st.session_state["every"]
    same = [period for period in periods if frequency(period) == wanted]
    if same:
        selection.choose(period=same[-1])


def show_way_out(entries: list[st.Page], error: DataError) -> None:
    """Where the choice itself cannot be read: the sentence, and the menu, datasets and languages to go on with."""
    with st.sidebar:
        st.title("Cakupan", anchor=False)
        for page, (_file, _path, title) in zip(entries, menu(), strict=True):
            st.page_link(page, label=title, query_params=selection.as_sent(), width="stretch")
        pick("set", dataset_ids(), _("Dataset"), selection.code_or_title(dataset_title))
        pick("lang", list(LANGUAGES), _("Language"), LANGUAGES.__getitem__)
    st.error(problem_sentence(error))


def show_page(page: st.Page, entries: list[st.Page], chosen: Choice) -> None:
    with st.sidebar:
        st.title("Cakupan", anchor=False)
        show_menu(entries, chosen)
        show_pickers(chosen)
        pick("lang", list(LANGUAGES), _("Language"), LANGUAGES.__getitem__)
        set_page_language()
    if words := selection.words():
        st.warning("\n\n".join(words))
    show_banner(chosen)
    page.run()


def run() -> None:
    """One run of the app, top to bottom."""
    st.set_page_config(layout="wide", initial_sidebar_state=260)
    selection.begin()
    entries = pages()
    page = st.navigation(entries, position="hidden")
    st.session_state["page"] = page
    try:
        chosen = selection.resolve()
    except DataError as error:
        show_way_out(entries, error)
        return
    try:
        show_page(page, entries, chosen)
    except DataError as error:
        st.error(problem_sentence(error))


run()
