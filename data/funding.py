"""Who pays contributions, for how many persons or villages and until when, as far as a source says so."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from data.cited_table import Cells, note_of, read_cited_table, refuse_empty
from data.periods import is_period, period_end
from data.sources import Citation, load_citations
from data.text_table import TextTable

_FILE = Path(__file__).with_name("funding.csv")
FUNDING_COLUMNS = [
    "region_code", "payer", "standing", "counted", "count", "of", "period", "until", "source_id", "note_id", "note_en",
]  # fmt: skip
PAYERS = (
    "apbd_province", "apbd_regency", "village_fund", "kampung_fund", "csr", "baznas", "mutual_aid", "palm_oil",
    "tobacco_excise",
)  # fmt: skip
STANDINGS = ("pays", "asked", "proposed")
COUNTED = ("persons", "villages", "")


@dataclass(frozen=True)
class Funding:
    """One way in which contributions are paid, or are to be.

    standing: one of STANDINGS. counted: what count counts, "" without one. of: how many there are, None where unknown.
    until: the period up to which it is paid, "" where the source names none. note: by language, "" for nothing.
    """

    region_code: str
    payer: str
    standing: str
    counted: str
    count: int | None
    of: int | None
    period: str
    until: str
    source: Citation
    note: Mapping[str, str]


def load_funding(regions: Collection[str] | None = None) -> list[Funding]:
    """Return the bundled table. Raises DataError as `read_funding` does."""
    return read_funding(_FILE, load_citations(), regions)


def read_funding(
    source: Path | BinaryIO,
    citations: Mapping[str, Citation],
    regions: Collection[str] | None = None,
    name: str | None = None,
) -> list[Funding]:
    """Read a table of who pays.

    regions: the codes that a row may name; any, where none are given.
    Raises DataError: those of `read_cited_table`, and with file and line `number_bad` (column, found) and
    `period_unknown` (found).
    """
    codes = {"payer": PAYERS, "standing": STANDINGS, "counted": COUNTED}
    table, rows = read_cited_table(source, FUNDING_COLUMNS, codes, (citations, regions), name)
    for position, row in enumerate(rows):
        _check(table, position, row)
    return [_funding(row, citations) for row in rows]


def funding_in(rows: Collection[Funding], code: str) -> list[Funding]:
    """Return what a region pays and, of a province, what is paid in its regencies; the newest of each first."""
    found = [one for one in rows if one.region_code == code or one.region_code.startswith(f"{code}.")]
    found.sort(key=lambda one: period_end(one.period), reverse=True)
    return sorted(found, key=lambda one: one.region_code)


def _funding(row: Cells, citations: Mapping[str, Citation]) -> Funding:
    return Funding(
        region_code=row["region_code"],
        payer=row["payer"],
        standing=row["standing"],
        counted=row["counted"],
        count=int(row["count"]) if row["count"] else None,
        of=int(row["of"]) if row["of"] else None,
        period=row["period"],
        until=row["until"],
        source=citations[row["source_id"]],
        note=note_of(row),
    )


def _check(table: TextTable, position: int, row: Cells) -> None:
    refuse_empty(table, position, row, ["period"])
    for column in ("count", "of"):
        if row[column] and not row[column].isdecimal():
            raise table.refusal("number_bad", position, column=column, found=row[column])
    if row["count"]:
        refuse_empty(table, position, row, ["counted"])
    for column in ("period", "until"):
        if row[column] and not is_period(row[column]):
            raise table.refusal("period_unknown", position, column=column, found=row[column])
