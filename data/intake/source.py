"""An upload with all that was settled about it, and its rows as observations."""

from dataclasses import dataclass

import pandas as pd

from data.intake.parsed_file import Opened
from data.intake.plan import Plan
from data.intake.table import Table
from data.intake.vocabulary import About
from data.observations import COLUMNS, with_values
from data.regimes import REGIME_COLUMNS
from data.schema import COUNTS


@dataclass(frozen=True, eq=False)
class Source:
    """An upload with what is meant by it.

    region_codes, periods: of each row of the table by its position, "" where there is none; keep: rows that
    are neither left out nor without region or period.
    """

    opened: Opened
    table: Table
    plan: Plan
    about: About
    region_codes: pd.Series
    periods: pd.Series
    keep: pd.Series


def as_observations(rows: pd.DataFrame, about: About) -> pd.DataFrame:
    """Return figures with the columns and types of `read_observations`, their other columns behind.

    rows: the key, numerator, denominator, value (as stated), value_printed and what their denominator counts.
    """
    told = rows.assign(status=about.status, counts_status="", source_id=about.source_id, counts_source_id="", note="")
    told = told.assign(**{column: "" for column in REGIME_COLUMNS if column not in told})
    texts = [column for column in COLUMNS if column not in [*COUNTS, "value"]]
    told = told.astype(dict.fromkeys(texts, "str") | dict.fromkeys([*COUNTS, "value"], "float64"))
    whole = with_values(told, told["value"], about.indicators)
    return whole[[*COLUMNS, *(column for column in whole if column not in COLUMNS)]]
