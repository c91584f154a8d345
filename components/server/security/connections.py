"""Connections before there is a request: half-open ones end, one address holds so many, and messages are bounded.

An ASGI application never hears of a connection whose headers do not end, and uvicorn 0.54 waits for them without
limit; it takes messages of the size that Streamlit sends (200 MB). Its protocol is therefore watched here.
"""

import asyncio
from collections import Counter
from typing import Any
from weakref import WeakKeyDictionary

from uvicorn.protocols.http.h11_impl import H11Protocol

from components.state.limits import CONNECTIONS, CONNECTIONS_OF_ONE, HEADERS_SECONDS, MESSAGE_BYTES
from components.state.proxy import is_proxy


class Watch:
    """What is known of the open connections of one event loop."""

    def __init__(self) -> None:
        self._until: WeakKeyDictionary[H11Protocol, asyncio.TimerHandle] = WeakKeyDictionary()
        self._of_one: Counter[str] = Counter()
        self._counted: WeakKeyDictionary[H11Protocol, str] = WeakKeyDictionary()

    def opened(self, protocol: H11Protocol) -> None:
        """Close it where there are too many, else wait for its headers. A proxy speaks for many: it is not counted."""
        # Read for each connection when it becomes a page's; what the server sends has a limit of its own.
        protocol.config.ws_max_size = min(protocol.config.ws_max_size, MESSAGE_BYTES)
        address = protocol.client[0] if protocol.client else ""
        if len(protocol.connections) > CONNECTIONS or self._of_one[address] >= CONNECTIONS_OF_ONE:
            protocol.transport.close()
            return
        if not is_proxy(address):
            self._counted[protocol] = address
            self._of_one[address] += 1
        self.heard(protocol)

    def heard(self, protocol: H11Protocol) -> None:
        """After each piece: begin to wait where no request is whole; what comes in drops does not begin it anew."""
        if protocol.transport.get_protocol() is not protocol:
            self.lost(protocol)  # a page's websocket from now on: the gate counts those
        elif protocol.transport.is_closing() or _is_answered(protocol):
            self._stop(protocol)
        elif protocol not in self._until:
            self._until[protocol] = protocol.loop.call_later(HEADERS_SECONDS, protocol.transport.close)

    def lost(self, protocol: H11Protocol) -> None:
        self._stop(protocol)
        address = self._counted.pop(protocol, None)
        if address is not None:
            self._of_one[address] -= 1
            self._of_one += Counter()  # forgets those without any

    def _stop(self, protocol: H11Protocol) -> None:
        if (timer := self._until.pop(protocol, None)) is not None:
            timer.cancel()


def _is_answered(protocol: H11Protocol) -> bool:
    """Say whether a request is whole and being answered."""
    return protocol.cycle is not None and not protocol.cycle.response_complete


def watch_connections() -> None:
    """Watch every connection that uvicorn opens from now on; asked twice it is the same."""
    if getattr(H11Protocol, "watched", False):
        return
    watch, made, received, lost = (
        Watch(),
        H11Protocol.connection_made,
        H11Protocol.data_received,
        H11Protocol.connection_lost,
    )

    def connection_made(self: H11Protocol, transport: Any) -> None:
        made(self, transport)
        watch.opened(self)

    def data_received(self: H11Protocol, data: bytes) -> None:
        received(self, data)
        watch.heard(self)

    def connection_lost(self: H11Protocol, error: Exception | None) -> None:
        lost(self, error)
        watch.lost(self)

    H11Protocol.connection_made, H11Protocol.data_received = connection_made, data_received  # type: ignore[method-assign]
    H11Protocol.connection_lost = connection_lost  # type: ignore[method-assign]
    H11Protocol.watched = True  # type: ignore[attr-defined]
