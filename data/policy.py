"""Milestones, target series and the five programmes, as policy.toml states them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.periods import period_end
from data.settings import read_settings

_FILE = Path(__file__).with_name("policy.toml")


@dataclass(frozen=True)
class Citation:
    """The document in which a rule or a target was read. title: as printed; url: "" where the page is not known."""

    title: str
    publisher: str
    url: str


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
class Target:
    """A target series. values: percent by region_code and year, only those that the plan states."""

    id: str
    title: dict[str, str]
    explanation: dict[str, str]
    values: dict[str, dict[int, float]]
    sources: tuple[Citation, ...]


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


def load_targets() -> dict[str, Target]:
    """Return the target series by id. They rival each other: name the series wherever one is drawn."""
    return {entry["id"]: _target(entry) for entry in _contents()["targets"]}


def load_programmes() -> dict[str, Programme]:
    """Return the five programmes by id, in the order of the regulations."""
    return {entry["id"]: _programme(entry) for entry in _contents()["programmes"]}


def target_value(target: Target, region_code: str, period: str) -> float | None:
    """Return a series' percent for a region in the period's year; None where the plan states none.

    Nothing is drawn between two stated years, and a region has no share in its country's target: no distance is ever
    taken to another region's or another year's.
    """
    return target.values.get(region_code, {}).get(period_end(period).year)


def named_figure(target: Target, area: str, period: str) -> tuple[str, int, float] | None:
    """Return the target to name and to lay a map's classes around: region_code, year and percent; None without one.

    The area's own before the country's; the period's year, else the first that has not passed by then, else the last.
    It says nothing of how far any region is from a target: that is `target_value`.
    """
    for region in (area, "ID"):
        if years := target.values.get(region):
            open_years = [year for year in sorted(years) if year >= period_end(period).year]
            year = open_years[0] if open_years else max(years)
            return region, year, years[year]
    return None


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


def _target(entry: dict[str, Any]) -> Target:
    values = {
        region_code: {int(year): float(value) for year, value in years.items()}
        for region_code, years in entry["values"].items()
    }
    sources = tuple(_citation(key) for key in entry["sources"])
    return Target(entry["id"], entry["title"], entry["explanation"], values, sources)


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
