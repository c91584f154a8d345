"""The gate around an application of the tests."""

import asyncio
import re

import pytest

from components.server.security.middleware import Gate


def answered(app, path="/", method="GET", query=b"", scheme="http", **headers):
    """Return status, headers and body of one request from this machine; an exception of the app is kept apart."""
    named = {"host": "localhost"} | headers
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in named.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": raw, "client": ("127.0.0.1", 1)}
    scope |= {"query_string": query, "scheme": scheme}
    sent, raised = [], []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    async def run():
        try:
            await Gate(app)(scope, receive, send)
        except RuntimeError as error:
            raised.append(error)

    asyncio.run(run())
    body = b"".join(message.get("body", b"") for message in sent)
    said = {name.decode(): value.decode() for name, value in sent[0].get("headers", [])}
    return sent[0]["status"], said, body.decode(), raised


async def failing(_scope, _receive, _send):
    raise RuntimeError("/home/somebody/secret")


def app_with(*headers, status=200):
    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": status, "headers": list(headers)})
        await send({"type": "http.response.body", "body": b"from the app"})

    return app


def test_a_failure_is_one_sentence_with_a_number_that_the_log_carries(caplog):
    status, headers, body, raised = answered(failing)
    assert status == 500
    number = re.fullmatch(
        r"Server gagal \(nomor (\d{6})\): coba lagi; jika tetap terjadi, sampaikan nomor ini kepada pengelola server\.",
        body,
    )
    assert f"Failure {number[1]}" in caplog.text
    assert headers["x-content-type-options"] == "nosniff"
    assert [str(error) for error in raised] == ["/home/somebody/secret"]


def test_headers_of_the_app_that_say_less_are_replaced():
    _, headers, _, _ = answered(
        app_with((b"content-security-policy", b"default-src *"), (b"x-content-type-options", b""))
    )
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


HTML = (b"content-type", b"text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("path", "headers", "holds"),
    [
        ("/peta", [HTML], "script-src 'self' blob:"),
        ("/component/streamlit_folium.st_folium/index.html", [HTML], "'unsafe-eval'"),
        ("/component/other/index.html", [HTML], "default-src 'none'"),
        ("/media/0123.html", [HTML], "default-src 'none'"),
        ("/media/0123.svg", [(b"content-type", b"image/svg+xml")], "default-src 'none'"),
    ],
)
def test_each_kind_of_answer_has_its_own_rules(path, headers, holds):
    policy = answered(app_with(*headers), path)[1]["content-security-policy"]
    assert holds in policy
    assert ("script-src" in policy) == (holds != "default-src 'none'")


def test_a_304_without_a_type_leaves_the_rules_that_the_browser_has():
    assert "content-security-policy" not in answered(app_with(status=304))[1]
    assert "script-src" in answered(app_with(HTML, status=304))[1]["content-security-policy"]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/cakupan/_stcore/script-health-check"])
def test_closed_paths_are_closed_wherever_the_server_is_mounted(path):
    assert answered(app_with(), path)[0] == 200
    assert answered(app_with(), path, x_forwarded_for="203.0.113.9")[0] == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH", "put"])
def test_every_way_to_change_uploads_is_closed(method):
    for path in (
        "/_stcore/upload_file/s/f",
        "/_stcore/upload_file/s/f/",
        "/_stcore/upload_file",
        "/x/_stcore/upload_file/s/f",
    ):
        assert answered(app_with(), path, method)[0] == 401


def test_a_deck_keeps_the_policy_that_lets_its_own_script_run():
    own = (b"content-security-policy", b"default-src 'none'; script-src 'sha256-abc'")
    page = (b"content-type", b"text/html; charset=utf-8")
    _, deck, _, _ = answered(app_with(own, page), path="/decks/view")
    _, other, _, _ = answered(app_with(own, page), path="/elsewhere")
    _, sentence, _, _ = answered(app_with(own, (b"content-type", b"text/plain")), path="/decks/view")
    assert deck["content-security-policy"] == own[1].decode()
    assert "sha256-abc" not in other["content-security-policy"] + sentence["content-security-policy"]
    assert deck["x-content-type-options"] == "nosniff"
