"""Which bars are shown where there are too many: both ends, and the region one looks for."""

from dataclasses import replace

from components.exports.parts.look import MOST_BARS
from components.language.i18n import _, integer
from components.report.model import BarDrawing


def fewer(drawing: BarDrawing, most: int = MOST_BARS) -> tuple[BarDrawing, int]:
    """Return the drawing with at most so many bars, and how many were left out between its ends."""
    rows = drawing.rows
    if len(rows) <= most:
        return drawing, 0
    head, tail = most - most // 2, most // 2
    kept = [*rows[:head], *(bar for bar in rows[head:-tail] if bar.code == drawing.selected), *rows[-tail:]]
    return replace(drawing, rows=tuple(kept)), len(rows) - len(kept)


def unit_text(drawing: BarDrawing, left_out: int) -> str:
    """Return what the bars measure, and that some are not shown."""
    more = _("; {count} between the ends are not shown", count=integer(left_out)) if left_out else ""
    return drawing.unit + more
