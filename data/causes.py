"""What sources give as the cause of a figure, and the figures that other sources print beside it."""

from pathlib import Path
from typing import BinaryIO

import pandas as pd

from data.schema import KEY
from data.text_table import TextTable, read_text_table

CAUSE_COLUMNS = [*KEY, "cause", "source_id"]
RIVAL_COLUMNS = [*KEY, "value_printed", "source_id"]
PARENT_REGISTER, ELECTION_WORKERS = "parent_register", "election_workers"


def read_causes(source: Path | BinaryIO, name: str | None = None) -> pd.DataFrame:
    """Read what sources say themselves of why a figure is low or high; `CAUSE_COLUMNS` as text.

    region_code, indicator, segment, period: the figure; cause: `parent_register` (participants of a young regency are
    still recorded in the one that it was divided from) or `election_workers` (temporary workers of an election).
    Raises DataError: those of `read_text_table`, and with file and line `cell_empty` and `cause_unknown` (found).
    """
    table = read_text_table(source, CAUSE_COLUMNS, name)
    _refuse_empty(table, CAUSE_COLUMNS)
    for position, cause in enumerate(table.rows["cause"]):
        if cause not in (PARENT_REGISTER, ELECTION_WORKERS):
            raise table.refusal("cause_unknown", position, found=cause, expected=[PARENT_REGISTER, ELECTION_WORKERS])
    return table.rows[CAUSE_COLUMNS]


def read_rivals(source: Path | BinaryIO, name: str | None = None) -> pd.DataFrame:
    """Read the figures that a second source prints of what an observation holds already; `RIVAL_COLUMNS` as text.

    They have no row of their own among the observations, whose key they would repeat.
    Raises DataError: those of `read_text_table`, and with file and line `cell_empty` and `number_bad`.
    """
    table = read_text_table(source, RIVAL_COLUMNS, name)
    _refuse_empty(table, RIVAL_COLUMNS)
    bad = ~table.rows["value_printed"].str.fullmatch(r"[0-9]+(?:\.[0-9]+)?")
    for position in bad.to_numpy().nonzero()[0].tolist():
        found = table.rows["value_printed"].iloc[position]
        raise table.refusal("number_bad", position, column="value_printed", found=found)
    return table.rows[RIVAL_COLUMNS]


def no_causes() -> pd.DataFrame:
    """Return a table of no cause: a dataset whose sources give none."""
    return pd.DataFrame(columns=CAUSE_COLUMNS, dtype="str")


def no_rivals() -> pd.DataFrame:
    """Return a table of no rival figure."""
    return pd.DataFrame(columns=RIVAL_COLUMNS, dtype="str")


def _refuse_empty(table: TextTable, columns: list[str]) -> None:
    for column in columns:
        empty = (table.rows[column] == "").to_numpy()
        if empty.any():
            raise table.refusal("cell_empty", int(empty.argmax()), column=column)
