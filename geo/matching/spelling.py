"""Spelling of a region's name: its type, its letters, and mere habit (case, spaces, `Kab.`)."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz.distance import OSA

TYPES = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
    "kotamadya": "kota",
    "kotamadia": "kota",
    "kodya": "kota",
    "provinsi": "provinsi",
    "propinsi": "provinsi",
    "prov": "provinsi",
    "prop": "provinsi",
}
# No region's own name begins with one of these, so they can be cut off where the space is missing.
GLUED = ("kabupaten", "kotamadya", "provinsi", "propinsi")
ADMINISTRATIVE = {"administrasi", "administratif", "adm"}
WRITTEN_OUT = {"kep": "kepulauan", "kepl": "kepulauan"}
# The number of a row, or a code, before a name: `01. Pacitan`, `1) Pacitan`, `3501 Pacitan`; `50 Kota` is a name.
NUMBERED = re.compile(
    r"(?P<type>\s*(?:kabupaten|kab|kota)\b\.?)?\s*[(\[]?[0-9][0-9.]{0,12}\s*[.)\]:-]*\s*(?=[^\W\d_]{2})(?!kota\s*$)",
    re.IGNORECASE,
)
# `Kota` behind a name counts only after a comma or in brackets: Lima Puluh Kota is a kabupaten.
BEHIND = re.compile(r"(?P<name>[^,(]+)[,(](?P<type>[^,()]+)\)?\s*")


@dataclass(frozen=True)
class Spelling:
    """The parts of a written name.

    words: lower case, no accents, no punctuation, single spaces; letters written apart are joined.
    type: kabupaten, kota or provinsi where it is written, else None.
    name: the letters of the name without its type and without spaces; empty where nothing is written.
    guess: type and letters if the first word is one slip away from a type word (`Kbupaten Kaur`), else None.
    """

    words: str
    type: str | None
    name: str
    guess: tuple[str, str] | None


def read_spelling(text: str) -> Spelling:
    """Read a name as it was written; text that is no region's name is read alike."""
    numbered = NUMBERED.match(text)
    bare = f"{numbered['type'] or ''} {text[numbered.end() :]}" if numbered else text
    words = _type_first(_joined_words(bare.strip()))
    region_type, name = _split_type(words)
    guess = None if region_type else _guess_type(words)
    return Spelling(" ".join(words), region_type, _letters(name), guess)


def fold(text: str) -> str:
    """Return lower-case words with single spaces: no accents, punctuation, no-break or zero-width spaces."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " dan ")).casefold()
    kept = (mark for mark in plain if unicodedata.category(mark) not in {"Mn", "Cf"})
    return " ".join("".join(mark if mark.isalnum() else " " for mark in kept).split())


def _joined_words(text: str) -> list[str]:
    """Return the words, a type behind the name put first; `S I A K` is one word, a wide gap parts two."""
    behind = BEHIND.fullmatch(text)
    if behind and _resembled(fold(behind["type"])):
        text = f"{behind['type']}  {behind['name']}"
    words: list[str] = []
    for part in re.split(r"\s{2,}", text):
        found = fold(part).split()
        words += ["".join(found)] if found and all(len(word) == 1 for word in found) else found
    return words


def _type_first(words: list[str]) -> list[str]:
    """Return the words with `kab` at the end put first and a glued type word (`KabupatenKaur`) set apart."""
    if len(words) > 1 and words[-1] in {"kab", "kabupaten"}:
        words = [words[-1], *words[:-1]]
    if words and words[0] not in TYPES:
        for glued in GLUED:
            if words[0].startswith(glued):
                words = [glued, words[0].removeprefix(glued), *words[1:]]
    return words


def _split_type(words: list[str]) -> tuple[str | None, list[str]]:
    """Return the type in front, if any, and the other words; a type word alone is a name."""
    region_type = TYPES.get(words[0]) if len(words) > 1 else None
    rest = words[1:] if region_type else words
    if region_type == "kota" and rest[0] == "madya":
        rest = rest[1:]
    if len(rest) > 1 and rest[0] in ADMINISTRATIVE:
        rest = rest[1:]
    return (region_type, rest) if rest else (None, words)


def _guess_type(words: list[str]) -> tuple[str, str] | None:
    """Return the type that a misspelt first word may mean, with the letters of the rest."""
    meant = _resembled(words[0]) if len(words) > 1 else None
    return (TYPES[meant], _letters(_split_type([meant, *words[1:]])[1])) if meant else None


def _resembled(word: str) -> str | None:
    """Return the type word at most one slip (a letter more, less, other, or two swapped) away."""
    near = [known for known in TYPES if OSA.distance(word, known, score_cutoff=1) <= 1]
    return min(near, key=lambda known: OSA.distance(word, known), default=None)


def _letters(words: list[str]) -> str:
    return "".join(WRITTEN_OUT.get(word, word) for word in words)
