"""A trend as columns: every period of the span, and a value or nothing for each line."""

from dataclasses import dataclass

from components.language.i18n import short_period
from components.report.model import Line, LineDrawing
from data.periods import frequency, period_end

QUARTER_MONTHS = {3: "Q1", 6: "Q2", 9: "Q3", 12: "Q4"}


@dataclass(frozen=True)
class SeriesColumn:
    """One line. role: chosen, area, country or target; values: one for each label, None in a gap.

    decimals: of the last one, None where it has those of all. breaks: the places to which no line leads.
    """

    name: str
    role: str
    values: tuple[float | None, ...]
    decimals: int | None = None
    breaks: tuple[int, ...] = ()

    @property
    def last(self) -> int | None:
        """The place of the last figure, None where there is none."""
        return max((place for place, value in enumerate(self.values) if value is not None), default=None)


@dataclass(frozen=True)
class Columns:
    """The table behind a line chart; labels: the periods as written."""

    labels: tuple[str, ...]
    series: tuple[SeriesColumn, ...]


def columns_of(drawing: LineDrawing) -> Columns:
    """Lay the lines on one grid of the finest frequency that occurs; a year stands at its December.

    Periods without any figure are rows too, for a chart would else draw neighbours of what lies far apart.
    """
    every = [period for line in drawing.series for period, value in line.points if value is not None]
    if not every:
        return Columns((), ())
    step = {"month": 1, "quarter": 3, "year": 12}[_finest(every)]
    targets = [(point, point.year * 12 + 12) for point in drawing.targets]
    places = [_place(period) for period in every]
    last = max(places)
    near = [(point, place) for point, place in targets if point.year <= (last - 1) // 12 + 1]
    grid = list(range(min(places), max([last, *(place for _point, place in near)]) + 1, step))
    lines = [
        SeriesColumn(line.name, line.role, _values(_known(line), grid), line.decimals, _breaks(line, grid))
        for line in drawing.series
    ]
    stated: dict[str, dict[int, float]] = {}
    for point, place in near:
        stated.setdefault(f"{point.series} ({point.region})", {})[place] = point.value
    lines += [SeriesColumn(name, "target", _values(values, grid)) for name, values in stated.items()]
    return Columns(tuple(_label(place, step) for place in grid), tuple(lines))


def _known(line: Line) -> dict[int, float]:
    return {_place(period): value for period, value in line.points if value is not None}


def _breaks(line: Line, grid: list[int]) -> tuple[int, ...]:
    return tuple(sorted(grid.index(_place(period)) for period in line.breaks))


def _finest(periods: list[str]) -> str:
    kinds = {frequency(period) for period in periods}
    return next(kind for kind in ("month", "quarter", "year") if kind in kinds)


def _place(period: str) -> int:
    """Return months since the year 0 to the period's last month."""
    end = period_end(period)
    return end.year * 12 + end.month


def _values(known: dict[int, float], grid: list[int]) -> tuple[float | None, ...]:
    return tuple(known.get(place) for place in grid)


def _label(place: int, step: int) -> str:
    year, month = (place - 1) // 12, (place - 1) % 12 + 1
    if step == 12:
        return str(year)
    if step == 3:
        return short_period(f"{year}-{QUARTER_MONTHS[month]}")
    return short_period(f"{year}-{month:02}")
