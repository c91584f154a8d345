"""The sheet that drawings are made on, and its files: SVG whose text is text, PNG at twice the size."""

import io
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image

from components.exports.parts.look import INK, LINE, MUTED, ORANGE
from components.exports.parts.text import clean, shortened, spaced
from components.language.i18n import _
from components.state import typeface

for _file in typeface.files():
    font_manager.fontManager.addfont(str(_file))
# Set once for this process, for nothing else in it draws with matplotlib. No mathematics in text: a region
# might be called $x$. Text stays text, so that it can be searched and the reader's or the PDF's font draws it.
mpl.rcParams.update(
    {
        "text.parse_math": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "cakupan",
        "font.family": [typeface.FAMILY, "DejaVu Sans"],  # the second has the letters that the first lacks
        "axes.edgecolor": LINE,
        "axes.labelcolor": INK,
        "text.color": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "hatch.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
    }
)
PNG_DPI = 192.0
STYLE = b'<style type="text/css">'
# Paper behind letters, so that a line there does not cross them out. (A rim around them would turn text into paths.)
PAPER = {"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.6}
# The mark of simulated figures takes so many inches of the title's line; the edges so many on each side.
TITLE_SIZE, MARK_INCHES, EDGE_INCHES = 13, 1.6, 0.18
# Two lines of a title, one of what it is about and five of a source is what there is room for.
MOST_TITLE, MOST_SOURCE = 130, 700


def sheet(size: tuple[float, float]) -> Figure:
    """Return an empty sheet; size in inches."""
    return Figure(figsize=size, facecolor="white")


def to_svg(figure: Figure, alone: bool = False) -> bytes:
    """Return vectors; nothing in them tells when and with what they were made, so equal figures are equal files.

    alone: it takes its letters along, for it stands in no document that has them.
    """
    FigureCanvasSVG(figure)
    content = io.BytesIO()
    figure.savefig(content, format="svg", metadata={"Date": None, "Creator": None})
    drawn = content.getvalue()
    return drawn.replace(STYLE, STYLE + typeface.embedded().encode(), 1) if alone else drawn


def to_png(figure: Figure) -> bytes:
    """Return pixels; 256 colours, for there are few: a quarter of the size, and quicker."""
    canvas = FigureCanvasAgg(figure)
    figure.set_dpi(PNG_DPI)
    canvas.draw()
    plain = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    content = io.BytesIO()
    plain.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        content, "PNG", dpi=(PNG_DPI, PNG_DPI)
    )
    return content.getvalue()


def say_around(figure: Figure, titles: tuple[str, str], source: str, simulated: bool) -> None:
    """Put titles, source and the mark of simulated figures inside the picture, where a copy keeps them.

    titles: of the picture, and below it what its figures are.
    """
    width, height = figure.get_size_inches()
    edge, room = EDGE_INCHES / width, width - (MARK_INCHES if simulated else 0)
    said = wrapped(shortened(titles[0], MOST_TITLE), room, TITLE_SIZE)
    figure.text(edge, 1 - 0.16 / height, said, va="top", fontsize=TITLE_SIZE, fontweight="bold")
    below = 0.16 + (1 + said.count("\n")) * TITLE_SIZE * 1.35 / 72
    figure.text(edge, 1 - below / height, shortened(titles[1], MOST_TITLE), va="top", fontsize=9.5, color=MUTED)
    source = wrapped(shortened(source, MOST_SOURCE), width)
    figure.text(edge, 0.12 / height, source, va="bottom", fontsize=7.5, color=MUTED, linespacing=1.35)
    if simulated:
        mark(figure)


def mark(figure: Figure) -> None:
    _width, height = figure.get_size_inches()
    figure.text(
        0.985, 1 - 0.16 / height, _("SIMULATION"), ha="right", va="top", fontsize=TITLE_SIZE, fontweight="bold",
        color=ORANGE,
    )  # fmt: skip


def wrapped(text: str, width: float, size: float = 7.5) -> str:
    """Return a text in lines of a width in inches, the edges on both sides left free."""
    return "\n".join(typeface.broken(spaced(clean(text)), (width - 2 * EDGE_INCHES) * 72, size, bold=True))


def bare(axes: Any) -> None:
    """Take away frame and ticks: boundaries and bars speak for themselves."""
    axes.set_axis_off()
