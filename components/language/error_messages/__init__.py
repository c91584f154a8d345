"""One sentence for each thing that can be wrong with an input: it names the place and the fix."""

from components.language.error_messages import (
    boundaries,
    checklists,
    decks,
    definitions,
    files,
    selections,
    store,
    uploads,
)
from components.language.i18n import N_, _
from components.language.markdown import plain
from errors import DataError

PROBLEMS = (
    files.PROBLEMS
    | boundaries.PROBLEMS
    | selections.PROBLEMS
    | uploads.PROBLEMS
    | definitions.PROBLEMS
    | store.PROBLEMS
    | checklists.PROBLEMS
    | decks.PROBLEMS
)
UNKNOWN = N_("{file}, line {place}: {code} ({found}).")
PARTICULARS = (
    "file", "place", "sheet", "column", "found", "expected", "columns", "reason",
    "dataset", "who", "when", "number", "action", "role", "sign", "most",
)  # fmt: skip


def problem_sentence(error: DataError) -> str:
    """Return the sentence of an error, which names the place and the fix."""
    written = dict.fromkeys(PARTICULARS, "")
    written |= {name: plain(_joined(value)) for name, value in error.particulars.items()}
    return _(PROBLEMS.get(error.code, UNKNOWN)).format(code=plain(error.code), **written)


def _joined(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple | set) else str(value)
