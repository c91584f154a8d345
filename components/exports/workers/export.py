"""An export of a session: it waits for its turn, is made beside the page, and its file is kept for a while."""

import weakref
from collections.abc import Callable
from contextlib import ExitStack
from contextvars import copy_context
from dataclasses import dataclass, field

from components.exports.parts.media import TYPES
from components.exports.workers.jobs import Progress, StoppedError
from components.exports.workers.shelf import SHELF
from components.state.error_log import in_background
from components.state.limits import EXPORTS_OF_ONE
from sandbox.fair_queue import FairQueue, LineFullError

# Exports that run at a time in this process. Of those that take minutes one, so that who wants a single file never
# waits behind two archives.
TURNS, LONG_TURNS = FairQueue(2), FairQueue(1)
# More than so many in one queue and the next is sent away: the last would wait for longer than a meeting takes.
MOST_IN_LINE = 12
Make = Callable[[Progress], bytes]


@dataclass(eq=False)
class Export:
    """One export. place: in the queue, 0 once it runs; content: None until it is made; failed: it ended without.

    gone: it was made, and its file is not kept any more.
    """

    name: str
    progress: Progress = field(default_factory=Progress)
    place: int = 0
    content: bytes | None = None
    failed: bool = False
    gone: bool = False

    @property
    def media(self) -> str:
        return TYPES[self.name.rpartition(".")[2]]

    @property
    def running(self) -> bool:
        return self.content is None and not (self.failed or self.gone or self.progress.stopped)

    def drop(self) -> None:
        """Forget the file, or stop making it."""
        if self.content is not None:
            self.content, self.gone = None, True
        self.progress.stop()

    def saved(self) -> bytes:
        """Return the file for the one who clicks on it. Raises LookupError where it went away just before."""
        if self.content is None:
            raise LookupError(self.name)
        return self.content


def start_export(name: str, make: Make, takes_minutes: bool = False, who: str = "") -> Export:
    """Let an export run beside the page, in the language of this run, in the turn of who asks. Raises LineFullError."""
    lines = [LONG_TURNS, TURNS] if takes_minutes else [TURNS]
    if lines[0].length >= MOST_IN_LINE or (who and lines[0].length_of(who) >= EXPORTS_OF_ONE):
        raise LineFullError
    export = Export(name)
    # A session that ends leaves nothing running.
    weakref.finalize(export, export.progress.stop)
    in_background("export", copy_context().run, _run, weakref.ref(export), make, lines, who)
    return export


def _run(wanted: "weakref.ref[Export]", make: Make, lines: list[FairQueue], who: str) -> None:
    """Hold the export by a loose end: where its session is gone, so is the export, and nothing is made for it."""
    export = wanted()
    if export is None:
        return
    progress = export.progress
    del export
    try:
        with ExitStack() as held:
            for line in lines:
                held.enter_context(line.turn(lambda place: _wait(wanted, place), who))
            _wait(wanted, 0)
            content = make(progress)
        _finish(wanted, content)
    except StoppedError:
        progress.stop()
    except BaseException:
        # The page says that it failed; the log says why.
        if (export := wanted()) is not None:
            export.failed = True
        raise


def _wait(wanted: "weakref.ref[Export]", place: int) -> None:
    export = wanted()
    if export is None:
        raise StoppedError
    export.place = place
    export.progress.go_on()


def _finish(wanted: "weakref.ref[Export]", content: bytes) -> None:
    export = wanted()
    if export is not None and not export.progress.stopped:
        export.content = content
        SHELF.put(export)
