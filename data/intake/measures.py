"""What the columns of figures measure: indicator and segment, from their names and the file's titles."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.indicators import Indicator
from data.intake.columns import Proposal
from data.intake.figures import is_yes_or_no
from data.intake.findings import sheet_name
from data.intake.numbers import GAP_MARKS, looks_like_number
from data.intake.parsed_file import Opened
from data.intake.persons import is_name_of_worker, private_columns
from data.intake.plan import FIGURES, MeasureColumn
from data.intake.sexes import is_of_one_sex, without_parts
from data.intake.units import Unit, is_aim, unit_in, unit_of, unit_of_cells
from data.intake.vocabulary import About, indicator_in, plain, segment_in

_SAMPLE = 200
_VILLAGES = re.compile(r"\b(?:desa|kampung|kelurahan|gampong|nagari|villages?)\b")
_UNIT_COLUMNS = frozenset({"satuan", "unit", "units", "satuan data", "satuan ukuran"})


def find_measures(
    opened: Opened, texts: pd.DataFrame, about: About, roles: Mapping[str, str], scores: list[Proposal]
) -> tuple[MeasureColumn, ...]:
    """Return what the columns of figures measure; () where there are none.

    texts: the long table; roles: the columns that are taken already; scores: as `score_columns` gives them.
    A column per segment gives a measure each; counts and a percentage of one segment are one ratio. No indicator
    is proposed against the unit that header or title name: it is left open.
    """
    roles_of = _figures(texts, scores, set(roles.values()), about)
    roles_of = {column: roles_of[column] for column in without_parts(roles_of)}
    about = _spoken_about(about, (*opened.titles, sheet_name(opened), opened.file, *map(str, texts)))
    units = _without_parts_and_aims(find_units(opened, texts, roles_of), about)
    figures = {column: role if units[column].kind == "" else "value" for column, role in roles_of.items()}
    says = _Says((*opened.titles, sheet_name(opened), opened.file), about, units)
    if "indicator" in roles:
        found = [MeasureColumn(**_columns(figures))] if figures else []
    else:
        groups: dict[str, dict[str, str]] = {}
        for column, role in figures.items():
            groups.setdefault(segment_in(column, about), {})[column] = role
        found = [replace(one, segment=segment) for segment, group in groups.items() for one in _group(group, says)]
    if "segment" in roles:
        return tuple(replace(one, segment="") for one in found)
    return tuple(one if one.segment else replace(one, segment=_usual_segment(one, says)) for one in found)


def find_units(opened: Opened, texts: pd.DataFrame, columns: Collection[str]) -> dict[str, Unit]:
    """Return the unit of each column of figures, by its name, its cells, a column of units and the file's titles."""
    units = {}
    for column in columns:
        others = [other for other in columns if other != column]
        unit = unit_of(column, others, [*_own_units(texts), *opened.titles, sheet_name(opened)])
        units[column] = replace(unit, kind=unit.kind or unit_of_cells(texts[column].unique()[:_SAMPLE]))
    return units


def _without_parts_and_aims(units: dict[str, Unit], about: About) -> dict[str, Unit]:
    """Take a percentage that names nothing beside an aim (`Target`, `Realisasi`, `Capaian (%)`) for one of the aim.

    A column of one sex is no more what its words say: it is a part of that.
    """
    aims = any(is_aim(column) for column in units)
    return {
        column: replace(unit, kind="derived")
        if is_of_one_sex(column) or (aims and unit.kind == "percent" and not _named(column, about))
        else unit
        for column, unit in units.items()
    }


def _spoken_about(about: About, texts: Sequence[str]) -> About:
    """Leave out what is said of villages where nothing speaks of one: workers are `terdaftar` as well."""
    if any(_VILLAGES.search(plain(text)) for text in texts):
        return about
    return replace(about, indicators={name: one for name, one in about.indicators.items() if one.applies_where is None})


def _named(column: str, about: About) -> bool:
    ratios = {name: one for name, one in about.indicators.items() if one.unit == "percent"}
    return bool(indicator_in(column, about, ratios))


def _own_units(texts: pd.DataFrame) -> list[str]:
    """Return what a column of units says of all rows alike: `ribu orang` under `satuan`, as portals of data have it."""
    columns = [column for column in texts if plain(str(column)) in _UNIT_COLUMNS]
    cells = {cell.strip() for column in columns for cell in texts[column].unique() if cell.strip()}
    return [f"satuan {cell}" for cell in cells] if len(cells) == 1 else []


