"""Names made of titles: short ones for files and addresses, and ones that nothing else has yet."""

import re
import unicodedata
from collections.abc import Collection, Iterable


def slug(title: str, most: int, sign: str = "-") -> str:
    """Return a title as small letters and digits without accents, whole words joined by a sign.

    most: the most letters; a first word that is longer is cut. Returns "" where the title has neither letter nor digit.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    while len(sign.join(words)) > most and len(words) > 1:
        words.pop()
    return sign.join(words)[:most]


def free_name(name: str, taken: Collection[str], form: str = "{name} ({number})") -> str:
    """Return a name that is not taken yet: `Peserta`, else `Peserta (2)`."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = form.format(name=name, number=number)
    return free


def distinct_names(names: Iterable[str]) -> list[str]:
    """Return the names in their order, a repeated one with a number: a table has no two columns of one name."""
    found: dict[str, None] = {}
    for name in names:
        found[free_name(name, found)] = None
    return list(found)
