"""An upload against the last version: figures that jump, and regions that are not there any more."""

from collections.abc import Mapping

import pandas as pd

from data.indicators import Indicator
from data.intake.findings import WARNING, Cells, Finding, of_cells, of_file
from data.intake.parsed_file import Opened
from data.intake.tidy import Tidy
from data.periods import frequency, period_end, sort_periods
from data.schema import KEY

JUMP = 15.0  # points in a month
_SERIES = ["region_code", "indicator", "segment"]


def find_jumps(
    opened: Opened, tidy: Tidy, previous: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> list[Finding]:
    """Warn of percentages that moved by more than 15 points a month since the figure before them.

    The figure before: of the last version the one at the same period, which would be replaced, else at the
    newest earlier period of the same frequency. A longer gap is shared out over its months: 30 points over a
    quarter of a year are no jump.
    """
    percent = [one.id for one in indicators.values() if one.unit == "percent"]
    new = _placed(tidy.rows[tidy.rows["indicator"].isin(percent)])
    old = _placed(previous[previous["indicator"].isin(percent)])
    old = old.rename(columns={"period": "period_before", "value": "value_before"}).drop(columns="row")
    old["month_before"] = old["month"]
    pairs = pd.merge_asof(new, old, on="month", by=[*_SERIES, "frequency"])
    months = (pairs["month"] - pairs["month_before"]).clip(lower=1)
    pairs["change"] = pairs["value"] - pairs["value_before"]
    pairs["months"] = months
    wrong = pairs[pairs["change"].abs() > JUMP * months + 1e-9]
    names = [*KEY, "value", "period_before", "value_before", "change", "months"]
    said = [dict(zip(names, one, strict=True)) for one in wrong[names].itertuples(index=False, name=None)]
    return of_cells(opened, ("jump", WARNING), Cells(wrong["row"].tolist(), _columns(tidy, wrong)), said)


def find_gone(opened: Opened, rows: pd.DataFrame, previous: pd.DataFrame) -> list[Finding]:
    """Warn of regions with a figure in the last version's newest period and none in the upload's newest.

    Looked at are the indicators, segments, levels (country, province, regency) and provinces of which the
    upload speaks: a branch office's file does not answer for the rest of the country. Where it speaks of more
    than half of the provinces that the last version had, it answers for all of them.
    """
    findings = []
    for key, new in rows.groupby(["indicator", "segment"], sort=False):
        indicator, segment = (str(part) for part in key)
        old = previous[(previous["indicator"] == indicator) & (previous["segment"] == segment)]
        period, now = _newest(new)
        period_before, before = _newest(old)
        said = {"indicator": indicator, "segment": segment, "period": period, "period_before": period_before}
        findings += [
            of_file(opened, "region_gone", WARNING, region_code=code, **said)
            for code in _missing(before, now, set(new["region_code"]))
        ]
    return findings


def _missing(before: set[str], now: set[str], spoken: set[str]) -> list[str]:
    provinces, all_provinces = ({code[:2] for code in codes if code != "ID"} for codes in (spoken, before))
    whole = len(provinces & all_provinces) > len(all_provinces) / 2
    levels = {len(code) if code != "ID" else 0 for code in spoken}
    return sorted(
        code
        for code in before - now
        if (len(code) if code != "ID" else 0) in levels and (whole or code[:2] in provinces or code == "ID")
    )


def _newest(rows: pd.DataFrame) -> tuple[str, set[str]]:
    """Return the newest period at which anything has a value, and what has one there; "" and nothing without."""
    told = rows[rows["value"].notna()]
    if told.empty:
        return "", set()
    period = sort_periods(told["period"].unique())[-1]
    return period, set(told.loc[told["period"] == period, "region_code"])


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the series, period and value of the rows that have one, in the order of their months."""
    told = rows[rows["value"].notna()]
    ends = {period: period_end(period) for period in told["period"].unique()}
    months = {period: end.year * 12 + end.month for period, end in ends.items()}
    kinds = {period: str(frequency(period)) for period in ends}
    placed = told[[*KEY, "value"]].assign(
        row=told.get("row", -1),
        month=told["period"].map(months).astype("int64"),
        frequency=told["period"].map(kinds).astype("str"),
    )
    return placed.sort_values("month", kind="stable", ignore_index=True)


def _columns(tidy: Tidy, rows: pd.DataFrame) -> list[str]:
    """Return the file's column of each row's figure: the printed value's, else the numerator's; "" of an aggregate."""
    if len(tidy.parts) != len(tidy.rows):
        return [""] * len(rows)
    columns = tidy.parts["value_column"].mask(tidy.parts["value_column"] == "", tidy.parts["numerator_column"])
    known = pd.Series(columns.to_numpy(), index=pd.MultiIndex.from_frame(tidy.parts[KEY]))
    known = known[~known.index.duplicated()]
    found = known.reindex(pd.MultiIndex.from_frame(rows[KEY]))
    return [str(column) for column in found.fillna("")]
