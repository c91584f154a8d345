"""All regions as dots along one axis, with one of them marked: where it stands among all."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from components.figures.places import stacked
from components.figures.ranking import GREEN, GREY, ORANGE, SEPARATORS, Reference
from components.i18n import language

# Above the dots two rows of names, and above those the mark of simulated figures.
HEIGHT, HEAD, FOOT = 330, 84, 40
# Dots of the others, of the same area, and the one itself.
FAINT = "#9aa6a2"
SIZES = {"others": 6, "area": 9, "self": 15}


def distribution_figure(regions: pd.DataFrame, references: Sequence[Reference], unit: str) -> go.Figure:
    """Dots stacked where regions have about the same value; nothing is averaged away.

    regions: displayed (no gaps), role (`self`, `area` or `others`), name, hover.
    """
    rows = regions.assign(height=stacked(regions["displayed"].tolist()))
    figure = go.Figure([_dots(rows[rows["role"] == role], role) for role in SIZES if (rows["role"] == role).any()])
    most = max([*rows["height"], 6])
    for line in references:
        _draw_reference(figure, line, references)
    for row in rows[rows["role"] == "self"].itertuples():
        figure.add_annotation(
            x=row.displayed, y=row.height, text=f"<b>{unmarked(row.name)}</b>", yshift=14, arrowhead=0, ax=0, ay=-24,
            font={"size": 15},
        )  # fmt: skip
    figure.update_yaxes(visible=False, range=[-0.6, most + 2.5], fixedrange=True)
    figure.update_xaxes(title=unit, showgrid=False, zeroline=False, fixedrange=True, nticks=8, title_font_size=14)
    figure.update_layout(
        height=HEIGHT,
        margin={"t": HEAD, "b": FOOT, "l": 8, "r": 8},
        separators=SEPARATORS[language()],
        font_size=14,
        showlegend=False,
    )
    return figure


def unmarked(text: str) -> str:
    """Plotly reads tags, so names from outside lose their angle brackets."""
    return text.replace("<", "‹").replace(">", "›")


def _dots(rows: pd.DataFrame, role: str) -> go.Scatter:
    colour = {"others": FAINT, "area": GREEN, "self": ORANGE}[role]
    return go.Scatter(
        x=rows["displayed"],
        y=rows["height"],
        mode="markers",
        name=role,
        marker={"color": colour, "size": SIZES[role], "line": {"width": 0}},
        customdata=rows["hover"],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _draw_reference(figure: go.Figure, line: Reference, all_lines: Sequence[Reference]) -> None:
    """Names on top, two rows of them: province and country lie close more often than not."""
    figure.add_vline(
        x=line.value,
        layer="below",
        line={"color": GREY, "width": 2, "dash": "dot" if line.is_country else "solid"},
        annotation={
            "text": line.label,
            "yref": "paper",
            "y": 1,
            "yshift": 20 if line.is_country and len(all_lines) > 1 else 0,
            "yanchor": "bottom",
            "xanchor": "left",
            "showarrow": False,
            "font": {"size": 14},
        },
    )
