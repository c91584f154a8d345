"""ASGI middleware that stands before Streamlit: each request passes it, and each answer gets its headers here."""

from collections import Counter
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from components.language.i18n import LANGUAGES, _, use_language
from components.server.security.hosts import is_ours
from components.server.security.policy import ALWAYS, HSTS, file_policy, frame_policy, page_policy
from components.server.security.questions import refusal
from components.server.security.site import is_ours as comes_from_ours
from components.server.security.uploaded_files import drop_later
from components.server.security.uploads import Uploads, is_upload
from components.server.static import served_page
from components.state.client import caller_of, sits_here
from components.state.error_log import noted as failure_number
from components.state.limits import PAGES, PAGES_OF_ONE
from components.state.proxy import browser_address, came_by_tls, is_proxy
from components.state.streamlit_private import FOR_MACHINES, LOGOUT

FRAME = "/component/streamlit_folium."
DECKS = "/decks/"
HTTP_NOT_MODIFIED, HTTP_BAD, HTTP_FORBIDDEN, HTTP_NOT_FOUND, HTTP_FAILED = 304, 400, 403, 404, 500
POLICY_VIOLATION, TRY_AGAIN_LATER = 1008, 1013
NOT_KEPT = {"Cache-Control": "no-store"}


class Gate:
    """ASGI middleware; the first of the app's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.uploads = app, Uploads(app)
        self.pages: Counter[str] = Counter()
        self.base = (st.get_option("server.baseUrlPath") or "").strip("/")
        self.policies = {"page": page_policy(served_page()), "frame": frame_policy(), "file": file_policy()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._stream(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, self._with_headers(scope, send))
        else:
            await self.app(scope, receive, send)

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not is_ours(caller_of(scope)):
            await WebSocketClose(POLICY_VIOLATION)(scope, receive, send)
            return
        who = browser_address(scope)
        if self.pages.total() >= PAGES or (self.pages[who] >= PAGES_OF_ONE and not is_proxy(who)):
            await WebSocketClose(TRY_AGAIN_LATER)(scope, receive, send)
            return
        self.pages[who] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.pages[who] -= 1
            self.pages += Counter()  # forgets those without any
            drop_later()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the right one answer; Starlette's own word on a failure would go out without headers."""
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        use_language(_language(scope))
        try:
            await self._answering(scope)(scope, receive, noted)
        except Exception as error:
            number = failure_number(error)
            if not begun:
                await PlainTextResponse(_failure(number), HTTP_FAILED)(scope, receive, send)
            raise  # on to the log; Starlette sends nothing more once an answer has begun

    def _answering(self, scope: Scope) -> ASGIApp:
        caller = caller_of(scope)
        if not is_ours(caller):
            return PlainTextResponse(_foreign_name(), HTTP_BAD)
        if any(path in scope["path"] for path in FOR_MACHINES) and not sits_here(caller):
            return PlainTextResponse("Not Found", HTTP_NOT_FOUND)
        if (refused := refusal(scope, self._path(scope))) is not None:
            return PlainTextResponse(refused[1], refused[0], NOT_KEPT)
        if self._path(scope) == LOGOUT and not comes_from_ours(scope):
            return PlainTextResponse(_("Log out by the button in the menu of the program."), HTTP_FORBIDDEN, NOT_KEPT)
        return self.uploads if is_upload(scope) else self.app

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(ALWAYS)
                if came_by_tls(scope):
                    _hold_to_tls(headers)
                # A 304 without a type says nothing new: the browser keeps the policy that came with the body.
                kept = self._brings_its_own(scope, headers)
                if not kept and (message["status"] != HTTP_NOT_MODIFIED or "content-type" in headers):
                    headers["Content-Security-Policy"] = self.policies[self._kind(scope, headers)]
            await send(message)

        return send_with_headers

    def _brings_its_own(self, scope: Scope, headers: Headers) -> bool:
        """A deck's document names the one script that it may run; a page's policy would not let it run."""
        is_page = headers.get("content-type", "").startswith("text/html")
        return is_page and self._path(scope).startswith(DECKS) and "content-security-policy" in headers

    def _path(self, scope: Scope) -> str:
        path: str = scope["path"]
        return path.removeprefix(f"/{self.base}") if self.base else path

    def _kind(self, scope: Scope, headers: Headers) -> str:
        """Which policy an answer is under."""
        path = self._path(scope)
        if path.startswith(FRAME):
            return "frame"
        kept = path.startswith(("/component/", "/media/"))
        return "page" if headers.get("content-type", "").startswith("text/html") and not kept else "file"


def _hold_to_tls(headers: MutableHeaders) -> None:
    """Tell the browser to come by TLS alone from now on, and to show its cookies to nobody else."""
    headers.update(HSTS)
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        marked = any(part.strip().lower() == "secure" for part in cookie.split(";"))
        headers.append("set-cookie", cookie if marked else f"{cookie}; Secure")


def _language(scope: Scope) -> str:
    """The language of the address; Indonesian where it names none."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
    return asked if asked in LANGUAGES else "id"


def _failure(number: str) -> str:
    return _(
        "The server has failed (number {number}): try again; if it stays so, "
        "give this number to whoever runs the server.",
        number=number,
    )


def _foreign_name() -> str:
    return _("This server does not answer to that name: its administrator adds the name to CAKUPAN_HOSTS.")
