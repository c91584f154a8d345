"""Wide tables, a column per month or year, turned long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.intake.header import JOINT
from data.intake.period_names import read_period


@dataclass(frozen=True)
class PeriodColumn:
    """A column of a wide table: its period, and what else its name says, "" if nothing (`2024 / Peserta`)."""

    period: str
    measure: str


def find_period_columns(names: Sequence[str], year: str = "") -> dict[str, PeriodColumn]:
    """Return which columns of a wide table stand for a period; {} where fewer than two do.

    year: of months whose year stands elsewhere, as in the title; a name `Januari` is read only with it.
    """
    found = {name: column for name in names if (column := _period_column(name, year))}
    return found if len({column.period for column in found.values()}) > 1 else {}


def lengthen(table: pd.DataFrame, columns: Mapping[str, PeriodColumn]) -> pd.DataFrame:
    """Turn a wide table long: a row per row and period, in that order, under the same index (repeated).

    table: texts, or the flags of `read_rows`. columns: as from `find_period_columns`; the others are repeated.
    Adds `period` and a column per measure, called `value` where the name said nothing but the period; where a
    period lacks a measure its cells are missing.
    """
    others = [name for name in table.columns if name not in columns]
    parts = []
    for period in dict.fromkeys(column.period for column in columns.values()):
        named = {name: column.measure or "value" for name, column in columns.items() if column.period == period}
        part = table[[*others, *named]].rename(columns=named)
        part.insert(len(others), "period", period)
        parts.append(part)
    order = pd.concat([pd.Series(range(len(table)))] * len(parts)).to_numpy().argsort(kind="stable")
    return pd.concat(parts).iloc[order]


def _period_column(name: str, year: str) -> PeriodColumn | None:
    pieces = [piece.strip() for piece in name.split(JOINT)]
    for chosen in (pieces, *([piece] for piece in pieces)):
        joined = " ".join(chosen)
        if period := read_period(joined) or (read_period(f"{joined} {year}") if year else None):
            return PeriodColumn(period, JOINT.join(piece for piece in pieces if piece not in chosen))
    return _from_words(name.split())


def _from_words(words: list[str]) -> PeriodColumn | None:
    """Find a period at either end of a name: `Peserta Nov 2024`, `2024 Peserta`; the longest one counts."""
    for length in range(min(3, len(words) - 1), 0, -1):
        for period, rest in ((words[-length:], words[:-length]), (words[:length], words[length:])):
            if found := read_period(" ".join(period)):
                return PeriodColumn(found, " ".join(rest))
    return None
