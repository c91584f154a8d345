"""Text from outside inside Markdown: shown letter by letter, never read as markup."""

SIGNS = frozenset("\\`*_{}[]<>()#+-.!|$~:&")


def plain(text: str) -> str:
    """Escape every sign that Streamlit's Markdown could read: links, pictures, formulas, colours, icons."""
    return "".join(f"\\{sign}" if sign in SIGNS else sign for sign in text)
