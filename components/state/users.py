"""Who the user is: by a verified login, or by sitting at this machine's own screen."""

import json
import os
from collections.abc import Mapping

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.types import Scope
from streamlit import runtime
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from components.state.client import Caller, caller_of, caller_with, sits_here
from components.state.proxy import address_behind
from data.store.roles import Action, User, plain_address, require
from errors import DataError

NOBODY = User("")
LOCAL = User("local", local=True)


def current_user() -> User:
    """The user of this run of a page; `NOBODY` who has no login and does not sit here."""
    context = get_script_run_ctx()
    caller = session_caller(context.session_id) if context else None
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


def user_behind(caller: Caller) -> User:
    """The user by the login cookie, else the local one, else nobody."""
    if address := login_address(caller):
        return User(address)
    return LOCAL if os.environ.get("CAKUPAN_LOCAL") == "1" and sits_here(caller) else NOBODY


def session_caller(session_id: str) -> Caller | None:
    """Who has opened a live session's websocket; None for a session that is not connected.

    Not from `st.context`: its `ip_address` is None for 127.0.0.1 and for a socket without an address alike.
    """
    client = runtime.get_instance().get_client(session_id) if runtime.exists() else None
    seen = client.client_context if client else None
    return caller_with(seen.remote_ip, seen.headers) if seen else None


def login_address(caller: Caller) -> str:
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


def _login(caller: Caller) -> Mapping[str, object]:
    ours = get_origin_from_redirect_uri()
    content = _signed(caller, USER_COOKIE_NAME) if ours else None
    try:
        claims = json.loads(content) if content else {}
    except ValueError:
        return {}
    if not isinstance(claims, dict) or claims.get("origin") != ours or caller.origin not in ("", ours):
        return {}
    return claims


def _signed(caller: Caller, name: str) -> bytes | None:
    """What a cookie says, put together from its parts; None unless every part carries a signature that holds."""
    secret = get_cookie_secret()

    def part(name: str) -> bytes | None:
        value = caller.cookies.get(name)
        return decode_signed_value(secret, name, value.encode("latin-1", "replace")) if value else None

    return get_cookie_with_chunks(part, name)


def _session_agrees(user: User) -> bool:
    return st.user.get("is_logged_in") is True and plain_address(str(st.user.get("email", ""))) == user.address


def who_is_here() -> str:
    """Whose turn it is in a run of a page; "" for a session that is not connected."""
    context = get_script_run_ctx()
    caller = session_caller(context.session_id) if context else None
    return address_behind(caller) if caller else ""
