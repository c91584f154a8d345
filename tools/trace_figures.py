"""Trace figures back: `python -m tools.trace_figures 40` draws figures at random from screens, slides and files.

Each is computed anew from the bundled CSV alone, by decimals of the standard library and none of the program's own
code, and printed with its place, as shown, as recomputed, and its source. Exits with 1 where any differs.
"""

import argparse
import csv
import io
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

from components.explorer.data_urls import draft_values
from components.exports.observations import FILES
from components.language.i18n import use_language
from components.report.labels import value_text
from components.report.slides.deck_data import plain_view
from components.report.slides.extremes_slide import bar_drawing
from components.report.slides.map_slide import map_drawing
from components.screens.ranking import ranking_table
from components.state.address import selection_in
from components.state.view import view_of
from data.query import each_row
from data.store.catalogue import SETS
from data.store.roles import User

Key = tuple[str, str, str, str]  # region, indicator, segment, period
PERCENT = {"coverage", "villages_enrolled", "agencies_enrolled"}


@dataclass(frozen=True)
class Shown:
    """A figure where it is shown. text: as written there, a number with its decimals."""

    place: str
    key: Key
    text: str


def main() -> None:
    """Draw, recompute, print and compare."""
    parser = argparse.ArgumentParser(description="Trace figures back to their CSV.")
    parser.add_argument("count", type=int, nargs="?", default=40)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    use_language("id")
    with (SETS / "reported" / "observations.csv").open(encoding="utf-8") as file:
        facts = {key_of(row): row for row in csv.DictReader(file)}
    pool = [one for one in shown_of(facts) if re.search(r"\d", one.text)]  # a gap is told in words
    drawn = random.Random(asked.seed).sample(pool, min(asked.count, len(pool)))  # noqa: S311
    right = sum(traced(one, facts[one.key]) for one in drawn)
    print(f"{right} of {len(drawn)}, drawn from {len(pool)}")
    sys.exit(right != len(drawn))


def traced(one: Shown, fact: dict[str, str]) -> bool:
    """Print one figure beside what the CSV gives at as many decimals, and say whether they are the same."""
    written = one.text.partition(" (")[0]  # in brackets stands what was printed, where the counts give another
    digits = re.sub(r"[^\d,]", "", written)
    decimals = len(digits.partition(",")[2])
    value = recomputed(fact) / (1_000_000 if "juta" in written else 1)
    again = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}".replace(".", ",")
    same = digits == again
    said = f"{one.place:<10} {' '.join(one.key):<48} {written:>14} {again:>12}  {fact['source_id']}"
    print("ok" if same else "NO", said)
    return same


def recomputed(fact: dict[str, str]) -> Decimal:
    """Return the figure of a row of the CSV: from its counts where both are there, else as printed, else its count."""
    numerator, denominator = fact["numerator"], fact["denominator"]
    if fact["indicator"] in PERCENT and numerator and denominator:
        return Decimal(100) * Decimal(numerator) / Decimal(denominator)
    return Decimal(fact["value_printed"] or numerator)


def shown_of(facts: dict[Key, dict[str, str]]) -> Iterator[Shown]:
    """Go through what screens, slides and files show of every view that has a figure."""
    valued = [key for key, fact in facts.items() if key[0] != "ID" and is_figure(fact)]
    for area, level, *measure in sorted({(_area(code), _level(code), *measure) for code, *measure in valued}):
        names = ("set", "area", "level", "indicator", "segment", "period")
        yield from of_view(dict(zip(names, ("reported", area, level, *measure), strict=True)), facts)
    content = FILES["observations.csv"]({"key": "reported", "scope": "all"}).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(content)):
        if row["value"]:
            yield Shown("file", key_of(row), _exact(row["value"]))


def key_of(row: dict[str, str]) -> Key:
    """Return what a row of a CSV is about."""
    return row["region_code"], row["indicator"], row["segment"], row["period"]


def is_figure(fact: dict[str, str]) -> bool:
    """Say whether a row has a value, and is not one count of a rate alone."""
    return bool(fact["value_printed"]) or fact["indicator"] not in PERCENT or bool(fact["denominator"])


def of_view(address: dict[str, str], facts: dict[Key, dict[str, str]]) -> Iterator[Shown]:
    """Go through the ranking, the map and the slides of one view; a figure of another row than the view's is left."""
    selection = selection_in(address, User(""))
    view, deck = view_of(selection), plain_view(selection)
    measure = (selection.indicator, selection.segment, selection.period)
    for row in each_row(ranking_table(view)):
        if pd.notna(row.value) and (key := (row.region_code, *measure)) in facts:
            yield Shown("Peringkat", key, value_text(row, view.indicator))
    for bar in bar_drawing(deck).rows:
        if (key := (bar.code, *measure)) in facts:
            yield Shown("slide", key, bar.text)
    for region in map_drawing(deck).regions:
        if region.text and (key := (region.code, *measure)) in facts:
            yield Shown("peta", key, region.text)
    yield from of_wire(json.loads(draft_values(view.key, view.where, selection.every)), measure, facts)


def of_wire(wire: dict[str, Any], measure: tuple[str, str, str], facts: dict[Key, dict[str, str]]) -> Iterator[Shown]:
    """Go through what the browser is sent for the map of the period, where it is sent a value and no counts."""
    at = wire["periods"].index(measure[2])
    for code, values in zip(wire["codes"], wire["value"], strict=True):
        if values and values[at] is not None and (key := (str(code), *measure)) in facts:
            yield Shown("browser", key, _exact(str(values[at])))


def _exact(number: str) -> str:
    return re.sub(r"\.0$", "", number).replace(".", ",")


def _area(code: str) -> str:
    return "ID" if len(code) == 2 else code[:2]


def _level(code: str) -> str:
    return "province" if len(code) == 2 else "regency"


if __name__ == "__main__":
    main()
