"""The trend: chosen regions against area and country, with decrees and the target that is named."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from components.language.i18n import _, date_label, own, period_label
from components.report import model
from components.report.changes import beside, change_sentence, steps_of
from components.report.citations import cited_in, source_line
from components.report.classes import series_of
from components.report.labels import area_title, indicator_title, region_title, unit_title, view_title
from components.report.slides.deck_data import DeckView
from components.report.target_list import rivals_sentence
from components.state import reference
from data.indicators import Indicator
from data.periods import first_day, frequency, period_end, sort_periods
from data.policy import load_milestones
from data.quantity import decimals_in, shown_values
from data.regimes import UNSAID, breaks_in
from data.targets import Target, stated_for

# A target further off than this would squeeze the years that are known into a corner.
YEARS_AHEAD = 1


def trend_slide(view: DeckView) -> model.Slide | None:
    """Return the slide of the trend; None where fewer than two periods have a figure."""
    selection = view.selection
    drawing = line_drawing(view, _lines(view))
    if len({period for line in drawing.series for period, value in line.points if value is not None}) < 2:
        return None
    told = dict.fromkeys([selection.area, *_lines(view)]) if selection.since else {}
    said = [sentence for code in told if (sentence := change_sentence(view, code))]
    known = drawn_rows(view, [line.code for line in drawing.series])
    steps = (steps_of(view, code) for code in told)
    return model.Slide(
        id="trend",
        kind="trend",
        title=_("Trend: {indicator}, {area}", indicator=indicator_title(selection), area=view_title(selection)),
        sentence=next(iter([*said, *_warning(known, view)]), ""),
        lines=drawing,
        steps=next((one for one in steps if one), None),
        notes=(*said, *_warning(known, view), *_rivals(view), *milestone_notes(drawing)),
        source=source_line(known, view.titles, _span(known)),
        simulated=view.simulated,
        cites=cited_in(known),
        measures=(selection.indicator, *target_measures(view, drawing)),
    )


def _lines(view: DeckView) -> list[str]:
    """Return the regions chosen for the trend, else the selected one, else the first and last that have a figure."""
    selection = view.selection
    inside = set(reference.inside(selection.area, selection.level)["region_code"])
    wanted = [code for code in (*selection.regions, selection.region) if code in inside]
    known = view.ranked.loc[view.ranked["value"].notna(), "region_code"]
    ends = [*known.head(1), *known.tail(1)]
    return list(dict.fromkeys(wanted or ends))


def line_drawing(view: DeckView, codes: Sequence[str]) -> model.LineDrawing:
    """Return the lines of these regions, the area and the country, at the frequency of the slider."""
    selection = view.selection
    known_as = dict.fromkeys(codes, "chosen") | {selection.area: "area"} | {"ID": "country"}
    roles = {
        code: known_as[code]
        for code in [*codes, *beside(_until_now(view, codes), codes, selection.area, view.indicator)]
    }
    rows = _until_now(view, list(roles))
    rows = rows.assign(displayed=shown_values(rows, view.indicator))
    by_region = dict(iter(rows.groupby("region_code", sort=False)))
    series = tuple(
        _line(code, role, by_region[code], view.indicator) for code, role in roles.items() if code in by_region
    )
    known = {period for line in series for period, value in line.points if value is not None}
    days = [period_end(period) for period in known]
    return model.LineDrawing(
        series=tuple(line for line in series if any(value is not None for _period, value in line.points)),
        milestones=_milestones(days),
        targets=_targets(view, days),
        unit=unit_title(view.indicator),
        decimals=view.indicator.decimals,
    )


def _until_now(view: DeckView, codes: Sequence[str]) -> pd.DataFrame:
    """Return figures at the frequency of the slider up to the deck's period: a deck of November knows no December."""
    selection = view.selection
    rows = view.series[view.series["region_code"].isin(codes)]
    end = period_end(selection.period)
    shown = [one for one in rows["period"].unique() if frequency(one) == selection.every and period_end(one) <= end]
    return rows[rows["period"].isin(shown)]


def drawn_rows(view: DeckView, codes: Sequence[str]) -> pd.DataFrame:
    """Return the rows behind the points of a drawing's lines."""
    rows = _until_now(view, codes)
    return rows[rows["value"].notna()]


def target_measures(view: DeckView, drawing: model.LineDrawing, *codes: str) -> tuple[str, ...]:
    """Return the target that a drawing shows, as a slide's `measures` names it. codes: as of `with_targets_of`."""
    return (f"target-{series_of(view.selection, *codes)}",) if drawing.targets else ()


def with_targets_of(code: str, drawing: model.LineDrawing, view: DeckView) -> model.LineDrawing:
    """Return a drawing with the targets of one region's own, where a series states any, else as it is."""
    if code not in _series(view, code).values:
        return drawing
    known = [period for line in drawing.series for period, value in line.points if value is not None]
    return replace(drawing, targets=_targets(view, [period_end(period) for period in known], code))


def _line(code: str, role: str, rows: pd.DataFrame, indicator: Indicator) -> model.Line:
    name = region_title(code) if role == "chosen" else area_title(code)
    values = [None if pd.isna(value) else float(value) for value in rows["displayed"]]
    known = rows[rows["value"].notna()]
    last = decimals_in(known.tail(1), indicator)
    points = tuple(zip(rows["period"], values, strict=True))
    return model.Line(code, name, role, points, next(iter(last), None), breaks_in(known))


def _milestones(days: list[date]) -> tuple[model.Milestone, ...]:
    """Return the decrees within the time shown."""
    return tuple(
        model.Milestone(decree.date, own(decree.title), own(decree.explanation))
        for decree in load_milestones()
        if days and min(days).replace(day=1) <= first_day(decree.date) <= max(days)
    )


def _targets(view: DeckView, days: list[date], *codes: str) -> tuple[model.TargetPoint, ...]:
    """Return the chosen series' targets within the time shown: a region's own, else the area's, else the country's."""
    target = _series(view, *codes) if view.indicator.id == "coverage" and days else None
    if target is None:
        return ()
    region = stated_for(target, [*codes, view.selection.area])
    name = region_title(region) if region in codes else area_title(region)
    return tuple(
        model.TargetPoint(own(target.title), name, year, value)
        for year, value in target.values.get(region, {}).items()
        if min(days).year <= year <= max(days).year + YEARS_AHEAD
    )


def _rivals(view: DeckView) -> list[str]:
    said = rivals_sentence(view.selection.area) if view.indicator.id == "coverage" else ""
    return [said] if said else []


def _series(view: DeckView, *codes: str) -> Target:
    return reference.targets()[series_of(view.selection, *codes)]


def milestone_notes(drawing: model.LineDrawing) -> list[str]:
    """Return each decree with its day, for the presenter."""
    return [f"{date_label(one.date)}: {one.title}. {one.explanation}" for one in drawing.milestones]


def _warning(known: pd.DataFrame, view: DeckView) -> list[str]:
    unsaid = known["region_code"].eq(view.selection.area) & known["regime"].eq(UNSAID)
    several = known.loc[unsaid, "source_id"].nunique() > 1
    if not several or view.simulated:
        return []
    return [_("The line joins figures of several sources; what they count as denominator may differ.")]


def _span(known: pd.DataFrame) -> str:
    periods = sort_periods(known["period"].unique())
    return f"{period_label(periods[0])}–{period_label(periods[-1])}" if periods else ""
