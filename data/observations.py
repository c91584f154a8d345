"""Read observations: one row for each region, indicator, segment and period."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from data.check import disagrees
from data.indicators import Indicator, load_indicators
from data.regimes import REGIME_COLUMNS
from data.schema import COUNTS, KEY, REQUIRED, check_form
from data.text_table import read_text_table

_TOLD = ["status", "counts_status", "source_id", "counts_source_id", "note"]
COLUMNS = [*KEY, *COUNTS, "value_printed", "value", *_TOLD, *REGIME_COLUMNS]
# An upload has one source for all that it states.
STORED_COLUMNS = [column for column in COLUMNS if column != "counts_source_id"]


def read_observations(
    source: Path | BinaryIO, name: str | None = None, indicators: Mapping[str, Indicator] | None = None
) -> pd.DataFrame:
    """Read one observations CSV (plain or gzipped) in the project's own form; returns `COLUMNS`.

    Codes and periods stay text, so "11.10" and "2024" survive as written. numerator, denominator and value
    are numbers; an empty one is missing, never zero. The other columns are text, "" where nothing is known.
    value: of a ratio from its counts where both are there (missing where the denominator is 0), else the
    printed figure, else the file's own column `value` (an exported sum has nothing else).
    value_printed: as printed; its decimals say how it was rounded.
    status: `computed` where the counts give a value that no printed figure confirms, else as in the file.
    counts_status: as in the file, else `simulated` in simulated rows, else `reported`; "" without counts.
    source_id: who stated the value; counts_source_id: who stated the counts, "" where that is the same or none.
    basis, universe, segments_included: what the denominator counts, see data.regimes; "" where nothing is said.

    indicators: those that the file may speak of; all of indicators.toml by default.
    Raises DataError: those of `read_text_table`, and with file, place, column and found `cell_empty`,
    `period_unknown`, `indicator_unknown`, `segment_unknown`, `status_unknown`, `basis_unknown`,
    `suppressed_with_value` and `number_bad`; with file, place and found `key_repeated`.
    """
    known = load_indicators() if indicators is None else indicators
    table = read_text_table(source, REQUIRED, name)
    check_form(table, known)
    texts = table.rows.reindex(columns=COLUMNS, fill_value="")
    rows = texts.assign(**{column: _numbers(texts[column]) for column in COUNTS})
    stated = _numbers(rows["value_printed"]).fillna(_numbers(rows["value"]))
    return with_values(rows, stated, known)


def with_values(rows: pd.DataFrame, stated: pd.Series, known: Mapping[str, Indicator]) -> pd.DataFrame:
    """Return observations with their value, status and counts_status, by the rules of `read_observations`.

    rows: `COLUMNS`, numerator and denominator as numbers, status as the file says it. stated: the value where
    the counts do not give it, missing where nothing is known. Changes `rows` itself.
    """
    multipliers = {i.id: i.multiplier for i in known.values() if i.is_ratio}
    multiplier = rows["indicator"].map(multipliers).astype("float64")
    from_counts = rows[COUNTS].notna().all(axis=1) & multiplier.notna()
    rate = multiplier * rows["numerator"] / rows["denominator"].where(rows["denominator"] > 0)
    rows["value"] = stated.mask(from_counts, rate)
    rows["status"] = _statuses(rows, from_counts)
    rows["counts_status"] = _counts_statuses(rows)
    elsewhere = (rows["counts_status"] != "") & (rows["counts_source_id"] != rows["source_id"])
    rows["counts_source_id"] = rows["counts_source_id"].where(elsewhere, "")
    return rows


def as_stored(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a version's or a draft's rows with the columns that came after it was made: "", for it says nothing.

    A table of anything else than observations stays as it is.
    """
    later = {column: "" for column in REGIME_COLUMNS if column not in rows and "indicator" in rows}
    return rows.assign(**later) if later else rows


def _numbers(texts: pd.Series) -> pd.Series:
    return pd.to_numeric(texts.mask(texts == "")).astype("float64")


def _statuses(rows: pd.DataFrame, from_counts: pd.Series) -> pd.Series:
    """Say `computed` where we divided and nobody printed that quotient: `reported` means that someone did."""
    unconfirmed = (rows["value_printed"] == "") | disagrees(rows)
    ours = (rows["status"] == "reported") & from_counts & unconfirmed
    return rows["status"].mask(ours, "computed")


def _counts_statuses(rows: pd.DataFrame) -> pd.Series:
    counted = rows[COUNTS].notna().any(axis=1)
    unsaid = counted & (rows["counts_status"] == "")
    simulated = rows["status"] == "simulated"
    said = rows["counts_status"].mask(unsaid & simulated, "simulated")
    return said.mask(unsaid & ~simulated, "reported").where(counted, "")
