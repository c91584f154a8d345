"""Columns of uploaded boundaries that hold codes or names of regions, told by their cells."""

import re
from dataclasses import dataclass

import pandas as pd

from geo.matching.resolve import resolve_regions

# In order of preference, in lower case. A shapefile cuts names to ten characters.
CODE_COLUMNS = ("region_code", "region_cod", "kemendagri_code", "kdpkab", "kode_kab", "kode", "code")
NAME_COLUMNS = ("full_name", "wadmkk", "nama_kab", "kabkot", "namobj", "kabupaten", "nama", "name")
_SAMPLE = 2_000
_ENOUGH = 0.3
_DIGIT = re.compile(r"\s*['’]?(?:ID)?[0-9]")


@dataclass(frozen=True)
class ColumnFit:
    """The fit of a column to regions. kind: code or name; example: its first cell; fits: rows of `rows` that do."""

    column: str
    kind: str
    example: str
    fits: int
    distinct: int
    rows: int


def fit_columns(attributes: pd.DataFrame, regions: pd.DataFrame) -> list[ColumnFit]:
    """Return for every column how many rows (of the first 2,000) name a region, and how many different ones.

    attributes: text, missing where empty. regions: rows of `read_regions()` at the level of the boundaries.
    """
    sample = attributes.head(_SAMPLE)
    return [_fit(str(name), sample.iloc[:, place], regions) for place, name in enumerate(sample.columns)]


def propose_column(fits: list[ColumnFit], kind: str) -> str | None:
    """Return the column of a kind that names the most different regions; None where none names enough.

    Of equals the plainest name wins: a column of the kind that the known files have.
    """
    order = CODE_COLUMNS if kind == "code" else NAME_COLUMNS
    good = [fit for fit in fits if fit.kind == kind and fit.rows and fit.fits >= _ENOUGH * fit.rows]
    best = min(good, key=lambda fit: (-fit.distinct, -fit.fits, _rank(fit.column, order)), default=None)
    return best.column if best else None


def _fit(name: str, cells: pd.Series, regions: pd.DataFrame) -> ColumnFit:
    known = cells.dropna()
    digits = sum(bool(_DIGIT.match(cell)) for cell in known)
    kind = "code" if digits * 2 > len(known) else "name"
    found = resolve_regions(known, regions)
    # A cell that several regions may be (1101, `Bogor`) speaks for the column as one that is certain does.
    open_ones = found.texts["reason"].isin(["ambiguous_code", "ambiguous_type", "old_papua_code", "bps_code"])
    first = found.candidates.drop_duplicates("text").set_index("text")["region_code"]
    fitting = found.texts[found.texts["region_code"].notna() | (open_ones & found.texts.index.isin(first.index))]
    return ColumnFit(
        column=name,
        kind=kind,
        example="" if known.empty else str(known.iloc[0])[:80],
        fits=int(fitting["rows"].sum()),
        distinct=int(first.reindex(fitting.index).nunique()),
        rows=len(cells),
    )


def _rank(column: str, order: tuple[str, ...]) -> int:
    return next((place for place, name in enumerate(order) if name in column.lower()), len(order))
