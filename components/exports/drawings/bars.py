"""The ranking of a slide, drawn: bars with names and figures, the area's and the country's value as lines."""

from typing import Any

from matplotlib.figure import Figure

from components.exports.drawings.canvas import PAPER, bare
from components.exports.parts.bars import fewer, unit_text
from components.exports.parts.look import GREEN, GREY, INK, MUTED, ORANGE
from components.exports.parts.text import clean, shortened
from components.language.i18n import integer
from components.report.model import BarDrawing
from components.state import typeface


def draw_bars(figure: Figure, drawing: BarDrawing, place: tuple[float, float, float, float]) -> None:
    """Draw into a part of the sheet; names stand left of their bars, figures right of them."""
    shown, left_out = fewer(drawing)
    left, bottom, width, height = place
    names = width * 0.26
    axes = figure.add_axes((left + names, bottom, width - names, height))
    bare(axes)
    rows = list(shown.rows)
    if not rows:
        return
    most = max([bar.value for bar in rows] + [line.value for line in shown.references]) or 1.0
    axes.set(xlim=(0, most * 1.22), ylim=(len(rows) - 0.4, -1.5))
    size = _font_size(height * figure.get_size_inches()[1], len(rows))
    for place_of_row, bar in enumerate(rows):
        colour = ORANGE if bar.code == shown.selected else GREEN
        axes.barh(place_of_row, bar.value, height=0.62, color=colour)
        rank = "" if bar.rank is None else f"{integer(bar.rank)}. "
        axes.text(-most * 0.012, place_of_row, rank + shortened(bar.name, 26), ha="right", va="center", fontsize=size)
        axes.text(
            bar.value + most * 0.012, place_of_row, clean(bar.text), va="center", fontsize=size, fontweight="bold",
            bbox=PAPER,
        )  # fmt: skip
    _draw_references(axes, shown, size, (width - names) * figure.get_size_inches()[0] * 72)
    figure.text(left, bottom, clean(unit_text(shown, left_out)), va="top", fontsize=7.5, color=MUTED)


def _font_size(inches: float, rows: int) -> float:
    return max(5.5, min(11.0, inches * 72 / (rows + 1.2) * 0.52))


def _draw_references(axes: Any, drawing: BarDrawing, size: float, room: float) -> None:
    """Name of two lines the lower one to its left and the higher one to its right, as far as its name fits.

    room: points that the axes are wide.
    """
    most = axes.get_xlim()[1]
    lowest = min((line.value for line in drawing.references), default=0.0)
    for line in drawing.references:
        leftward = len(drawing.references) > 1 and line.value == lowest and not line.is_country
        axes.axvline(
            line.value,
            color=INK if line.is_country else GREY,
            linewidth=1.1,
            zorder=0.5,
            linestyle=":" if line.is_country else "-",
        )
        label = f" {clean(line.label)} "
        last = most * (1 - typeface.width(label, size * 0.9) / room)
        axes.text(
            line.value if leftward else min(line.value, last), -0.75, label, ha="right" if leftward else "left",
            va="center", fontsize=size * 0.9, bbox=PAPER,
        )  # fmt: skip
