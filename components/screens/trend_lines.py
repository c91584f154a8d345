"""Lines over time, as every screen draws them: the figures, the chart, and what is said below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components.charts.mark import Part, unmarked
from components.charts.trend import Mark, trend_figure
from components.language.i18n import _, date_label, exact_number, language, number, own, period_label, use_language
from components.report.changes import beside
from components.report.labels import counts_text, figure_text, region_title, status_title, unit_title
from components.report.regimes import break_sentence, regime_title
from components.state import reference
from components.state.memo import remember
from components.state.view import Figures, View
from data.indicators import Indicator
from data.periods import first_day, frequency, period_end
from data.policy import load_milestones
from data.quantity import shown_values
from data.query import Row, each_row
from data.regimes import UNSAID

# The first figure of a line on an index, and how far below the lowest one its axis begins.
FIRST, BELOW = 100, 0.95


@dataclass(frozen=True)
class Shown:
    """How lines are drawn. span: years up to the newest figure, `all` of them; base: `first` for an index."""

    span: str = "all"
    base: str = "value"


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines over time, whatever period is in view.

    rows: all periods of every frequency for the chosen regions, their area and the country, gaps included.
    figure: the chart, None where no region has a figure. notes: what is said below it.
    """

    rows: pd.DataFrame
    figure: Part | None = None
    notes: tuple[str, ...] = ()


def lines_of(view: View, codes: Sequence[str], series: str, shown: Shown = Shown()) -> Lines:
    """Return the lines of some regions, with the figures of a target series."""
    one = view.selection
    return _lines(view.figures, (one.indicator, one.segment, one.area), tuple(codes), (series, shown), language())


@remember(128, figures=True)
def _lines(
    figures: Figures, measure: tuple[str, str, str], codes: tuple[str, ...], asked: tuple[str, Shown], spoken: str
) -> Lines:
    """The same for everybody. measure: indicator, segment and area; spoken: the language of the texts."""
    use_language(spoken)
    indicator, area, (series, shown) = reference.indicators()[measure[0]], measure[2], asked
    rows = _rows(figures.series(*measure[:2]), codes, area, indicator)
    known = within(rows[rows["value"].notna()], shown.span)
    if known.empty:
        return Lines(rows)
    days = known["period"].map(period_end)
    targets = _targets(series, [*codes, area]) if indicator.id == "coverage" else []
    near = [mark for mark in targets if mark.day.year <= days.max().year + 1]
    decrees = _milestones(days.min(), days.max())
    drawn, unit, low = known, unit_title(indicator), 0.0
    if shown.base == "first":
        drawn, unit = _written(on_index(known)), index_title()
        low = BELOW * float(drawn["displayed"].min()) if len(drawn) else low
    notes = _notes(known, figures, [mark.hover for mark in targets if mark not in near], decrees)
    return Lines(rows, trend_figure(drawn, decrees, near, unit, low), tuple(notes))


def within(known: pd.DataFrame, span: str) -> pd.DataFrame:
    """Return the rows of the last years up to the newest of them; all of them for `all`."""
    if span == "all" or known.empty:
        return known
    days = known["period"].map(period_end)
    newest = days.max()
    return known[days.map(lambda day: (day.year + int(span), day.month) >= (newest.year, newest.month))]


def on_index(known: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with `displayed` as an index of each region's first figure; none of a region that begins at 0."""
    ordered = known.assign(day=known["period"].map(period_end)).sort_values("day", kind="stable")
    first = known["region_code"].map(ordered.groupby("region_code")["value"].first())
    some = first.gt(0)
    return known[some].assign(displayed=(FIRST * known["value"] / first)[some].round(1))


def _written(rows: pd.DataFrame) -> pd.DataFrame:
    texts = [number(value, 1) for value in rows["displayed"]]
    hover = [f"{said}<br>{index_title()}: {text}" for said, text in zip(rows["hover"], texts, strict=True)]
    return rows.assign(text=texts, hover=hover)


def index_title() -> str:
    """Return what an index is measured in."""
    return _("index, first figure = {first}", first=FIRST)


def _rows(series: pd.DataFrame, codes: Sequence[str], area: str, indicator: Indicator) -> pd.DataFrame:
    references = beside(series, codes, area, indicator)
    rows = series[series["region_code"].isin([*codes, *references])]
    roles = dict.fromkeys(codes, "chosen") | {area: "area"} | {"ID": "country"}
    order = {code: place for place, code in enumerate([*codes, *references])}
    return rows.assign(
        name=rows["region_code"].map(region_title),
        role=rows["region_code"].map(roles),
        text=["" if row.gap else figure_text(row, indicator) for row in each_row(rows)],
        displayed=shown_values(rows, indicator),
        hover=[_hover(row, indicator) for row in each_row(rows)],
        broken=_broken(rows),
    ).sort_values("region_code", key=lambda column: column.map(order), kind="stable")


def _broken(rows: pd.DataFrame) -> list[str]:
    """What changed below the line since a region's figure before; "" where nothing did. rows: periods ascend."""
    last: dict[str, Row] = {}
    said = []
    for row in each_row(rows):
        before = last.get(row.region_code)
        said.append("" if row.gap or before is None else unmarked(break_sentence(row, before)))
        if not row.gap:
            last[row.region_code] = row
    return said


def _notes(known: pd.DataFrame, figures: Figures, far: list[str], decrees: list[Mark]) -> Iterator[str]:
    unsaid = known[known["role"].eq("area") & known["regime"].eq(UNSAID)]
    if unsaid["source_id"].nunique() > 1 and not figures.dataset.simulated:
        yield _("The line joins figures of several sources; what they count as denominator may differ.")
    for row in each_row(known[known["broken"] != ""]):
        yield f"{row.name}, {period_label(row.period)}: {row.broken}"
    if far:
        yield _("Beyond the time shown: {targets}", targets="; ".join(far))
    yearly = known["period"].map(frequency).eq("year").any()
    if decrees:
        yield _("Above the lines: {decrees}.", decrees="; ".join(f"{one.label} ({one.when})" for one in decrees))
    solid = _("Solid between neighbouring periods; dashed where figures between are missing.")
    yield solid + (" " + _("Squares are yearly figures.") if yearly else "")


def _milestones(first: date, last: date) -> list[Mark]:
    marks = []
    for decree in load_milestones():
        day = first_day(decree.date)
        if first.replace(day=1) <= day <= last:
            when = date_label(decree.date)
            marks.append(Mark(day, own(decree.title), f"{when}: {own(decree.explanation)}", when=when))
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


def _hover(row: Row, indicator: Indicator) -> str:
    lines = [region_title(row.region_code), period_label(row.period)]
    if row.gap:
        return ""
    lines.append(figure_text(row, indicator))
    lines += [counts_text(row)] if counts_text(row) else []
    lines += [regime_title(row.regime)] if row.regime != UNSAID else []
    lines.append(status_title(row))
    return "<br>".join(map(unmarked, lines))
