"""Sources: who printed a figure, when and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from data.text_table import TextTable, read_text_table
from errors import DataError

_REQUIRED = ["source_id", "title", "publisher", "published", "url", "note"]
# What tables from before do not have, and an upload need not say.
_LATER = ["retrieved", "grade"]
SOURCE_COLUMNS = [*_REQUIRED, *_LATER]
# How near a source is to whoever counted; tools/source_grades.py has the rule.
GRADES = ("official", "quoted_official", "press")
# The sources of what stands beside the figures of any dataset: targets, meetings, who pays.
_BESIDE = Path(__file__).with_name("sources.csv")


@dataclass(frozen=True)
class Citation:
    """The document in which something was read. title: as printed; url, published: "" where that is not known."""

    title: str
    publisher: str
    url: str
    published: str = ""


@cache
def load_citations() -> Mapping[str, Citation]:
    """Return the sources of targets, meetings and funding by id. Raises DataError as `read_sources` does."""
    columns = [read_sources(_BESIDE)[name] for name in ("source_id", "title", "publisher", "url", "published")]
    return {key: Citation(*said) for key, *said in zip(*columns, strict=True)}


def read_sources(source: Path | BinaryIO, name: str | None = None) -> pd.DataFrame:
    """Read a table of sources; one row per `source_id`, every column as text, "" where nothing is known.

    `published` keeps what the publisher tells: a year, a month or a day; `retrieved` likewise when it was fetched.
    `grade`: one of `GRADES`, "" where nobody judged it. A table without these two is read as saying nothing of them.
    Raises DataError: those of `read_text_table`, and with file and line `cell_empty` (column),
    `source_repeated` (found), `grade_unknown` (found) and `url_bad` (found: an address that is not http or https).
    """
    table = read_text_table(source, _REQUIRED, name)
    _check(table)
    return table.rows.reindex(columns=SOURCE_COLUMNS, fill_value="")


def cited(rows: pd.DataFrame) -> list[str]:
    """Return the ids of the sources behind values and behind their counts, each once, in the order of the rows.

    rows: source_id and, where counts may be another's, counts_source_id; an aggregate cites several, joined by ", ".
    """
    columns = [rows[column] for column in ("source_id", "counts_source_id") if column in rows]
    cells = dict.fromkeys(cell for several in zip(*columns, strict=True) for cell in several if isinstance(cell, str))
    return list(dict.fromkeys(one for cell in cells for one in cell.split(", ") if one))


def check_sources(observations: pd.DataFrame, sources: pd.DataFrame) -> None:
    """Raise DataError source_unknown (file, found) where an observation cites a source that is not described."""
    unknown = set(cited(observations)) - set(sources["source_id"])
    if unknown:
        raise DataError("source_unknown", file="sources.csv", found=sorted(unknown))


def _check(table: TextTable) -> None:
    for position, row in enumerate(table.rows[["source_id", "url"]].itertuples(index=False)):
        if not row.source_id:
            raise table.refusal("cell_empty", position, column="source_id")
        # Screens link to it: a `javascript:` address from a file must never become a link.
        if row.url and not str(row.url).startswith(("http://", "https://")):
            raise table.refusal("url_bad", position, found=row.url)
    graded = table.rows.get("grade", pd.Series("", index=table.rows.index))
    for position, grade in enumerate(graded):
        if grade and grade not in GRADES:
            raise table.refusal("grade_unknown", position, found=grade)
    repeated = table.rows["source_id"].duplicated()
    if repeated.any():
        position = int(repeated.to_numpy().argmax())
        raise table.refusal("source_repeated", position, found=table.rows["source_id"].iloc[position])
