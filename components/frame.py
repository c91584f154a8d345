"""The frame around every page: language, menu, shared pickers; then the chosen page."""

from functools import partial
from itertools import islice
from pathlib import Path

import streamlit as st

from components.language.error_messages import problem_sentence
from components.language.i18n import LANGUAGES, _
from components.screens.boundary_notices import show_newer_boundaries
from components.screens.crumb import show_crumb
from components.screens.login import show_login
from components.screens.menu import groups, menu
from components.screens.page_language import set_page_language
from components.screens.panel import show_banner, show_draft_banner, show_offer
from components.screens.selection_bar import select_set, show_bar, show_search_bar
from components.state import address_words, pinned_versions, session, unexpected_errors
from components.state.selection import link_parameters
from components.state.session import pick
from components.state.view import View, view_of
from errors import DataError

PAGES = Path(__file__).parents[1] / "pages"
# They speak of files and versions, not of the choice that the other pages share.
OF_THE_STORE = ("unggah", "versi")


def pages() -> list[st.Page]:
    """The pages by absolute path: a folder `pages` beside the script would switch Streamlit to its old mode."""
    return [
        st.Page(PAGES / file, title=f"{title} – Cakupan", url_path=path or None, default=not path)
        for file, path, title in menu()
    ]


def show_menu(entries: list[st.Page], address: dict[str, str]) -> None:
    """Links that carry the choice along; Streamlit's own menu would drop it from the address."""
    left = iter(entries)
    for group, some in groups():
        if group:
            st.caption(group)
        for page, (_file, _path, title) in zip(islice(left, len(some)), some, strict=True):
            st.page_link(page, label=title, query_params=address | session.left_at(page.url_path), width="stretch")


def show_sidebar(entries: list[st.Page], address: dict[str, str]) -> None:
    """The menu, and at its foot the language and who is logged in."""
    with st.container(key="brand"):
        st.markdown("**Cakupan**")
    with st.container(key="menu", gap=None):
        show_menu(entries, address)
    pick("lang", list(LANGUAGES), _("Language"), LANGUAGES.__getitem__, label_visibility="collapsed")
    show_login()
    set_page_language()


def show_way_out(page: st.Page, entries: list[st.Page], error: DataError) -> None:
    """Where the choice itself cannot be read: the sentence, and the menu, datasets and languages to go on with."""
    with st.sidebar:
        show_sidebar(entries, session.as_sent())
    if page.url_path not in OF_THE_STORE:
        with st.container(key="bar"):
            select_set()
    st.error(problem_sentence(error))
    unexpected_errors.show_kept_failures()


def show_page(page: st.Page, entries: list[st.Page], view: View) -> None:
    is_of_the_store = page.url_path in OF_THE_STORE
    with st.sidebar:
        show_sidebar(entries, link_parameters(view.selection))
    if is_of_the_store:
        show_search_bar(view)
    else:
        show_bar(view, page)
    unexpected_errors.show_kept_failures()
    show_words()
    show_draft_banner()
    if not is_of_the_store:
        with st.container(key="place", horizontal=True, vertical_alignment="center", gap="small"):
            show_crumb(view)
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
    st.set_page_config(layout="wide", initial_sidebar_state=200)
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
