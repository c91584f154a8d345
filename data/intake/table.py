"""An opened file as one long table: a wide one turned long, with the way back to the file's own columns."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.intake.parsed_file import Opened
from data.intake.period_names import periods_in
from data.intake.wide import PeriodColumn, find_period_columns, lengthen
from data.names import free_name

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, eq=False)
class Table:
    """The cells of a file, one region and period a row.

    texts, typed: as `read_rows` gives them; the index is the file's row, repeated where a wide file turned long.
    period_columns: the file's columns that did so, () of a long file. origins: (period, column) -> the file's
    column. year: of months without one, where it was needed.
    """

    texts: pd.DataFrame
    typed: pd.DataFrame
    period_columns: tuple[str, ...] = ()
    origins: Mapping[tuple[str, str], str] = field(default_factory=dict)
    year: str = ""

    def file_column(self, column: str, period: str) -> str:
        """Return the file's column behind a cell."""
        return self.origins.get((period, column), column)


def as_table(opened: Opened, wide: bool = True, year: str = "") -> Table:
    """Return the table of an opened file; where `wide`, a column per period is turned into rows.

    year: of columns named after months alone; "" takes the one year that the titles name, if they do.
    The long table has `period` and a column per measure, `value` where the names said nothing but the period.
    """
    names = list(opened.texts.columns)
    months = _months_alone(names)
    year = (year or said_year(opened)) if months else ""
    found = find_period_columns(names, year) if wide else {}
    others = [name for name in names if name not in found]
    if not found or "period" in others:
        return Table(opened.texts, opened.typed, year=year)
    columns = _distinct(found, others)
    return Table(
        texts=lengthen(opened.texts, columns).fillna(""),
        typed=_flags(lengthen(opened.typed, columns)),
        period_columns=tuple(columns),
        origins={(column.period, column.measure): name for name, column in columns.items()},
        year=year,
    )


def wants_year(opened: Opened) -> bool:
    """Say whether columns are named after months and nothing says of which year: it must be asked."""
    return bool(_months_alone(list(opened.texts.columns))) and not said_year(opened)


def said_year(opened: Opened) -> str:
    """Return the one year that titles, sheet name or file name say, "" where it is none or several."""
    for texts in _sayings(opened):
        if years := {year for text in texts for year in _YEAR.findall(text)}:
            return years.pop() if len(years) == 1 else ""
    return ""


def said_period(opened: Opened) -> str:
    """Return the one period that columns, titles, sheet name or file name say, "" where it is none or several."""
    for texts in (list(opened.texts.columns), *_sayings(opened)):
        found = {period for text in texts for period in periods_in(text)}
        # `Posisi 30 November 2024, tahun anggaran 2024`: the finer one says more.
        finest = {one for one in found if not any(other != one and other.startswith(one) for other in found)}
        if finest:
            return finest.pop() if len(finest) == 1 else ""
    return ""


def _flags(long: pd.DataFrame) -> pd.DataFrame:
    """Say False of the cells that a period lacks, and of the periods themselves, which are text."""
    return pd.DataFrame({name: long[name].eq(True) if name != "period" else False for name in long}, index=long.index)


def _sayings(opened: Opened) -> Iterable[list[str]]:
    yield opened.titles
    yield [opened.sheets[opened.sheet].name]
    yield [re.sub(r"\.\w+$", "", opened.file).replace("_", " ")]


def _months_alone(names: list[str]) -> list[str]:
    whole = find_period_columns(names)
    return [name for name in find_period_columns(names, "2000") if name not in whole]


def _distinct(found: Mapping[str, PeriodColumn], others: Collection[str]) -> dict[str, PeriodColumn]:
    """Give each measure a name that no other column has, and two columns of one period and measure two names."""
    taken = {"period", *others}
    seen: Counter[PeriodColumn] = Counter()
    names: dict[tuple[str, int], str] = {}
    columns = {}
    for name, column in found.items():
        seen[column] += 1
        key = (column.measure or "value", seen[column])
        if key not in names:
            names[key] = free_name(key[0], taken)
            taken.add(names[key])
        columns[name] = PeriodColumn(column.period, names[key])
    return columns
