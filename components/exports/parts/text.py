"""Text on its way into a file: letter by letter, and without what no document can hold."""

import re

# What XML 1.0 has no place for; a slide or drawing with one of them does not open.
NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Every blank but those that hold a number and its sign together.
BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


def clean(text: str) -> str:
    """Return the text without characters that would break the file; nothing else is changed."""
    return NOT_IN_XML.sub("", text)


def spaced(text: str) -> str:
    """Leave single blanks and none at the ends; a blank at which no line may end stays one."""
    return BLANKS.sub(" ", text).strip(" ")


def one_line(text: str, most: int = 200) -> str:
    """Return one line of a sensible length, for names of shapes and files' titles."""
    return spaced(clean(text))[:most]


def shortened(text: str, most: int) -> str:
    """Cut at the last word that fits, with a sign that something was cut."""
    text = spaced(clean(text))
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return cut[: cut.rfind(" ")].rstrip(" ,;:") + "…" if " " in cut else cut + "…"
