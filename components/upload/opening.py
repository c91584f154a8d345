"""A chosen file to an `Opened`, read in a child process."""

from collections.abc import Callable

from components.upload.child import read_in_child
from data.intake.opened import Opened, Settings, from_answer


def open_upload(name: str, content: bytes, settings: Settings, waiting: Callable[[int], None] | None = None) -> Opened:
    """Read an upload as CSV, TSV, XLSX, XLS or ODS, whatever its name says.

    waiting: as for `read_in_child`. Raises DataError: those of `read_in_child` and of `data.intake.worker`.
    """
    said, tables = read_in_child("data.intake.worker", {"name": name, **settings.as_json()}, content, waiting)
    return from_answer(said, tables)
