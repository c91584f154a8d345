"""Rankings and trends as native charts: their workbook holds the figures, so they can be changed and restyled."""

from typing import Any

import pandas as pd
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from components.exports.parts.bars import fewer, unit_text
from components.exports.parts.look import GREEN, GREY, INK, LINE, MOST_BARS, MUTED, ORANGE, TARGET, line_colour
from components.exports.parts.series import Columns, SeriesColumn, columns_of
from components.exports.parts.text import clean
from components.exports.pptx import pptx_private
from components.exports.pptx.place import Place, Style, add_text, name_typeface, rgb
from components.language.i18n import _, integer, language
from components.report.model import BarDrawing, LineDrawing
from data.export import to_xlsx

SHEET = "Sheet1"
# Inches.
LOW = 2.6
LOCALES = {"id": "[$-421]", "en": "[$-409]"}
# Parts of the axis; figures at the ends of two lines nearer than this would cover each other.
NEAR = 0.07
CROWD = (XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.BELOW)
# Inches that a bar with its name takes; where names stand closer every second one is left out.
BAR_HEIGHT = 0.225
# Points: a line through many periods needs no dots, one with gaps is nothing else in places.
DOT, LONE_DOT = 3, 7


def add_bars(slide: Any, drawing: BarDrawing, place: Place) -> Any:
    """Add a bar chart, best on top; the area's and the country's value are grey bars above. Returns its frame."""
    fit = int((place.height - 0.3) / BAR_HEIGHT) - len(drawing.references)
    shown, left_out = fewer(drawing, max(4, min(MOST_BARS, fit)))
    names = [line.label for line in shown.references] + [_ranked(bar.name, bar.rank) for bar in shown.rows]
    values = [line.value for line in shown.references] + [bar.value for bar in shown.rows]
    colours = [GREY] * len(shown.references) + [ORANGE if bar.code == shown.selected else GREEN for bar in shown.rows]
    data = CategoryChartData(number_format=_format(shown.decimals))
    data.categories = [clean(name) for name in names]
    data.add_series(clean(shown.unit), values)
    room = Place(place.left, place.top, place.width, place.height - 0.3)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room.emu(), data)
    frame.name = _("Ranking")
    chart = _plain(frame.chart)
    _keep_as_text(chart, pd.DataFrame({"": names, shown.unit: values}))
    _dress_bars(chart, colours, shown.decimals)
    own = [line.decimals for line in shown.references] + [bar.decimals for bar in shown.rows]
    for place_of_bar, decimals in enumerate(own):
        if decimals is not None and decimals != shown.decimals:
            _write_bar(chart.plots[0].series[0].points[place_of_bar].data_label, decimals)
    foot = Place(place.left, place.top + place.height - 0.28, place.width, 0.26)
    add_text(slide, [unit_text(shown, left_out)], foot, Style(11, colour=MUTED))
    return frame


def add_lines(slide: Any, drawing: LineDrawing, place: Place) -> Any:
    """Add a line chart over all periods of the span; one without a figure leaves its line open. Returns its frame."""
    columns = columns_of(drawing)
    data = CategoryChartData(number_format=_format(drawing.decimals))
    data.categories = [clean(label) for label in columns.labels]
    for column in columns.series:
        data.add_series(clean(column.name), column.values)
    room = Place(place.left, place.top, place.width, place.height - 0.3)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *room.emu(), data)
    frame.name = _("Trend")
    chart = _plain(frame.chart)
    table = {"": columns.labels} | {column.name: column.values for column in columns.series}
    _keep_as_text(chart, pd.DataFrame(table))
    _dress_lines(chart, columns)
    if place.height < LOW:
        # Below a low chart its names would take more room than its lines.
        chart.legend.position, chart.legend.font.size = XL_LEGEND_POSITION.RIGHT, Pt(9)
    said = "; ".join([drawing.unit, *(f"{one.date} {one.title}" for one in drawing.milestones)])
    foot = Place(place.left, place.top + place.height - 0.28, place.width, 0.28)
    add_text(slide, [said], foot, Style(10, colour=MUTED))
    return frame


def _ranked(name: str, rank: int | None) -> str:
    return name if rank is None else f"{integer(rank)}. {name}"


def _format(decimals: int) -> str:
    """Name the language of the deck, which LibreOffice follows; PowerPoint writes numbers as its computer does."""
    return LOCALES.get(language(), "") + ("#,##0." + "0" * decimals if decimals else "#,##0")


def _keep_as_text(chart: Any, table: pd.DataFrame) -> None:
    """Replace the workbook: python-pptx's own would make a formula of a region called =1+1."""
    chart.part.chart_workbook.update_from_xlsx_blob(to_xlsx({SHEET: table}))


