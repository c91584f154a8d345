"""A deck that is passed on with its names hidden: no name, no code and no boundary of a region is left in it."""

import json
import re
from collections.abc import Mapping
from typing import Any

from components.language.i18n import _
from components.report.slides.hidden_names import names_written

# What is ours and speaks of no region: a word of the program may be a name elsewhere (Batang, Batu).
OUR_WORDS = ("texts", "language", "kind", "state")


def sealed(parts: Mapping[str, Any], area: str) -> dict[str, Any]:
    """Return the parts of a document, as `payload` makes them, without anything that tells a region.

    Codes become numbers by rank, boundaries and places are empty, and what names a region in a text is left out.
    """
    deck, geometry = parts["deck"], json.loads(parts["geometry"])
    numbers: dict[str, str] = deck["numbers"]
    alias = {code: f"r{place}" for place, code in enumerate(numbers, 1)}
    rename = _Renaming(alias, names_written(numbers, area))
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
