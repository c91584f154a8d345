"""Notes of the bundled figures and sources in both languages; they were collected in English."""

from functools import cache
from pathlib import Path

import pandas as pd

_FILE = Path(__file__).with_name("sets") / "notes.csv"


def note_titles(note: str) -> dict[str, str]:
    """Return a note by language (`id`, `en`); one from elsewhere, as of an upload, as it stands in both."""
    return {"id": _translations().get(note, note), "en": note}


@cache
def _translations() -> dict[str, str]:
    table = pd.read_csv(_FILE, dtype=str, keep_default_na=False)
    return dict(zip(table["en"], table["id"], strict=True))
