"""What a slide holds as plain tables, for the workbook."""

import pandas as pd

from components.charts.waterfall import Steps
from components.exports.parts.series import columns_of
from components.language.i18n import _
from components.report.map_model import MapDrawing
from components.report.model import BarDrawing, LineDrawing, Slide, Table
from data.names import distinct_names
from data.quantity import Quantity


def table_frame(table: Table, codes: bool = True) -> pd.DataFrame:
    """Return a table with its columns' labels; the region's code stands first where rows are about regions.

    Figures of several units are written as text, and stand as numbers in a last column.
    """
    rows = [[cell.rounded if isinstance(cell, Quantity) else cell for cell in row] for row in table.rows]
    frame = pd.DataFrame(rows, columns=distinct_names([column.label for column in table.columns]))
    if table.values:
        frame[distinct_names([*frame.columns, _("Number")])[-1]] = list(table.values)
    if codes and table.codes and len(table.codes) == len(frame):
        frame.insert(0, distinct_names([*frame.columns, _("Code")])[-1], list(table.codes))
    return frame


def map_frame(drawing: MapDrawing, codes: bool = True) -> pd.DataFrame:
    """Return a row per region; a gap has no value, and its reason for a class."""
    classes = {entry.fill: entry.label for entry in drawing.legend}
    rows = [(one.code, one.name, one.value, classes.get(one.fill, one.text), one.status) for one in drawing.regions]
    columns = distinct_names([_("Code"), _("Region"), drawing.legend_title or _("Value"), _("Class"), _("Status")])
    return _with_codes(pd.DataFrame(rows, columns=columns), codes)


def bars_frame(drawing: BarDrawing, codes: bool = True) -> pd.DataFrame:
    """Return bars and the lines they are read against, which have no rank."""
    rows = [(one.code, one.rank, one.name, one.value) for one in drawing.rows]
    rows += [("", None, line.label, line.value) for line in drawing.references]
    columns = distinct_names([_("Code"), _("Rank"), _("Region"), drawing.unit])
    return _with_codes(pd.DataFrame(rows, columns=columns).astype({_("Rank"): "Int64"}), codes)


def lines_frame(drawing: LineDrawing) -> pd.DataFrame:
    """Return a row per period and a column per line."""
    columns = columns_of(drawing)
    names = distinct_names([_("Period"), *(column.name for column in columns.series)])
    return pd.DataFrame(dict(zip(names, [columns.labels, *(column.values for column in columns.series)], strict=True)))


def steps_frame(drawing: Steps) -> pd.DataFrame:
    """Return each step of a change, as it is written and as a number."""
    rows = [(one.label, one.text, one.value) for one in drawing.steps]
    return pd.DataFrame(rows, columns=[drawing.title, _("Text"), _("Value")])


def milestones_frame(drawing: LineDrawing) -> pd.DataFrame:
    """Return the rules that the trend marks."""
    rows = [(one.date, one.title, one.explanation) for one in drawing.milestones]
    return pd.DataFrame(rows, columns=[_("Date"), _("Title"), _("What it says")])


def figures_frame(slide: Slide) -> pd.DataFrame:
    """Return each figure as it is written and as a number, with its source, period and status."""
    rows = [(one.label, one.text, one.value, one.note, slide.source) for one in slide.figures]
    return pd.DataFrame(rows, columns=[_("What"), _("Text"), _("Value"), _("Note"), _("Source")])


def profile_frame(slide: Slide, table: pd.DataFrame, codes: bool = True) -> pd.DataFrame:
    """Return a table of one region's profile, its region before each row."""
    frame = table.copy()
    frame.insert(0, distinct_names([*frame.columns, _("Region")])[-1], slide.title)
    frame.insert(0, distinct_names([*frame.columns, _("Code")])[-1], slide.region)
    return _with_codes(frame, codes)


def _with_codes(frame: pd.DataFrame, codes: bool) -> pd.DataFrame:
    """Keep the codes as first column; where names are hidden drop it."""
    return frame if codes else frame.iloc[:, 1:]
