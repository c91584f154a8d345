"""What the browser's console complains of, but for what is expected there by name."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, WebError

EXPECTED = (
    # Below a page's address Streamlit looks for its own server first, and finds it one step up.
    re.compile(r"status of 404 .*/\w[\w-]*/_stcore/(health|host-config)$"),
    # The cable is pulled or the server is away: the journeys do that on purpose.
    re.compile(r"net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|NETWORK_CHANGED)"),
    re.compile(r"^WebSocket connection to 'ws"),
)

# What a page of Streamlit says once its server is gone.
AWAY = (
    re.compile(r"^Cannot send rerun backMessage when disconnected from server"),
    re.compile(r"^Client Error in reaching server endpoint"),
    re.compile(r"^Streamlit server is not responding"),
)


class Complaints:
    """The errors of all contexts of one journey, each with the address that it speaks of."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._expected = list(EXPECTED)

    def of(self, context: BrowserContext) -> BrowserContext:
        """Listen to a context, and return it."""
        context.on("console", self._note)
        context.on("weberror", self._note_uncaught)
        return context

    def expect(self, pattern: str) -> None:
        """This journey provokes a message: one that the pattern finds is no failure."""
        self._expected.append(re.compile(pattern))

    def expect_absent_server(self) -> None:
        """This journey kills the server of an open page."""
        self._expected.extend(AWAY)

    def unexpected(self) -> list[str]:
        return [one for one in dict.fromkeys(self.found) if not any(known.search(one) for known in self._expected)]

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.found.append(f"{message.text} {message.location.get('url', '')}")

    def _note_uncaught(self, error: WebError) -> None:
        self.found.append(f"uncaught: {error.error}")
