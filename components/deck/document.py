"""A deck as one HTML document with everything inside it: the page of a route, and the file on a USB stick."""

import json
from html import escape
from pathlib import Path
from typing import Any

from components.deck.bundle import script
from components.deck.payload import payload
from components.deck.script_hash import script_hash
from components.language.i18n import language
from components.report.model import DeckRequest
from components.state import assets, typeface
from components.state.selection import Selection

STYLE = Path(__file__).with_name("deck.css")
# What ends a script or opens a comment inside one, written so that JSON still reads it as the sign it is.
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def policy(code: str) -> str:
    """What the document may do: run its own script, draw, and ask its own server; nothing else."""
    return (
        f"default-src 'none'; script-src {script_hash(code)}; style-src 'unsafe-inline'; font-src data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def document(selection: Selection, wanted: DeckRequest) -> bytes:
    """The document in the screen's language; UTF-8. A country's takes seconds."""
    parts = payload(selection, wanted)
    code = script()
    data = {"deck": json_text(parts["deck"]), "geometry": _safe(parts["geometry"]), "values": _safe(parts["values"])}
    blocks = "".join(f'<script type="application/json" id="{name}">{text}</script>\n' for name, text in data.items())
    page = (
        f'<!doctype html>\n<html lang="{language()}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(code))}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(parts['deck']['name'])}</title>\n<style>\n{typeface.embedded()}\n{assets.stylesheet(STYLE)}</style>\n</head>\n"
        f'<body>\n<div id="stage"></div>\n{blocks}<script>{code}</script>\n</body>\n</html>\n'
    )
    return page.encode()


def json_text(value: Any) -> str:
    """JSON that can stand inside a script element: no name from outside can end it."""
    return _safe(json.dumps(value, separators=(",", ":"), allow_nan=False, ensure_ascii=False))


def _safe(text: str) -> str:
    for sign, written in UNSAFE.items():
        text = text.replace(sign, written)
    return text
