"""What tables share whose every row speaks of a region and cites a source: targets, and who pays."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from data.sources import Citation
from data.text_table import TextTable, read_text_table

Cells = dict[str, str]


def read_cited_table(
    source: Path | BinaryIO,
    columns: Sequence[str],
    codes: Mapping[str, Collection[str]],
    known: tuple[Mapping[str, Citation], Collection[str] | None],
    name: str | None = None,
) -> tuple[TextTable, list[Cells]]:
    """Read a table with the columns region_code and source_id, each row as its cells by column.

    codes: by column, the codes that it may hold; "" among them where it may be empty. known: the citations by id and
    the codes of the regions, None where any will do.
    Raises DataError: those of `read_text_table`, and with file and line `cell_empty` (column), `row_region_unknown`
    (found), `row_source_unknown` (found) and `code_unknown` (column, found, expected).
    """
    table = read_text_table(source, columns, name)
    rows = [dict(zip(columns, cells, strict=True)) for cells in table.rows[list(columns)].to_numpy().tolist()]
    citations, regions = known
    filled = ["region_code", "source_id", *(column for column in codes if "" not in codes[column])]
    for position, row in enumerate(rows):
        refuse_empty(table, position, row, filled)
        if regions is not None and row["region_code"] not in regions:
            raise table.refusal("row_region_unknown", position, found=row["region_code"])
        if row["source_id"] not in citations:
            raise table.refusal("row_source_unknown", position, found=row["source_id"])
        for column, expected in codes.items():
            if row[column] not in expected:
                raise table.refusal("code_unknown", position, column=column, found=row[column], expected=list(expected))
    return table, rows


def refuse_empty(table: TextTable, position: int, row: Cells, columns: Sequence[str]) -> None:
    """Raise DataError cell_empty (file, place, column) about the first of these columns that is empty in a row."""
    for column in columns:
        if not row[column]:
            raise table.refusal("cell_empty", position, column=column)


def note_of(row: Cells) -> Mapping[str, str]:
    """Return a row's note by language."""
    return {"id": row["note_id"], "en": row["note_en"]}
