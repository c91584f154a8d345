"""Who the user of a request is: by a verified cookie, by sitting here, or nobody."""

import json

import pytest

from components.state import streamlit_private, users
from components.state.users import LOCAL, NOBODY, current_user, may, user_of
from data.store.roles import ALLOWED, User
from tests.streamlit_private import create_signed_value

SECRET, ORIGIN = "the secret of these tests", "https://cakupan.example.go.id"
ISSUER = "https://sso.example.go.id"
MISSING = "<missing>"


@pytest.fixture(autouse=True)
def configured(monkeypatch):
    monkeypatch.setattr(streamlit_private, "cookie_secret", lambda: SECRET)
    monkeypatch.setattr(streamlit_private, "login_origin", lambda: ORIGIN)
    for name in ("CAKUPAN_LOCAL", "CAKUPAN_TRUSTED_LOGINS"):
        monkeypatch.delenv(name, raising=False)


def asked(cookie="", client=("127.0.0.1", 5000), **headers):
    named = {"host": "localhost"} | headers | ({"cookie": f"_streamlit_user={cookie}"} if cookie else {})
    raw = [(name.encode(), value.encode("latin-1")) for name, value in named.items()]
    return {"type": "http", "client": client, "headers": raw}


def cookie(content=None, secret=SECRET, **claims):
    said = {"email": "ana@example.go.id", "email_verified": True, "origin": ORIGIN, "is_logged_in": True}
    said = {name: value for name, value in (said | claims).items() if value is not MISSING}
    return create_signed_value(secret, "_streamlit_user", json.dumps(said) if content is None else content).decode()


def test_a_login_is_who_its_cookie_says():
    assert user_of(asked(cookie())) == User("ana@example.go.id")
    assert user_of(asked(cookie(email_verified="true"))) == User("ana@example.go.id")
    assert user_of(asked(cookie(), origin=ORIGIN)) == User("ana@example.go.id")


@pytest.mark.parametrize(
    "claims",
    [
        *({"secret": "another"}, {"origin": "https://elsewhere.example"}, {"origin": None}, {"email": None}),
        *({"is_logged_in": "yes"}, {"is_logged_in": False}, {"email_verified": False}, {"email_verified": "false"}),
        *(
            {"email_verified": None},
            {"email_verified": MISSING},
            {"email_verified": 1},
            {"email": ["ana@example.go.id"]},
            {"email": " "},
        ),
        *({"content": "no json"}, {"content": "[]"}, {"content": "chunks-2"}, {"content": "chunks-999999999"}),
    ],
    ids=str,
)
def test_any_other_cookie_is_nobody(claims):
    assert user_of(asked(cookie(**claims))) == NOBODY


@pytest.mark.parametrize(
    ("named", "claims", "is_known"),
    [
        (ISSUER, {"iss": ISSUER}, True),
        (f" https://other.example, {ISSUER} ", {"iss": ISSUER}, True),
        (ISSUER, {"iss": ISSUER, "email_verified": False}, False),
        (ISSUER, {"iss": ISSUER, "email_verified": None}, False),
        (ISSUER, {"iss": f"{ISSUER}.evil.example"}, False),
        (ISSUER, {"iss": 1}, False),
        (ISSUER, {}, False),
        ("", {"iss": ""}, False),
        ("", {"iss": ISSUER}, False),
    ],
)
def test_who_says_nothing_of_verifying_must_be_named_by_the_administrator(monkeypatch, named, claims, is_known):
    monkeypatch.setenv("CAKUPAN_TRUSTED_LOGINS", named)
    said = {"email_verified": MISSING} | claims
    assert user_of(asked(cookie(**said))) == (User("ana@example.go.id") if is_known else NOBODY)


@pytest.mark.parametrize("text", ["x", "a.b.c", "é", '"\\777"', "%00"])
def test_no_text_in_the_cookie_breaks_the_server(text):
    assert user_of(asked(text)) == NOBODY


def test_a_login_cannot_be_used_by_a_foreign_page():
    assert user_of(asked(cookie(), origin="https://evil.example")) == NOBODY


@pytest.mark.parametrize("email", ["ANA@Example.go.id", " ana@example.go.id "])
def test_an_address_is_one_however_it_is_written(email):
    assert user_of(asked(cookie(email=email))) == User("ana@example.go.id")


@pytest.mark.parametrize("email", ["aña@x.id", "x@straße.de", "\u212aaur@x.id", "ana@x.id\u00a0"])
def test_an_address_that_is_not_ascii_is_nobodys(email):
    assert user_of(asked(cookie(email=email))) == NOBODY


def test_without_a_configured_login_no_cookie_counts(monkeypatch):
    monkeypatch.setattr(streamlit_private, "login_origin", lambda: None)
    assert user_of(asked(cookie(origin=None))) == NOBODY


def test_the_local_user_needs_the_variable(monkeypatch):
    assert user_of(asked()) == NOBODY
    for value, user in (("1", LOCAL), ("0", NOBODY), ("true", NOBODY), ("", NOBODY)):
        monkeypatch.setenv("CAKUPAN_LOCAL", value)
        assert user_of(asked()) == user


def test_who_logs_in_here_is_their_login_and_not_the_local_user(monkeypatch):
    monkeypatch.setenv("CAKUPAN_LOCAL", "1")
    assert user_of(asked(cookie())) == User("ana@example.go.id")
    assert user_of(asked(cookie(origin="https://elsewhere.example"))) == LOCAL


def test_outside_of_a_page_there_is_no_current_user():
    assert current_user() == NOBODY


def test_nobody_may_do_anything_where_the_roles_cannot_be_read(monkeypatch, tmp_path):
    roles = tmp_path / "roles.toml"
    monkeypatch.setenv("CAKUPAN_ROLES", str(roles))
    roles.write_text('[roles]\n"ana@example.go.id" = "analyst"\n')
    ana = User("ana@example.go.id")
    assert [action for action in ALLOWED["admin"] if may(ana, action)] == [
        action for action in ALLOWED["admin"] if action in ALLOWED["analyst"]
    ]
    roles.write_text("[roles")
    assert not any(may(ana, action) for action in ALLOWED["admin"])
    assert not any(may(NOBODY, action) for action in ALLOWED["admin"])


class Session:
    """A run of a page: what its websocket has brought, and what Streamlit says of its user."""

    def __init__(self, monkeypatch, cookie, **user):
        caller = users.caller_of(asked(cookie, origin=ORIGIN))
        monkeypatch.setattr(streamlit_private, "session_id", lambda: "s")
        monkeypatch.setattr(users, "session_caller", lambda _session: caller)
        monkeypatch.setattr(users.st, "user", user)


def test_a_page_asks_the_cookie_and_streamlit(monkeypatch):
    Session(monkeypatch, cookie(), is_logged_in=True, email="ana@example.go.id")
    assert current_user() == User("ana@example.go.id")


def test_who_has_logged_out_of_a_session_is_nobody_at_once(monkeypatch):
    Session(monkeypatch, cookie())
    assert current_user() == NOBODY


def test_a_header_that_names_a_user_to_streamlit_is_no_login(monkeypatch):
    Session(monkeypatch, "", is_logged_in=True, email="ana@example.go.id")
    assert current_user() == NOBODY
    Session(monkeypatch, cookie(), is_logged_in=True, email="puji@example.go.id")
    assert current_user() == NOBODY
