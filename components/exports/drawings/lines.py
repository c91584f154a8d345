"""The trend of a slide, drawn: solid between neighbouring periods, dashed where figures between are missing."""

from datetime import date
from itertools import pairwise
from typing import Any

from matplotlib import dates
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from components.charts.places import spread
from components.exports.drawings.canvas import PAPER
from components.exports.parts.look import GREY, LINE, MUTED, TARGET, line_colour
from components.exports.parts.text import clean, shortened
from components.language.i18n import exact_number, number, period_label, short_period
from components.report.model import Line, LineDrawing
from components.state import typeface
from data.periods import are_neighbours, first_day, frequency, period_end, sort_periods

# A trend over less than this names months, over more only years.
SHORT_DAYS, MOST_TICKS = 900, 4
HEADROOM = 1.08
# Points; of the axes' numbers, of names at the ends, of a target's.
TICK, NAME, AIM = 8, 8, 7.5
# Of the place: what the axes take at the most and at the least; names stand right of them.
WIDEST, NARROWEST = 0.76, 0.4


def draw_lines(figure: Figure, drawing: LineDrawing, place: tuple[float, float, float, float]) -> None:
    """Draw into a part of the sheet; room for the names at the ends of the lines is taken from the place's right."""
    left, bottom, width, height = place
    known = {line.code: _known(line) for line in drawing.series}
    days = [period_end(period) for points in known.values() for period, _value in points]
    if not days:
        return
    targets = [point for point in drawing.targets if point.year <= max(days).year + 1]
    top = max([value for points in known.values() for _p, value in points] + [point.value for point in targets]) or 1.0
    points = figure.get_size_inches()[0] * 72
    start = max(left, (typeface.width(number(top, 0), TICK) + 8) / points)
    ends = [*days, *(date(point.year, 12, 31) for point in targets)]
    room = left + width - start - _names_room(drawing, known) / points
    axes = figure.add_axes((start, bottom, _axes_width(room, width, (min(ends), max(days), max(ends))), height))
    axes.set_ylim(0, top * HEADROOM)
    _draw_series(axes, drawing, known)
    _draw_targets(axes, targets, axes.get_position().width * points)
    _draw_milestones(axes, drawing, (min(days), max(days)), top)
    periods = sort_periods({period for points in known.values() for period, _value in points})
    _set_axes(axes, drawing, {period_end(period): period_label(period) for period in periods})
    _name_ends(axes, drawing, known, (height * figure.get_size_inches()[1], top))


def _known(line: Line) -> list[tuple[str, float]]:
    return [(period, value) for period, value in line.points if value is not None]


def _draw_series(axes: Any, drawing: LineDrawing, known: dict[str, list[tuple[str, float]]]) -> None:
    chosen = 0
    for line in drawing.series:
        colour = line_colour(line.role, chosen)
        chosen += line.role == "chosen"
        solid, dashed = _ways(known[line.code], line.breaks)
        axes.plot(*solid, color=colour, linewidth=2.6 if line.role == "chosen" else 2.0)
        axes.plot(*dashed, color=colour, linewidth=0.9, linestyle="--")
        if dashed[0] or not solid[0] or line.breaks:
            days = [period_end(period) for period, _value in known[line.code]]
            axes.plot(days, [value for _period, value in known[line.code]], "o", color=colour, markersize=4)


Way = tuple[list[date], list[float]]


def _ways(points: list[tuple[str, float]], breaks: frozenset[str]) -> tuple[Way, Way]:
    """Return what joins neighbouring periods, and what crosses periods without a figure; pieces are parted by nothing.

    Nothing leads to a figure of another denominator.

    One path each: a line of its own for every piece takes eight times as long.
    """
    ways: tuple[Way, Way] = ([], []), ([], [])
    for first, second in pairwise(points):
        if second[0] in breaks:
            continue
        joined = frequency(first[0]) == frequency(second[0]) and are_neighbours(first[0], second[0])
        days, values = ways[0 if joined else 1]
        days += [period_end(first[0]), period_end(second[0]), period_end(second[0])]
        values += [first[1], second[1], float("nan")]
    return ways


def _axes_width(room: float, width: float, span: tuple[date, date, date]) -> float:
    """Return a width that the names at the last figure fit; span: first day, day of the last figure, last day of all.

    Further on than the last figure lie targets, whose years the names may cross.
    """
    first, last, end = span
    days = (end - first).days
    share = ((last - first).days + 0.05 * days) / (1.1 * days) if days else 0.5
    return max(NARROWEST * width, min(WIDEST * width, room / share))


