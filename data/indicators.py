"""Indicators and segments, as indicators.toml defines them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.settings import read_settings

PERCENT = 100.0

_FILE = Path(__file__).with_name("indicators.toml")


@dataclass(frozen=True)
class Indicator:
    """One indicator.

    title, definition: by language (`id`, `en`); numerator, denominator: the things counted, None
    without counts.
    unit: percent, persons, villages, programmes or rupiah; decimals: how many a screen shows.
    better: `higher` or `lower`, the end of a ranking that comes first.
    aggregation: `ratio` (sum the counts, divide once), `sum` (of the values) or `none`.
    applies_where: a column of the region table; where it is 0 the indicator does not apply. None: everywhere.
    about_programmes: whether it is read beside the programmes with their contributions and benefits.
    """

    id: str
    title: dict[str, str]
    definition: dict[str, str]
    unit: str
    numerator: dict[str, str] | None
    denominator: dict[str, str] | None
    better: str
    decimals: int
    segments: tuple[str, ...]
    aggregation: str
    applies_where: str | None = None
    about_programmes: bool = False

    @property
    def is_ratio(self) -> bool:
        """Say whether the value is the quotient of two counts."""
        return self.aggregation == "ratio"

    @property
    def is_count(self) -> bool:
        """Say whether the value is an absolute count: large where a region is large, and no ground for a rank."""
        return not self.is_ratio and (self.aggregation == "sum" or self.unit in ("persons", "villages"))

    @property
    def multiplier(self) -> float:
        """Return the factor of the quotient of the counts: 100 for percent."""
        return PERCENT if self.unit == "percent" else 1.0


def load_indicators() -> dict[str, Indicator]:
    """Return the indicators by id, in the order a menu shows them."""
    return {name: indicator_from(name, entry) for name, entry in _contents()["indicators"].items()}


def load_segments() -> dict[str, dict[str, str]]:
    """Return the titles of the segments, by segment and language."""
    return {name: dict(title) for name, title in _contents()["segments"].items()}


@cache
def _contents() -> dict[str, Any]:
    return read_settings(_FILE)


def indicator_from(name: str, entry: Mapping[str, Any]) -> Indicator:
    """Return an indicator from its entry in indicators.toml, or in a definition of the same form."""
    return Indicator(
        id=name,
        title=dict(entry["title"]),
        definition=dict(entry["definition"]),
        unit=entry["unit"],
        numerator=entry.get("numerator"),
        denominator=entry.get("denominator"),
        better=entry["better"],
        decimals=entry["decimals"],
        segments=tuple(entry["segments"]),
        aggregation=entry["aggregation"],
        applies_where=entry.get("applies_where"),
        about_programmes=entry.get("about_programmes", False),
    )
