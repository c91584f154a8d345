"""Peringkat: every region in its place, the distance between the ends, and who moved."""

import pandas as pd

from components.language.i18n import _, language, period_label, use_language
from components.report.labels import indicator_title, lower_first, region_title, view_title
from components.state import reference
from components.state.memo import remember
from components.state.view import Figures, View
from data.indicators import Indicator
from data.rank import movement, not_yet_covered, places_by, rank_among


def ranking_title(view: View) -> str:
    """What is ranked, where and when: `Peringkat: cakupan kepesertaan, Bengkulu, November 2024`."""
    what, where = (
        lower_first(indicator_title(view.selection)),
        f"{view_title(view.selection)}, {period_label(view.selection.period)}",
    )
    if view.indicator.is_count:
        return _("List: {indicator}, {where}", indicator=what, where=where)
    return _("Ranking: {indicator}, {where}", indicator=what, where=where)


def ranking_table(view: View, since: str = "", hidden: bool = False, only: str = "all") -> pd.DataFrame:
    """The regions in view, ranked, with what moved since and who is not yet covered; only: their kind."""
    one = view.selection
    asked = (one.period, since, only)
    return _table(view.figures, (one.indicator, one.segment, view.where), asked, hidden, language())


@remember(256, figures=True)
def _table(
    figures: Figures, where: tuple[str, str, tuple[str, str, str]], asked: tuple[str, str, str], hidden: bool, code: str
) -> pd.DataFrame:
    """The same for everybody. where: indicator, segment, and of whom; code: the language of the names."""
    use_language(code)
    period, since, only = asked
    now = _among(figures.ranked(*where, period), where, only)
    if since:
        then = _among(figures.ranked(*where, since), where, only)
        now = now.merge(movement(now, then), on="region_code", validate="one_to_one")
        before = now["region_code"].map(then.set_index("region_code")["numerator"])
        now = now.assign(count_change=now["numerator"] - before)
    else:
        none = {"value_change": float("nan"), "value_then": float("nan"), "count_change": float("nan")}
        now = now.assign(rank_change=pd.NA, change_decimals=0, decimals_then=0, **none)
    labels = [_hidden_name(place) for place in range(len(now))] if hidden else now["region_code"].map(region_title)
    return now.assign(not_yet=not_yet_covered(now), label=labels)


def _among(ranked: pd.DataFrame, where: tuple[str, str, tuple[str, str, str]], only: str) -> pd.DataFrame:
    """The regions of one kind, ranked among themselves."""
    if only == "all":
        return ranked
    area, level, _regime = where[2]
    inside = reference.inside(area, level)
    codes = inside.loc[inside["type"].eq(only), "region_code"]
    return rank_among(ranked, set(codes), reference.indicators()[where[0]])


def sorted_by(table: pd.DataFrame, order: str, indicator: Indicator) -> pd.DataFrame:
    """By the column of the order, with the `place` in it; gaps last, equals by rank."""
    if order == "name":
        return table.assign(place=table["rank"]).sort_values("label")
    if order == "rank":
        return table.assign(place=table["rank"])  # as it is made: by rank, and where nobody has one by size
    column = {"change": "value_change", "not_yet": "not_yet"}[order]
    placed = table.assign(place=places_by(table, column, indicator))
    return placed.sort_values([column, "rank"], ascending=[False, True], na_position="last")


def _hidden_name(place: int) -> str:
    return _("Region {number}", number=place + 1)
