"""Who the user is: by a verified login, or by sitting at this machine's own screen."""

import json
import os
from collections.abc import Mapping

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.types import Scope

from components.state import streamlit_private
from components.state.client import Client, caller_of, caller_with, sits_here
from components.state.proxy import address_behind
from data.store.roles import Action, User, plain_address, require
from errors import DataError

NOBODY = User("")
LOCAL = User("local", local=True)


def current_user() -> User:
    """The user of this run of a page; `NOBODY` who has no login and does not sit here."""
    caller = _caller()
    if caller is None:
        return NOBODY
    user = user_behind(caller)
    # Whoever logs out is nobody at once: the cookies of the websocket are those of its beginning.
    return NOBODY if user.address and not user.local and not _session_agrees(user) else user


def user_of(asked: Scope | HTTPConnection) -> User:
    """The user of a request to one of the server's routes, by the same rules."""
    return user_behind(caller_of(asked.scope if isinstance(asked, HTTPConnection) else asked))


def may(user: User, action: Action) -> bool:
    """Say whether a user may do this; nobody may where the file of roles cannot be read."""
    try:
        require(user, action)
    except DataError:
        return False
    return True


def user_behind(caller: Client) -> User:
    """The user by the login cookie, else the local one, else nobody."""
    if address := login_address(caller):
        return User(address)
    return LOCAL if os.environ.get("CAKUPAN_LOCAL") == "1" and sits_here(caller) else NOBODY


def session_caller(session_id: str) -> Client | None:
    """Who has opened a live session's websocket; None for a session that is not connected."""
    opened = streamlit_private.websocket_of(session_id)
    return caller_with(*opened) if opened else None


def _caller() -> Client | None:
    """Who has opened the page whose run this is."""
    session = streamlit_private.session_id()
    return session_caller(session) if session else None


def login_address(caller: Client) -> str:
    """The e-mail address of a caller's login; "" without one.

    As Streamlit does for `st.user`: the cookie must carry our signature, be no older than its 31 days, and be made
    for this address. The identity token's own `exp`, mostly an hour, ends no login, as with `st.user`; who may
    something is asked of the roles at every write. An address that its provider does not call verified is nobody's:
    whoever may register anywhere could else register as somebody else.
    """
    claims = _login(caller)
    address = claims.get("email")
    is_known = claims.get("is_logged_in") is True and isinstance(address, str) and _is_verified(claims)
    return plain_address(str(address)) if is_known else ""


def _is_verified(claims: Mapping[str, object]) -> bool:
    """Say whether the provider vouches for the address; one that never says so must be named by the administrator.

    CAKUPAN_TRUSTED_LOGINS: issuers as their tokens name them (`iss`), separated by commas. They are believed where
    they say nothing of it; a plain "not verified" counts from everybody.
    """
    if "email_verified" in claims:
        return claims["email_verified"] is True or claims["email_verified"] == "true"
    named = os.environ.get("CAKUPAN_TRUSTED_LOGINS", "").split(",")
    return claims.get("iss") in {issuer.strip() for issuer in named if issuer.strip()}


def _login(caller: Client) -> Mapping[str, object]:
    ours = streamlit_private.login_origin()
    content = streamlit_private.signed_login(caller.cookies) if ours else None
    try:
        claims = json.loads(content) if content else {}
    except ValueError:
        return {}
    if not isinstance(claims, dict) or claims.get("origin") != ours or caller.origin not in ("", ours):
        return {}
    return claims


def _session_agrees(user: User) -> bool:
    return st.user.get("is_logged_in") is True and plain_address(str(st.user.get("email", ""))) == user.address


def who_is_here() -> str:
    """Whose turn it is in a run of a page; "" for a session that is not connected."""
    caller = _caller()
    return address_behind(caller) if caller else ""
