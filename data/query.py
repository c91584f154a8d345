"""Ask observations for one indicator: a row for every region and period, gaps included."""

from collections import namedtuple
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pandas as pd

from data.areas import with_aggregates
from data.check import disagrees
from data.indicators import Indicator, load_indicators
from data.periods import frequency as frequency_of
from data.periods import sort_periods
from data.regimes import regimes_of
from errors import DataError

# One row as itertuples of pandas gives it: a namedtuple made for each table, so no type of its own can be named.
Row = Any
SERIES_COLUMNS = [
    "region_code", "period", "numerator", "denominator", "value", "value_printed",
    "status", "counts_status", "source_id", "counts_source_id", "note", "regime", "gap", "disagrees",
]  # fmt: skip
_NUMBERS = ["numerator", "denominator", "value"]
_TEXTS = ["value_printed", "status", "counts_status", "source_id", "counts_source_id", "note", "regime"]
_AT = ["region_code", "period"]


def each_row(table: pd.DataFrame) -> Iterator[Row]:
    """Go through a table's rows as `itertuples` gives them; its index comes along as `Index`.

    Some rows of a series cost 0.5 ms instead of 1: the type of a row is made once, and columns are taken whole.
    """
    columns = [table[name].tolist() for name in table.columns]
    return map(_row_type(tuple(table.columns))._make, zip(table.index.tolist(), *columns, strict=True))


