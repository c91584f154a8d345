"""All regions as bars, best first, against the area's and the country's value."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.charts.mark import Part
from components.language.i18n import language

ROW = 38
HEAD, FOOT = 62, 8
# On either ground they keep 3 to 1.
GREEN, GREY, ORANGE = "#14805f", "#7f8a86", "#b84f00"
SEPARATORS = {"id": ",.", "en": ".,"}
# Plotly would write 20M for twenty million, which an Indonesian reads as twenty billion.
PLAIN_NUMBERS = {"exponentformat": "none", "separatethousands": True, "nticks": 6}


@dataclass(frozen=True)
class Reference:
    """A line to read the bars against: the area's value, the country's; decimals where it is written out."""

    label: str
    value: float
    is_country: bool = False
    decimals: int | None = None


def ranking_figure(ranked: pd.DataFrame, references: Sequence[Reference], unit: str) -> Part:
    """Horizontal bars in the order of the rows, with the area's and the country's value as lines.

    ranked: label (rank, name and value), displayed, hover, selected (bool).
    """
    rows = ranked.iloc[::-1]
    places = list(range(len(rows)))
    lines, names = references_drawn(references, _sides(references))
    head = {"text": unit, "x": 0, "y": 1, "yref": "paper", "yshift": 30, "xanchor": "left", "yanchor": "bottom"}
    layout = {
        "yaxis": {"visible": False, "range": [-0.5, len(rows) - 0.1], "fixedrange": True},
        "xaxis": {
            "rangemode": "tozero",
            "showticklabels": False,
            "showgrid": False,
            "zeroline": True,
            "fixedrange": True,
        },
        "height": HEAD + ROW * len(rows) + FOOT,
        "margin": {"t": HEAD, "b": FOOT, "l": 4, "r": 24},
        "separators": SEPARATORS[language()],
        "font": {"size": 14},
        "showlegend": False,
        "shapes": lines,
        "annotations": [{**head, "showarrow": False, "font": {"size": 14}}, *names],
    }
    return {"data": [_bars(rows, places), _names(rows, places)], "layout": layout}


def _bars(rows: pd.DataFrame, places: list[int]) -> Part:
    return {
        "type": "bar",
        "x": rows["displayed"].tolist(),
        "y": places,
        "width": 0.26,
        "orientation": "h",
        "marker": {"color": [ORANGE if chosen else GREEN for chosen in rows["selected"]]},
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _names(rows: pd.DataFrame, places: list[int]) -> Part:
    """Rank, name and value above the bar: nothing is cut on a phone, and no bar hides them."""
    return {
        "type": "scatter",
        "x": [0] * len(rows),
        "y": [place + 0.36 for place in places],
        "mode": "text",
        "text": rows["label"].tolist(),
        "textposition": "middle right",
        "textfont": {"size": 15},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _sides(references: Sequence[Reference]) -> list[Part]:
    """Names stand on top of their lines; of two, the lower is named to its left and the higher to its right."""
    lowest = min((line.value for line in references), default=0.0)
    leftward = [
        len(references) > 1 and line.value == lowest and not (line.is_country and _same(references))
        for line in references
    ]
    return [{"xanchor": "right" if left else "left"} for left in leftward]


def references_drawn(references: Sequence[Reference], placed: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """Return the upright lines of an axis, and their names; placed: what is peculiar to the place of each name."""
    on_top = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": {"size": 14}}
    shape = {"type": "line", "y0": 0, "y1": 1, "yref": "y domain", "layer": "below"}
    lines = [
        {
            **shape,
            "x0": line.value,
            "x1": line.value,
            "line": {"color": GREY, "width": 2, "dash": "dot" if line.is_country else "solid"},
        }
        for line in references
    ]
    names = [
        {"x": line.value, "text": line.label, **on_top, **own} for line, own in zip(references, placed, strict=True)
    ]
    return lines, names


def _same(references: Sequence[Reference]) -> bool:
    return len({line.value for line in references}) == 1
