"""The word that every chart of made-up figures carries inside itself."""

import plotly.graph_objects as go

# White on it has a contrast of 5.4, on whichever ground the chart lies.
ORANGE = "#b84f00"
ROOM = 30


def mark_simulated(figure: go.Figure, word: str) -> go.Figure:
    """Write the word into the upper right corner, where a copied picture keeps it."""
    return figure.add_annotation(
        text=f"<b>{word}</b>",
        x=1,
        y=1,
        xref="paper",
        yref="paper",
        yshift=figure.layout.margin.t - ROOM,
        xanchor="right",
        yanchor="bottom",
        showarrow=False,
        font={"size": 18, "color": "white"},
        bgcolor=ORANGE,
        borderpad=3,
    )
