"""Marks of a source on a period, `2024*` or `2024 (angka sementara)`: kept in a figure's note, and read from it."""

import re

_BEGIN = "periode tertulis "
# A note is shown in captions, tables and charts: nothing of a file may become a link or markup there.
_NOT_SAID = re.compile(r"[^\w\s*(),:;+¹²³ʳᵖˣ⁾–-]|_")


def period_note(written: str) -> str:
    """Return the note of a figure whose period is written with a mark; "" for none."""
    said = _said(written)
    return f"{_BEGIN}{said}" if said else ""


def written_period(note: object) -> str:
    """Return the period as it was written, of a note that keeps it; "" of any other."""
    return _said(note.removeprefix(_BEGIN)) if isinstance(note, str) and note.startswith(_BEGIN) else ""


def _said(text: str) -> str:
    return " ".join(_NOT_SAID.sub(" ", text).split())
