"""Indicators that analysts define themselves, checked so that every screen can show them beside our own."""

from collections.abc import Mapping
from typing import Any

from data.indicators import Indicator, indicator_from, load_indicators, load_segments
from data.names import free_name, slug
from errors import DataError

# Units that every screen can write; percent alone is a quotient.
UNITS = ("percent", "persons", "villages", "programmes", "rupiah")
AGGREGATIONS = ("ratio", "sum", "none")
BETTER = ("higher", "lower")
LANGUAGES = ("id", "en")
MOST_LETTERS, MOST_DECIMALS = 200, 4
# Before the id of every own indicator, so that none of ours can ever have the same.
_OWN = "own_"


def checked_definition(fields: Mapping[str, Any], defined: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the definition of a new indicator with its `id`, as `define_indicator` keeps it.

    fields: title, definition, numerator, denominator (each by language; the English one may be left out and is
    then the Indonesian), unit, better, decimals, aggregation, segments. defined: the analysts' own so far.
    A percentage that is summed from counts needs both of them named; of all else they are dropped.
    Raises DataError `indicator_untitled`, `indicator_taken` (found), `indicator_text_long` (column, expected),
    `indicator_counts_unnamed`, `indicator_rule_bad` (found, expected) and `indicator_field_bad` (column, found,
    expected).
    """
    title = _texts(fields, "title")
    if not title["id"]:
        raise DataError("indicator_untitled")
    _refuse_taken(title, defined)
    ratio = fields.get("aggregation") == "ratio"
    counts = {name: _texts(fields, name) if ratio else None for name in ("numerator", "denominator")}
    if any(texts is not None and not texts["id"] for texts in counts.values()):
        raise DataError("indicator_counts_unnamed")
    chosen = _chosen(fields)
    # A quotient of counts is a percentage here, and the sum of percentages is nothing.
    fitting = ("percent",) if ratio else UNITS if chosen["aggregation"] == "none" else UNITS[1:]
    if chosen["unit"] not in fitting:
        raise DataError("indicator_rule_bad", found=chosen["unit"], expected=list(fitting))
    return (
        {"id": _id(title["id"], defined), "title": title, "definition": _texts(fields, "definition")} | counts | chosen
    )


def indicators_with(defined: Mapping[str, Mapping[str, Any]]) -> dict[str, Indicator]:
    """Return all indicators: ours in the order of a menu, then the analysts' own. defined: by id, as checked."""
    own = {name: indicator_from(name, entry) for name, entry in defined.items()}
    return load_indicators() | own


def _texts(fields: Mapping[str, Any], name: str) -> dict[str, str]:
    given = fields.get(name) or {}
    texts = {language: " ".join(str(given.get(language) or "").split()) for language in LANGUAGES}
    if any(len(text) > MOST_LETTERS for text in texts.values()) and name != "definition":
        raise DataError("indicator_text_long", column=name, expected=MOST_LETTERS)
    return {"id": texts["id"] or texts["en"], "en": texts["en"] or texts["id"]}


def _refuse_taken(title: Mapping[str, str], defined: Mapping[str, Mapping[str, Any]]) -> None:
    titles = [one.title for one in load_indicators().values()] + [entry["title"] for entry in defined.values()]
    taken = {text.casefold() for one in titles for text in one.values()}
    found = next((text for text in title.values() if text.casefold() in taken), None)
    if found:
        raise DataError("indicator_taken", found=found)


def _chosen(fields: Mapping[str, Any]) -> dict[str, Any]:
    segments = list(fields.get("segments") or ["all"])
    choices = {"unit": UNITS, "aggregation": AGGREGATIONS, "better": BETTER, "decimals": range(MOST_DECIMALS + 1)}
    for name, allowed in choices.items():
        if fields.get(name) not in allowed or isinstance(fields.get(name), bool):
            raise DataError("indicator_field_bad", column=name, found=fields.get(name), expected=list(allowed))
    known = load_segments()
    if strange := [segment for segment in segments if segment not in known]:
        raise DataError("indicator_field_bad", column="segments", found=strange[0], expected=list(known))
    return {name: fields[name] for name in choices} | {"segments": segments}


def _id(title: str, defined: Mapping[str, Any]) -> str:
    return free_name(_OWN + (slug(title, 40, "_") or "indicator"), defined, "{name}_{number}")
