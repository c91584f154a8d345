"""Counts what really crosses the line: a forwarder between browser and server, websocket and all."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

CHUNK = 1 << 16


@dataclass
class Wire:
    """port: where the browser connects; received: bytes sent to the browser so far."""

    port: int = 0
    received: int = 0


@contextmanager
def counted(server_port: int) -> Iterator[Wire]:
    """Forward a port of its own to the server's, counting; on a thread of its own."""
    wire, loop, ready = Wire(), asyncio.new_event_loop(), threading.Event()

    async def copy(source: asyncio.StreamReader, target: asyncio.StreamWriter, to_browser: bool) -> None:
        with suppress(ConnectionError):
            while chunk := await source.read(CHUNK):
                wire.received += len(chunk) if to_browser else 0
                target.write(chunk)
                await target.drain()
        target.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server_reader, server_writer = await asyncio.open_connection("127.0.0.1", server_port)
        await asyncio.gather(copy(reader, server_writer, False), copy(server_reader, writer, True))

    async def listen() -> None:
        server = await asyncio.start_server(connect, "127.0.0.1", 0)
        wire.port = server.sockets[0].getsockname()[1]
        ready.set()

    def serve() -> None:
        loop.run_until_complete(listen())
        loop.run_forever()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield wire
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
