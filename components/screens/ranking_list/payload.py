"""The list as the browser draws it: for each region its place, name, bar or two dots, and figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.language.i18n import _, integer, own, period_label, short_period, signed
from components.report.differences import change_of_value, change_text, points_text
from components.report.labels import (
    area_title,
    counts_text,
    figure_text,
    gap_title,
    place_text,
    quantity_text,
    region_title,
    status_title,
    view_title,
)
from components.report.regimes import unit_of
from components.state.view import View
from data.quantity import Quantity, shown_values
from data.query import Row, each_row, values_in
from data.rank_place import PROVINCE


@dataclass(frozen=True)
class Asked:
    """What is compared with which period ("" for none), in which order, and whether names are hidden."""

    since: str
    order: str
    hidden: bool = False


def list_of(table: pd.DataFrame, view: View, asked: Asked, *, everyone: bool = False) -> dict[str, Any]:
    """Return the rows of a sorted table that have what the order speaks of, with their axis and its lines.

    table: as `components.screens.ranking.sorted_by` gives it. everyone: also rows without a figure, for a choice,
    without bars.
    """
    drawn = table if everyone else drawn_rows(table, asked.order)
    rows = [_row(row, view, asked) for row in each_row(drawn)]
    lines = [] if everyone or asked.order == "not_yet" else list(references(view))
    reached = [row[end] for row in rows for end in ("from", "to") if row.get(end) is not None]
    reached += [line["at"] for line in lines]
    return {
        "rows": rows,
        "lines": lines,
        "low": min([0.0, *reached]),
        "high": max([0.0, *reached]) or 1.0,
        "head": _head(view, asked),
        "aside": _aside_title(asked),
        "dots": asked.order == "change",
        "bare": everyone,
    }


def drawn_rows(table: pd.DataFrame, order: str) -> pd.DataFrame:
    """Return the rows that have what the order speaks of."""
    return table[table[{"change": "value_change", "not_yet": "not_yet"}.get(order, "displayed")].notna()]


def _row(row: Row, view: View, asked: Asked) -> dict[str, Any]:
    place = "" if pd.isna(row.place) else f"{row.place}"
    said = {
        "code": "" if asked.hidden else row.region_code,
        "place": place,
        "name": row.label,
        "tip": "\n".join(_tip(row, view)),
        **_figures(row, view, asked.order),
    }
    if len(row.region_code) > PROVINCE and view.selection.area == "ID" and not asked.hidden:
        said["where"] = region_title(row.region_code[:PROVINCE])
    return said


def _figures(row: Row, view: View, order: str) -> dict[str, Any]:
    """The ends of the bar, the figure beside it, and a second one."""
    indicator = view.indicator
    if pd.isna(row.value):
        return {"to": None, "text": gap_title(row.gap), "aside": ""}
    if order == "not_yet":
        return {"to": float(row.not_yet), "text": integer(row.not_yet), "aside": figure_text(row, indicator)}
    if order == "change":
        counted = indicator.numerator and pd.notna(row.count_change)
        workers = f"{signed(row.count_change, 0)} {own(indicator.numerator)}" if counted else ""
        then = Quantity(float(row.value_then), int(row.decimals_then)).rounded
        change = change_text(change_of_value(row), indicator)
        return {"from": then, "to": float(row.displayed), "text": change, "aside": workers}
    moved = "" if pd.isna(row.value_change) else points_text(change_of_value(row))
    return {"to": float(row.displayed), "text": figure_text(row, indicator), "aside": moved, "moved": _moved(row)}


def _moved(row: Row) -> str:
    change = row.rank_change
    if pd.isna(change) or change == 0:
        return ""
    return f"▲{change}" if change > 0 else f"▼{-change}"


def _tip(row: Row, view: View) -> Iterator[str]:
    indicator = view.indicator
    if pd.isna(row.value):
        yield f"{row.label}: {gap_title(row.gap)}"
        return
    yield f"{row.label}, {period_label(view.selection.period)}: {figure_text(row, indicator)}"
    if pd.notna(row.value_change):
        then = quantity_text(Quantity(float(row.value_then), int(row.decimals_then)), indicator)
        yield _("{change} (before: {then})", change=change_text(change_of_value(row), indicator), then=then)
    if counts := counts_text(row):
        yield counts
    yield "; ".join(part for part in (status_title(row), place_text(row, view.dataset)) if part)


def _head(view: View, asked: Asked) -> str:
    """Say what the bars are of: where, when and in which unit."""
    where = f"{view_title(view.selection)}, {period_label(view.selection.period)}"
    if asked.order == "not_yet":
        said = _("not yet covered")
        return f"{where}: {said}, {own(view.indicator.denominator or {})}"
    if asked.order == "change":
        said = _("from {since} (hollow) to {period} (full)", since=period_label(asked.since),
                 period=period_label(view.selection.period))  # fmt: skip
        return f"{view_title(view.selection)}, {said}: {unit_of(view)}"
    return f"{where}: {unit_of(view)}"


def _aside_title(asked: Asked) -> str:
    if asked.order == "not_yet":
        return _("Value")
    if asked.order == "change" or not asked.since:
        return ""
    return _("since {period}", period=short_period(asked.since))


def references(view: View) -> Iterator[dict[str, Any]]:
    """Return the area's and the country's value, where there is one."""
    indicator = view.indicator
    if not indicator.is_ratio:
        return
    codes = [view.selection.area] if view.selection.area == "ID" else [view.selection.area, "ID"]
    rows = values_in(view.shown, view.selection.period, codes)
    for row, value in zip(each_row(rows), shown_values(rows, indicator), strict=True):
        if pd.notna(value):
            title = f"{area_title(row.region_code)} {figure_text(row, indicator)}"
            yield {"label": title, "at": float(value), "country": row.region_code == "ID"}
