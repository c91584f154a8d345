"""Lines over time: points where there are figures, dashes across gaps, and never a value made up in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from components.figures.places import spread
from components.figures.ranking import GREY, PLAIN_NUMBERS, SEPARATORS
from components.i18n import language, period_label
from data.periods import are_neighbours, frequency, period_end, sort_periods

# ColorBrewer Dark2: told apart by colour-blind eyes, and legible on a light and a dark ground.
COLOURS = ("#d95f02", "#7f7ac0", "#e7298a", "#2f86c4", "#a6761d", "#b0419b", "#d1495b", "#8a8d0f")
AREA = "#2f8f6f"
YEARLY_SYMBOL = "square"
HEIGHT, PLOT, LABEL = 540, 418, 18
# What a target's name takes in the legend, where that has a line for each name: on a phone.
NAMED = 26
SHORT_DAYS, MOST_TICKS = 900, 6


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
    """
    figure = go.Figure()
    ends = []
    for i, (name, rows) in enumerate(lines.groupby("name", sort=False)):
        style = _style(rows["role"].iloc[0], i)
        _draw_line(figure, str(name), rows, style)
        last = rows.iloc[rows["period"].map(period_end).argmax()]
        ends.append((last["displayed"], period_end(last["period"]), last["text"], style["color"]))
    top = max([*lines["displayed"], *(mark.value or 0 for mark in targets)], default=1.0)
    _draw_ends(figure, ends, top)
    _draw_milestones(figure, milestones)
    _draw_targets(figure, targets)
    # Decrees' names hang from the top, and a target's stands beside its mark: they need a floor each.
    _set_axes(figure, top * (1.3 if milestones and targets else 1.06), unit, NAMED if targets else 0)
    if len(lines):
        _set_times(figure, lines["period"])
    return figure


def _set_axes(figure: go.Figure, top: float, unit: str, more: int) -> None:
    figure.update_yaxes(range=[0, top], zeroline=False, fixedrange=True, tickfont={"size": 14}, **PLAIN_NUMBERS)
    figure.update_layout(
        height=HEIGHT + more,
        margin={"t": 92 + more, "b": 30, "l": 8, "r": 64},
        separators=SEPARATORS[language()],
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": f"{unit}: "}},
        hovermode="closest",
        font_size=14,
    )


def _set_times(figure: go.Figure, periods: pd.Series) -> None:
    """Years on a long span; on a short one the periods themselves, a few of them, in the screen's language."""
    ends = {period_end(period): period_label(period) for period in sort_periods(periods.unique())}
    days = list(ends)
    if (days[-1] - days[0]).days > SHORT_DAYS:
        ticks = {"dtick": "M12", "tickformat": "%Y"}
    else:
        some = days[:: -(-len(days) // MOST_TICKS)]
        ticks = {"tickvals": some, "ticktext": [ends[day] for day in some]}
    figure.update_xaxes(showgrid=False, fixedrange=True, tickfont={"size": 14}, **ticks)


def _draw_ends(figure: go.Figure, ends: list[tuple[float, date, str, str | None]], top: float) -> None:
    """Each line has its last value at its end; values that would touch move apart, as little as they must."""
    ends = sorted(ends, key=lambda end: end[0])
    places = spread([end[0] for end in ends], 1.06 * top * LABEL / PLOT)
    for at, (_value, day, text, colour) in zip(places, ends, strict=True):
        font = {"size": 14} | ({"color": colour} if colour else {})
        figure.add_annotation(x=day, y=at, text=text, xanchor="left", xshift=8, showarrow=False, font=font)


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


def _draw_milestones(figure: go.Figure, milestones: Sequence[Mark]) -> None:
    """Names run along their lines: side by side they would overprint on a phone."""
    for mark in milestones:
        figure.add_vline(x=mark.day, line={"color": GREY, "width": 1, "dash": "dot"})
        figure.add_annotation(
            x=mark.day, y=1, yref="paper", text=mark.label, hovertext=mark.hover, textangle=-90,
            showarrow=False, xanchor="right", yanchor="top", font={"size": 13, "color": GREY},
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
