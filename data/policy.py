"""Milestones, target series and the five programmes, as policy.toml states them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.periods import period_end
from data.settings import read_settings

_FILE = Path(__file__).with_name("policy.toml")


@dataclass(frozen=True)
class Milestone:
    """A rule that a trend chart marks. date: `2021-03-25`, or `2022-06` where only the month is known."""

    date: str
    title: dict[str, str]
    explanation: dict[str, str]

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


@dataclass(frozen=True)
class Contribution:
    """What a segment pays for a programme.

    text: by language. rule, date: the regulation and its day, "" where our sources name none.
    monthly_from: rupiah per worker and month at the base income, None where it depends on a wage.
    """

    segment: str
    text: dict[str, str]
    rule: str
    date: str
    monthly_from: int | None


@dataclass(frozen=True)
class Programme:
    """One of the five programmes. benefit: by language, "" where our sources state none."""

    id: str
    title: dict[str, str]
    benefit: dict[str, str]
    contributions: tuple[Contribution, ...]


def load_milestones() -> list[Milestone]:
    """Return the milestones, oldest first."""
    milestones = [Milestone(**entry) for entry in _contents()["milestones"]]
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
    """Return a figure to name and to lay a map's classes around: whose it is, its year and its percent.

    The area's own before the country's; the period's year, else the first that has not passed by then, else the last.
    It says nothing of how far any region is from a target: that is `target_value`.
    """
    for region in (area, "ID"):
        if years := target.values.get(region):
            open_years = [year for year in sorted(years) if year >= period_end(period).year]
            year = open_years[0] if open_years else max(years)
            return region, year, years[year]
    return None


@cache
def _contents() -> dict[str, Any]:
    return read_settings(_FILE)


def _target(entry: dict[str, Any]) -> Target:
    values = {
        region_code: {int(year): float(value) for year, value in years.items()}
        for region_code, years in entry["values"].items()
    }
    return Target(entry["id"], entry["title"], entry["explanation"], values)


def _programme(entry: dict[str, Any]) -> Programme:
    contributions = tuple(_contribution(one) for one in entry["contributions"])
    return Programme(entry["id"], entry["title"], entry["benefit"], contributions)


def _contribution(entry: dict[str, Any]) -> Contribution:
    text = {language: entry[language] for language in ("id", "en")}
    return Contribution(entry["segment"], text, entry.get("rule", ""), entry.get("date", ""), entry.get("monthly_from"))