def _names_room(drawing: LineDrawing, known: dict[str, list[tuple[str, float]]]) -> float:
    """Return the points that the longest name at an end takes."""
    texts = [_end_text(line, drawing, known[line.code]) for line in drawing.series if known[line.code]]
    return 10 + max(typeface.width(row, NAME, bold=True) for text in texts for row in text.split("\n"))


def _draw_targets(axes: Any, targets: list[Any], room: float) -> None:
    """Draw them; room: points left of the last year; what is too long for it stands in two lines, and is never cut."""
    for point in targets:
        day = date(point.year, 12, 31)
        axes.plot([day], [point.value], "D", color=TARGET, markersize=6)
        label = clean(f"{point.series} ({point.region}) {exact_number(point.value)}")
        axes.annotate(
            "\n".join(typeface.broken(label, room, AIM)),
            (day, point.value),
            xytext=(-6, 7),
            textcoords="offset points",
            ha="right",
            fontsize=AIM,
            color=TARGET,
            bbox=PAPER,
            zorder=4,
        )


def _draw_milestones(axes: Any, drawing: LineDrawing, span: tuple[date, date], top: float) -> None:
    for milestone in drawing.milestones:
        day = first_day(milestone.date)
        if span[0].replace(day=1) <= day <= span[1]:
            axes.axvline(day, color=GREY, linewidth=0.8, linestyle=":")
            axes.text(
                day,
                top * HEADROOM,
                clean(milestone.title),
                rotation=90,
                ha="right",
                va="top",
                fontsize=6.5,
                color=MUTED,
                bbox=PAPER,
                zorder=1.5,
            )


def _set_axes(axes: Any, drawing: LineDrawing, ends: dict[date, str]) -> None:
    """Name years under a long trend, some of the periods themselves under a short one. ends: how each day is called."""
    axes.grid(axis="y", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0, labelsize=TICK)
    decimals = 0 if axes.get_ylim()[1] > 5 else 1
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _place: number(value, decimals)))
    if (max(ends) - min(ends)).days > SHORT_DAYS:
        _name_years(axes, ends)
    else:
        some = list(ends)[:: -(-len(ends) // MOST_TICKS)]
        axes.set_xticks(some, [ends[day] for day in some])
    axes.set_title(clean(drawing.unit), loc="left", fontsize=8, color=MUTED, pad=8)


def _name_years(axes: Any, ends: dict[date, str]) -> None:
    """Name a year in its middle, between the marks of its edges: at its first day the name would stand below the
    December before. Years that stand alone, without months, are named where they stand."""
    if all(name.isdigit() for name in ends.values()):
        axes.set_xticks(list(ends), list(ends.values()))
        return
    low, high = (dates.num2date(edge).date() for edge in axes.get_xlim())
    years = range(low.year, high.year + 1)
    axes.set_xticks([date(year, 1, 1) for year in years[1:]], ["" for _year in years[1:]])
    axes.tick_params(axis="x", which="major", length=3)
    middles = {year: date(year, 7, 1) for year in years if low <= date(year, 7, 1) <= high}
    axes.set_xticks(list(middles.values()), [str(year) for year in middles], minor=True)
    axes.tick_params(axis="x", which="minor", length=0, labelsize=8)
    axes.set_xlim(low, high)


def _name_ends(
    axes: Any, drawing: LineDrawing, known: dict[str, list[tuple[str, float]]], room: tuple[float, float]
) -> None:
    """Write a line's name and last figure at its end; names that would touch move apart."""
    inches, top = room
    chosen, ends = 0, []
    for line in drawing.series:
        colour = line_colour(line.role, chosen)
        chosen += line.role == "chosen"
        if known[line.code]:
            period, value = known[line.code][-1]
            ends.append((value, period_end(period), _end_text(line, drawing, known[line.code]), colour))
    ends.sort(key=lambda end: end[0])
    heights = spread([end[0] for end in ends], top * HEADROOM * 0.3 / max(inches, 0.5))
    for height, (_value, day, text, colour) in zip(heights, ends, strict=True):
        axes.annotate(
            clean(text), (day, height), xytext=(7, 0), textcoords="offset points", va="center", fontsize=NAME,
            color=colour, fontweight="bold", annotation_clip=False, bbox=PAPER,
        )  # fmt: skip


def _end_text(line: Line, drawing: LineDrawing, points: list[tuple[str, float]]) -> str:
    """Name and figure, and below them the period: lines end at different ones."""
    period, value = points[-1]
    figure = number(value, drawing.decimals if line.decimals is None else line.decimals)
    return clean(f"{shortened(line.name, 22)} {figure}\n{short_period(period)}")
