"""How a view is passed on: its link, a message for WhatsApp, and its figures as files."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from components.exports.message import whatsapp_text
from components.language.i18n import _, use_language
from components.report.model import DeckRequest
from components.report.slides.deck import build_slides
from components.screens.download_links import show_downloads
from components.state.selection import link_parameters
from components.state.session import left_at, names_are_hidden
from components.state.view import View


@st.fragment
def show_share(view: View) -> None:
    """Draw the button whose panel has the view's link, and a message with it; made once somebody opens it."""
    use_language(view.selection.language)  # a fragment runs again without the frame, which sets it else
    with st.popover(_("Share"), key="share", on_change="rerun") as box:
        if not box.open:
            return
        hidden = names_are_hidden()
        link = link_of(view, hidden)
        st.markdown(_("The link opens just this view."))
        st.code(link, language=None, wrap_lines=True)
        if hidden:
            st.caption(_("Names are hidden on this screen alone: who opens the link sees them."))
        if hidden or not view.selection.period:
            return
        text = f"{whatsapp_text(build_slides(view.selection, DeckRequest(slides=('key',))))}\n\n{link}"
        st.markdown(_("A message for WhatsApp"))
        st.code(text, language=None, wrap_lines=True)
        st.link_button(_("Open WhatsApp"), f"https://wa.me/?{urlencode({'text': text})}")


@st.fragment
def show_download(view: View) -> None:
    """Draw the button whose panel has the figures as files; counted once somebody opens it."""
    use_language(view.selection.language)
    with st.popover(_("Download"), key="download", on_change="rerun") as box:
        if box.open:
            show_downloads(view, "bar")


def link_of(view: View, hidden: bool = False) -> str:
    """The whole address of what is on screen, as the browser came to this server; hidden: it names no region."""
    here = urlsplit(st.context.url or "")
    unnamed = {"region": "", "regions": ()} if hidden else {}
    asked = link_parameters(view.selection, **unnamed) | left_at(st.session_state["page"].url_path)
    return here._replace(query=urlencode(asked), fragment="").geturl()
