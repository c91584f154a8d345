"""A process that turns parts of an export into files, one after another.

What goes to it are our own dataclasses, made in this process; nothing from outside is unpickled.
"""

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from components.exports.parts.progress import Step
from components.exports.workers.pipes import FILE, PART, STEP, read_block, read_step, write_block

ROOT = Path(__file__).parents[3]


class Child:
    """nice: of 0 to 19; the pages' own process stays at 0."""

    def __init__(self, kind: str, nice: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603 (our own interpreter and module, a kind of ours)
            [sys.executable, "-m", "components.exports.workers.worker", kind, str(nice)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # One thread each: the libraries would else start one per core, in each child.
            env=os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"},
        )

    def give(self, part: object) -> bool:
        """Hand over a part; whether the process was there to take it."""
        try:
            write_block(self._stdin, PART, pickle.dumps(part))
        except OSError:
            return False
        return True

    def take(self, step: Step) -> bytes | None:
        """Return an artefact to the one who asked for it, and to nobody else, as long as it is kept."""
        while block := read_block(self._stdout):
            mark, content = block
            if mark == FILE:
                return content
            if mark == STEP:
                step(*read_step(content))
        return None

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> None:
        """Let it go, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        # What was still to be written to it has nobody to read it.
        with suppress(OSError):
            self._stdin.close()
        self._stdout.close()

    @property
    def _stdin(self) -> BinaryIO:
        return self._process.stdin  # type: ignore[return-value]

    @property
    def _stdout(self) -> BinaryIO:
        return self._process.stdout  # type: ignore[return-value]
