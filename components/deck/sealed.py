"""A deck that is passed on with its names hidden: no name, no code and no outline of a region is left in it."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from components import cache
from components.i18n import _
from data.standing import PROVINCE

# What is ours and speaks of no region: a word of the program may be a name elsewhere (Batang, Batu).
OUR_WORDS = ("texts", "language", "kind", "state")


def sealed(parts: Mapping[str, Any], area: str) -> dict[str, Any]:
    """Return the parts of a document, as `payload` makes them, without anything that tells a region.

    Codes become numbers by rank, outlines and places are empty, and what names a region in a text is left out.
    """
    deck, geometry = parts["deck"], json.loads(parts["geometry"])
    numbers: dict[str, str] = deck["numbers"]
    alias = {code: f"r{place}" for place, code in enumerate(numbers, 1)}
    rename = _Renaming(alias, _names_of(numbers, area))
    told = rename.all({**deck, "names": {}, "numbers": {}, "explorer": deck["explorer"] | {"region": None}})
    nowhere = {
        "paths": {alias[code]: "" for code in geometry["paths"] if code in alias},
        "frames": [],
        "specks": [],
        "points": {alias[code]: [0, 0] for code in geometry["points"] if code in alias},
        "names": {alias[code]: numbers[code] for code in geometry["names"] if code in alias},
    }
    return {
        "deck": told | _head(numbers, alias),
        "geometry": json.dumps(geometry | nowhere),
        "values": json.dumps(rename.all(json.loads(parts["values"])), ensure_ascii=False),
    }


def _head(numbers: Mapping[str, str], alias: Mapping[str, str]) -> dict[str, Any]:
    return {
        "numbers": {alias[code]: number for code, number in numbers.items()},
        "hidden": True,
        "sealed": True,
        "state": "",
        "publicUrl": "",
        "shortUrl": "",
        "qr": None,
    }


class _Renaming:
    """Writes plain values anew: codes as their aliases, names of regions as hidden."""

    def __init__(self, alias: Mapping[str, str], names: re.Pattern[str]) -> None:
        self.alias, self.names = alias, names
        self.codes = re.compile("\ue000([\\w.]+)\ue001")

    def all(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {self.key(key): one if key in OUR_WORDS else self.all(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.all(one) for one in value]
        return self.text(value) if isinstance(value, str) else value

    def key(self, key: str) -> str:
        return self.alias.get(key, key)

    def text(self, text: str) -> str:
        kind, dash, code = text.rpartition("-")
        if text in self.alias or (kind == "profile" and code in self.alias):
            return kind + dash + self.alias[code]
        marked = self.codes.sub(lambda found: f"\ue000{self.alias.get(found[1], '')}\ue001", text)
        return self.names.sub(_("[name hidden]"), marked)


def _names_of(codes: Iterable[str], area: str) -> re.Pattern[str]:
    """The names of all regions of the country but of the area itself, the longest first, as whole words.

    Those in view however they are written; of others only as names are, for some are words as well.
    """
    names, spelt = cache.names(), cache.regions().set_index("region_code")["name"]
    listed = set(codes)
    open_names = {names[area], names["ID"], *(names[code] for code in names if _is_open(code, listed))}
    forms = {form: code in listed for code in names for form in (spelt[code], names[code])}
    secret = sorted(forms.keys() - open_names, key=len, reverse=True)
    written = "|".join(f"(?i:{re.escape(name)})" if forms[name] else re.escape(name) for name in secret)
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")


def _is_open(code: str, listed: set[str]) -> bool:
    """A province that is no region of the deck is no secret."""
    return len(code) == PROVINCE and code not in listed
