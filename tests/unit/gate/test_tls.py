"""What a proxy may say of the browser behind it, and what follows for cookies."""

import pytest
from test_middleware import answered

from components.server.security import secret
from components.state import proxy
from components.state.proxy import browser_address, came_by_tls


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    monkeypatch.setattr(proxy.streamlit_private, "login_origin", lambda: None)
    monkeypatch.setenv("CAKUPAN_PROXIES", "10.0.0.5, 10.1.0.0/16, no network,")


def asked(client, scheme="http", **headers):
    named = {"host": "cakupan.example.go.id"} | {name.replace("_", "-"): value for name, value in headers.items()}
    raw = [(name.encode(), value.encode()) for name, value in named.items()]
    return {"type": "http", "scheme": scheme, "client": (client, 1) if client else None, "headers": raw}


@pytest.mark.parametrize(
    ("client", "said", "found"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),  # no proxy of ours: it may say what it likes
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("::1", "198.51.100.1", "198.51.100.1"),
        ("10.1.7.7", "6.6.6.6, 198.51.100.1", "198.51.100.1"),  # what the browser itself has sent stands first
        ("10.0.0.5", "198.51.100.1, 10.1.2.3, 127.0.0.1", "198.51.100.1"),
        ("10.0.0.6", "198.51.100.1", "10.0.0.6"),
        ("10.0.0.5", "no address", "10.0.0.5"),
        ("10.0.0.5", "", "10.0.0.5"),
        ("", "198.51.100.1", ""),
    ],
)
def test_the_browser_is_the_last_one_that_is_no_proxy_of_ours(client, said, found):
    assert browser_address(asked(client, **({"x_forwarded_for": said} if said else {}))) == found


@pytest.mark.parametrize(
    ("client", "scheme", "headers", "by_tls"),
    [
        ("203.0.113.9", "https", {}, True),
        ("203.0.113.9", "http", {}, False),
        ("203.0.113.9", "http", {"x_forwarded_proto": "https"}, False),
        ("127.0.0.1", "http", {"x_forwarded_proto": "https"}, True),
        ("10.1.0.1", "http", {"x_forwarded_proto": "HTTPS"}, True),
        ("10.1.0.1", "http", {"x_forwarded_proto": "http"}, False),
    ],
)
def test_only_a_proxy_of_ours_says_that_the_browser_came_by_tls(client, scheme, headers, by_tls):
    assert came_by_tls(asked(client, scheme, **headers)) == by_tls


def test_the_logins_own_https_address_is_tls_whatever_the_proxy_says(monkeypatch):
    monkeypatch.setattr(proxy.streamlit_private, "login_origin", lambda: "https://cakupan.example.go.id")
    assert came_by_tls(asked("203.0.113.9"))
    assert not came_by_tls(asked("203.0.113.9", host="192.168.1.7"))


def with_cookies(*cookies):
    async def app(_scope, _receive, send):
        headers = [(b"set-cookie", cookie.encode()) for cookie in cookies]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b""})

    return app


@pytest.mark.parametrize("cookie", ["_streamlit_user=x; HttpOnly; Path=/", "_streamlit_xsrf=x; Secure", "a=secure"])
def test_behind_tls_every_cookie_is_secure_and_the_browser_stays_with_it(cookie):
    _, plain, _, _ = answered(with_cookies(cookie))
    _, safe, _, _ = answered(with_cookies(cookie), scheme="https")
    assert "strict-transport-security" not in plain
    assert plain["set-cookie"] == cookie
    assert safe["strict-transport-security"].startswith("max-age=")
    assert [part.strip().lower() for part in safe["set-cookie"].split(";")].count("secure") == 1


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [("", True), ("x" * 31, True), ("a long random text", True), ("x" * 64, True), ("0123456789abcdef" * 2, False)],
)
def test_a_secret_that_can_be_guessed_is_refused_at_the_start(monkeypatch, text, is_refused):
    monkeypatch.setattr(secret.streamlit_private, "cookie_secret", lambda: text)
    monkeypatch.setattr(secret.streamlit_private, "login_settings", lambda: {"cookie_secret": text})
    if is_refused:
        with pytest.raises(SystemExit, match="cookie_secret"):
            secret.refuse_weak_secret()
    else:
        secret.refuse_weak_secret()
