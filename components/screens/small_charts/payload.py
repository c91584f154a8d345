"""Small charts as the browser draws them: runs of points on one scale for all, the area's own line beside each."""

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.charts.joints import BROKEN, SOLID, pieces
from components.language.i18n import _, exact_number, language, number, period_label, short_period, use_language
from components.report.labels import area_title, figure_text, region_title, unit_title
from components.screens.trend_lines import Shown, index_title, on_index, within
from components.state import assets, reference
from components.state.memo import remember
from components.state.view import Figures, View
from data.indicators import Indicator
from data.periods import period_end, sort_periods
from data.quantity import shown_values
from data.query import Row, each_row

# Across and upward the drawing has so many steps; finer ones are not seen.
STEPS = 1000
# Rounded tops of an axis: the first that is not below the highest figure.
TOPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
SOLID_RUN, DASHED_RUN, ALONE = 0, 1, 2

# Indicator, segment, area and level.
Measure = tuple[str, str, str, str]


def rows_apart(view: View) -> pd.DataFrame:
    """Return all figures of the regions in view, gaps included."""
    return view.series[view.series["region_code"].isin(view.inside)]


def charts_of(view: View, shown: Shown) -> dict[str, Any]:
    """Return the charts of all regions in view, those with the best newest figure first; no chart without a figure."""
    one = view.selection
    return _charts(view.figures, (one.indicator, one.segment, one.area, one.level), shown, language())


@remember(64, figures=True)
def charts_url(figures: Figures, measure: Measure, shown: Shown, spoken: str) -> str:
    """Return the address of the same, for everyone who knows it: never of a draft's."""
    charts = _charts(figures, measure, shown, spoken)
    written = json.dumps(charts, separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode()
    return assets.publish({"charts.json": written}) + "/charts.json"


@remember(16, figures=True)
def _charts(figures: Figures, measure: Measure, shown: Shown, spoken: str) -> dict[str, Any]:
    """The same for everybody; spoken: the language of the texts."""
    use_language(spoken)
    indicator, area = reference.indicators()[measure[0]], measure[2]
    codes = reference.inside(area, measure[3])["region_code"].tolist()
    references = [area] if indicator.is_ratio and area not in codes else []
    series = figures.series(*measure[:2])
    rows = series[series["region_code"].isin([*codes, *references]) & series["value"].notna()]
    rows = within(rows.assign(displayed=shown_values(rows, indicator)), shown.span)
    if shown.base == "first":
        rows = on_index(rows)
    if rows.empty:
        return {"charts": [], "said": ""}
    return _drawn(rows, indicator, references, shown)


def _drawn(rows: pd.DataFrame, indicator: Indicator, references: Sequence[str], shown: Shown) -> dict[str, Any]:
    periods = sort_periods(rows["period"].unique())
    first, last = (period_end(period) for period in (periods[0], periods[-1]))
    high = top_of(float(rows["displayed"].max()))
    across, upward = STEPS / max((last - first).days, 1), STEPS / high
    found = {str(code): some for code, some in rows.groupby("region_code", sort=False)}
    beside = [_runs(found.pop(code), (first, across, upward)) for code in references if code in found]
    charts = [_chart(code, some, indicator, shown) | {"runs": _runs(some, (first, across, upward))}
              for code, some in found.items()]  # fmt: skip
    charts.sort(key=lambda chart: (-chart["last"], chart["name"]))
    return {
        "charts": charts,
        "beside": beside[0] if beside else [],
        "top": exact_number(high),
        "from": short_period(periods[0]),
        "to": short_period(periods[-1]),
        "said": _said(indicator, references, high, shown),
    }


def _said(indicator: Indicator, references: Sequence[str], high: float, shown: Shown) -> str:
    """Say what all charts share."""
    unit = index_title() if shown.base == "first" else unit_title(indicator)
    said = _("All on one scale, 0 to {top}: {unit}.", top=exact_number(high), unit=unit)
    return f"{said} " + _("Grey: {area}.", area=area_title(references[0])) if references else said


def _chart(code: str, rows: pd.DataFrame, indicator: Indicator, shown: Shown) -> dict[str, Any]:
    row = max(each_row(rows), key=lambda row: period_end(row.period))
    text = number(row.displayed, 1) if shown.base == "first" else figure_text(row, indicator)
    return {
        "code": code,
        "name": region_title(code),
        "last": float(row.displayed),
        "text": text,
        "tip": _tip(row, text),
    }


def _tip(row: Row, text: str) -> str:
    return f"{region_title(row.region_code)}, {period_label(row.period)}: {text}"


def _runs(rows: pd.DataFrame, scale: tuple[Any, float, float]) -> list[list[int]]:
    """Return the line of one region: for each run how it is drawn, then x and y of its points, y from below.

    A point that no line reaches is a run of its own.
    """
    first, across, upward = scale

    def at(day: Any, value: float) -> tuple[int, int]:
        return round((day - first).days * across), round(value * upward)

    runs: list[list[int]] = []
    reached = set()
    for days, values, joint in pieces(rows):
        if joint == BROKEN:
            continue
        kind = SOLID_RUN if joint == SOLID else DASHED_RUN
        one, two = (at(day, value) for day, value in zip(days, values, strict=True))
        reached |= {one, two}
        if runs and runs[-1][0] == kind and tuple(runs[-1][-2:]) == one:
            runs[-1] += two
        else:
            runs.append([kind, *one, *two])
    points = [at(period_end(period), value) for period, value in zip(rows["period"], rows["displayed"], strict=True)]
    return [*runs, *([ALONE, *point] for point in points if point not in reached)]


def top_of(highest: float) -> float:
    """Return the rounded top of an axis that begins at 0; one of an index or of counts may be of any size."""
    if highest <= 0:
        return 1.0
    power = 10.0 ** (len(str(int(highest))) - 1)
    return next(step * power for step in TOPS if step * power >= highest)
