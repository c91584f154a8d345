"""Stated places: what a source itself says of a region among others, as "highest of the ten"."""

from pathlib import Path
from typing import BinaryIO

import pandas as pd

from data.schema import KEY
from data.text_table import TextTable, read_text_table
from errors import DataError

PLACE_COLUMNS = [*KEY, "place", "of", "source_id"]
PLACES = ("highest", "lowest")
# Columns that a ranking carries.
STATED_COLUMNS = ["stated", "stated_of", "stated_by"]
_PROVINCE = 2


def read_places(source: Path | BinaryIO, name: str | None = None) -> pd.DataFrame:
    """Read a table of stated places; every column as text.

    region_code, indicator, segment, period: the figure that it is said of; place: highest or lowest, of its province
    (a province's: of the country); of: among how many the source says, "" where it does not; source_id: who says it.
    Raises DataError: those of `read_text_table`, and with file and line `cell_empty` (column), `place_unknown`,
    `number_bad` (column, found) and `key_repeated` (found).
    """
    table = read_text_table(source, PLACE_COLUMNS, name)
    _check(table)
    return table.rows[PLACE_COLUMNS]


def no_places() -> pd.DataFrame:
    """Return a table of no stated place: a dataset whose sources state none."""
    return pd.DataFrame(columns=PLACE_COLUMNS, dtype="str")


def check_places(places: pd.DataFrame, observations: pd.DataFrame) -> None:
    """Raise DataError place_without_figure (file, found) where the dataset lacks the figure that a place is said of."""
    known = pd.MultiIndex.from_frame(observations.loc[observations["value"].notna(), KEY])
    lost = places[~pd.MultiIndex.from_frame(places[KEY]).isin(known)]
    if len(lost):
        raise DataError("place_without_figure", file="places.csv", found=" ".join(lost[KEY].iloc[0].tolist()))


def with_places(rows: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of one indicator, segment and period with `STATED_COLUMNS`: place, of, source_id; else "".

    rows: region_code and any others. places: those of the same indicator, segment and period.
    """
    stated = places.drop_duplicates("region_code").set_index("region_code")
    return rows.assign(
        **{
            name: rows["region_code"].map(stated[column]).astype("object").fillna("").astype("str")
            for name, column in zip(STATED_COLUMNS, ("place", "of", "source_id"), strict=True)
        }
    )


def places_at(places: pd.DataFrame, indicator: str, segment: str, period: str) -> pd.DataFrame:
    """Return the stated places of one indicator, segment and period."""
    chosen = {"indicator": indicator, "segment": segment, "period": period}
    return places[(places[list(chosen)] == list(chosen.values())).all(axis=1)]


def scope_of(region_code: str) -> str:
    """Return the area in which a stated place is one: a regency's province, a province's country."""
    return region_code[:_PROVINCE] if len(region_code) > _PROVINCE else "ID"


def _check(table: TextTable) -> None:
    for position, row in enumerate(table.rows[PLACE_COLUMNS].itertuples(index=False)):
        for column in (*KEY, "place", "source_id"):
            if not getattr(row, column):
                raise table.refusal("cell_empty", position, column=column)
        if row.place not in PLACES:
            raise table.refusal("place_unknown", position, found=row.place, expected=list(PLACES))
        if row.of and not str(row.of).isdecimal():
            raise table.refusal("number_bad", position, column="of", found=row.of)
    repeated = table.rows.duplicated(KEY)
    if repeated.any():
        position = int(repeated.to_numpy().argmax())
        raise table.refusal("key_repeated", position, found=" ".join(table.rows[KEY].iloc[position].tolist()))
