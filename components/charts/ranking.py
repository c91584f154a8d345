"""What charts are read against: the area's and the country's value as lines, and the colours that all share."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.charts.mark import Part

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
