"""Tren: chosen regions against area and country, with decrees and targets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from components.charts.mark import Part, unmarked
from components.charts.trend import Mark, trend_figure
from components.language.i18n import _, date_label, exact_number, language, own, period_label, use_language
from components.language.markdown import plain
from components.report.changes import beside
from components.report.labels import (
    counts_text,
    figure_text,
    gap_title,
    region_title,
    status_title,
    unit_title,
)
from components.report.regimes import break_sentence, regime_title
from components.screens.class_pickers import select_target
from components.screens.panel import Twin, count_columns, show_figure, show_table
from components.screens.source_list import source_columns
from components.state import reference
from components.state.controlled import controlled
from components.state.memo import remember
from components.state.session import choose
from components.state.view import Figures, View
from data.indicators import Indicator
from data.periods import first_day, frequency, period_end
from data.policy import load_milestones
from data.quantity import decimals_in, shown_values
from data.query import Row
from data.regimes import UNSAID

MOST = 8


def select_regions(view: View) -> list[str]:
    """Draw the picker of the lines: up to MOST regions of the area, by name; highest and lowest to begin with."""
    inside = reference.inside(view.selection.area, view.selection.level)["region_code"].tolist()
    wanted = [code for code in view.selection.regions if code in inside] or _first_lines(view, inside)
    return controlled(
        st.multiselect,
        "lines",
        wanted[:MOST],
        lambda codes: choose(regions=",".join(codes)),
        label=_("Regions, up to {most}", most=MOST),
        options=sorted(inside, key=region_title),
        format_func=region_title,
        max_selections=MOST,
        placeholder=_("Choose regions"),
    )


def _first_lines(view: View, inside: list[str]) -> list[str]:
    """The selected region, else the first and the last that have a figure in the period in view."""
    if view.selection.region in inside:
        return [view.selection.region]
    ranked = view.ranked
    known = ranked.loc[ranked["value"].notna(), "region_code"]
    return list(dict.fromkeys([*known.head(1), *known.tail(1)]))


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines over time, whatever period is in view.

    rows: all periods of every frequency for the chosen regions, their area and the country, gaps included.
    figure: the chart, None where no region has a figure. notes: what is said below it.
    """

    rows: pd.DataFrame
    figure: Part | None = None
    notes: tuple[str, ...] = ()


def lines_of(view: View, codes: Sequence[str], series: str) -> Lines:
    """Return the lines of some regions, with the figures of a target series."""
    one = view.selection
    return _lines(view.figures, (one.indicator, one.segment, one.area), tuple(codes), series, language())


@remember(128, figures=True)
def _lines(figures: Figures, measure: tuple[str, str, str], codes: tuple[str, ...], series: str, spoken: str) -> Lines:
    """The same for everybody. measure: indicator, segment and area; spoken: the language of the texts."""
    use_language(spoken)
    indicator, area = reference.indicators()[measure[0]], measure[2]
    rows = _rows(figures.series(*measure[:2]), codes, area, indicator)
    known = rows[rows["value"].notna()]
    if known.empty:
        return Lines(rows)
    days = known["period"].map(period_end)
    targets = _targets(series, [*codes, area]) if indicator.id == "coverage" else []
    near = [mark for mark in targets if mark.day.year <= days.max().year + 1]
    figure = trend_figure(known, _milestones(days.min(), days.max()), near, unit_title(indicator))
    return Lines(rows, figure, tuple(_notes(known, figures, [mark.hover for mark in targets if mark not in near])))


def _rows(series: pd.DataFrame, codes: Sequence[str], area: str, indicator: Indicator) -> pd.DataFrame:
    references = beside(series, codes, area, indicator)
    rows = series[series["region_code"].isin([*codes, *references])]
    roles = dict.fromkeys(codes, "chosen") | {area: "area"} | {"ID": "country"}
    order = {code: place for place, code in enumerate([*codes, *references])}
    return rows.assign(
        name=rows["region_code"].map(region_title),
        role=rows["region_code"].map(roles),
        text=["" if row.gap else figure_text(row, indicator) for row in rows.itertuples()],
        displayed=shown_values(rows, indicator),
        hover=[_hover(row, indicator) for row in rows.itertuples()],
        broken=_broken(rows),
    ).sort_values("region_code", key=lambda column: column.map(order), kind="stable")


