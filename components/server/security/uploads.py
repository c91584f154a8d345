"""Streamlit's upload endpoint behind the gate: it takes a file from any live session, whatever the page shows."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.language.i18n import N_, _, exact_number
from components.server.security.quota import MEGABYTE, Ledger, QuotaError, quota
from components.server.security.uploaded_files import held_by_session
from components.state.streamlit_private import UPLOADS
from components.state.users import may, session_caller, user_behind, user_of

HARMLESS = ("GET", "HEAD", "OPTIONS")
HTTP_UNAUTHORIZED, HTTP_TOO_LARGE, HTTP_BAD = 401, 413, 400
TOO_MUCH = {
    "file": N_("The file is larger than {size} MB: leave out what is not needed."),
    "session": N_("Your files together are larger than {size} MB: remove one, then upload again."),
    "all": N_("All files that are being checked are larger than {size} MB: try again in a few minutes."),
}


def is_upload(scope: Scope) -> bool:
    """Say whether a request changes the uploaded files, wherever the server is mounted."""
    return UPLOADS in scope["path"] and scope["method"] not in HARMLESS


class Uploads:
    """ASGI: refuse who may not draft, into a session of someone else, and what is too much; else pass on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.ledger = Ledger(held_by_session)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        session = scope["path"].partition(f"{UPLOADS}/")[2].partition("/")[0]
        if not _is_allowed(scope, session):
            await _refusal(_unauthorized(), HTTP_UNAUTHORIZED)(scope, receive, send)
        elif scope["method"] == "DELETE":
            await self.app(scope, receive, send)
        else:
            await self._within_quota(session, scope, receive, send)

    async def _within_quota(self, session: str, scope: Scope, receive: Receive, send: Send) -> None:
        announced = _announced(scope)
        if announced is None:
            await _refusal(_("The request's length is no number."), HTTP_BAD)(scope, receive, send)
            return
        upload, size, begun = object(), 0, False

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            self.ledger.take(upload, session, max(size, announced))
            return message

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            self.ledger.take(upload, session, announced)
            await self.app(scope, counted, noted)
        except QuotaError as error:
            await _read_away(receive)
            if not begun:
                await _refusal(_too_much(error), HTTP_TOO_LARGE)(scope, receive, send)
        finally:
            self.ledger.close(upload)


def _announced(scope: Scope) -> int | None:
    """The body's length by its header, 0 where it comes in chunks; None where the header is no length."""
    given = Headers(scope=scope).get("content-length", "0")
    return int(given) if given.isascii() and given.isdecimal() else None


def _is_allowed(scope: Scope, session: str) -> bool:
    """Who may draft may do so into a session of their own; one that is not live is Streamlit's to refuse."""
    user = user_of(scope)
    opened_by = session_caller(session)
    return may(user, "draft") and (opened_by is None or user_behind(opened_by) == user)


async def _read_away(receive: Receive) -> None:
    """Read what is still coming and keep none of it: a connection closed meanwhile would lose our sentence."""
    left = quota().file * MEGABYTE
    more = True
    while more and left > 0:
        message = await receive()
        left -= len(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)


def _refusal(sentence: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(sentence, status_code=status, headers={"Connection": "close", "Cache-Control": "no-store"})


def _unauthorized() -> str:
    return _(
        "Files are taken only from who may draft: log in with an address that has the role analyst or a higher one."
    )


def _too_much(error: QuotaError) -> str:
    return _(TOO_MUCH[error.quota], size=exact_number(error.megabytes))
