"""Text from outside inside Markdown: shown letter by letter, never read as markup."""

import re

SIGNS = frozenset("\\`*_{}[]<>()#+-.!|$~:&")
# Streamlit looks for its icons after Markdown is read, where no escape is left: a word joiner, which nobody sees,
# keeps the name from following its colon.
_ICON = re.compile(r":(?=material/|streamlit:)")


def plain(text: str) -> str:
    """Escape every sign that Streamlit's Markdown could read: links, pictures, formulas, colours, icons."""
    return "".join(f"\\{sign}" if sign in SIGNS else sign for sign in _ICON.sub(":\u2060", text))
