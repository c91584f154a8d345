"""The two lines of what the server makes for whoever asks, and the word to those who have too much in them."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components.gate.proxy import address_behind, browser_address
from components.i18n import _, integer
from components.limits import (
    LARGE_AT_A_TIME,
    LARGE_IN_LINE,
    LARGE_IN_LINE_OF_ONE,
    LARGE_OF_ONE,
    RETRY_SECONDS,
    SMALL_AT_A_TIME,
    SMALL_IN_LINE,
    SMALL_IN_LINE_OF_ONE,
)
from components.turns import Turns
from components.users import session_caller

LARGE = Turns(LARGE_AT_A_TIME, LARGE_OF_ONE, LARGE_IN_LINE_OF_ONE, LARGE_IN_LINE)
SMALL = Turns(SMALL_AT_A_TIME, 0, SMALL_IN_LINE_OF_ONE, SMALL_IN_LINE)
TOO_MANY = 429


def who_asks(request: Request) -> str:
    """Whose turn it is: the address of the browser."""
    return browser_address(request.scope)


def who_is_here() -> str:
    """Whose turn it is in a run of a page; "" for a session that is not connected."""
    context = get_script_run_ctx()
    caller = session_caller(context.session_id) if context else None
    return address_behind(caller) if caller else ""


def sent_away() -> Response:
    """One sentence, and when to come again."""
    sentence = _(
        "Too many files and decks are being made at this moment: try again in {seconds} seconds.",
        seconds=integer(RETRY_SECONDS),
    )
    return PlainTextResponse(sentence, TOO_MANY, {"Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store"})