def _plain(chart: Any) -> Any:
    chart.has_title = chart.has_legend = False
    chart.font.size = Pt(12)
    name_typeface(chart.font)
    chart.font.color.rgb = rgb(INK)
    return chart


def _dress_bars(chart: Any, colours: list[str], decimals: int) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories, plot.has_data_labels = 45, False, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = _format(decimals), False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.bold = True
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(GREEN)
    for number, colour in enumerate(colours):
        if colour != GREEN:
            point = series.points[number].format.fill
            point.solid()
            point.fore_color.rgb = rgb(colour)


def _dress_lines(chart: Any, columns: Columns) -> None:
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    axis = chart.value_axis
    axis.minimum_scale, axis.major_gridlines.format.line.color.rgb = 0, rgb(LINE)
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = _format(0), False
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    _space_labels(chart, len(columns.labels))
    chosen, places = 0, _places_of_ends(columns)
    for column, series in zip(columns.series, chart.plots[0].series, strict=True):
        colour = TARGET if column.role == "target" else line_colour(column.role, chosen)
        chosen += column.role == "chosen"
        _dress_line(series, column, colour)
        if column.last is not None:
            _label_end(series, column, colour, places[id(column)])


def _places_of_ends(columns: Columns) -> dict[int, Any]:
    """Place each line's last figure: above; of lines that end close by each other one above, beside, below."""
    found = {}
    for crowd in _crowds(columns):
        order = CROWD if len(crowd) > 2 else (CROWD[0], CROWD[2])
        for place, column in enumerate(crowd):
            found[id(column)] = order[min(place, len(order) - 1)]
    return found


def _crowds(columns: Columns) -> list[list[SeriesColumn]]:
    """Return lines that end so close to each other that their figures would cover each other, highest first."""
    top = max((value or 0.0 for column in columns.series for value in column.values), default=0.0)
    ends = [(column.values[column.last] or 0.0, column) for column in columns.series if column.last is not None]
    crowds: list[list[SeriesColumn]] = []
    before = None
    for value, column in sorted(ends, key=lambda end: -end[0]):
        # A target stands in its own year, and covers nobody.
        near = before is not None and before - value < top * NEAR
        if near and column.role != "target" and crowds[-1][0].role != "target":
            crowds[-1].append(column)
        else:
            crowds.append([column])
        before = value
    return crowds


def _dress_line(series: Any, column: SeriesColumn, colour: str) -> None:
    series.smooth = False
    line = series.format.line
    line.color.rgb, line.width = rgb(colour), Pt(3 if column.role == "chosen" else 2.25)
    if column.role == "target":
        line.dash_style = MSO_LINE.ROUND_DOT
    series.marker.style = XL_MARKER_STYLE.DIAMOND if column.role == "target" else XL_MARKER_STYLE.CIRCLE
    series.marker.size = 9 if column.role == "target" else LONE_DOT if _has_gaps(column) else DOT
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = rgb(colour)
    series.marker.format.line.color.rgb = rgb(colour)
    for place in column.breaks:
        series.points[place].format.line.fill.background()


def _has_gaps(column: SeriesColumn) -> bool:
    known = [place for place, value in enumerate(column.values) if value is not None]
    return bool(known) and known[-1] - known[0] + 1 > len(known)


def _label_end(series: Any, column: SeriesColumn, colour: str, position: Any) -> None:
    """Write the last figure of each line at its end; a target is not rounded: 52.15 is not 52.2."""
    last = column.last or 0
    label = series.points[last].data_label
    label.has_text_frame = False
    label.position = position
    label.font.size, label.font.bold = Pt(12), True
    label.font.color.rgb = rgb(colour)
    decimals = column.decimals
    if column.role == "target":
        decimals = len(f"{column.values[last]:.10f}".rstrip("0").partition(".")[2])
    pptx_private.show_in_label(label, ("showVal", "showCatName"))
    if decimals is not None:
        pptx_private.format_label(label, _format(decimals))


def _write_bar(label: Any, decimals: int) -> None:
    """Write one bar's figure with decimals of its own."""
    label.has_text_frame = False
    label.position, label.font.bold = XL_LABEL_POSITION.OUTSIDE_END, True
    pptx_private.show_in_label(label, ("showVal",))
    pptx_private.format_label(label, _format(decimals))


def _space_labels(chart: Any, count: int) -> None:
    """Leave at most eight names of periods under the axis."""
    step = max(1, -(-count // 8))
    # Slanted names cannot be read from the back of a hall; those without room are left out instead. At exactly 0
    # LibreOffice breaks every name into letters, at a sixty thousandth of a degree it does not.
    chart.category_axis.tick_labels.font.size = Pt(12)
    pptx_private.turn_names(chart.category_axis, -1)
    pptx_private.leave_out_names(chart.category_axis, step)
