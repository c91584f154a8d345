"""Lines over time: points where there are figures, dashes across gaps, and never a value made up in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from components.charts.joints import DASHED, SOLID, Way, break_marks, pieces
from components.charts.mark import Part
from components.charts.places import spread
from components.charts.ranking import GREY, PLAIN_NUMBERS, SEPARATORS
from components.language.i18n import language, short_period
from data.periods import frequency, period_end, sort_periods

# ColorBrewer Dark2: told apart by colour-blind eyes, and legible on a light and a dark ground.
COLOURS = ("#d95f02", "#7f7ac0", "#e7298a", "#2f86c4", "#a6761d", "#b0419b", "#d1495b", "#8a8d0f")
AREA = "#2f8f6f"
YEARLY_SYMBOL = "square"
# LABEL: two rows of letters, the value and below it its period; LETTER: the width of one of them.
HEIGHT, PLOT, LABEL, LETTER = 540, 418, 34, 8
# What a target's name takes in the legend, where that has a line for each name: on a phone.
NAMED = 26
SHORT_DAYS, MOST_TICKS = 900, 6
# A single period has no span of its own: half a year stands on either side of it.
ALONE = timedelta(days=183)
# Part of the span that is left free on either side, for a point is a circle.
EDGE = 0.02
# The same for the name of a decree, on a phone.
NARROW = 0.1


@dataclass(frozen=True)
class Mark:
    """A decree on the time axis, or a target's figure at the end of its year; text: the figure in words."""

    day: date
    label: str
    hover: str
    value: float | None = None
    text: str = ""


def trend_figure(lines: pd.DataFrame, milestones: Sequence[Mark], targets: Sequence[Mark], unit: str) -> Part:
    """One line per region with its points, the decrees as upright lines and the targets as diamonds.

    lines: name, role (chosen, area, country), period, displayed, text (the value in words), regime, hover, broken (what
    changed since the figure before, "" where nothing did); only rows with a value.
    The axis is one of dates whatever is drawn: left to guess, Plotly takes a line of one point for numbers.
    """
    traces: list[Part] = []
    ends = []
    for i, (name, rows) in enumerate(lines.groupby("name", sort=False)):
        traces += _line(str(name), rows, _style(rows["role"].iloc[0], i))
        last = rows.iloc[rows["period"].map(period_end).argmax()]
        text = f"{last['text']}<br>{short_period(last['period'])}"
        ends.append((last["displayed"], period_end(last["period"]), text))
    top = max([*lines["displayed"], *(mark.value or 0 for mark in targets)], default=1.0)
    # Decrees' names hang from the top, above the lines.
    high = top * (1.3 if milestones else 1.06) or 1.0
    layout = _layout(high, unit, (NAMED if targets else 0, _room(ends)))
    if len(lines):
        layout["xaxis"] |= _times(lines["period"], [mark.day for mark in targets])
    days = _span(lines["period"])
    breaks = [mark for _name, rows in lines.groupby("name", sort=False) for mark in break_marks(rows)]
    layout["annotations"] = [*_ends(ends, high), *(_decree(mark, days) for mark in milestones), *breaks]
    layout["shapes"] = list(map(_upright, milestones))
    return {"data": [*traces, *_targets(targets)], "layout": layout}


def _room(ends: list[tuple[float, date, str]]) -> int:
    """The pixels that the longest label at an end takes right of the lines."""
    longest = max((len(row) for end in ends for row in end[2].split("<br>")), default=0)
    return max(64, 12 + LETTER * longest)


