"""The frame around every page: language, menu, shared pickers; then the chosen page."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import LANGUAGES, N_, _, period_label
from components.report.labels import area_title, indicator_name, level_title, segment_title
from components.screens.boundary_notices import show_newer_boundaries
from components.screens.login import show_login
from components.screens.menu import menu
from components.screens.page_language import set_page_language
from components.screens.panel import show_banner, show_draft_banner, show_offer
from components.state import address_words, pinned_versions, reference, session, unexpected_errors, users
from components.state.controlled import controlled
from components.state.selection import LEVELS, link_parameters
from components.state.session import pick
from components.state.view import View, view_of
from data.periods import frequencies, frequency
from errors import DataError

PAGES = Path(__file__).parents[1] / "pages"
# They speak of files and versions, not of the choice that the other pages share.
OF_THE_STORE = ("unggah", "versi")
# It has indicators of its own, and switches between them.
OF_THE_SCOREBOARD = ("desa-opd",)
FREQUENCIES = {"month": N_("Monthly"), "quarter": N_("Quarterly"), "year": N_("Yearly")}


def pages() -> list[st.Page]:
    """The pages by absolute path: a folder `pages` beside the script would switch Streamlit to its old mode."""
    return [
        st.Page(PAGES / file, title=f"{title} – Cakupan", url_path=path or None, default=not path)
        for file, path, title in menu()
    ]


def show_menu(entries: list[st.Page], address: dict[str, str]) -> Callable[[], None]:
    """Links that carry the choice along; Streamlit's own menu would drop it from the address.

    Returns what draws the rest of them, below the pickers: to whom files and versions are no daily work, the pickers
    stay in sight on a small screen.
    """
    links = {page: title for page, (_file, _path, title) in zip(entries, menu(), strict=True)}
    works_here = users.may(users.current_user(), "draft")
    below = [] if works_here else [page for page in entries if page.url_path in OF_THE_STORE]

    def show(some: Iterable[st.Page]) -> None:
        for page in some:
            st.page_link(
                page, label=links[page], query_params=address | session.left_at(page.url_path), width="stretch"
            )

    show(page for page in entries if page not in below)
    return partial(show, below)


def show_pickers(view: View, page: st.Page) -> None:
    """The choices that all pages share."""
    select_set()
    pick("area", reference.area_codes(), _("Area"), area_title)
    if page.url_path in OF_THE_SCOREBOARD:
        return
    if view.selection.area == "ID":
        pick("level", LEVELS, _("Regions"), level_title)
    measured = view.figures.measured(view.selection.area)
    pick("indicator", list(dict.fromkeys([*measured, view.selection.indicator])), _("Indicator"), indicator_name)
    segments = measured.get(view.selection.indicator, [view.selection.segment])
    if len(segments) > 1 or segments != ["all"]:
        pick("segment", segments, _("Segment"), segment_title)
    show_periods(view)


def select_set() -> None:
    """Published datasets, bundled ones, and the draft that is open; titles read once, for the options as they are."""
    names = pinned_versions.set_names(session.as_sent().get("set", ""))
    titles = {name: session.code_or_title(pinned_versions.set_title)(name) for name in names}
    pick("set", names, _("Dataset"), titles.__getitem__)


def show_periods(view: View) -> None:
    """The period picker holds one frequency, newest first; another by a switch."""
    periods = view.figures.periods(view.selection.indicator, view.selection.segment, view.selection.area)
    found = frequencies(periods)
    if len(found) > 1:
        about = {"label": _("Frequency"), "options": found, "format_func": frequency_title}
        controlled(st.segmented_control, "every", view.selection.every, partial(take_frequency, periods), **about)
    same = [period for period in reversed(periods) if frequency(period) == view.selection.every]
    pick("period", same, _("Period"), period_label)


def frequency_title(kind: str) -> str:
    return _(FREQUENCIES[kind])


def take_frequency(periods: list[str], wanted: str | None) -> None:
    """Another frequency starts at its newest period."""
    same = [period for period in periods if frequency(period) == wanted]
    if same:
        session.choose(period=same[-1])


def show_way_out(page: st.Page, entries: list[st.Page], error: DataError) -> None:
    """Where the choice itself cannot be read: the sentence, and the menu, datasets and languages to go on with."""
    with st.sidebar:
        st.markdown("**Cakupan**")
        show_rest = show_menu(entries, session.as_sent())
        if page.url_path not in OF_THE_STORE:
            select_set()
        pick("lang", list(LANGUAGES), _("Language"), LANGUAGES.__getitem__)
        show_rest()
    st.error(problem_sentence(error))
    unexpected_errors.show_kept_failures()


def show_page(page: st.Page, entries: list[st.Page], view: View) -> None:
    is_of_the_store = page.url_path in OF_THE_STORE
    with st.sidebar:
        st.markdown("**Cakupan**")
        show_rest = show_menu(entries, link_parameters(view.selection))
        if not is_of_the_store:
            show_pickers(view, page)
        pick("lang", list(LANGUAGES), _("Language"), LANGUAGES.__getitem__)
        show_rest()
        show_login()
        set_page_language()
    unexpected_errors.show_kept_failures()
    show_words()
    show_draft_banner()
    if not is_of_the_store:
        show_banner(view)
        if not session.beside("deck"):
            show_offer(view.selection)
        show_newer_boundaries(view.selection.boundaries)
    page.run()


def show_words() -> None:
    """What of the address is not known here, and why, where the store cannot be read."""
    words = address_words.words()
    problem = pinned_versions.store_problem()
    if words and problem is not None:
        words = [*words, problem_sentence(problem)]
    if words:
        st.warning("\n\n".join(words))


def run() -> None:
    """One run of the app, top to bottom."""
    st.set_page_config(layout="wide", initial_sidebar_state=260)
    session.begin()
    entries = pages()
    page = st.navigation(entries, position="hidden")
    st.session_state["page"] = page
    st.session_state["pages"] = {Path(file).stem: entry for entry, (file, *_rest) in zip(entries, menu(), strict=True)}
    try:
        view = view_of(session.resolve())
    except DataError as error:
        show_way_out(page, entries, error)
        if page.url_path not in OF_THE_STORE:
            return
        draw = page.run
    else:
        draw = partial(show_page, page, entries, view)
    draw()


with unexpected_errors.boundary():
    run()
