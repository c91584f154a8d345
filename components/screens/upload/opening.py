"""A chosen file to an `Opened`, read in a child process."""

from collections.abc import Callable

from data.intake.parsed_file import Opened, Settings, from_answer
from sandbox.child import read_in_child


def open_upload(name: str, content: bytes, settings: Settings, waiting: Callable[[int], None] | None = None) -> Opened:
    """Read an upload as CSV, TSV, XLSX, XLS or ODS, whatever its name says.

    waiting: as for `read_in_child`. Raises DataError: those of `read_in_child` and of `data.intake.worker`.
    """
    said, tables = read_in_child("data.intake.worker", {"name": name, **settings.as_json()}, content, waiting)
    return from_answer(said, tables)
