"""Targets of coverage by region and year: several series rival each other, so each figure says who set it and where."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from data.cited_table import Cells, note_of, read_cited_table, refuse_empty
from data.periods import period_end
from data.settings import read_settings
from data.sources import Citation, load_citations
from data.text_table import TextTable

_SERIES = Path(__file__).with_name("targets.toml")
_FIGURES = Path(__file__).with_name("targets.csv")
TARGET_COLUMNS = ["region_code", "year", "value_printed", "series", "source_id", "note_id", "note_en"]
_KEY = ["region_code", "year", "series"]


@dataclass(frozen=True)
class TargetFigure:
    """The target of one region for one year.

    value: percent; value_printed: the same as printed. note: by language, "" where there is nothing to say.
    """

    region_code: str
    year: int
    value: float
    value_printed: str
    series: str
    source: Citation
    note: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Target:
    """A target series: one setter of targets. figures: only those that a source states."""

    id: str
    title: dict[str, str]
    explanation: dict[str, str]
    figures: tuple[TargetFigure, ...]

    @cached_property
    def values(self) -> dict[str, dict[int, float]]:
        """Return percent by region_code and year."""
        found: dict[str, dict[int, float]] = {}
        for one in self.figures:
            found.setdefault(one.region_code, {})[one.year] = one.value
        return found


def load_targets(regions: Collection[str] | None = None) -> dict[str, Target]:
    """Return the target series by id. They rival each other: name the series wherever one is drawn.

    regions: the codes that a row may name; any, where none are given. Raises DataError as `read_targets` does.
    """
    described = read_settings(_SERIES)["series"]
    figures = read_targets(_FIGURES, [entry["id"] for entry in described], load_citations(), regions)
    return {entry["id"]: _series(entry, figures) for entry in described}


def read_targets(
    source: Path | BinaryIO,
    series: Collection[str],
    citations: Mapping[str, Citation],
    regions: Collection[str] | None = None,
    name: str | None = None,
) -> list[TargetFigure]:
    """Read a table of targets, one row for each series, region and year.

    series: the ids of the series that it may name. regions: the codes that a row may name; any, where none are given.
    Raises DataError: those of `read_cited_table`, and with file and line `year_bad` (found), `percent_bad` (column,
    found) and `key_repeated` (found).
    """
    table, rows = read_cited_table(source, TARGET_COLUMNS, {"series": series}, (citations, regions), name)
    for position, row in enumerate(rows):
        _check(table, position, row)
    _refuse_repeated(table)
    return [
        TargetFigure(
            region_code=row["region_code"],
            year=int(row["year"]),
            value=float(row["value_printed"]),
            value_printed=row["value_printed"],
            series=row["series"],
            source=citations[row["source_id"]],
            note=note_of(row),
        )
        for row in rows
    ]


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
    region = stated_for(target, [area])
    if not region:
        return None
    years = target.values[region]
    open_years = [year for year in sorted(years) if year >= period_end(period).year]
    year = open_years[0] if open_years else max(years)
    return region, year, years[year]


def stated_for(target: Target, codes: Iterable[str]) -> str:
    """Return the first of these regions for which a series states a figure, else the country; "" where it has none."""
    return next((code for code in (*codes, "ID") if code in target.values), "")


def figures_of(targets: Mapping[str, Target], codes: Collection[str]) -> list[TargetFigure]:
    """Return all that is stated for these very regions, in their order, then by year: rivals stand side by side."""
    places = {code: place for place, code in enumerate(codes)}
    found = [one for target in targets.values() for one in target.figures if one.region_code in places]
    return sorted(found, key=lambda one: (places[one.region_code], one.year))


def _series(entry: Mapping[str, Any], figures: list[TargetFigure]) -> Target:
    own = tuple(one for one in figures if one.series == entry["id"])
    return Target(entry["id"], entry["title"], entry["explanation"], own)


def _check(table: TextTable, position: int, row: Cells) -> None:
    refuse_empty(table, position, row, ["year", "value_printed"])
    if not re.fullmatch(r"(19|20)[0-9]{2}", row["year"]):
        raise table.refusal("year_bad", position, found=row["year"])
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", row["value_printed"]):
        raise table.refusal("percent_bad", position, column="value_printed", found=row["value_printed"])


def _refuse_repeated(table: TextTable) -> None:
    repeated = table.rows.duplicated(_KEY)
    if repeated.any():
        position = int(repeated.to_numpy().argmax())
        raise table.refusal("key_repeated", position, found=" ".join(table.rows[_KEY].iloc[position].tolist()))
