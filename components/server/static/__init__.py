"""Streamlit's own files on their way to the browser: compressed, cut to what is used, asked for early."""

import threading
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware

from components.server.static.bundles import Bundles, installed
from components.server.static.middleware import SmallFiles
from components.state.error_log import in_background

_BUNDLES: Bundles = installed()


def small_files(letters: str, preload: Sequence[str], pages: Collection[str]) -> Middleware:
    """What `st.App(middleware=[…])` takes.

    letters: where our typeface is. preload: what of ours every page asks for. pages: their addresses.
    """
    return Middleware(SmallFiles, bundles=_BUNDLES, letters=letters, preload=preload, pages=pages)


def served_page() -> str:
    """Streamlit's index.html as installed; its inline scripts are those of ours."""
    return _BUNDLES.index.read_text("utf-8")


@asynccontextmanager
async def prepared(_app: st.App) -> AsyncIterator[None]:
    """What `st.App(lifespan=…)` takes: make the small files while the server already serves."""
    stop = threading.Event()
    in_background("small files", _BUNDLES.prepare_all, stop)
    yield
    stop.set()
