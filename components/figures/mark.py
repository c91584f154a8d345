"""The word that every chart of made-up figures carries inside itself."""

import plotly.graph_objects as go

ORANGE = "#c2590c"


def mark_simulated(figure: go.Figure, word: str) -> go.Figure:
    """Write the word into the upper right corner, where a copied picture keeps it."""
    return figure.update_layout(
        title={
            "text": f"<b>{word}</b>",
            "font": {"size": 18, "color": ORANGE},
            "x": 1,
            "xref": "paper",
            "xanchor": "right",
            "y": 0.99,
            "yanchor": "top",
        }
    )
