"""Lines over time: points where there are figures, dashes across gaps, and never a value made up in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from components.charts.joints import DASHED, SOLID, Way, break_marks, pieces
from components.charts.line_ends import End, labels, width_of
from components.charts.mark import Part
from components.charts.ranking import GREY, PLAIN_NUMBERS, SEPARATORS
from components.language.i18n import language, short_period
from data.periods import frequency, period_end, sort_periods

# ColorBrewer Dark2: told apart by colour-blind eyes, and legible on a light and a dark ground.
COLOURS = ("#d95f02", "#7f7ac0", "#e7298a", "#2f86c4", "#a6761d", "#b0419b", "#d1495b", "#8a8d0f")
AREA, TARGET = "#2f8f6f", "#e7298a"
YEARLY_SYMBOL = "square"
# Above the lines a row for the unit; of what is left the lines have LINES, and decrees a band of their own on top.
HEIGHT, HEAD, FOOT, LINES, BAND = 430, 30, 30, 0.93, 0.95
SHORT_DAYS, MOST_TICKS = 900, 6
# A single period has no span of its own: half a year stands on either side of it.
ALONE = timedelta(days=183)
# Part of the span that is left free on either side, for a point is a circle.
EDGE = 0.02
# The axis reaches a little beyond the highest point.
HEADROOM = 1.06


@dataclass(frozen=True)
class Mark:
    """A decree on the time axis, or a target's figure at the end of its year.

    text: the figure in words; when: the day in words.
    """

    day: date
    label: str
    hover: str
    value: float | None = None
    text: str = ""
    when: str = ""


def trend_figure(
    lines: pd.DataFrame, milestones: Sequence[Mark], targets: Sequence[Mark], unit: str, low: float = 0.0
) -> Part:
    """One line per region, named at its end; decrees as marks in a band above the lines, targets as diamonds.

    lines: name, role (chosen, area, country), period, displayed, text (the value in words), regime, hover, broken (what
    changed since the figure before, "" where nothing did); only rows with a value. low: where the axis begins.
    The axis is one of dates whatever is drawn: left to guess, Plotly takes a line of one point for numbers.
    """
    traces, ends = _drawn(lines)
    newest = {mark.label: mark for mark in sorted(targets, key=lambda mark: mark.day)}
    ends += [End(mark.day, mark.value or 0.0, mark.label, mark.text, TARGET) for mark in newest.values()]
    top = max([*lines["displayed"], *(mark.value or 0 for mark in targets)], default=low)
    high = low + (top - low) * HEADROOM if top > low else low + 1.0
    layout = _layout((low, high), unit, width_of(ends), banded=bool(milestones))
    if len(lines):
        layout["xaxis"] |= _times(lines["period"], [mark.day for mark in targets])
        pixels = (HEIGHT - HEAD - FOOT) * (LINES if milestones else 1)
        notes, layout["shapes"] = labels(ends, layout["xaxis"]["range"], (low, high), pixels)
        layout["annotations"] += notes
    for _name, rows in lines.groupby("name", sort=False):
        layout["annotations"] += break_marks(rows)
    return {"data": [*traces, *_targets(targets), *_decrees(milestones)], "layout": layout}


def _drawn(lines: pd.DataFrame) -> tuple[list[Part], list[End]]:
    """The traces of all lines, and where each ends: those that end before the newest say when."""
    traces: list[Part] = []
    ends = []
    newest = max(lines["period"].map(period_end), default=None)
    for i, (name, rows) in enumerate(lines.groupby("name", sort=False)):
        style = _style(rows["role"].iloc[0], i)
        traces += _line(str(name), rows, style)
        last = rows.iloc[rows["period"].map(period_end).argmax()]
        day = period_end(last["period"])
        below = "" if day == newest else short_period(last["period"])
        ends.append(End(day, last["displayed"], str(name), last["text"], style["color"], below))
    return traces, ends


def _layout(axis: tuple[float, float], unit: str, right: int, *, banded: bool) -> Part:
    """axis: its ends; right: pixels right of the lines, for their names; banded: whether decrees stand above them."""
    look = {"fixedrange": True, "tickfont": {"size": 14}}
    head = {"text": unit, "x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    band = {"domain": [BAND, 1], "range": [-1, 1], "visible": False, "fixedrange": True}
    return {
        "yaxis": {
            "range": list(axis),
            "domain": [0, LINES if banded else 1],
            "zeroline": False,
            **look,
            **PLAIN_NUMBERS,
        },
        **({"yaxis2": band} if banded else {}),
        "xaxis": {"type": "date", "showgrid": False, **look},
        "height": HEIGHT,
        "margin": {"t": HEAD, "b": FOOT, "l": 8, "r": right},
        "separators": SEPARATORS[language()],
        "showlegend": False,
        "hovermode": "closest",
        "font": {"size": 14},
        "annotations": [{**head, "yshift": 6, "showarrow": False, "font": {"size": 14}}],
    }


def _times(periods: pd.Series, others: Sequence[date]) -> Part:
    """Years on a long span; on a short one the periods themselves, a few of them, in the screen's language.

    others: days beside those of the periods, which a target's mark stands at. A year's name stands in its middle:
    at its first day it would stand below the December before. The span is set: Plotly's own makes room for the labels
    at the ends, which have theirs in the margin, and on a phone that was two empty years.
    """
    ends = {period_end(period): short_period(period) for period in sort_periods(periods.unique())}
    days = list(ends)
    if (days[-1] - days[0]).days > SHORT_DAYS:
        ticks: Part = {"dtick": "M12", "tickformat": "%Y", "ticklabelmode": "period", "ticks": "outside", "ticklen": 5}
    else:
        some = _apart(days)
        ticks = {"tickvals": some, "ticktext": [ends[day] for day in some]}
    first, last = min([*days, *others]), max([*days, *others])
    beside = (last - first) * EDGE or ALONE
    return ticks | {"range": [first - beside, last + beside]}


def _apart(days: list[date]) -> list[date]:
    """The newest of ascending days, and before it those that its name and the others' leave room for."""
    least, kept = (days[-1] - days[0]) / MOST_TICKS, [days[-1]]
    for day in reversed(days[:-1]):
        if kept[-1] - day >= least:
            kept.append(day)
    return kept[::-1]


