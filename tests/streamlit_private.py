"""The private parts of Streamlit that tests and measurements use: its messages and cookies, the inside of AppTest."""

import functools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st
import uvicorn
from streamlit import config
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.components.v2 import manifest_scanner
from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx
from streamlit.runtime.secrets import secrets_singleton
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_routes import ROUTE_SCRIPT_HEALTH

__all__ = ["BackMsg", "ClientState", "ContextInfo", "ForwardMsg", "WidgetState", "WidgetStates"]
__all__ += ["ROUTE_SCRIPT_HEALTH", "create_signed_value", "set_cookie_with_chunks"]

USER_COOKIE, XSRF_COOKIE = "_streamlit_user", "_streamlit_xsrf"


def look_for_components_once() -> None:
    """AppTest looks through all installed packages for components before each run; they stay the same."""
    manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)


def trigger_of(component: str) -> str:
    """The widget by which a component, known by its id, sends its events."""
    return _make_trigger_id(component, "events")


def state_of(widget) -> WidgetState:
    """What a browser would send of a widget of AppTest's as it is now."""
    return widget._widget_state


def run_with(app: AppTest, state: WidgetState) -> None:
    """Run with what a browser sends of one more widget."""
    states = app._tree.get_widget_states()
    states.widgets.append(state)
    app._run(states)


def pages_of(app: AppTest) -> dict[str, str]:
    """The hash by which a browser asks for a page, by the page's file."""
    return {Path(page["script_path"]).stem: key for key, page in app._registered_pages.items()}


def begin_at(app: AppTest, page: str) -> None:
    """Let the first run be of a page, by its hash."""
    app._page_hash = page


def let_an_event_come_in() -> None:
    """Ask for another run from inside of one, as a hasty typist does."""
    get_script_run_ctx().script_requests.request_rerun(RerunData())


@contextmanager
def secrets(file: Path) -> Iterator[None]:
    """Let the secrets be those of a file."""
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(file)])
    secrets_singleton._reset()
    try:
        yield
    finally:
        config.set_option("secrets.files", before)
        secrets_singleton._reset()


@contextmanager
def served(script: Path) -> Iterator[str]:
    """Serve a script by Streamlit alone, without anything of ours before it, in this process."""
    server = uvicorn.Server(uvicorn.Config(st.App(script), port=0, log_level="error", ws="websockets-sansio"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    try:
        yield f"http://localhost:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        Runtime._instance = None


def end_session(session: str) -> None:
    Runtime.instance().close_session(session)
