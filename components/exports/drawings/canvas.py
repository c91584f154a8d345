"""The sheet that drawings are made on, and its files: SVG whose text is text, PNG at twice the size."""

import io
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from components.exports.look import INK, LINE, MUTED, ORANGE
from components.exports.text import clean
from components.i18n import _

# Set once for this process, for nothing else in it draws with matplotlib. No mathematics in text: a region
# might be called $x$. Text stays text, so that it can be searched and the reader's or the PDF's font draws it.
mpl.rcParams.update(
    {
        "text.parse_math": False,
        "svg.fonttype": "none",
        "svg.hashsalt": "cakupan",
        "font.family": ["DejaVu Sans"],
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
PICTURE_DPI = 96


def sheet(size: tuple[float, float]) -> Figure:
    """An empty sheet; size in inches."""
    return Figure(figsize=size, facecolor="white")


def to_svg(figure: Figure) -> bytes:
    """The drawing as vectors; nothing in it tells when and with what it was made, so equal figures are equal files."""
    FigureCanvasSVG(figure)
    content = io.BytesIO()
    figure.savefig(content, format="svg", metadata={"Date": None, "Creator": None})
    return content.getvalue()


def to_png(figure: Figure, scale: float = 2.0) -> bytes:
    FigureCanvasAgg(figure)
    content = io.BytesIO()
    # Level 3 of 9: a tenth larger than level 6 and twice as fast.
    plain = {"compress_level": 3}
    figure.savefig(content, format="png", dpi=PICTURE_DPI * scale, metadata={"Software": None}, pil_kwargs=plain)
    return content.getvalue()


def say_around(figure: Figure, title: str, source: str, simulated: bool) -> None:
    """Title, source and the mark of simulated figures inside the picture, where a copy keeps them."""
    width, height = figure.get_size_inches()
    edge = 0.18 / width
    figure.text(edge, 1 - 0.16 / height, clean(title), va="top", fontsize=13, fontweight="bold", wrap=True)
    figure.text(edge, 0.12 / height, wrapped(source, width), va="bottom", fontsize=7.5, color=MUTED, linespacing=1.35)
    if simulated:
        mark(figure)


def mark(figure: Figure) -> None:
    _width, height = figure.get_size_inches()
    figure.text(
        0.985, 1 - 0.16 / height, _("SIMULATION"), ha="right", va="top", fontsize=13, fontweight="bold", color=ORANGE
    )


def wrapped(text: str, width: float, size: float = 7.5) -> str:
    """Break a line at words; DejaVu's letters are about six tenths of their size wide."""
    room = int(width * 72 / (size * 0.58))
    lines: list[str] = [""]
    for word in clean(text).split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > room and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    return "\n".join(lines)


def bare(axes: Any) -> None:
    """No frame, no ticks: outlines and bars speak for themselves."""
    axes.set_axis_off()
