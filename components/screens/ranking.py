"""Peringkat: every region in its place, the distance between the ends, and who moved."""

import pandas as pd
import streamlit as st

from components.language.i18n import N_, _, language, period_label, use_language
from components.report.completeness_words import incomplete_text, of_text
from components.report.differences import change_of_value, change_text, gap_text
from components.report.labels import (
    amount_text,
    indicator_title,
    lower_first,
    place_text,
    region_title,
    value_text,
    view_title,
)
from components.report.rankings import not_yet_sentence
from components.report.ratios import times_figure
from components.report.sentences import listed
from components.state.memo import remember
from components.state.session import pick
from components.state.view import Figures, View
from data.completeness import completeness
from data.periods import frequency
from data.rank import extremes, movement, not_yet_covered

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


def ranking_title(view: View) -> str:
    """What is ranked, where and when: `Peringkat: cakupan kepesertaan, Bengkulu, November 2024`."""
    what, where = (
        lower_first(indicator_title(view.selection)),
        f"{view_title(view.selection)}, {period_label(view.selection.period)}",
    )
    if view.indicator.is_count:
        return _("List: {indicator}, {where}", indicator=what, where=where)
    return _("Ranking: {indicator}, {where}", indicator=what, where=where)


def ranking_table(view: View, since: str = "", hidden: bool = False) -> pd.DataFrame:
    """The regions in view, ranked, with what moved since and who is not yet covered."""
    one = view.selection
    return _table(view.figures, (one.indicator, one.segment, view.where), (one.period, since), hidden, language())


@remember(256, figures=True)
def _table(
    figures: Figures, where: tuple[str, str, tuple[str, str, str]], periods: tuple[str, str], hidden: bool, spoken: str
) -> pd.DataFrame:
    """The same for everybody. where: indicator, segment, and of whom; spoken: the language of the names."""
    use_language(spoken)
    now, since = figures.ranked(*where, periods[0]), periods[1]
    if since:
        then = figures.ranked(*where, since)
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
            best_change=change_text(change_of_value(best), indicator),
            worst=worst["label"],
            worst_change=change_text(change_of_value(worst), indicator),
        )
    )


def _order_title(order: str) -> str:
    return _(ORDERS[order])


def _hidden_name(place: int) -> str:
    return _("Region {number}", number=place + 1)