def _style(role: str, place: int) -> Part:
    """Country grey, area in a colour of its own, so that it is the same whichever regions stand beside it."""
    if role == "country":
        return {"color": GREY, "width": 2.5}
    if role == "area":
        return {"color": AREA, "width": 4}
    return {"color": COLOURS[place % len(COLOURS)], "width": 2.5}


def _line(name: str, rows: pd.DataFrame, style: Part) -> list[Part]:
    """The traces of one region: its ways and its points."""
    ways = pieces(rows)
    own = {"type": "scatter", "legendgroup": name}
    drawn = []
    for joint in (SOLID, DASHED):
        x, y = _joined([way for way in ways if way[2] == joint])
        look = style if joint == SOLID else style | {"width": 1, "dash": "dash"}
        if x:
            drawn.append({**own, "x": x, "y": y, "mode": "lines", "line": look, "hoverinfo": "skip"})
    sparse = not ways or any(joint != SOLID for *_way, joint in ways)
    periods = rows["period"].tolist()
    symbols = [YEARLY_SYMBOL if frequency(period) == "year" else "circle" for period in periods]
    points = {
        **own,
        "x": [period_end(period) for period in periods],
        "y": rows["displayed"].tolist(),
        "mode": "markers",
        "name": name,
        "marker": {"color": style["color"], "size": 10 if sparse else 4, "symbol": symbols},
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    return [*drawn, points]


def _joined(ways: list[Way]) -> tuple[list[date | None], list[float | None]]:
    """All ways of one look as one trace, parted by nothing."""
    x = [day for days, _values, _neighbours in ways for day in (*days, None)]
    y = [value for _days, values, _neighbours in ways for value in (*values, None)]
    return x, y


def _decrees(milestones: Sequence[Mark]) -> list[Part]:
    """A band of quiet marks above the lines, each with its text under the pointer: nothing crosses line or label."""
    if not milestones:
        return []
    return [
        {
            "type": "scatter",
            "x": [mark.day for mark in milestones],
            "y": [0] * len(milestones),
            "yaxis": "y2",
            "mode": "markers",
            "name": "decrees",
            "marker": {"symbol": "triangle-down", "size": 11, "color": GREY},
            "customdata": [f"<b>{mark.label}</b><br>{mark.hover}" for mark in milestones],
            "hovertemplate": "%{customdata}<extra></extra>",
            "cliponaxis": False,
        }
    ]


def _targets(targets: Sequence[Mark]) -> list[Part]:
    """Named at the right edge, as the lines are."""
    if not targets:
        return []
    return [
        {
            "type": "scatter",
            "x": [mark.day for mark in targets],
            "y": [mark.value for mark in targets],
            "text": [mark.text for mark in targets],
            "customdata": [mark.hover for mark in targets],
            "mode": "markers",
            "marker": {"symbol": "diamond", "size": 12, "color": TARGET},
            "hovertemplate": "%{customdata}<extra></extra>",
            "name": targets[0].label,
        }
    ]
