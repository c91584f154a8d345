"""What every chart has on the screen: letters in the ink of the page, and the word for made-up figures."""

import plotly.graph_objects as go

# White on it has a contrast of 5.4, on whichever ground the chart lies.
ORANGE = "#b84f00"
ROOM = 30


def write_in(figure: go.Figure, ink: str) -> go.Figure:
    """Set all letters in one ink: Streamlit draws axes and titles in a grey of 3.7 to 1, too faint for a projector."""
    figure.update_layout(font_color=ink, legend_font_color=ink, legend_title_font_color=ink)
    figure.update_xaxes(tickfont_color=ink, title_font_color=ink)
    return figure.update_yaxes(tickfont_color=ink, title_font_color=ink)


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
