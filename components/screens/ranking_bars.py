"""The ranking as bars, or the changes since a period as bars, with the table of the same figures."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from components.charts.mark import unmarked
from components.charts.ranking import Reference, ranking_figure
from components.language.i18n import _, own, period_label, signed
from components.report.differences import change_of_value, change_text
from components.report.labels import (
    area_title,
    counts_text,
    figure_text,
    gap_title,
    place_text,
    status_title,
    view_title,
)
from components.report.regimes import unit_of
from components.report.sentences import listed
from components.screens.panel import Twin, count_columns, show_figure, show_table
from components.screens.source_list import source_columns
from components.state import reference
from components.state.selection import Selection
from components.state.view import View
from data.indicators import Indicator
from data.quantity import decimals_in, shown_values
from data.query import Row, values_in

# A longer list scrolls in its own frame, so that the numbers above stay in sight.
TALL = 620
MOST_NAMES = 40


@dataclass(frozen=True)
class Compared:
    """since: the period that is compared with, "" where there is none; drawn: whether bars show the change."""

    since: str
    drawn: bool


def show_ranking(table: pd.DataFrame, view: View, compared: Compared, hidden: bool) -> None:
    """The bars with the area's and the country's line, who has no figure, then the same as a table.

    Sorted by change, the bars are changes: their order would else be that of nothing to be seen.
    """
    known = table[table["value_change" if compared.drawn else "displayed"].notna()]
    unit = unmarked(unit_of(view))
    where = f"{view_title(view.selection)}, {period_label(view.selection.period)}"
    with st.container(height=TALL if len(known) > 20 else "content", border=False):
        if compared.drawn:
            said = _("change since {period}", period=period_label(compared.since))
            figure = ranking_figure(_changes(known, view), [], f"{where}: {said}; {unit}")
        else:
            figure = ranking_figure(_bars(known, view), references(view), f"{where}: {unit}")
        show_figure(figure, "ranking", view)
    if not hidden:
        _show_gaps(table)
    show_table(partial(twin_of, table, view, compared.since, hidden), "ranking", height=420)


def twin_of(table: pd.DataFrame, view: View, since: str = "", hidden: bool = False) -> Twin:
    """The table twin; its figures have as many decimals as the chart writes."""
    indicator = view.indicator
    decimals = {unit_of(view).capitalize(): decimals_in(table, indicator)}
    if since:
        decimals[_("Change since {period}", period=period_label(since))] = table["change_decimals"].tolist()
    told = {} if hidden else source_columns(table, view)  # an address may spell a name
    return Twin(table_twin(table, view, since).assign(**told), decimals)


def _changes(known: pd.DataFrame, view: View) -> pd.DataFrame:
    """Bars of what changed, in points and in what the numerator counts."""
    indicator = view.indicator
    texts = [_changed(row, indicator) for row in known.itertuples()]
    return known.assign(
        displayed=known["value_change"],
        hover=[_hover(row, view) for row in known.itertuples()],
        selected=known["region_code"].eq(view.selection.region),
        label=[f"{unmarked(row.label)}  <b>{text}</b>" for row, text in zip(known.itertuples(), texts, strict=True)],
    )


def _changed(row: Row, indicator: Indicator) -> str:
    points = change_text(change_of_value(row), indicator)
    if pd.isna(row.count_change) or not indicator.numerator:
        return points
    return f"{points} ({signed(row.count_change, 0)} {own(indicator.numerator)})"


def _bars(known: pd.DataFrame, view: View) -> pd.DataFrame:
    return known.assign(
        hover=[_hover(row, view) for row in known.itertuples()],
        selected=known["region_code"].eq(view.selection.region),
        label=[_placed(row, view.selection) for row in known.itertuples()],
    )


def _show_gaps(table: pd.DataFrame) -> None:
    """Who has no figure, by name, apart for each reason."""
    for gap, rows in table[table["gap"] != ""].groupby("gap", sort=False):
        names = rows["label"].tolist()
        more = _("{some} and {count} more", some=", ".join(names[:MOST_NAMES]), count=len(names) - MOST_NAMES)
        st.caption(f"{gap_title(gap)}: ".capitalize() + (listed(names) if len(names) <= MOST_NAMES else more))


def references(view: View) -> list[Reference]:
    """The area's and the country's value, where there is one."""
    indicator = view.indicator
    if not indicator.is_ratio:
        return []
    codes = [view.selection.area] if view.selection.area == "ID" else [view.selection.area, "ID"]
    rows = values_in(view.shown, view.selection.period, codes)
    shown = shown_values(rows, indicator)
    return [
        Reference(f"{area_title(row.region_code)} {figure_text(row, indicator)}", value, row.region_code == "ID")
        for row, value in zip(rows.itertuples(), shown, strict=True)
        if pd.notna(value)
    ]


def _placed(row: Row, selection: Selection) -> str:
    """Rank, name, value and movement in one line."""
    place = "" if pd.isna(row.rank) else f"{row.rank}. "
    return f"{place}{unmarked(row.label)}  <b>{_value(row, selection)}</b>{_arrow(row.rank_change)}"


def _value(row: Row, selection: Selection) -> str:
    return gap_title(row.gap) if row.gap else figure_text(row, reference.indicators()[selection.indicator])


def _arrow(change: object) -> str:
    if pd.isna(change) or change == 0:
        return ""
    return f"  ▲{change}" if change > 0 else f"  ▼{-change}"


def _hover(row: Row, view: View) -> str:
    lines = [row.label, period_label(view.selection.period), _value(row, view.selection) + _arrow(row.rank_change)]
    if not row.gap:
        lines += [status_title(row), *([place] if (place := place_text(row, view.dataset)) else [])]
    lines += [counts_text(row)] if counts_text(row) else []
    return "<br>".join(unmarked(line) for line in lines)


def table_twin(table: pd.DataFrame, view: View, since: str = "") -> pd.DataFrame:
    """The table twin: numbers stay numbers, so that every column sorts."""
    indicator = view.indicator
    columns = {
        _("Rank"): table["rank"],
        _("Region"): table["label"],
        unit_of(view).capitalize(): table["displayed"],
        _("Status"): [gap_title(row.gap) if row.gap else _standing(row, view) for row in table.itertuples()],
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
