"""Targets side by side: who set each, for which year, and how far the region's newest figure is from it."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.language.i18n import _, exact_text, own, period_label
from components.report.differences import change_text
from components.report.labels import region_title, status_title, value_text
from components.state import reference
from components.state.view import View
from data.periods import period_end, sort_periods
from data.profile import distance_to_target
from data.query import Row, each_row
from data.sources import Citation
from data.targets import TargetFigure, figures_of


@dataclass(frozen=True)
class TargetLine:
    """One target in words. apart: how far the newest figure is from it, "" without one; note: "" for nothing."""

    region: str
    year: str
    value: str
    series: str
    apart: str
    source: Citation
    note: str


def target_lines(view: View, codes: Sequence[str]) -> list[TargetLine]:
    """Return the targets that were set for these very regions, region by region and year by year."""
    series = view.figures.series("coverage", "all")
    return [_line(one, series, view) for one in figures_of(reference.targets(), codes)]


def rivals_sentence(code: str) -> str:
    """Name all targets set for one region with who set them; "" where there are none."""
    found = figures_of(reference.targets(), [code])
    said = [f"{target_text(one)} ({own(reference.targets()[one.series].title)}, {one.year})" for one in found]
    return _("Targets of {area}: {targets}.", area=region_title(code), targets="; ".join(said)) if said else ""


def target_text(figure: TargetFigure) -> str:
    """Write a target as printed, with all its decimals: 60,80 %."""
    return _("{value} %", value=exact_text(figure.value_printed))


def _line(figure: TargetFigure, series: pd.DataFrame, view: View) -> TargetLine:
    return TargetLine(
        region=region_title(figure.region_code),
        year=str(figure.year),
        value=target_text(figure),
        series=own(reference.targets()[figure.series].title),
        apart=_apart(figure, series, view),
        source=figure.source,
        note=own(dict(figure.note)),
    )


def _apart(figure: TargetFigure, series: pd.DataFrame, view: View) -> str:
    """Write `−31,3 poin persen (30,7 %, Juni 2025)`; simulated figures say what they are."""
    indicator, row = reference.indicators()["coverage"], _newest(figure, series)
    distance = None if row is None else distance_to_target(row, figure.value, indicator)
    if row is None or distance is None:
        return ""
    known = [value_text(row, indicator), period_label(row.period), *([status_title(row)] if view.simulated else [])]
    return f"{change_text(distance.points, indicator)} ({', '.join(known)})"


def _newest(figure: TargetFigure, series: pd.DataFrame) -> Row | None:
    """Return the region's newest figure up to the end of the target's year: a later one is measured against others."""
    known = series[series["region_code"].eq(figure.region_code) & series["value"].notna()]
    periods = [one for one in known["period"] if period_end(one).year <= figure.year]
    if not periods:
        return None
    return next(each_row(known[known["period"].eq(sort_periods(periods)[-1])]))
