"""People at the program without their browsers: Streamlit's own messages over real websockets."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from websockets.asyncio.client import ClientConnection, connect

from tests.streamlit_private import BackMsg, ClientState, ContextInfo, ForwardMsg, WidgetState, WidgetStates

PATIENCE_S = 120
# What the picker of the period is called, in both languages.
PERIOD = ("Periode", "Period")


@dataclass
class Run:
    """One run of the script as the browser sees it. seconds: until its last element; size: bytes, uncompressed."""

    seconds: float
    size: int
    elements: int


@dataclass
class Session:
    """One person on one page at a time."""

    socket: ClientConnection
    page: str = ""
    query: str = ""
    script: str = ""
    picker: str = ""
    periods: Iterator[str] = field(default_factory=lambda: iter(()))

    async def open(self, page: str, query: str) -> Run:
        """Come to a page by its address."""
        self.page, self.query, self.script = page, query, ""
        return await self._run([])

    async def click(self) -> Run:
        """Choose the next period in the picker, as a hand would."""
        if not self.picker:
            raise RuntimeError(f"/{self.page} has no picker of the period")
        return await self._run([WidgetState(id=self.picker, string_value=next(self.periods))])

    async def _run(self, widgets: list[WidgetState]) -> Run:
        state = ClientState(
            query_string=self.query,
            page_script_hash=self.script,
            page_name="" if self.script else self.page,
            widget_states=WidgetStates(widgets=widgets),
            context_info=ContextInfo(timezone="Asia/Jakarta", locale="id-ID", url=f"http://127.0.0.1/{self.page}"),
        )
        began = time.perf_counter()
        await self.socket.send(BackMsg(rerun_script=state).SerializeToString())
        return await asyncio.wait_for(self._finished(began), PATIENCE_S)

    async def _finished(self, began: float) -> Run:
        size = elements = 0
        while True:
            raw = await self.socket.recv()
            size += len(raw)
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            elements += kind == "delta"
            self._learn(message, kind)
            if kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                return Run(time.perf_counter() - began, size, elements)

    def _learn(self, message: ForwardMsg, kind: str | None) -> None:
        """What a browser keeps: the page's own name, its address, the picker with its options."""
        if kind == "navigation":
            self.script = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "selectbox":
            box = message.delta.new_element.selectbox
            if box.label in PERIOD and box.id != self.picker:
                self.picker, self.periods = box.id, cycle(box.options[1:13])


async def come_in(port: int) -> Session:
    """Open a session as a new browser does."""
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    socket = await connect(address, subprotocols=["streamlit"], max_size=None, origin=f"http://127.0.0.1:{port}")
    return Session(socket)
