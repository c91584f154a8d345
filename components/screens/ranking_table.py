"""The regions of a ranking as a table: every column sorts by number."""

import pandas as pd

from components.language.i18n import _, own, period_label
from components.report.labels import (
    gap_title,
    place_text,
    status_title,
)
from components.report.regimes import unit_of
from components.screens.panel import Twin, count_columns
from components.screens.source_list import source_columns
from components.state.view import View
from data.quantity import decimals_in
from data.query import Row, each_row


def twin_of(table: pd.DataFrame, view: View, since: str = "", hidden: bool = False) -> Twin:
    """The table twin; its figures have as many decimals as the chart writes."""
    indicator = view.indicator
    decimals = {unit_of(view).capitalize(): decimals_in(table, indicator)}
    if since:
        decimals[_("Change since {period}", period=period_label(since))] = table["change_decimals"].tolist()
    told = {} if hidden else source_columns(table, view)  # an address may spell a name
    return Twin(table_twin(table, view, since).assign(**told), decimals)


def table_twin(table: pd.DataFrame, view: View, since: str = "") -> pd.DataFrame:
    """The table twin: numbers stay numbers, so that every column sorts."""
    indicator = view.indicator
    columns = {
        _("Rank"): table["rank"],
        _("Region"): table["label"],
        unit_of(view).capitalize(): table["displayed"],
        _("Status"): [gap_title(row.gap) if row.gap else _standing(row, view) for row in each_row(table)],
        **count_columns(table, indicator),
        _("Not yet covered"): table["not_yet"],
    }
    if since:
        columns |= {
            _("Places since {period}", period=period_label(since)): table["rank_change"],
            _("Change since {period}", period=period_label(since)): table["value_change"],
        }
        if indicator.numerator and table["count_change"].notna().any():
            columns |= {_("Change: {what}", what=own(indicator.numerator)): table["count_change"]}
    return pd.DataFrame(columns)


def _standing(row: Row, view: View) -> str:
    """Its status and, where a source states its place, that."""
    return "; ".join(part for part in (status_title(row), place_text(row, view.dataset)) if part)
