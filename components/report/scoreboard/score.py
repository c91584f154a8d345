"""The counts of a scoreboard: n of N of every region, the newest of the dataset or what a meeting ticked off."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from components.report.scoreboard.list_counts import (
    PAYING,
    Listed,
    Need,
    Published,
    listed_in,
    needs_of,
    villages,
    with_lists,
)
from components.state import reference
from components.state.memo import remember
from components.state.view import Figures, View
from data.indicators import Indicator
from data.periods import period_end
from data.query import each_row

# The indicators of the scoreboard, before that of the villages that pay.
ENROLLED = ("villages_enrolled", "agencies_enrolled")
# Counts of lists by `measure_key` and region: lines ticked off, of all lines.
Ticks = Mapping[str, Mapping[str, tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class Score:
    """One scoreboard.

    rows: region_code, done, whole, left, period, status, source_id …, most left first; `ticked` where a list counted
    (then period is ""); was_done, was_whole, was_period: what the dataset says of it, missing where it says nothing.
    missing: codes without counts, of those to which the indicator applies; idle: how many it does not apply to.
    partial: lists that are in no sum, by region, because they name fewer than there are.
    """

    indicator: Indicator
    segment: str
    rows: pd.DataFrame
    missing: tuple[str, ...]
    idle: int
    partial: Mapping[str, Listed]

    @property
    def periods(self) -> list[str]:
        """Return the periods of the dataset's counts, as they occur."""
        return [one for one in dict.fromkeys(self.rows["period"]) if one]


def measure_key(indicator: str, segment: str) -> str:
    """Return `villages_enrolled-all`: the key of a measure in slides, lists and addresses."""
    return f"{indicator}-{segment}"


def measures(view: View, ticks: Ticks) -> list[tuple[str, str]]:
    """Return indicator and segment of every scoreboard of the area: those with figures, and those with a list."""
    measured = view.figures.measured(view.selection.area)
    return [
        (key, segment)
        for key in (*ENROLLED, PAYING)
        if key in reference.indicators()
        for segment in reference.indicators()[key].segments
        if segment in measured.get(key, []) or ticks.get(measure_key(key, segment))
    ]


def score_of(view: View, measure: tuple[str, str], ticks: Ticks) -> Score:
    """Return the counts of the area's regencies.

    ticks: complete lists speak for their regions, whatever the dataset says of them.
    """
    indicator, segment = reference.indicators()[measure[0]], measure[1]
    codes, rows, idle, needs = _published(view.figures, measure, view.selection.area, view.selection.period)
    complete, partial = listed_in(ticks.get(measure_key(*measure), {}), codes, needs)
    rows = with_lists(rows, complete, indicator)
    rows = rows.assign(left=(rows["whole"] - rows["done"]).clip(lower=0))
    rows = rows.sort_values(["left", "whole", "region_code"], ascending=[False, False, True], ignore_index=True)
    without = idle - set(rows["region_code"])
    known = set(rows["region_code"]) | without
    missing = tuple(code for code in codes if code not in known)
    return Score(indicator, segment, rows, missing, len(without), partial)


def needs_in(view: View, measure: tuple[str, str], area: str) -> Mapping[str, Need]:
    """Return the lines of a complete list, by code of those regencies of an area of which that is known."""
    return _published(view.figures, measure, area, view.selection.period)[3]


def published_in(view: View, measure: tuple[str, str], code: str) -> Published | None:
    """Return the count of a regency that a list would replace; None where the dataset has none."""
    rows = _published(view.figures, measure, code[:2], view.selection.period)[1]
    row = next(each_row(rows[rows["region_code"].eq(code)]), None)
    return None if row is None else Published(int(row.done), int(row.whole), str(row.period))


def list_in(view: View, measure: tuple[str, str], code: str, ticks: Ticks) -> Listed | None:
    """Return the count of a regency's list; None without one."""
    needs = needs_in(view, measure, code[:2])
    complete, partial = listed_in(ticks.get(measure_key(*measure), {}), [code], needs)
    return (complete | partial).get(code)


# A part of the page that draws itself anew every few seconds would read 23,000 rows each time: 110 of its 160 ms.
@remember(64, figures=True)
def _published(
    figures: Figures, measure: tuple[str, str], area: str, period: str
) -> tuple[list[str], pd.DataFrame, set[str], dict[str, Need]]:
    """Return the area's regencies, their newest counts, those the indicator does not apply to, and list lengths."""
    indicator = reference.indicators()[measure[0]]
    table = reference.inside(area, "regency")
    series = figures.series(*measure)
    series = series[series["region_code"].isin(table["region_code"])]
    counted, codes = _counted(series, indicator.id), table["region_code"].tolist()
    return codes, _newest(counted, period), _idle(series, table, indicator), needs_of(counted, codes, indicator)


def _counted(rows: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Return the rows with both counts; villages that pay are held against the gazetteer's number of villages."""
    if indicator == PAYING:
        rows = rows.assign(numerator=rows["value"], denominator=rows["region_code"].map(villages()))
    rows = rows[rows["numerator"].notna() & rows["denominator"].gt(0) & rows["gap"].eq("")]
    # The counts are the figures here: who stands behind them counts, and not that a percentage was made of them.
    theirs = rows["status"].eq("computed") & rows["counts_status"].ne("")
    rows = rows.assign(status=rows["status"].mask(theirs, rows["counts_status"]))
    return rows.assign(done=rows["numerator"], whole=rows["denominator"], ticked=False)


def _newest(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """Return each region's newest counts up to the period of the selection, else the newest there are."""
    early = [one for one in rows["period"].unique() if period and period_end(one) <= period_end(period)]
    until = rows[rows["period"].isin(early)]
    return (until if len(until) else rows).drop_duplicates("region_code", keep="last")


def _idle(series: pd.DataFrame, table: pd.DataFrame, indicator: Indicator) -> set[str]:
    """Return the regions to which the indicator does not apply: cities have no villages."""
    last = series.drop_duplicates("region_code", keep="last")
    idle = set(last.loc[last["gap"].eq("not_applicable"), "region_code"])
    if indicator.applies_where in table:
        idle |= set(table.loc[table[indicator.applies_where].le(0), "region_code"])
    return idle
