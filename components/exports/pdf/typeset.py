"""Typesetting: a template, the values it shows and its drawings become a PDF, in memory and without a network."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import typst

from components.exports.parts.text import clean
from components.state import typeface

TEMPLATES = Path(__file__).parent
# For letters that our typeface lacks: DejaVu Sans comes with matplotlib (Bitstream Vera licence).
OTHER_LETTERS = Path(mpl.get_data_path()) / "fonts" / "ttf"


def typeset(template: str, values: Mapping[str, Any], files: Mapping[str, bytes], made: str) -> bytes:
    """Return the PDF of a template; values reach it as data and never as markup.

    files: drawings by the names that the values give them. made: the day that the PDF carries, `2024-11-20`.
    """
    sources = {
        "main.typ": (TEMPLATES / template).read_bytes(),
        "look.typ": (TEMPLATES / "look.typ").read_bytes(),
        "data.json": json.dumps(_cleaned(values), ensure_ascii=False).encode(),
        **files,
    }
    day = datetime.fromisoformat(made).replace(tzinfo=UTC)
    # typst's stub leaves out that the input may be files by their names.
    pdf: bytes = typst.compile(  # type: ignore[call-overload]
        sources, font_paths=_fonts(), ignore_system_fonts=True, timestamp=day
    )
    return pdf


@cache
def _fonts() -> typst.Fonts:
    """Read once: looking through matplotlib's 38 fonts takes longer than setting a page."""
    folders = [str(folder) for folder in dict.fromkeys([*(file.parent for file in typeface.files()), OTHER_LETTERS])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)


def _cleaned(value: Any) -> Any:
    """Return every text without the characters that no document can hold."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _cleaned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return value
