"""Milestones and the five programmes, as policy.toml states them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.settings import read_settings
from data.sources import Citation

_FILE = Path(__file__).with_name("policy.toml")


@dataclass(frozen=True)
class Milestone:
    """A rule that a trend chart marks. date: `2021-03-25`; until: its last day, "" where it is open."""

    date: str
    title: dict[str, str]
    explanation: dict[str, str]
    source: Citation
    until: str = ""

    @property
    def period(self) -> str:
        """Return the month it falls in, as a period."""
        return self.date[:7]


@dataclass(frozen=True)
class Rule:
    """One contribution or benefit of a programme.

    text: by language. rule: the regulation. date, until: its first and last day or month, "" where it is open.
    segment: who pays it, "" of a benefit. monthly_from: rupiah per worker and month at the base income, None where it
    depends on a wage. source: where it was read, None where only the regulation is named.
    """

    text: dict[str, str]
    rule: str
    date: str
    until: str
    segment: str
    monthly_from: int | None
    source: Citation | None


@dataclass(frozen=True)
class Programme:
    """One of the five programmes. rules: the regulations that it rests on, and source where these were read."""

    id: str
    title: dict[str, str]
    rules: str
    source: Citation
    benefits: tuple[Rule, ...]
    contributions: tuple[Rule, ...]


def load_milestones() -> list[Milestone]:
    """Return the milestones, oldest first."""
    milestones = [Milestone(**entry | {"source": _citation(entry["source"])}) for entry in _contents()["milestones"]]
    return sorted(milestones, key=lambda milestone: milestone.date)


def load_programmes() -> dict[str, Programme]:
    """Return the five programmes by id, in the order of the regulations."""
    return {entry["id"]: _programme(entry) for entry in _contents()["programmes"]}


def monthly_package(programmes: Sequence[str], rule: str = "") -> int:
    """Return the monthly contribution of a self-employed worker at the base income for some programmes, in rupiah.

    rule: the regulation that sets it, "" for the ordinary one: that which has no last day.
    """
    return sum(_monthly(name, rule) for name in programmes)


def _monthly(programme: str, rule: str) -> int:
    """Return the one sum that a rule asks, whomever it asks."""
    (amount,) = {
        one.monthly_from
        for one in load_programmes()[programme].contributions
        if one.monthly_from is not None and (one.rule == rule or (not rule and not one.until))
    }
    return amount


@cache
def _contents() -> dict[str, Any]:
    return read_settings(_FILE)


def _programme(entry: dict[str, Any]) -> Programme:
    benefits, contributions = (tuple(_rule(one) for one in entry[part]) for part in ("benefits", "contributions"))
    return Programme(entry["id"], entry["title"], entry["rules"], _citation(entry["source"]), benefits, contributions)


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        text={language: entry[language] for language in ("id", "en")},
        rule=entry["rule"],
        date=entry.get("date", ""),
        until=entry.get("until", ""),
        segment=entry.get("segment", ""),
        monthly_from=entry.get("monthly_from"),
        source=_citation(entry["source"]) if "source" in entry else None,
    )


def _citation(key: str) -> Citation:
    return Citation(**_contents()["citations"][key])
