"""Answers that our own addresses share: who asks, and the word to those who ask for too much."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from components.language.i18n import _, integer
from components.state.limits import RETRY_SECONDS
from components.state.proxy import browser_address

TOO_MANY = 429


def who_asks(request: Request) -> str:
    """Whose turn it is: the address of the browser."""
    return browser_address(request.scope)


def sent_away() -> Response:
    """One sentence, and when to come again."""
    sentence = _(
        "Too many files and decks are being made at this moment: try again in {seconds} seconds.",
        seconds=integer(RETRY_SECONDS),
    )
    return PlainTextResponse(sentence, TOO_MANY, {"Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store"})
