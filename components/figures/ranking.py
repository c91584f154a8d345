"""All regions as bars, best first, against the area's and the country's value."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.i18n import language

BAR = 26
HEAD = 56
# On either ground they keep 3 to 1.
GREEN, GREY, ORANGE = "#14805f", "#7f8a86", "#b84f00"
SEPARATORS = {"id": ",.", "en": ".,"}


@dataclass(frozen=True)
class Reference:
    """A line to read the bars against: what it is called, and where it stands."""

    label: str
    value: float
    is_country: bool


def ranking_figure(ranked: pd.DataFrame, references: Sequence[Reference], unit: str) -> go.Figure:
    """Horizontal bars in the order of the rows, with the area's and the country's value as lines.

    ranked: label, displayed (missing for a gap), text (how it moved, behind the bar), hover, selected (bool).
    """
    rows = ranked.iloc[::-1]
    colours = [ORANGE if chosen else GREEN for chosen in rows["selected"]]
    bars = go.Bar(
        x=rows["displayed"],
        y=list(range(len(rows))),
        orientation="h",
        marker_color=colours,
        text=rows["text"],
        textposition="outside",
        textfont_size=14,
        cliponaxis=False,
        customdata=rows["hover"],
        hovertemplate="%{customdata}<extra></extra>",
    )
    figure = go.Figure(bars)
    figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=rows["label"],
        range=[-0.6, len(rows) - 0.4],
        ticks="",
        automargin=True,
        tickfont={"size": 14},
    )
    figure.update_xaxes(
        title_text=unit,
        side="top",
        rangemode="tozero",
        showgrid=True,
        zeroline=True,
        fixedrange=True,
        tickfont={"size": 14},
    )
    figure.update_layout(
        height=HEAD + 34 + BAR * len(rows),
        margin={"t": HEAD, "b": 34, "l": 8, "r": 56},
        bargap=0.35,
        separators=SEPARATORS[language()],
        font_size=14,
        yaxis_fixedrange=True,
    )
    _draw_references(figure, references)
    return figure


def _draw_references(figure: go.Figure, references: Sequence[Reference]) -> None:
    """Lines with their names below; of two, the lower is named to its left and the higher to its right."""
    lowest = min((line.value for line in references), default=0.0)
    for line in references:
        leftward = len(references) > 1 and line.value == lowest and not (line.is_country and _same(references))
        figure.add_vline(
            x=line.value,
            line={"color": GREY, "width": 2, "dash": "dot" if line.is_country else "solid"},
            annotation={
                "text": line.label,
                "yref": "paper",
                "y": 0,
                "yanchor": "top",
                "xanchor": "right" if leftward else "left",
                "showarrow": False,
                "font": {"size": 14},
            },
        )


def _same(references: Sequence[Reference]) -> bool:
    return len({line.value for line in references}) == 1
