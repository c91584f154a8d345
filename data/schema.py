"""The form of an observations file: its columns, and a refusal with the line for whatever breaks it."""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.indicators import Indicator
from data.periods import is_period
from data.regimes import BASES, REGIME_COLUMNS
from data.text_table import TextTable

KEY = ["region_code", "indicator", "segment", "period"]
COUNTS = ["numerator", "denominator"]
_TOLD = ["status", "counts_status", "source_id", "counts_source_id", "note"]
FILE_COLUMNS = [*KEY, *COUNTS, "value_printed", *_TOLD, *REGIME_COLUMNS]
REQUIRED = [*KEY, *COUNTS, "value_printed", "status", "source_id"]
STATUSES = ["reported", "computed", "simulated", "suppressed"]
COUNTS_STATUSES = ["", "reported", "computed", "simulated"]

# A count is whole; ".0" is how a spreadsheet writes one. "39.487" is refused and not read as 39 and a half:
# in Indonesian it means thirty-nine thousand, and this form has no thousands separator.
_WHOLE = r"(?:[0-9]+(?:\.0)?)?"
_DECIMAL = r"(?:[0-9]+(?:\.[0-9]+)?)?"


def check_form(table: TextTable, indicators: Mapping[str, Indicator]) -> None:
    """Raise the DataError about the first cell that breaks the form; `read_observations` lists the codes."""
    _check_key(table, indicators)
    _check_statuses(table)
    _check_numbers(table, indicators)
    _check_repeats(table)


def _check_key(table: TextTable, indicators: Mapping[str, Indicator]) -> None:
    rows = table.rows
    for column in [*KEY, "source_id"]:
        _refuse(table, rows[column] == "", "cell_empty", column)
    periods = [text for text in rows["period"].unique() if is_period(text)]
    _refuse_others(table, "period", "period_unknown", periods)
    _refuse_others(table, "indicator", "indicator_unknown", indicators)
    for indicator in rows["indicator"].unique():
        segments = rows["segment"].isin(indicators[indicator].segments)
        _refuse(table, (rows["indicator"] == indicator) & ~segments, "segment_unknown", "segment")


def _check_statuses(table: TextTable) -> None:
    rows = table.rows
    _refuse_others(table, "status", "status_unknown", STATUSES)
    if "counts_status" in rows:
        _refuse_others(table, "counts_status", "status_unknown", COUNTS_STATUSES)
    if "basis" in rows:
        _refuse_others(table, "basis", "basis_unknown", BASES)
    # A figure is suppressed because it must not be seen: a file that holds it all the same is a leak.
    for column in _numeric(rows):
        held = (rows["status"] == "suppressed") & (rows[column] != "")
        _refuse(table, held, "suppressed_with_value", column)


def _check_numbers(table: TextTable, indicators: Mapping[str, Indicator]) -> None:
    rows = table.rows
    percent = rows["indicator"].isin([i.id for i in indicators.values() if i.unit == "percent"])
    for column in _numeric(rows):
        whole = rows[column].str.fullmatch(_WHOLE)
        fits = whole if column in COUNTS else whole | (percent & rows[column].str.fullmatch(_DECIMAL))
        _refuse(table, ~fits, "number_bad", column)


def _check_repeats(table: TextTable) -> None:
    repeated = table.rows.duplicated(KEY)
    if repeated.any():
        row = _first(repeated)
        raise table.refusal("key_repeated", row, found=" ".join(table.rows[KEY].iloc[row].tolist()))


def _numeric(rows: pd.DataFrame) -> list[str]:
    return [column for column in [*COUNTS, "value_printed", "value"] if column in rows]


def _refuse_others(table: TextTable, column: str, code: str, known: Iterable[str]) -> None:
    _refuse(table, ~table.rows[column].isin(list(known)), code, column)


def _refuse(table: TextTable, wrong: "pd.Series[bool]", code: str, column: str) -> None:
    if wrong.any():
        row = _first(wrong)
        raise table.refusal(code, row, column=column, found=table.rows.loc[row, column])


def _first(wrong: "pd.Series[bool]") -> int:
    return int(wrong.to_numpy().argmax())
