"""Peringkat: every region in its place, the distance between the ends, and who moved."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from components.charts.mark import unmarked
from components.charts.ranking import Reference, ranking_figure
from components.language.i18n import N_, _, own, period_label, signed
from components.report.labels import (
    amount_text,
    area_title,
    counts_text,
    figure_text,
    gap_title,
    indicator_title,
    lower_first,
    place_text,
    region_title,
    status_title,
    unit_title,
    value_text,
)
from components.report.rankings import not_yet_sentence
from components.report.ratios import times_figure
from components.report.sentences import change_text, gap_text, incomplete_text, listed, of_text
from components.screens.panel import Twin, count_columns, show_figure, show_table
from components.state import reference
from components.state.selection import Selection
from components.state.session import pick
from components.state.view import View
from data.completeness import completeness
from data.indicators import Indicator
from data.periods import frequency
from data.quantity import Quantity, decimals_in, shown_values
from data.query import Row, values_in
from data.rank import extremes, movement, not_yet_covered

# A longer list scrolls in its own frame, so that the numbers above stay in sight.
TALL = 620
MOST_NAMES = 40
ORDERS = {
    "rank": N_("Rank"),
    "change": N_("Change since the comparison"),
    "not_yet": N_("Not yet covered"),
    "name": N_("Name"),
}


def select_comparison(view: View) -> str:
    """Draw the picker of the period to compare with, and return it; "" where there is no earlier one."""
    periods = view.periods
    earlier = [
        period
        for period in reversed(periods)
        if period < view.selection.period and frequency(period) == view.selection.every
    ]
    return pick("since", earlier, _("Compare with"), period_label, width=220)


def select_order() -> str:
    """Draw the picker of the order of the list."""
    return st.selectbox(_("Sort by"), list(ORDERS), format_func=_order_title, key="order", width=260)


def hide_names() -> bool:
    """Draw the switch that hides names, for a discussion of figures and not of persons."""
    return st.toggle(_("Hide names"), key="hide_names")


@dataclass(frozen=True)
class Compared:
    """since: the period that is compared with, "" where there is none; drawn: whether bars show the change."""

    since: str
    drawn: bool


def ranking_title(view: View) -> str:
    """What is ranked, where and when: `Peringkat: cakupan kepesertaan, Bengkulu, November 2024`."""
    what, where = (
        lower_first(indicator_title(view.selection)),
        f"{area_title(view.selection.area)}, {period_label(view.selection.period)}",
    )
    if view.indicator.is_count:
        return _("List: {indicator}, {where}", indicator=what, where=where)
    return _("Ranking: {indicator}, {where}", indicator=what, where=where)


def ranking_table(view: View, since: str = "", hidden: bool = False) -> pd.DataFrame:
    """The regions in view, ranked, with what moved since and who is not yet covered."""
    now = view.ranked
    if since:
        then = view.ranked_at(since)
        now = now.merge(movement(now, then), on="region_code", validate="one_to_one")
        before = now["region_code"].map(then.set_index("region_code")["numerator"])
        now = now.assign(count_change=now["numerator"] - before)
    else:
        now = now.assign(rank_change=pd.NA, value_change=float("nan"), change_decimals=0, count_change=float("nan"))
    labels = [_hidden_name(place) for place in range(len(now))] if hidden else now["region_code"].map(region_title)
    return now.assign(not_yet=not_yet_covered(now), label=labels)


def sorted_by(table: pd.DataFrame, order: str) -> pd.DataFrame:
    """By the column of the order; gaps last, equals by rank."""
    if order == "name":
        return table.sort_values("label")
    if order == "rank":
        return table  # as it is made: by rank, and where nobody has one by size
    column, ascending = {
        "change": ("value_change", False),
        "not_yet": ("not_yet", False),
    }[order]
    return table.sort_values([column, "rank"], ascending=[ascending, True], na_position="last")


def show_distance(table: pd.DataFrame, view: View, hidden: bool) -> None:
    """Highest against lowest: in points, as a ratio, and in workers; of what may not be ranked how much there is."""
    indicator = view.indicator
    ends = extremes(table, indicator)
    with st.container(horizontal=True, gap="large"):
        _show_end(_("Highest"), ends.highest, view, hidden)
        _show_end(_("Lowest"), ends.lowest, view, hidden)
        # One figure alone is no lowest, and has no distance to itself.
        if ends.gap is not None and ends.with_value > 1:
            st.metric(_("Gap"), gap_text(ends.gap, indicator), width="content")
            if ends.ratio:
                st.metric(_("Ratio"), times_figure(ends.ratio, indicator), width="content")
        else:
            if ends.total is not None:
                st.metric(_("Sum"), amount_text(ends.total, indicator), width="content")
            st.metric(_("We have"), of_text(ends.of), width="content")
    few = incomplete_text(ends.of, view.selection.level)
    sentences = [f"{few}." if few else "", not_yet_sentence(table, ends, view.selection, hidden)]
    if any(sentences):
        st.markdown(" ".join(sentence for sentence in sentences if sentence))


def _show_end(title: str, rows: pd.DataFrame, view: View, hidden: bool) -> None:
    if rows.empty:
        return
    names = "" if hidden else ": " + listed(rows["label"].head(2).tolist())
    first = next(rows.itertuples())
    stated = (
        {"delta": place, "delta_color": "off", "delta_arrow": "off"}
        if (place := place_text(first, view.dataset))
        else {}
    )
    st.metric(title + names, value_text(first, view.indicator), width="content", **stated)


def show_ranking(table: pd.DataFrame, view: View, compared: Compared, hidden: bool) -> None:
    """The bars with the area's and the country's line, who has no figure, then the same as a table.

    Sorted by change, the bars are changes: their order would else be that of nothing to be seen.
    """
    known = table[table["value_change" if compared.drawn else "displayed"].notna()]
    unit = unit_title(view.indicator)
    where = f"{area_title(view.selection.area)}, {period_label(view.selection.period)}"
    with st.container(height=TALL if len(known) > 20 else "content", border=False):
        if compared.drawn:
            said = _("change since {period}", period=period_label(compared.since))
            figure = ranking_figure(_changes(known, view), [], f"{where}: {said}; {unit}")
        else:
            figure = ranking_figure(_bars(known, view), references(view), f"{where}: {unit}")
        show_figure(figure, "ranking", view)
    if not hidden:
        _show_gaps(table)
    show_table(partial(twin_of, table, view, compared.since), "ranking", height=420)


def twin_of(table: pd.DataFrame, view: View, since: str = "") -> Twin:
    """The table twin; its figures have as many decimals as the chart writes."""
    indicator = view.indicator
    decimals = {unit_title(indicator).capitalize(): decimals_in(table, indicator)}
    if since:
        decimals[_("Change since {period}", period=period_label(since))] = table["change_decimals"].tolist()
    return Twin(table_twin(table, view, since), decimals)


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
    points = change_text(_change(row), indicator)
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
    rows = values_in(view.series, view.selection.period, codes)
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
        unit_title(indicator).capitalize(): table["displayed"],
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


def show_movers(table: pd.DataFrame, since: str, view: View) -> None:
    """Who rose and who fell most since the period of comparison, where nearly all can be compared."""
    moved = table[table["value_change"].notna()]
    lacking = table["gap"].mask(table["value_change"].isna() & (table["gap"] == ""), "not_held")
    compared = table.assign(value=table["value_change"], gap=lacking)
    if not completeness(compared, view.indicator).is_ranked:
        return
    indicator = view.indicator
    best, worst = moved.loc[moved["value_change"].idxmax()], moved.loc[moved["value_change"].idxmin()]
    st.markdown(
        _(
            "Since {period}: the most risen is {best} ({best_change}), the least {worst} ({worst_change}).",
            period=period_label(since),
            best=best["label"],
            best_change=change_text(_change(best), indicator),
            worst=worst["label"],
            worst_change=change_text(_change(worst), indicator),
        )
    )


def _change(row: Row) -> Quantity:
    return Quantity(float(row.value_change), int(row.change_decimals))


def _order_title(order: str) -> str:
    return _(ORDERS[order])


def _hidden_name(place: int) -> str:
    return _("Region {number}", number=place + 1)