@cache
def _row_type(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", ("Index", *columns), rename=True)


def series(observations: pd.DataFrame, regions: pd.DataFrame, indicator: Indicator, segment: str) -> pd.DataFrame:
    """Return one indicator and segment: a row for every region of the table and every period that occurs.

    observations: as `read_observations` gives them. regions: region_code, level (country, province, regency),
    parent_code, and the column that the indicator's `applies_where` names; its order is kept, periods ascend.
    Returns `SERIES_COLUMNS`; numbers are missing in a gap, texts "".
    A province or country without a figure of its own is the aggregate of its regencies, where all of them to
    which the indicator applies have one; `with_aggregates` says what it then carries.
    status: reported, computed or simulated; missing in a gap. regime: what the figure is a share of, see data.regimes;
    "" in a gap.
    gap: "" or why there is no value: `suppressed`; `not_applicable` (denominator 0, or `applies_where` is 0);
    `not_reported` (observed without a figure); `not_held` (no observation: we do not know whether anybody reported
    one). disagrees: the printed figure and its counts differ, see data/check.py.
    Observations of regions outside the table are left out here; `find_unmatched` returns them.
    """
    chosen = observations[(observations["indicator"] == indicator.id) & (observations["segment"] == segment)]
    chosen = chosen.assign(regime=regimes_of(chosen))
    rows = _grid(regions, sort_periods(chosen["period"].unique()), indicator)
    rows = rows.merge(chosen[[*_AT, *_NUMBERS, *_TEXTS]], on=_AT, how="left", validate="one_to_one")
    rows[_TEXTS] = rows[_TEXTS].fillna("")
    rows = with_aggregates(rows, indicator)
    rows["gap"] = _gaps(rows, indicator)
    rows["status"] = rows["status"].where(rows["gap"] == "")
    rows["regime"] = rows["regime"].where(rows["value"].notna(), "")
    rows["disagrees"] = disagrees(rows)
    return rows[SERIES_COLUMNS]


def values_in(values: pd.DataFrame, period: str, codes: list[str]) -> pd.DataFrame:
    """Return the rows of a series in one period for these regions, in the order of `codes`.

    A region that the series does not know has no row; an unknown period gives no rows.
    """
    rows = values[values["period"] == period].set_index("region_code", drop=False)
    return rows.loc[[code for code in codes if code in rows.index]].reset_index(drop=True)


def periods(
    observations: pd.DataFrame, indicator_id: str, segment: str = "all", frequency: str | None = None
) -> list[str]:
    """Return the periods at which an indicator and segment occur, oldest first; of one frequency if asked."""
    chosen = (observations["indicator"] == indicator_id) & (observations["segment"] == segment)
    found = sort_periods(observations.loc[chosen, "period"].unique())
    return [period for period in found if frequency is None or frequency_of(period) == frequency]


def indicators_with_values(
    observations: pd.DataFrame,
    regions: pd.DataFrame,
    area: str,
    indicators: Mapping[str, Indicator] | None = None,
) -> pd.DataFrame:
    """Return the newest figure of every indicator and segment that an area has.

    area: a region_code of the table that other regions name as their parent (`ID` or a province).
    indicators: those to look for, in the order in which they are returned; all of indicators.toml by default.
    Returns `indicator`, `segment` and `SERIES_COLUMNS`. One row for the
    area at the newest period at which it has a value; where it has none at any period, one row for each
    region inside it that has one, each at its own newest period (29 of 179 kampung are Merauke's, not Papua
    Selatan's).
    """
    inside = _inside(regions, area)
    within = observations[observations["region_code"].isin(inside["region_code"])]
    found = [pd.DataFrame(columns=["indicator", "segment", *SERIES_COLUMNS])]
    occurring = dict(iter(within.groupby(["indicator", "segment"], sort=False)))
    for indicator in (load_indicators() if indicators is None else indicators).values():
        for segment in indicator.segments:
            rows = occurring.get((indicator.id, segment))
            if rows is not None:
                newest = _newest(rows, inside, indicator, segment)
                found.append(newest.assign(indicator=indicator.id, segment=segment))
    return pd.concat(found[1:] or found, ignore_index=True)[["indicator", "segment", *SERIES_COLUMNS]]


def find_unmatched(observations: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    """Return the observations whose region is not in the table, to be shown and counted."""
    return observations[~observations["region_code"].isin(regions["region_code"])]


def _grid(regions: pd.DataFrame, ascending: list[str], indicator: Indicator) -> pd.DataFrame:
    columns = ["region_code", "level", "parent_code"]
    if indicator.applies_where in regions:
        columns.append(str(indicator.applies_where))
    return regions[columns].merge(pd.DataFrame({"period": ascending}, dtype="str"), how="cross")


def _inside(regions: pd.DataFrame, area: str) -> pd.DataFrame:
    """Return the area, its children and theirs; the area first."""
    codes = regions["region_code"]
    if area not in codes.array:
        raise DataError("region_unknown", found=area)
    children = regions["parent_code"] == area
    grandchildren = regions["parent_code"].isin(codes[children])
    itself = codes == area
    return pd.concat([regions[itself], regions[~itself & (children | grandchildren)]])


def _newest(within: pd.DataFrame, inside: pd.DataFrame, indicator: Indicator, segment: str) -> pd.DataFrame:
    area = inside["region_code"].iloc[0]
    for period in reversed(_periods_of_the_area(within, inside, indicator)):
        # One period at a time: the newest nearly always has a value, and the other 44 need no aggregate.
        rows = within[within["period"] == period]
        # And where the area was observed itself, its parts do not matter.
        printed = (rows["region_code"].eq(area) & rows["value"].notna()).any()
        rows = series(rows, inside.head(1) if printed else inside, indicator, segment)
        own: pd.DataFrame = rows[(rows["region_code"] == area) & rows["value"].notna()]
        if len(own):
            return own
    history = series(within, inside, indicator, segment)
    newest: pd.DataFrame = history[history["value"].notna()].drop_duplicates("region_code", keep="last")
    return newest


def _periods_of_the_area(within: pd.DataFrame, inside: pd.DataFrame, indicator: Indicator) -> list[str]:
    """Return the periods in which the area may have a value: observed itself, or in every part that counts."""
    parts = inside[inside["level"] == "regency"]
    if indicator.applies_where in parts:
        parts = parts[parts[indicator.applies_where] > 0]
    own = within.loc[within["region_code"] == inside["region_code"].iloc[0], "period"]
    observed = within.loc[within["region_code"].isin(parts["region_code"]), "period"].value_counts()
    whole = observed.index[observed >= max(len(parts), 1)]
    return sort_periods({*own, *whole})


def _gaps(rows: pd.DataFrame, indicator: Indicator) -> pd.Series:
    # Without a row of its own a region may have been reported all the same: it is our copy that lacks it.
    gaps = pd.Series("not_reported", index=rows.index, dtype="str").mask(rows["status"] == "", "not_held")
    idle = rows["denominator"] == 0
    if indicator.applies_where in rows:
        idle = idle | (rows[indicator.applies_where] <= 0)
    gaps = gaps.mask(idle, "not_applicable").mask(rows["status"] == "suppressed", "suppressed")
    return gaps.mask(rows["value"].notna(), "")
