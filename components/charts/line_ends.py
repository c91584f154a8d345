"""Names at the ends of lines: each with its last figure, none over another, a thin leader from each to its line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from components.charts.mark import Part, unmarked
from components.charts.places import spread

# Letters in a row, the pixels of a row and of a letter, and those that a label keeps free around itself.
ROW, TALL, LETTER, FREE = 19, 17, 7.4, 4
# Part of the time shown that a leader crosses at most, and the size of the dot where it would be longer.
NEAR, DOT = 0.05, 9


@dataclass(frozen=True)
class End:
    """The last point of a line, or a target. text: its figure; below: its period, where that is not the newest."""

    day: date
    value: float
    name: str
    text: str
    colour: str
    below: str = ""

    @property
    def rows(self) -> list[str]:
        """Return the label, name before figure, in rows that a phone has room for."""
        *rows, last = wrap(unmarked(self.name), ROW) or [""]
        fits = len(last) + 1 + len(self.text) <= ROW
        rows += [f"{last} <b>{self.text}</b>"] if fits else [last, f"<b>{self.text}</b>"]
        return [*rows, self.below] if self.below else rows


def width_of(ends: Sequence[End]) -> int:
    """Return the pixels that the longest label takes right of the lines."""
    longest = max((len(row.replace("<b>", "").replace("</b>", "")) for end in ends for row in end.rows), default=0)
    return round(max(64, 20 + LETTER * longest))


def labels(
    ends: Sequence[End], days: tuple[date, date], axis: tuple[float, float], pixels: float
) -> tuple[list[Part], list[Part]]:
    """Return the labels along the right edge of the plot, and the dots of those that no leader joins to their line.

    A leader over a long time would be read as a line: a label whose line ends early has a dot of its colour instead.
    Labels are in the ink of the page, for no colour of a line is legible on a light and on a dark ground.
    days: those of the plot's edges; axis: its lowest and its highest figure; pixels: between those two.
    """
    ends = sorted(ends, key=lambda end: end.value)
    scale = (axis[1] - axis[0]) / pixels
    rooms = [(len(end.rows) * TALL + FREE) * scale for end in ends]
    placed = list(zip(ends, spread([end.value for end in ends], rooms, *axis), strict=True))
    near = days[1] - (days[1] - days[0]) * NEAR
    led = [(end, place) for end, place in placed if end.day >= near]
    apart = [(end, place) for end, place in placed if end.day < near]
    notes = [_led(end, days[1], place) for end, place in led] + [_alone(end, days[1], place) for end, place in apart]
    return notes, [_dot(end, place) for end, place in apart]


def _led(end: End, right: date, place: float) -> Part:
    tail = {"axref": "x", "ayref": "y", "ax": right, "ay": place, "standoff": 4}
    arrow = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": end.colour}
    return {**_text(end), "x": end.day, "y": end.value, **tail, **arrow, "borderpad": 3}


def _alone(end: End, right: date, place: float) -> Part:
    return {**_text(end), "x": right, "y": place, "xshift": DOT + 6, "showarrow": False}


def _text(end: End) -> Part:
    return {"text": "<br>".join(end.rows), "xanchor": "left", "align": "left", "font": {"size": 14}}


def _dot(end: End, place: float) -> Part:
    """Beside the first row of the label."""
    up = (len(end.rows) - 1) * TALL / 2
    box = {"xref": "paper", "xsizemode": "pixel", "ysizemode": "pixel", "xanchor": 1, "yanchor": place}
    corners = {"x0": 2, "x1": 2 + DOT, "y0": up - DOT / 2, "y1": up + DOT / 2}
    return {"type": "circle", **box, **corners, "fillcolor": end.colour, "line": {"width": 0}}
