"""All regions as bars, best first, against the area's and the country's value."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.i18n import language

ROW = 38
HEAD, FOOT = 62, 8
# On either ground they keep 3 to 1.
GREEN, GREY, ORANGE = "#14805f", "#7f8a86", "#b84f00"
SEPARATORS = {"id": ",.", "en": ".,"}
# Plotly would write 20M for twenty million, which an Indonesian reads as twenty billion.
PLAIN_NUMBERS = {"exponentformat": "none", "separatethousands": True, "nticks": 6}


@dataclass(frozen=True)
class Reference:
    """A line to read the bars against: what it is called, and where it stands."""

    label: str
    value: float
    is_country: bool


def ranking_figure(ranked: pd.DataFrame, references: Sequence[Reference], unit: str) -> go.Figure:
    """Horizontal bars in the order of the rows, with the area's and the country's value as lines.

    ranked: label (rank, name and value), displayed, hover, selected (bool).
    """
    rows = ranked.iloc[::-1]
    places = list(range(len(rows)))
    figure = go.Figure([_bars(rows, places), _names(rows, places)])
    figure.update_yaxes(visible=False, range=[-0.5, len(rows) - 0.1], fixedrange=True)
    figure.update_xaxes(rangemode="tozero", showticklabels=False, showgrid=False, zeroline=True, fixedrange=True)
    figure.update_layout(
        height=HEAD + ROW * len(rows) + FOOT,
        margin={"t": HEAD, "b": FOOT, "l": 4, "r": 24},
        separators=SEPARATORS[language()],
        font_size=14,
        showlegend=False,
    )
    figure.add_annotation(
        text=unit, x=0, y=1, yref="paper", yshift=30, xanchor="left", yanchor="bottom", showarrow=False, font_size=14
    )
    _draw_references(figure, references)
    return figure


def _bars(rows: pd.DataFrame, places: list[int]) -> go.Bar:
    return go.Bar(
        x=rows["displayed"],
        y=places,
        width=0.26,
        orientation="h",
        marker_color=[ORANGE if chosen else GREEN for chosen in rows["selected"]],
        customdata=rows["hover"],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _names(rows: pd.DataFrame, places: list[int]) -> go.Scatter:
    """Rank, name and value above the bar: nothing is cut on a phone, and no bar hides them."""
    return go.Scatter(
        x=[0] * len(rows),
        y=[place + 0.36 for place in places],
        mode="text",
        text=rows["label"],
        textposition="middle right",
        textfont={"size": 15},
        hoverinfo="skip",
        cliponaxis=False,
    )


def _draw_references(figure: go.Figure, references: Sequence[Reference]) -> None:
    """Lines with their names on top; of two, the lower is named to its left and the higher to its right."""
    lowest = min((line.value for line in references), default=0.0)
    for line in references:
        leftward = len(references) > 1 and line.value == lowest and not (line.is_country and _same(references))
        figure.add_vline(
            x=line.value,
            layer="below",
            line={"color": GREY, "width": 2, "dash": "dot" if line.is_country else "solid"},
            annotation={
                "text": line.label,
                "yref": "paper",
                "y": 1,
                "yanchor": "bottom",
                "xanchor": "right" if leftward else "left",
                "showarrow": False,
                "font": {"size": 14},
            },
        )


def _same(references: Sequence[Reference]) -> bool:
    return len({line.value for line in references}) == 1
