"""A child process under watch: it is ended from outside once it takes too much time or memory.

Watched on every system, also where the child has set limits of its own: Windows has none, macOS not all.
"""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

_LOOK_EVERY = 0.05  # seconds


@dataclass(frozen=True)
class Limits:
    """memory: bytes; cpu, wall: seconds; written: bytes of all files that the child may leave."""

    memory: int = 1_500_000_000
    cpu: int = 20
    wall: int = 30
    written: int = 100_000_000


@dataclass(frozen=True)
class Ended:
    """How a child ended: reason `done`, `cpu`, `wall`, `memory` or `failed`, its exit code and what it wrote."""

    reason: str
    code: int
    words: str


def run_watched(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits) -> Ended:
    """Run a command in a folder until it ends or has to be ended, together with all it has started."""
    with (folder / "words").open("wb") as words:
        process = subprocess.Popen(  # noqa: S603  our own boot file; nothing from outside is in the command
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            start_new_session=True,  # a group of its own, which can be ended as a whole
        )
    try:
        reason = _watch(process, limits)
    finally:
        _end(process)
    said = _words(folder / "words")
    return Ended(reason or _meaning(process.returncode, said), process.returncode, said)


def _watch(process: subprocess.Popen[bytes], limits: Limits) -> str:
    """Return what the process must be ended for, "" where it has ended by itself."""
    start, seen = time.monotonic(), psutil.Process(process.pid)
    while process.poll() is None:
        with suppress(psutil.Error):  # it may end between two looks
            used = seen.cpu_times()
            if used.user + used.system > limits.cpu:
                return "cpu"
            if seen.memory_info().rss > limits.memory:
                return "memory"
        if time.monotonic() - start > limits.wall:
            return "wall"
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_EVERY)
    return ""


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it has started; where there are no groups (Windows), its descendants by name."""
    descendants: list[psutil.Process] = []
    with suppress(psutil.Error):
        descendants = psutil.Process(process.pid).children(recursive=True)
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    for one in descendants:
        with suppress(psutil.Error):
            one.kill()
    process.kill()
    process.wait()


def _words(path: Path) -> str:
    """Return the first words and the last: an abort says why before the stack, Python after it."""
    with path.open("rb") as words:
        first, size = words.read(2000), path.stat().st_size
        words.seek(max(len(first), size - 4000))
        return (first + words.read()).decode("utf-8", "replace")


def _meaning(code: int, words: str) -> str:
    if code == 0:
        return "done"
    if code == -getattr(signal, "SIGXCPU", 0):
        return "cpu"
    # The system's own hand where memory is short; libraries in C++ and Rust abort with these words.
    if code == -getattr(signal, "SIGKILL", 0) or "bad_alloc" in words or "memory allocation of" in words:
        return "memory"
    return "failed"
