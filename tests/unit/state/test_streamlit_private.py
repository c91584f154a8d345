"""Each private part of Streamlit that the program relies on is there and does what it is relied on for."""

import json
import re
import time

import pytest
from streamlit.testing.v1 import AppTest

from components.state import streamlit_private
from tests.e2e.visitor import ask, login_cookies, visiting
from tests.streamlit_private import ROUTE_SCRIPT_HEALTH, end_session, secrets, served

SECRET, ORIGIN = "0123456789abcdef" * 2, "https://cakupan.example.go.id"
AUTH = f'[auth]\nredirect_uri = "{ORIGIN}/oauth2callback"\ncookie_secret = "{SECRET}"\nclient_id = "cakupan"\n'


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of Streamlit with a page of one uploader, and nothing of ours before it."""
    script = tmp_path_factory.mktemp("served") / "page.py"
    script.write_text("import streamlit as st\nst.file_uploader('File')\n")
    with served(script) as address:
        yield address


@pytest.fixture
def _login(tmp_path):
    """A login in the secrets."""
    (tmp_path / "secrets.toml").write_text(AUTH)
    with secrets(tmp_path / "secrets.toml"):
        yield


def page_of_an_event_that_comes_in():
    import streamlit as st  # noqa: PLC0415 - AppTest runs the text of this function

    from components.state.streamlit_private import uninterrupted  # noqa: PLC0415
    from tests.streamlit_private import let_an_event_come_in  # noqa: PLC0415

    st.session_state["runs"] = st.session_state.get("runs", 0) + 1
    if st.session_state["runs"] == 1:
        with uninterrupted():
            let_an_event_come_in()
            st.session_state["inside"] = st.session_state["runs"]
        st.session_state["after"] = "not broken off"


def page_that_tells_of_its_run():
    import streamlit as st  # noqa: PLC0415

    from components.state import streamlit_private  # noqa: PLC0415

    @st.fragment(key="part")
    def part():
        st.button("Draw this part alone", key="alone", on_click=st.rerun, args=("part",))
        st.text(f"{streamlit_private.session_id()} {streamlit_private.draws_whole_page()}")

    @st.fragment
    def failing():
        raise LookupError("told where the fragment stands")

    part()
    try:
        failing()
    except streamlit_private.FragmentHandledException as error:
        st.text(type(error.__cause__ or error.__context__).__name__)


def test_an_event_breaks_a_run_off_only_once_it_may_be():
    app = AppTest.from_function(page_of_an_event_that_comes_in).run()
    assert (app.session_state["inside"], app.session_state["runs"]) == (1, 2)
    assert "after" not in app.session_state


def test_a_run_knows_its_session_and_whether_it_draws_the_whole_page():
    app = AppTest.from_function(page_that_tells_of_its_run).run()
    assert app.text[0].value == "test session id True"
    assert app.button(key="alone").click().run().text[0].value == "test session id False"
    assert (streamlit_private.session_id(), streamlit_private.draws_whole_page()) == (None, False)


def test_an_error_of_a_fragment_comes_as_one_that_is_on_the_screen():
    app = AppTest.from_function(page_that_tells_of_its_run).run()
    assert len(app.exception) == 1
    assert app.text[1].value == "LookupError"


def test_a_websocket_tells_who_has_opened_it(server):
    with visiting(server, X_Asked_For="198.51.100.1") as visitor:
        address, headers = streamlit_private.websocket_of(visitor.session)
        assert address == "127.0.0.1"
        assert ("x-asked-for", "198.51.100.1") in [(name.lower(), value) for name, value in headers]
    assert streamlit_private.websocket_of("no session") is None


def test_uploaded_files_are_counted_and_dropped(server):
    with visiting(server) as visitor:
        assert visitor.upload(5).status == 204
        assert streamlit_private.upload_sizes()[visitor.session] > 0
        streamlit_private.drop_uploads(visitor.session)
        assert visitor.session not in streamlit_private.upload_sizes()


def test_a_session_that_may_come_back_has_not_ended(server):
    with visiting(server) as visitor:
        assert not streamlit_private.has_ended(visitor.session)
    end = time.monotonic() + 10
    while streamlit_private.websocket_of(visitor.session) and time.monotonic() < end:
        time.sleep(0.01)
    assert not streamlit_private.has_ended(visitor.session)
    end_session(visitor.session)
    assert streamlit_private.has_ended(visitor.session)


def test_nothing_is_held_where_no_server_runs():
    assert streamlit_private.websocket_of("a session") is None
    assert streamlit_private.upload_sizes() == {}


def test_the_addresses_are_those_of_the_server(server):
    metrics, agent, health = streamlit_private.FOR_MACHINES
    assert "html" not in ask(server, "GET", metrics).headers["Content-Type"]
    assert ask(server, "GET", f"{agent}/openapi.json").status == 200
    assert health == f"/{ROUTE_SCRIPT_HEALTH}"  # off unless it is asked for
    assert ask(server, "GET", streamlit_private.LOGOUT).status == 302
    assert ask(server, "GET", "/auth/login").status == ask(server, "GET", "/oauth2callback").status == 302
    assert ask(server, "PUT", f"{streamlit_private.UPLOADS}/session/file").status == 403


@pytest.mark.usefixtures("_login")
def test_the_secrets_tell_of_the_login():
    assert streamlit_private.login_settings()["client_id"] == "cakupan"
    assert (streamlit_private.login_origin(), streamlit_private.cookie_secret()) == (ORIGIN, SECRET)


def test_without_secrets_there_is_no_login_and_a_secret_by_chance(tmp_path):
    with secrets(tmp_path / "none.toml"):
        assert streamlit_private.login_settings() == {}
        assert streamlit_private.login_origin() is None
        assert len(streamlit_private.cookie_secret()) >= 32


@pytest.mark.usefixtures("_login")
def test_a_login_is_read_only_where_all_its_parts_are_signed():
    groups = [f"{number * 7919:x}" for number in range(1000)]
    cookies = login_cookies("ana@example.go.id", SECRET, ORIGIN, groups=groups)
    assert len(cookies) > 1
    assert json.loads(streamlit_private.signed_login(cookies))["email"] == "ana@example.go.id"
    for name, value in cookies.items():
        assert streamlit_private.signed_login({**cookies, name: value[:-1]}) is None
    assert streamlit_private.signed_login(login_cookies("ana@example.go.id", "another", ORIGIN)) is None
    assert streamlit_private.signed_login({}) is None


@pytest.mark.usefixtures("_login")
@pytest.mark.parametrize(("days", "holds"), [(30, True), (32, False)])
def test_a_login_lasts_31_days(days, holds):
    cookies = login_cookies("ana@example.go.id", SECRET, ORIGIN, age_s=days * 24 * 3600)
    assert (streamlit_private.signed_login(cookies) is not None) == holds


def test_the_files_for_the_browser_are_where_we_look():
    index = (streamlit_private.browser_files() / "index.html").read_text("utf-8")
    scripts = re.findall(r'src="\./(static/js/[^"]+)"', index)
    assert scripts
    assert all((streamlit_private.browser_files() / name).is_file() for name in scripts)