def _broken(rows: pd.DataFrame) -> list[str]:
    """What changed below the line since a region's figure before; "" where nothing did. rows: periods ascend."""
    last: dict[str, Row] = {}
    said = []
    for row in rows.itertuples():
        before = last.get(row.region_code)
        said.append("" if row.gap or before is None else unmarked(break_sentence(row, before)))
        if not row.gap:
            last[row.region_code] = row
    return said


def _notes(known: pd.DataFrame, figures: Figures, far: list[str]) -> Iterator[str]:
    unsaid = known[known["role"].eq("area") & known["regime"].eq(UNSAID)]
    if unsaid["source_id"].nunique() > 1 and not figures.dataset.simulated:
        yield _("The line joins figures of several sources; what they count as denominator may differ.")
    for row in known[known["broken"] != ""].itertuples():
        yield f"{row.name}, {period_label(row.period)}: {row.broken}"
    if far:
        yield _("Beyond the time shown: {targets}", targets="; ".join(far))
    yearly = known["period"].map(frequency).eq("year").any()
    solid = _("Solid between neighbouring periods; dashed where figures between are missing.")
    yield solid + (" " + _("Squares are yearly figures.") if yearly else "")


def show_trend(lines: Lines, view: View) -> None:
    """The lines, with decrees within the time shown and the figures of the target series."""
    if lines.figure is None:
        st.info(_("None of the chosen regions has a figure."))
        return
    show_figure(lines.figure, "trend", view)
    for note in lines.notes:
        st.caption(plain(note))
    show_table(lambda: _twin(lines.rows, view), "trend")


def _milestones(first: date, last: date) -> list[Mark]:
    marks = []
    for decree in load_milestones():
        day = first_day(decree.date)
        if first.replace(day=1) <= day <= last:
            marks.append(Mark(day, own(decree.title), f"{date_label(decree.date)}: {own(decree.explanation)}"))
    return marks


def _targets(series: str, codes: Sequence[str]) -> list[Mark]:
    """The figures that the series states for these regions, else for the country."""
    target = reference.targets().get(series)
    if not target:
        return []
    regions = [code for code in dict.fromkeys(codes) if code in target.values] or ["ID"]
    return [
        Mark(date(year, 12, 31), title, f"{title} {year}: {exact_number(value)}", value, exact_number(value))
        for region in regions
        for title in [f"{own(target.title)}, {region_title(region)}"]
        for year, value in target.values.get(region, {}).items()
    ]


def select_series(view: View, codes: Sequence[str]) -> str:
    """Draw the picker of the target series, for the indicator that targets speak of."""
    return select_target(view.selection, *codes) if view.selection.indicator == "coverage" else ""


def _hover(row: Row, indicator: Indicator) -> str:
    lines = [region_title(row.region_code), period_label(row.period)]
    if row.gap:
        return ""
    lines.append(figure_text(row, indicator))
    lines += [counts_text(row)] if counts_text(row) else []
    lines += [regime_title(row.regime)] if row.regime != UNSAID else []
    lines.append(status_title(row))
    return "<br>".join(map(unmarked, lines))


def _twin(rows: pd.DataFrame, view: View) -> Twin:
    indicator = view.indicator
    kept = rows[rows["value"].notna() | rows["role"].eq("chosen")]
    table = pd.DataFrame(
        {
            _("Region"): kept["name"],
            _("Period"): kept["period"],
            unit_title(indicator).capitalize(): kept["displayed"],
            _("Status"): [gap_title(row.gap) if row.gap else status_title(row) for row in kept.itertuples()],
            **count_columns(kept, indicator),
            **source_columns(kept, view),
        }
    )
    return Twin(table, {unit_title(indicator).capitalize(): decimals_in(kept, indicator)})
