"""What every chart has on the screen: letters in the ink of the page, and the word for made-up figures."""

from typing import Any

# A figure, or a part of one, as Plotly takes it: plain values, which it checks once, when they are drawn. A figure
# object that grows by one part at a time is checked anew for each.
Part = dict[str, Any]

# White on it has a contrast of 5.4, on whichever ground the chart lies.
ORANGE = "#b84f00"
ROOM = 30


def dressed(figure: Part, ink: str, word: str = "") -> Part:
    """Return a figure with all letters in one ink, and with a word in its upper right corner, if there is one.

    Streamlit draws axes and titles in a grey of 3.7 to 1, too faint for a projector. A copied picture keeps the word,
    which has a row to itself.
    """
    layout = figure["layout"] | (_taller(figure["layout"]) if word else {})
    inked = {name: _inked(layout.get(name, {}), ink) for name in ("xaxis", "yaxis")}
    legend = _lettered(layout.get("legend", {}), "font", ink)
    legend["title"] = _lettered(legend.get("title", {}), "font", ink)
    marks = [*layout.get("annotations", []), *([_mark(word, layout["margin"]["t"])] if word else [])]
    more = {**_lettered(layout, "font", ink), **inked, "legend": legend, "annotations": marks}
    return figure | {"layout": more}


def unmarked(text: str) -> str:
    """Return a text without angle brackets: Plotly reads tags in names from outside."""
    return text.replace("<", "‹").replace(">", "›")


def _taller(layout: Part) -> Part:
    margin = layout["margin"] | {"t": layout["margin"]["t"] + ROOM}
    return {"height": layout["height"] + ROOM, "margin": margin}


def _inked(axis: Part, ink: str) -> Part:
    found = _lettered(axis, "tickfont", ink)
    return found | {"title": _lettered(found.get("title", {}), "font", ink)}


def _lettered(part: Part, name: str, ink: str) -> Part:
    return part | {name: part.get(name, {}) | {"color": ink}}


def _mark(word: str, head: int) -> Part:
    return {
        "text": f"<b>{word}</b>",
        "x": 1,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "yshift": head - ROOM,
        "xanchor": "right",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 18, "color": "white"},
        "bgcolor": ORANGE,
        "borderpad": 3,
    }
