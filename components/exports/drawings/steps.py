"""Why a rate changed, drawn: a bar for each step, below its name and its figure."""

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from components.charts.waterfall import Steps
from components.exports.drawings.canvas import PAPER
from components.exports.parts.look import GREY, MUTED
from components.exports.parts.text import clean, shortened
from components.state import typeface

# Of a row, what its words and its bar take; of its letters' size, what a row and the title take at most.
WORDS, BAR = 0.48, 0.4
MOST_ROW, TITLE = 3.6, 1.6
MOST_SIZE = 11.0


def draw_steps(figure: Figure, drawing: Steps, place: tuple[float, float, float, float]) -> None:
    """Draw into a part of the sheet; a dotted line leads from the end of each bar to the next."""
    axes = figure.add_axes(place)
    axes.set_axis_off()
    width, height = (72 * length * part for length, part in zip(figure.get_size_inches(), place[2:], strict=True))
    rows = len(drawing.steps)
    size = min(MOST_SIZE, height / (rows * 2.6 + TITLE))
    row = min((height - TITLE * size) / rows, MOST_ROW * size)
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.text(0, 0, shortened(clean(drawing.title), 60), va="top", fontsize=size * 0.9, color=MUTED)
    tops = [TITLE * size + row * number for number in range(rows)]
    for top, end in zip(tops, drawing.ends[:-1], strict=False):
        below = (top + row * (WORDS + BAR), top + row * (1 + WORDS))
        axes.plot([end * width] * 2, below, linestyle=":", linewidth=0.8, color=GREY)
    drawn = zip(tops, drawing.steps, drawing.shares, drawing.colours, strict=True)
    for top, step, (left, long), colour in drawn:
        base, room = top + row * (WORDS - 0.06), width - typeface.width(step.text, size, bold=True) - size
        label = typeface.broken(clean(step.label), room, size)[0]
        axes.text(0, base, label, va="bottom", fontsize=size)
        axes.text(width, base, clean(step.text), ha="right", va="bottom", size=size, weight="bold", bbox=PAPER)
        bar = Rectangle((left * width, top + row * WORDS), long * width, row * BAR, color=colour, linewidth=0)
        axes.add_patch(bar)
