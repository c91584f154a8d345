"""Names, headers and closed paths, over HTTP against the running server."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from conftest import ROOT, free_port, running_server
from visitor import ask, visiting

EVERYWHERE = ("/", "/peta", "/_stcore/health", "/_stcore/host-config", "/favicon.png", "/nothing/here.txt", "/media/x")
FOREIGN = "Server ini tidak melayani nama itu"
INTERNAL = ("/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/interact", "/_stcore/agent/mcp")


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose administrator has named two names."""
    names = {"CAKUPAN_HOSTS": "cakupan.example.go.id, *.kantor.example"}
    with running_server(tmp_path_factory.mktemp("named"), **names) as started:
        yield started.address


def rules(answer) -> dict[str, str]:
    written = answer.headers["Content-Security-Policy"].split("; ")
    return {name: value for name, _, value in (rule.partition(" ") for rule in written)}


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_has_its_headers(server, path):
    answer = ask(server.address, "GET", path)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert rules(answer)["default-src"] == "'none'"
    assert rules(answer)["frame-ancestors"] == "'none'"


def test_refusals_have_their_headers_too(server):
    for method, path, host, status in (
        ("GET", "/", "evil.example", 400),
        ("PUT", "/_stcore/upload_file/a/b", "localhost", 401),
        ("POST", "/", "localhost", 405),
    ):
        answer = ask(server.address, method, path, Host=host)
        assert answer.status == status
        assert rules(answer)["default-src"] == "'none'"


def test_a_page_makes_no_script_from_text_and_only_the_street_map_does(server):
    page = rules(ask(server.address, "GET", "/peta-dasar"))
    assert "'unsafe-eval'" not in page["script-src"]
    assert "'unsafe-inline'" not in page["script-src"]
    assert page["connect-src"].split()[:2] == ["'self'", "https://tile.openstreetmap.org"]
    with visiting(server.address):  # the frame's files are known once a page has run
        frame = rules(ask(server.address, "GET", "/component/streamlit_folium.st_folium/index.html"))
    assert "'unsafe-eval'" in frame["script-src"]
    assert frame["frame-ancestors"] == "'self'"
    assert "connect-src" not in frame


def test_a_page_asked_for_again_keeps_its_rules(server):
    first = ask(server.address, "GET", "/")
    again = ask(server.address, "GET", "/", If_None_Match=first.headers["ETag"])
    assert again.status == 304
    assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]


OURS = ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8501", "[::1]:8501", "192.168.1.7", "10.0.0.5:8501"]
NOT_OURS = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "127.0.0.1@evil.example",
    "",
    "a b",
    "[",
]


@pytest.mark.parametrize("host", OURS)
def test_loopback_and_addresses_are_answered(server, host):
    assert ask(server.address, "GET", "/", Host=host).status == 200


@pytest.mark.parametrize("host", NOT_OURS)
def test_a_foreign_name_is_not_answered(server, host):
    assert ask(server.address, "GET", "/", Host=host).status == 400


def test_the_refusal_says_what_to_do_in_the_language_of_the_address(server):
    assert FOREIGN in ask(server.address, "GET", "/", Host="evil.example").text
    assert "CAKUPAN_HOSTS" in ask(server.address, "GET", "/?lang=en", Host="evil.example").text


def test_names_that_were_given_are_answered_and_no_others(named):
    for host in ("cakupan.example.go.id", "Cakupan.Example.go.id:443", "dua.kantor.example", "localhost", "127.0.0.1"):
        assert ask(named, "GET", "/", Host=host).status == 200, host
    for host in ("example.go.id", "x.cakupan.example.go.id", "kantor.example", "evilkantor.example"):
        assert ask(named, "GET", "/", Host=host).status == 400, host


@pytest.mark.parametrize(("host", "status"), [("localhost", 101), ("192.168.1.7", 101), ("evil.example", 403)])
def test_the_websocket_refuses_a_foreign_name_too(server, host, status):
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13"}
    answer = ask(
        server.address, "GET", "/_stcore/stream", Host=host, Sec_WebSocket_Key="MDEyMzQ1Njc4OTAxMjM0NQ==", **upgrade
    )
    assert answer.status == status


