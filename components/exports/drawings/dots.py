"""All regions as dots along one axis with one marked, drawn for a brief."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from components.charts.places import stacked
from components.exports.drawings.canvas import PAPER
from components.exports.parts.brief_model import Dots
from components.exports.parts.look import GREEN, INK, LINE, MUTED, ORANGE
from components.exports.parts.text import clean
from components.language.i18n import number

FAINT = "#b9c2be"
# Above the highest column, where the lines are named.
HEADROOM = 1.35


def draw_dots(figure: Figure, dots: Dots, place: tuple[float, float, float, float]) -> None:
    """Draw into a part of the sheet: grey for all, green for its area, orange for itself."""
    axes = figure.add_axes(place)
    heights = stacked(list(dots.values))
    most = max([*heights, 8])
    _draw_references(axes, dots, most * HEADROOM)
    axes.plot(list(dots.values), heights, "o", color=FAINT, markersize=2.4, zorder=2)
    _mark(axes, dots, heights)
    low, high = min(dots.values, default=0.0), max(dots.values, default=0.0)
    if high - low < 1:  # one value, or nearly one, would fill the axis with one number
        axes.set_xlim(0, max(2 * high, 1))
    axes.set(ylim=(-1.5, most * HEADROOM), yticks=[])
    for side in ("left", "bottom"):
        axes.spines[side].set_color(LINE)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0, labelsize=7.5)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _place: number(value, 0)))
    axes.set_xlabel(clean(dots.unit), fontsize=7.5, color=MUTED, labelpad=2)


def _draw_references(axes: Axes, dots: Dots, top: float) -> None:
    """Name of two lines the lower one to its left and the higher one to its right."""
    lowest = min((line.value for line in dots.references), default=0.0)
    for line in dots.references:
        leftward = len(dots.references) > 1 and line.value == lowest
        lowest = lowest if not leftward else float("-inf")  # of two equal ones only the first
        axes.axvline(line.value, color=INK, linewidth=0.9, linestyle=":" if line.is_country else "-", zorder=1)
        axes.text(
            line.value, top, f" {clean(line.label)} ", ha="right" if leftward else "left", va="top", fontsize=7,
            color=MUTED, bbox=PAPER, zorder=3,
        )  # fmt: skip


def _mark(axes: Axes, dots: Dots, heights: Sequence[int]) -> None:
    """Draw each marked value on its own dot: the first of that value that is not taken yet."""
    at: dict[float, list[int]] = {}
    for value, height in zip(dots.values, heights, strict=True):
        at.setdefault(value, []).append(height)
    if dots.own is not None and at.get(dots.own):
        height = at[dots.own].pop(0)
        axes.plot([dots.own], [height], "o", color=ORANGE, markersize=7, zorder=4)
        axes.annotate(
            clean(dots.name), (dots.own, height), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=8.5,
            color=ORANGE, fontweight="bold", zorder=5,
        )  # fmt: skip
    others = [value for value in dots.area if at.get(value)]
    axes.plot(others, [at[value][0] for value in others], "o", color=GREEN, markersize=4, zorder=3)