def _layout(high: float, unit: str, rooms: tuple[int, int]) -> Part:
    """rooms: pixels above the lines for a target's name, and right of them for their ends."""
    more, right = rooms
    axis = {"fixedrange": True, "tickfont": {"size": 14}}
    return {
        "yaxis": {"range": [0, high], "zeroline": False, **axis, **PLAIN_NUMBERS},
        "xaxis": {"type": "date", "showgrid": False, **axis},
        "height": HEIGHT + more,
        "margin": {"t": 92 + more, "b": 30, "l": 8, "r": right},
        "separators": SEPARATORS[language()],
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": f"{unit}: "}},
        "hovermode": "closest",
        "font": {"size": 14},
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


def _span(periods: pd.Series) -> tuple[date, date]:
    days = [period_end(period) for period in periods.unique()] or [date.min]
    return min(days), max(days)


def _apart(days: list[date]) -> list[date]:
    """The newest of ascending days, and before it those that its name and the others' leave room for."""
    least, kept = (days[-1] - days[0]) / MOST_TICKS, [days[-1]]
    for day in reversed(days[:-1]):
        if kept[-1] - day >= least:
            kept.append(day)
    return kept[::-1]


def _ends(ends: list[tuple[float, date, str]], high: float) -> list[Part]:
    """Each line has its last value at its end; values that would touch move apart, as little as they must.

    In the ink of the page: no colour of a line is legible on a light and on a dark ground.
    """
    ends = sorted(ends, key=lambda end: end[0])
    places = spread([end[0] for end in ends], high * LABEL / PLOT)
    look = {"align": "left", "xanchor": "left", "xshift": 8, "showarrow": False, "font": {"size": 14}}
    return [{"x": day, "y": at, "text": text, **look} for at, (_value, day, text) in zip(places, ends, strict=True)]


def _style(role: str, place: int) -> Part:
    """Country grey, area in a colour of its own, so that it is the same whichever regions stand beside it."""
    if role == "country":
        return {"color": GREY, "width": 2.5}
    if role == "area":
        return {"color": AREA, "width": 4}
    return {"color": COLOURS[place % len(COLOURS)], "width": 2.5}


def _line(name: str, rows: pd.DataFrame, style: Part) -> list[Part]:
    """The traces of one region: its ways, its place in the legend, its points."""
    ways = pieces(rows)
    own, unnamed = {"type": "scatter", "legendgroup": name}, {"showlegend": False}
    drawn = []
    for joint in (SOLID, DASHED):
        x, y = _joined([way for way in ways if way[2] == joint])
        look = style if joint == SOLID else style | {"width": 1, "dash": "dash"}
        if x:
            drawn.append(
                {**own, "x": x, "y": y, "mode": "lines", "line": look, "showlegend": False, "hoverinfo": "skip"}
            )
    sparse = not ways or any(joint != SOLID for *_way, joint in ways)
    periods = rows["period"].tolist()
    symbols = [YEARLY_SYMBOL if frequency(period) == "year" else "circle" for period in periods]
    points = {
        **own,
        "x": [period_end(period) for period in periods],
        "y": rows["displayed"].tolist(),
        "mode": "markers",
        "name": name,
        **unnamed,
        "marker": {"color": style["color"], "size": 10 if sparse else 4, "symbol": symbols},
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
    named = {**own, "x": [None], "y": [None], "mode": "lines+markers", "line": style, "name": name}
    return [*drawn, named, points]


def _joined(ways: list[Way]) -> tuple[list[date | None], list[float | None]]:
    """All ways of one look as one trace, parted by nothing."""
    x = [day for days, _values, _neighbours in ways for day in (*days, None)]
    y = [value for _days, values, _neighbours in ways for value in (*values, None)]
    return x, y


def _upright(mark: Mark) -> Part:
    line = {"color": GREY, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": mark.day, "x1": mark.day, "y0": 0, "y1": 1, "yref": "y domain", "line": line}


def _decree(mark: Mark, days: tuple[date, date]) -> Part:
    """Names run along their lines, for side by side they would overprint on a phone: left of them, but not on the axis.

    days: the first and the last of the lines.
    """
    side = "left" if mark.day - days[0] < (days[1] - days[0]) * NARROW else "right"
    place = {"x": mark.day, "y": 1, "yref": "paper", "xanchor": side, "yanchor": "top", "textangle": -90}
    return {"text": mark.label, "hovertext": mark.hover, **place, "showarrow": False, "font": {"size": 13}}


def _targets(targets: Sequence[Mark]) -> list[Part]:
    """The series is named in the legend: beside its mark a phone would cut the name and print it over the decrees."""
    if not targets:
        return []
    return [
        {
            "type": "scatter",
            "x": [mark.day for mark in targets],
            "y": [mark.value for mark in targets],
            "text": [mark.text for mark in targets],
            "customdata": [mark.hover for mark in targets],
            "mode": "markers+text",
            "textposition": "middle left",
            "marker": {"symbol": "diamond", "size": 12, "color": "#e7298a"},
            "hovertemplate": "%{customdata}<extra></extra>",
            "name": targets[0].label,
            "showlegend": True,
        }
    ]