def count_persons(opened: Opened, texts: pd.DataFrame, about: About, roles: Mapping[str, str]) -> MeasureColumn:
    """Return the measure of a file with a row a worker: those that a column of yes and no counts, or all rows."""
    counts = {name: one for name, one in about.indicators.items() if one.unit == "persons" and not one.is_ratio}
    answers = [column for column in map(str, texts) if column not in roles.values() and is_yes_or_no(texts[column])]
    told = answers[0] if answers else ""
    columns = [column for column in map(str, texts) if not is_name_of_worker(column)]
    says = (told, *opened.titles, sheet_name(opened), opened.file, *columns)
    measure = MeasureColumn(_spoken(says, about, counts), value=told)
    segment = "" if "segment" in roles else _usual_segment(measure, _Says(says, about, {}))
    return replace(measure, segment=segment)


def _figures(texts: pd.DataFrame, scores: list[Proposal], taken: Collection[str], about: About) -> dict[str, str]:
    """Return the role of every column of figures, in the order of the table."""
    private = private_columns(texts, persons=False)
    best: dict[str, str] = {}
    for one in scores:
        if one.role in FIGURES and one.column not in {*taken, *private}:
            best.setdefault(one.column, one.role)
    free = [column for column in map(str, texts) if column not in {*taken, *private}]
    answers = {column: "numerator" for column in free if is_yes_or_no(texts[column])}
    # A unit alone says that a column has figures, whatever its name: `Garis Kemiskinan (Rp)`.
    units = {column: "value" for column in free if column not in best and _tells_figures(texts, column, about)}
    found = best | units | answers
    return {column: found[column] for column in free if column in found}


def _tells_figures(texts: pd.DataFrame, column: str, about: About) -> bool:
    """Say whether a column holds figures whose name is a unit, a segment (`PU` under 2023) or an indicator."""
    unit = unit_in(column)
    named = unit.kind not in ("", "firms") or unit.scale != 1
    if not named and not segment_in(column, about) and not indicator_in(column, about, about.indicators):
        return False
    cells = [text for text in texts[column].unique()[:_SAMPLE] if text.strip().casefold() not in GAP_MARKS]
    return bool(cells) and sum(looks_like_number(text) for text in cells) > len(cells) / 2


def _columns(figures: Mapping[str, str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for column, role in figures.items():
        columns.setdefault(role, column)
    return columns


def _group(figures: Mapping[str, str], says: "_Says") -> list[MeasureColumn]:
    """Return the measures of one segment's columns: a ratio of those that belong together, each other one alone."""
    ratio = {column: role for column, role in figures.items() if says.units[column].kind in ("", "percent")}
    columns = _columns(ratio)
    ratios = {name: one for name, one in says.about.indicators.items() if one.is_ratio}
    measures = []
    if len(columns) > 1:
        names = [columns[role] for role in ("value", "numerator", "denominator") if role in columns]
        indicator = _spoken([*names, *says.texts], says.about, ratios) or _counting(columns, ratios)
        measures.append(MeasureColumn(indicator=indicator, **columns))
    for column, role in figures.items():
        if len(columns) < 2 or column not in columns.values():
            measures.append(_alone(column, role, says))
    return measures


def _counting(columns: Mapping[str, str], ratios: Mapping[str, Indicator]) -> str:
    """Return the ratio whose own word for its numerator the column has: `Peserta Aktif`; "" where none has."""
    written = plain(columns.get("numerator", ""))
    words = {name: [plain(text) for text in (one.numerator or {}).values()] for name, one in ratios.items()}
    return next((name for name in words if any(word in written for word in words[name])), "")


def _alone(column: str, role: str, says: "_Says") -> MeasureColumn:
    every, unit = says.about.indicators, says.units[column]
    allowed = {name: one for name, one in every.items() if unit.fits(one)}
    indicator = _spoken([column], says.about, allowed)
    # What the column itself speaks of and cannot be is not looked for in the title.
    if not indicator and not (unit.kind and _spoken([column], says.about, every)):
        indicator = _spoken(says.texts, says.about, allowed)
    known = every.get(indicator)
    if known and known.is_ratio and role == "numerator":
        return MeasureColumn(indicator=indicator, numerator=column)
    return MeasureColumn(indicator=indicator, value=column)


@dataclass(frozen=True)
class _Says:
    """Titles and names of the file, in which an indicator or segment may be named; units: by column of figures."""

    texts: Sequence[str]
    about: About
    units: Mapping[str, Unit]


def _spoken(texts: Sequence[str], about: About, allowed: Mapping[str, Any]) -> str:
    return next((found for text in texts if (found := indicator_in(text, about, allowed))), "")


def _usual_segment(measure: MeasureColumn, says: _Says) -> str:
    known = says.about.indicators.get(measure.indicator)
    segments = known.segments if known else ("all",)
    told = next((found for text in says.texts if (found := segment_in(text, says.about))), "")
    return told if told in segments else "all" if "all" in segments else segments[0]
