"""Lines over time: points where there are figures, dashes across gaps, and never a value made up in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from components.figures.places import spread
from components.figures.ranking import GREY, PLAIN_NUMBERS, SEPARATORS
from components.i18n import language, short_period
from data.periods import are_neighbours, frequency, period_end, sort_periods

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


def trend_figure(lines: pd.DataFrame, milestones: Sequence[Mark], targets: Sequence[Mark], unit: str) -> go.Figure:
    """One line per region with its points, the decrees as upright lines and the targets as diamonds.

    lines: name, role (chosen, area, country), period, displayed, text (the value in words), hover; only rows
    with a value.
    The axis is one of dates whatever is drawn: left to guess, Plotly takes a line of one point for numbers.
    """
    figure = go.Figure()
    ends = []
    for i, (name, rows) in enumerate(lines.groupby("name", sort=False)):
        style = _style(rows["role"].iloc[0], i)
        _draw_line(figure, str(name), rows, style)
        last = rows.iloc[rows["period"].map(period_end).argmax()]
        text = f"{last['text']}<br>{short_period(last['period'])}"
        ends.append((last["displayed"], period_end(last["period"]), text))
    top = max([*lines["displayed"], *(mark.value or 0 for mark in targets)], default=1.0)
    # Decrees' names hang from the top, above the lines.
    high = top * (1.3 if milestones else 1.06) or 1.0
    _draw_ends(figure, ends, high)
    _draw_milestones(figure, milestones, _span(lines["period"]))
    _draw_targets(figure, targets)
    _set_axes(figure, high, unit, (NAMED if targets else 0, _room(ends)))
    if len(lines):
        _set_times(figure, lines["period"], [mark.day for mark in targets])
    return figure


def _room(ends: list[tuple[float, date, str, str | None]]) -> int:
    """The pixels that the longest label at an end takes right of the lines."""
    longest = max((len(row) for end in ends for row in end[2].split("<br>")), default=0)
    return max(64, 12 + LETTER * longest)


def _set_axes(figure: go.Figure, high: float, unit: str, rooms: tuple[int, int]) -> None:
    """rooms: pixels above the lines for a target's name, and right of them for their ends."""
    more, right = rooms
    figure.update_yaxes(range=[0, high], zeroline=False, fixedrange=True, tickfont={"size": 14}, **PLAIN_NUMBERS)
    figure.update_xaxes(type="date", showgrid=False, fixedrange=True, tickfont={"size": 14})
    figure.update_layout(
        height=HEIGHT + more,
        margin={"t": 92 + more, "b": 30, "l": 8, "r": right},
        separators=SEPARATORS[language()],
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": f"{unit}: "}},
        hovermode="closest",
        font_size=14,
    )


def _set_times(figure: go.Figure, periods: pd.Series, others: Sequence[date]) -> None:
    """Years on a long span; on a short one the periods themselves, a few of them, in the screen's language.

    others: days beside those of the periods, which a target's mark stands at. A year's name stands in its middle:
    at its first day it would stand below the December before. The span is set: Plotly's own makes room for the labels
    at the ends, which have theirs in the margin, and on a phone that was two empty years.
    """
    ends = {period_end(period): short_period(period) for period in sort_periods(periods.unique())}
    days = list(ends)
    if (days[-1] - days[0]).days > SHORT_DAYS:
        ticks = {"dtick": "M12", "tickformat": "%Y", "ticklabelmode": "period", "ticks": "outside", "ticklen": 5}
    else:
        some = _apart(days)
        ticks = {"tickvals": some, "ticktext": [ends[day] for day in some]}
    first, last = min([*days, *others]), max([*days, *others])
    beside = (last - first) * EDGE or ALONE
    figure.update_xaxes(range=[first - beside, last + beside], **ticks)


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


