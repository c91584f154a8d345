"""The counts of a scoreboard: n of N of every region, the newest of the dataset or what a meeting ticked off."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components import cache
from components.choice import Choice
from data.indicators import Indicator
from data.periods import period_end
from geo.regions import regions_in

# The indicators of the scoreboard. The third has no denominator of its own: the gazetteer counts the villages.
ENROLLED = ("villages_enrolled", "agencies_enrolled")
PAYING = "villages_paying_from_village_fund"
# The status of counts that come from a list of villages and not from the dataset.
TICKED = "ticked"
# What lists have counted, by `measure_key` and region: how many are ticked off, of how many.
Ticks = Mapping[str, Mapping[str, tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class Score:
    """One scoreboard.

    rows: region_code, done, whole, left, period, status, source_id …, most left first; `ticked` where a list counted
    (then period is ""); was_done, was_whole, was_period: what the dataset says of it, missing where it says nothing.
    missing: codes without counts, of those to which the indicator applies; idle: how many it does not apply to.
    """

    indicator: Indicator
    segment: str
    rows: pd.DataFrame
    missing: tuple[str, ...]
    idle: int

    @property
    def counted_by_gazetteer(self) -> bool:
        return self.indicator.id == PAYING

    @property
    def periods(self) -> list[str]:
        """The periods of the dataset's counts, as they occur."""
        return [one for one in dict.fromkeys(self.rows["period"]) if one]


def measure_key(indicator: str, segment: str) -> str:
    """`villages_enrolled-all`: how slides, lists and addresses call a measure."""
    return f"{indicator}-{segment}"


def measures(chosen: Choice, ticks: Ticks) -> list[tuple[str, str]]:
    """Indicator and segment of every scoreboard of the area: those with figures, and those with a list."""
    measured = cache.measured(chosen.dataset, chosen.area)
    return [
        (key, segment)
        for key in (*ENROLLED, PAYING)
        if key in cache.indicators()
        for segment in cache.indicators()[key].segments
        if segment in measured.get(key, []) or ticks.get(measure_key(key, segment))
    ]


def score_of(chosen: Choice, measure: tuple[str, str], ticks: Ticks, live: bool = False) -> Score:
    """The counts of the area's regencies.

    ticks: they speak for regions of which the dataset has no counts; with `live` for all that have a list.
    """
    indicator, segment = cache.indicators()[measure[0]], measure[1]
    codes, rows, idle = _published(chosen.dataset, measure, chosen.area, chosen.period)
    lists = ticks.get(measure_key(*measure), {})
    rows = _with_lists(rows, _listed(lists, codes, indicator.id), live)
    rows = rows.assign(left=(rows["whole"] - rows["done"]).clip(lower=0))
    rows = rows.sort_values(["left", "whole", "region_code"], ascending=[False, False, True], ignore_index=True)
    without = idle - set(rows["region_code"])
    known = set(rows["region_code"]) | without
    return Score(indicator, segment, rows, tuple(code for code in codes if code not in known), len(without))


# A part of the page that draws itself anew every few seconds would read 23,000 rows each time: 110 of its 160 ms.
@cache.with_figures
@st.cache_resource(show_spinner=False, max_entries=64)
def _published(
    dataset: str, measure: tuple[str, str], area: str, period: str
) -> tuple[list[str], pd.DataFrame, set[str]]:
    """Codes of the area's regencies, the newest counts of the dataset, and to whom the indicator does not apply."""
    indicator = cache.indicators()[measure[0]]
    table = regions_in(cache.regions(), area, "regency")
    series = cache.series(dataset, *measure)
    series = series[series["region_code"].isin(table["region_code"])]
    rows = _newest(_counted(series, indicator.id), period)
    return table["region_code"].tolist(), rows, _idle(series, table, indicator)


def _counted(rows: pd.DataFrame, indicator: str) -> pd.DataFrame:
    """Rows with both counts; villages that pay are held against the gazetteer's number of villages."""
    if indicator == PAYING:
        rows = rows.assign(numerator=rows["value"], denominator=rows["region_code"].map(villages()))
    rows = rows[rows["numerator"].notna() & rows["denominator"].gt(0) & rows["gap"].eq("")]
    # The counts are the figures here: who stands behind them counts, and not that a percentage was made of them.
    theirs = rows["status"].eq("computed") & rows["counts_status"].ne("")
    rows = rows.assign(status=rows["status"].mask(theirs, rows["counts_status"]))
    return rows.assign(done=rows["numerator"], whole=rows["denominator"], ticked=False)


def villages() -> pd.Series:
    """How many villages each region has by the gazetteer, by code; missing where it does not say."""
    return cache.regions().set_index("region_code")["desa"].astype("float64")


def _newest(rows: pd.DataFrame, period: str) -> pd.DataFrame:
    """Each region's newest counts up to the period of the selection, else the newest there are."""
    early = [one for one in rows["period"].unique() if period and period_end(one) <= period_end(period)]
    until = rows[rows["period"].isin(early)]
    return (until if len(until) else rows).drop_duplicates("region_code", keep="last")


def _listed(counts: Mapping[str, tuple[int, int]], codes: list[str], indicator: str) -> pd.DataFrame:
    """What lists say, as rows like those of the dataset; a list without villages says nothing."""
    found = {code: counts[code] for code in codes if code in counts and counts[code][1] > 0}
    rows = pd.DataFrame({"region_code": list(found)}, dtype="str")
    whole = pd.Series([float(of) for _done, of in found.values()], dtype="float64")
    if indicator == PAYING:
        known = rows["region_code"].map(villages()).astype("float64")
        whole = known.where(known.gt(0), whole)
    done = pd.Series([float(n) for n, _of in found.values()], dtype="float64")
    said = {"period": "", "status": TICKED, "counts_status": TICKED, "source_id": "", "gap": "", "ticked": True}
    return rows.assign(done=done, whole=whole, numerator=done, denominator=whole, value=100 * done / whole, **said)


def _with_lists(rows: pd.DataFrame, listed: pd.DataFrame, live: bool) -> pd.DataFrame:
    """The dataset's rows and those of the lists; a region has one."""
    taken = listed if live else listed[~listed["region_code"].isin(rows["region_code"])]
    if taken.empty:
        return rows.assign(was_done=float("nan"), was_whole=float("nan"), was_period="")
    was = rows[["region_code", "done", "whole", "period"]]
    taken = taken.merge(was.rename(columns=lambda name: name if name == "region_code" else f"was_{name}"), how="left")
    kept = rows[~rows["region_code"].isin(taken["region_code"])]
    both = pd.concat([kept, taken], ignore_index=True) if len(kept) else taken.reset_index(drop=True)
    return both.assign(was_period=both["was_period"].fillna(""))


def _idle(series: pd.DataFrame, table: pd.DataFrame, indicator: Indicator) -> set[str]:
    """Regions to which the indicator does not apply: cities have no villages."""
    last = series.drop_duplicates("region_code", keep="last")
    idle = set(last.loc[last["gap"].eq("not_applicable"), "region_code"])
    if indicator.applies_where in table:
        idle |= set(table.loc[table[indicator.applies_where].le(0), "region_code"])
    return idle