@pytest.mark.parametrize("path", INTERNAL)
def test_what_streamlit_tells_machines_is_told_here_only(server, path):
    inside = ask(server.address, "GET", path)
    assert inside.status in (200, 404, 405)
    for outside in ({"X_Forwarded_For": "203.0.113.9"}, {"Host": "192.168.1.7"}, {"Origin": "http://evil.example"}):
        answer = ask(server.address, "GET", path, **outside)
        assert (answer.status, answer.text) == (404, "Not Found")


def test_metrics_can_be_read_on_this_machine(server):
    assert "session" in ask(server.address, "GET", "/_stcore/metrics").text


def test_what_went_wrong_inside_is_told_to_nobody():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert settings["client"]["showErrorDetails"] == "none"


ROUTES = ("/downloads/observations.csv", "/downloads/outlines.geojson", "/decks/view", "/decks/ticks")
ROUTES += ("/decks/bcdfghjk", "/checklists/list.xlsx", "/assets/0/x.js", "/drafts/x/values.json")
VIEW = "set=reported&area=17&level=regency&indicator=coverage&segment=all&lang=id"


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("sign", ["%0D%0ASet-Cookie:%20a=b", "%E2%82%AC", "%00", "%ED%A0%80", "%zz"])
def test_strange_signs_in_a_parameter_are_one_sentence_and_no_traceback(server, path, sign):
    before = server.log.read_text().count("Traceback")
    for query in (f"{VIEW}&period={sign}", f"{VIEW.replace('17', sign)}&period=2024-11", f"{VIEW}&v={sign}"):
        answer = ask(server.address, "GET", f"{path}?{query}")
        assert (answer.status, "Set-Cookie" in answer.headers) == (400, False), query
        assert answer.text.startswith("Alamat")
    assert server.log.read_text().count("Traceback") == before


@pytest.mark.parametrize("path", ROUTES)
def test_a_number_of_five_thousand_digits_is_no_version(server, path):
    before = server.log.read_text().count("Traceback")
    for query in (f"{VIEW}&v={'9' * 5000}", f"{VIEW.replace('reported', 'x')}&v={'9' * 5000}"):
        assert (
            ask(server.address, "GET", f"{path}?{query}&period=2024-11&outlines=boundaries@{'9' * 5000}").status < 500
        )
    assert server.log.read_text().count("Traceback") == before


def test_a_question_of_a_megabyte_is_refused(server):
    for path in ("/", "/peta", *ROUTES):
        assert ask(server.address, "GET", f"{path}?{'a' * 30_000}").status == 414
    # The server's own bound closes the line before all has been sent: then there may be no answer to read.
    with suppress(ConnectionError):
        assert ask(server.address, "GET", f"/peta?{'a' * 1_000_000}").status == 400


def test_a_page_opens_whatever_its_address_says(server):
    assert ask(server.address, "GET", "/peta?region=%0D%0A%E2%82%AC&region=2").status == 200


def test_another_site_logs_nobody_out(server):
    for headers in ({"Sec_Fetch_Site": "cross-site"}, {"Referer": "https://evil.example/"}, {}):
        assert ask(server.address, "GET", "/auth/logout", **headers).status == 403
    assert ask(server.address, "GET", "/auth/logout", Sec_Fetch_Site="same-origin").status == 302


def test_behind_a_proxy_with_tls_cookies_are_secure_and_the_browser_stays_with_it(server):
    plain = ask(server.address, "GET", "/_stcore/host-config")
    by_tls = ask(
        server.address, "GET", "/_stcore/host-config", X_Forwarded_Proto="https", X_Forwarded_For="203.0.113.9"
    )
    health = ask(server.address, "GET", "/_stcore/health", X_Forwarded_Proto="https")
    assert "Strict-Transport-Security" not in plain.headers
    assert by_tls.headers["Strict-Transport-Security"].startswith("max-age=")
    assert all("; Secure" in value for name, value in health.headers.items() if name.lower() == "set-cookie")


def test_a_short_secret_is_refused_at_the_start(tmp_path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('[auth]\nredirect_uri = "http://localhost/oauth2callback"\ncookie_secret = "short"\n')
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())]
    ended = subprocess.run(  # noqa: S603
        [*command, "--secrets.files", str(secrets)], cwd=ROOT, capture_output=True, text=True, timeout=90, check=False
    )
    assert ended.returncode != 0
    assert "cookie_secret" in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr + ended.stdout