def _draw_ends(figure: go.Figure, ends: list[tuple[float, date, str]], high: float) -> None:
    """Each line has its last value at its end; values that would touch move apart, as little as they must.

    In the ink of the page: no colour of a line is legible on a light and on a dark ground.
    """
    ends = sorted(ends, key=lambda end: end[0])
    places = spread([end[0] for end in ends], high * LABEL / PLOT)
    for at, (_value, day, text) in zip(places, ends, strict=True):
        figure.add_annotation(
            x=day, y=at, text=text, align="left", xanchor="left", xshift=8, showarrow=False, font={"size": 14}
        )


def pieces(rows: pd.DataFrame) -> list[tuple[pd.DataFrame, bool]]:
    """The ways from point to point, and whether each joins neighbouring periods; else a figure is missing between."""
    parts = []
    for _kind, same in rows.groupby(rows["period"].map(frequency), sort=False):
        ordered = same.iloc[same["period"].map(period_end).argsort()]
        steps = pairwise(range(len(ordered)))
        parts += [
            (ordered.iloc[[a, b]], are_neighbours(ordered["period"].iloc[a], ordered["period"].iloc[b]))
            for a, b in steps
        ]
    return parts


def _style(role: str, place: int) -> dict[str, object]:
    """Country grey, area in a colour of its own, so that it is the same whichever regions stand beside it."""
    if role == "country":
        return {"color": GREY, "width": 2.5}
    if role == "area":
        return {"color": AREA, "width": 4}
    return {"color": COLOURS[place % len(COLOURS)], "width": 2.5}


def _draw_line(figure: go.Figure, name: str, rows: pd.DataFrame, style: dict[str, object]) -> None:
    ways = pieces(rows)
    for solid in (True, False):
        x, y = _joined([way for way, neighbours in ways if neighbours == solid])
        look = style if solid else style | {"width": 1, "dash": "dash"}
        if x:
            figure.add_scatter(x=x, y=y, mode="lines", line=look, legendgroup=name, showlegend=False, hoverinfo="skip")
    figure.add_scatter(x=[None], y=[None], mode="lines+markers", line=style, name=name, legendgroup=name)
    sparse = not ways or not all(neighbours for _way, neighbours in ways)
    symbols = [YEARLY_SYMBOL if frequency(period) == "year" else "circle" for period in rows["period"]]
    figure.add_scatter(
        x=rows["period"].map(period_end),
        y=rows["displayed"],
        mode="markers",
        name=name,
        legendgroup=name,
        showlegend=False,
        marker={"color": style["color"], "size": 10 if sparse else 4, "symbol": symbols},
        customdata=rows["hover"],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _joined(ways: list[pd.DataFrame]) -> tuple[list[date | None], list[float | None]]:
    """All ways of one look as one trace, parted by nothing."""
    x: list[date | None] = []
    y: list[float | None] = []
    for way in ways:
        x += [*way["period"].map(period_end), None]
        y += [*way["displayed"], None]
    return x, y


def _draw_milestones(figure: go.Figure, milestones: Sequence[Mark], days: tuple[date, date]) -> None:
    """Names run along their lines, for side by side they would overprint on a phone: left of them, but not on the axis.

    days: the first and the last of the lines.
    """
    for mark in milestones:
        at_the_axis = mark.day - days[0] < (days[1] - days[0]) * NARROW
        figure.add_vline(x=mark.day, line={"color": GREY, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=mark.day, y=1, yref="paper", text=mark.label, hovertext=mark.hover, textangle=-90, showarrow=False,
            xanchor="left" if at_the_axis else "right", yanchor="top", font={"size": 13},
        )  # fmt: skip


def _draw_targets(figure: go.Figure, targets: Sequence[Mark]) -> None:
    """The series is named in the legend: beside its mark a phone would cut the name and print it over the decrees."""
    if targets:
        figure.add_scatter(
            x=[mark.day for mark in targets],
            y=[mark.value for mark in targets],
            text=[mark.text for mark in targets],
            customdata=[mark.hover for mark in targets],
            mode="markers+text",
            textposition="middle left",
            marker={"symbol": "diamond", "size": 12, "color": "#e7298a"},
            hovertemplate="%{customdata}<extra></extra>",
            name=targets[0].label,
            showlegend=True,
        )
