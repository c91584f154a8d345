"""Villages to regencies: the indicator's rule as one Ibis expression, run on DuckDB here and on Spark elsewhere."""

from typing import Any

import duckdb
import ibis
import pandas as pd
import pyarrow as pa

from data.indicators import Indicator
from data.schema import COUNTS

# There may be no internet, and nothing in a table may fetch code: what DuckDB needs is built into its wheel.
_NO_EXTENSIONS: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
_FIGURES = [*COUNTS, "value"]


def aggregated(parts: Any, indicator: Indicator, by: list[str]) -> Any:
    """Return the expression that combines parts by the indicator's rule, as `data.aggregate.aggregate` does.

    parts: an Ibis table with numerator, denominator, value, `by` and, where it is known, the column that the
    indicator's `applies_where` names. Missing is null. The expression has `by`, numerator, denominator and
    value, sorted by `by`; a group with any part missing is missing.
    """
    idle = _does_not_apply(parts, indicator)
    if indicator.is_ratio:
        return _divided(parts, idle, indicator.multiplier, by)
    value = idle.ifelse(0.0, parts.value)
    sums = parts.group_by(by).aggregate(total=value.sum(), unknown=value.isnull().any(), applies=(~idle).any())
    known = ~sums.unknown & sums.applies if indicator.aggregation == "sum" else ibis.literal(False)
    missing = ibis.null("float64")
    return sums.select(*by, numerator=missing, denominator=missing, value=known.ifelse(sums.total, missing)).order_by(
        by
    )


def aggregate_villages(parts: pd.DataFrame, indicator: Indicator, by: list[str]) -> pd.DataFrame:
    """Combine a table of villages by the indicator's rule, in DuckDB in memory; columns as `aggregated`."""
    columns = [*by, *_FIGURES, *([indicator.applies_where] if indicator.applies_where in parts else [])]
    table = pa.Table.from_pandas(parts[columns], preserve_index=False).replace_schema_metadata(None)
    with duckdb.connect(":memory:", config=_NO_EXTENSIONS) as connection:
        backend = ibis.duckdb.from_connection(connection)
        found: pd.DataFrame = backend.to_pyarrow(aggregated(ibis.memtable(table), indicator, by)).to_pandas()
    return found.astype(dict.fromkeys(by, "str") | dict.fromkeys(_FIGURES, "float64"))


def _divided(parts: Any, idle: Any, multiplier: float, by: list[str]) -> Any:
    counts = {name: idle.ifelse(0.0, parts[name]) for name in COUNTS}
    sums = parts.group_by(by).aggregate(
        top=counts["numerator"].sum(),
        bottom=counts["denominator"].sum(),
        unknown=(counts["numerator"].isnull() | counts["denominator"].isnull()).any(),
    )
    missing = ibis.null("float64")
    top, bottom = (sums.unknown.ifelse(missing, sums[name]) for name in ("top", "bottom"))
    rate = (bottom > 0).ifelse(multiplier * top / bottom.nullif(0.0), missing)
    return sums.select(*by, numerator=top, denominator=bottom, value=rate).order_by(by)


def _does_not_apply(parts: Any, indicator: Indicator) -> Any:
    counted = parts.denominator if indicator.is_ratio else parts.value
    nothing = (counted == 0).fill_null(False) if indicator.is_ratio else parts.value.isnull() & False
    if indicator.applies_where in parts.columns:
        nothing = nothing | ((parts[indicator.applies_where] <= 0).fill_null(False) & counted.isnull())
    return nothing
