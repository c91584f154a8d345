"""The log of what the program did not expect, and work in the background whose errors reach it."""

import logging
import secrets
import threading
import traceback
from collections.abc import Callable
from typing import Any

_log = logging.getLogger(__name__)


def noted(error: BaseException) -> str:
    """Write an error with its traceback to the log, and return the number under which it stands there."""
    number = f"{secrets.randbelow(10**6):06d}"
    # Words of an error may repeat a file's: indented, no line of them looks like one of the log's own.
    told = "".join(traceback.format_exception(error)).replace("\r", "\n").replace("\n", "\n    ")
    _log.error("Failure %s\n    %s", number, told)
    return number


def in_background(name: str, work: Callable[..., object], *args: Any) -> None:
    """Begin work in a thread that ends with the program; an error of it goes to the log like any other."""

    def run() -> None:
        try:
            work(*args)
        except Exception as error:
            noted(error)

    threading.Thread(target=run, name=name, daemon=True).start()
