"""What the columns of figures measure: indicator and segment, from their names and the file's titles."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from data.indicators import Indicator
from data.intake.about import About, indicator_in, plain, segment_in
from data.intake.columns import Proposal
from data.intake.figures import is_yes_or_no
from data.intake.findings import sheet_name
from data.intake.opened import Opened
from data.intake.plan import FIGURES, Measure


def find_measures(
    opened: Opened, texts: pd.DataFrame, about: About, roles: Mapping[str, str], scores: list[Proposal]
) -> tuple[Measure, ...]:
    """Return what the columns of figures measure; () where there are none.

    texts: the long table; roles: the columns that are taken already; scores: as `score_columns` gives them.
    A column per segment gives a measure each; counts and a percentage of one segment are one ratio.
    """
    figures = _figures(texts, scores, set(roles.values()))
    says = [*opened.titles, sheet_name(opened), opened.file]
    if "indicator" in roles:
        found = [Measure(**_columns(figures))] if figures else []
    else:
        groups: dict[str, dict[str, str]] = {}
        for column, role in figures.items():
            groups.setdefault(segment_in(column, about), {})[column] = role
        found = [
            replace(one, segment=segment) for segment, group in groups.items() for one in _group(group, says, about)
        ]
    if "segment" in roles:
        return tuple(replace(one, segment="") for one in found)
    return tuple(one if one.segment else replace(one, segment=_usual_segment(one, says, about)) for one in found)


def _figures(texts: pd.DataFrame, scores: list[Proposal], taken: Collection[str]) -> dict[str, str]:
    """Return the role of every column of figures, in the order of the table."""
    best: dict[str, str] = {}
    for one in scores:
        if one.role in FIGURES and one.column not in taken:
            best.setdefault(one.column, one.role)
    answers = {column: "numerator" for column in map(str, texts) if column not in taken and is_yes_or_no(texts[column])}
    return {column: (best | answers)[column] for column in map(str, texts) if column in best or column in answers}


def _columns(figures: Mapping[str, str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for column, role in figures.items():
        columns.setdefault(role, column)
    return columns


def _group(figures: Mapping[str, str], says: list[str], about: About) -> list[Measure]:
    """Return the measures of one segment's columns: a ratio of those that belong together, each other one alone."""
    columns = _columns(figures)
    ratios = {name: one for name, one in about.indicators.items() if one.is_ratio}
    measures = []
    if len(columns) > 1:
        names = [columns[role] for role in ("value", "numerator", "denominator") if role in columns]
        indicator = _spoken([*names, *says], about, ratios) or _counting(columns, ratios)
        measures.append(Measure(indicator=indicator, **columns))
    for column, role in figures.items():
        if len(columns) < 2 or column not in columns.values():
            measures.append(_alone(column, role, says, about))
    return measures


def _counting(columns: Mapping[str, str], ratios: Mapping[str, Indicator]) -> str:
    """Return the ratio whose own word for its numerator the column has: `Peserta Aktif`; "" where none has."""
    written = plain(columns.get("numerator", ""))
    words = {name: [plain(text) for text in (one.numerator or {}).values()] for name, one in ratios.items()}
    return next((name for name in words if any(word in written for word in words[name])), "")


def _alone(column: str, role: str, says: list[str], about: About) -> Measure:
    indicator = _spoken([column], about, about.indicators) or _spoken(says, about, about.indicators)
    known = about.indicators.get(indicator)
    if known and known.is_ratio and role == "numerator":
        return Measure(indicator=indicator, numerator=column)
    return Measure(indicator=indicator, value=column)


def _spoken(texts: list[str], about: About, allowed: Mapping[str, Any]) -> str:
    return next((found for text in texts if (found := indicator_in(text, about, allowed))), "")


def _usual_segment(measure: Measure, says: list[str], about: About) -> str:
    known = about.indicators.get(measure.indicator)
    segments = known.segments if known else ("all",)
    told = next((found for text in says if (found := segment_in(text, about))), "")
    return told if told in segments else "all" if "all" in segments else segments[0]
