"""Answers for Streamlit's own files before Streamlit: exact addresses only, everything else passes on."""

import gzip
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

import brotli
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.static import page
from components.server.static.bundles import Bundles
from components.server.static.unknown import no_page
from components.state.assets import TYPES, encoding_for

IMMUTABLE = "public, immutable, max-age=31536000"
ASK_AGAIN = "no-cache"
ABOUT_THE_BODY = {
    "content-length",
    "content-encoding",
    "content-type",
    "etag",
    "last-modified",
    "cache-control",
    "vary",
    "accept-ranges",
}


class SmallFiles:
    """ASGI middleware: Streamlit's scripts compressed, its icons cut, its index.html ours.

    letters: the address of our typeface.
    preload: addresses that every page of ours asks for beside Streamlit's own, such as the map's module.
    pages: the addresses of all pages; None where any may be one.
    """

    def __init__(
        self,
        app: ASGIApp,
        bundles: Bundles,
        letters: str,
        preload: Sequence[str] = (),
        pages: Collection[str] | None = None,
    ) -> None:
        self.app, self.bundles, self.pages = app, bundles, pages
        self.base = (st.get_option("server.baseUrlPath") or "").strip("/")
        icons = [bundles.icon_font] if bundles.icon_font else []
        html = page.derive(bundles.index.read_text("utf-8"), [*icons, *bundles.shell(), *preload], letters).encode()
        self.page = {None: html, "br": brotli.compress(html), "gzip": gzip.compress(html, mtime=0)}
        self.their_page = FileResponse(bundles.index, stat_result=bundles.index.stat()).headers["etag"]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        own = await self._own_file(scope)
        if own is None:
            await self.app(scope, receive, self._with_our_page(scope, receive, send))
        else:
            await own(scope, receive, send)

    async def _own_file(self, scope: Scope) -> Response | None:
        """The answer for one of the listed files; None leaves it to Streamlit."""
        address = self._address(scope)
        headers = Headers(scope=scope)
        encoding = encoding_for(headers.get("accept-encoding", ""))
        if "range" in headers:
            return None
        if address == self.bundles.icon_font and address in self.bundles.ready:
            # Its name stands for the whole font: a browser that keeps the cut one must hear of an icon added.
            return _answer(scope, self.bundles.ready[address], _about(address, None, ASK_AGAIN))
        if address in self.bundles.texts and encoding:
            body = await run_in_threadpool(self.bundles.body, address, encoding)
            return _answer(scope, body, _about(address, encoding, IMMUTABLE))
        return None

    def _address(self, scope: Scope) -> str:
        return scope["path"].removeprefix(f"/{self.base}") if self.base else scope["path"]

    def _with_our_page(self, scope: Scope, receive: Receive, send: Send) -> Send:
        """Put our index.html wherever Streamlit answers with its own, whatever the address of the page.

        Streamlit decides which addresses those are, after its own checks; its file is known by its ETag.
        """
        ours = False

        async def send_ours(message: Message) -> None:
            nonlocal ours
            if message["type"] == "http.response.start":
                theirs = Headers(raw=message["headers"])
                ours = theirs.get("etag") == self.their_page
                if ours:
                    await self._our_page(scope, theirs)(scope, receive, send)
            if not ours:
                await send(message)

        return send_ours

    def _our_page(self, scope: Scope, theirs: Headers) -> Response:
        if self.pages is not None and self._address(scope).strip("/") not in self.pages:
            return no_page(scope, f"/{self.base}/" if self.base else "/")
        encoding = encoding_for(Headers(scope=scope).get("accept-encoding", ""))
        response = _answer(scope, self.page[encoding], _about("index.html", encoding, ASK_AGAIN))
        response.raw_headers += [pair for pair in theirs.raw if pair[0].decode() not in ABOUT_THE_BODY]
        return response


def _about(name: str, encoding: str | None, keep: str) -> dict[str, str]:
    about = {
        "Content-Type": TYPES[PurePosixPath(name).suffix],
        "Cache-Control": keep,
        "Vary": "Accept-Encoding",
    }
    return about | ({"Content-Encoding": encoding} if encoding else {})


def _answer(scope: Scope, body: bytes, headers: dict[str, str]) -> Response:
    """The body with its tag, or 304 for a browser that has it."""
    headers = {**headers, "ETag": page.etag(body)}
    if headers["ETag"] in Headers(scope=scope).get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    headers["Content-Length"] = str(len(body))
    return Response(b"" if scope["method"] == "HEAD" else body, headers=headers)
