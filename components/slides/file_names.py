"""Names of a deck's files: what it was kept under, as far as any folder and any mail bears it, and codes."""

import re
import unicodedata

# Letters of the deck's name; codes follow it, and paths of Windows end after 260.
LONGEST = 48


def file_word(name: str) -> str:
    """A deck's name as small letters, digits and hyphens; "" where nothing of it is either."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len("-".join(words)) > LONGEST and len(words) > 1:
        words.pop()
    return "-".join(words)[:LONGEST]


def file_stem(name: str, *codes: str) -> str:
    """`cakupan`, the deck's name and codes, parted by hyphens; what is empty is left out."""
    return "-".join(part for part in ("cakupan", file_word(name), *codes) if part)
