"""What a source hangs on a period, `2024*` or `2024 (angka sementara)`: kept in a figure's note, and read from it."""

_BEGIN = "periode tertulis "


def period_note(written: str) -> str:
    """Return the note of a figure whose period is written with a mark; "" for none."""
    return f"{_BEGIN}{written}" if written else ""


def written_period(note: object) -> str:
    """Return the period as it was written, of a note that keeps it; "" of any other."""
    return note.removeprefix(_BEGIN) if isinstance(note, str) and note.startswith(_BEGIN) else ""
