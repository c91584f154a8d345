"""What an upload says of its denominators: the columns that tell it, and the words in their cells."""

import re
from collections.abc import Callable, Collection, Mapping

import pandas as pd

from data.intake.findings import ERROR, Finding, cells_of, of_cells, of_file
from data.intake.plan import MeasureColumn
from data.intake.source import Source
from data.intake.vocabulary import find_id, plain
from data.regimes import REGIME_COLUMNS, Regime, universes

# A wording of a publisher's, not a paragraph: it stands in legends and headings.
MOST_LETTERS = 80
# Names of columns that speak of a denominator; their cells tell whether by card or workplace, or what is counted.
_NAMES = frozenset(
    {"basis", "dasar", "universe", "semesta", "penyebut", "denominator", "dasar penyebut", "dasar penghitungan",
     "basis penyebut", "jenis penyebut", "semesta penyebut"}
)  # fmt: skip
_SEGMENT_NAMES = frozenset({"segments included", "segmen termasuk", "segmen dihitung", "segmen yang dihitung"})
_BASIS_WORDS = {
    "residence": "residence|domisili|ktp|nik|menurut ktp|menurut domisili|by identity card|identity card|by residence",
    "workplace": "workplace|tempat kerja|lokasi kerja|menurut tempat kerja|by workplace",
}
_BETWEEN = re.compile(r"\s*(?:[+,;&]|\bdan\b|\band\b)\s*")


def find_regime_columns(texts: pd.DataFrame, taken: Collection[str]) -> dict[str, str]:
    """Return the columns of `REGIME_COLUMNS` that a table has, by what each tells.

    A column `Penyebut` of numbers is the denominator itself. The project's own columns are known without a cell too.
    """
    found: dict[str, str] = {}
    for column in (one for one in map(str, texts) if one not in taken):
        role = column if column in REGIME_COLUMNS else _role(column, texts[column])
        if role:
            found.setdefault(role, column)
    return found


def _role(column: str, cells: pd.Series) -> str:
    words = [text for text in cells.unique() if text.strip()]
    if not words or not all(any(letter.isalpha() for letter in text) for text in words):
        return ""
    if plain(column) in _SEGMENT_NAMES:
        return "segments_included"
    if plain(column) not in _NAMES:
        return ""
    return "basis" if all(read_basis(text) for text in words) else "universe"


def read_basis(text: str) -> str | None:
    """Return `residence`, `workplace` or, of an empty cell, ""; None for any other word."""
    said = plain(text)
    return next((code for code, words in _BASIS_WORDS.items() if said in words.split("|")), None if said else "")


def read_universe(text: str) -> str | None:
    """Return the code of a known universe by its words, else the words themselves; None where they are too many."""
    said = " ".join(text.split())
    known = {word.casefold(): code for code, titles in universes().items() for word in (code, *titles.values())}
    return known.get(said.casefold(), said) if len(said) <= MOST_LETTERS else None


def read_segments(text: str, names: Mapping[str, str]) -> str | None:
    """Return the segments that a cell lists, joined by "+"; None where one is unknown. names: id by spelling."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    # A stroke parts segments too, but `Perangkat desa/kampung` is one.
    listed = [one for part in parts for one in ([part] if find_id(part, names) else part.split("/"))]
    found = [find_id(part, names) for part in listed]
    return None if None in found else "+".join(dict.fromkeys(map(str, found)))


def regimes_of_measure(source: Source, measure: MeasureColumn, ratio: pd.Series) -> dict[str, pd.Series]:
    """Return basis, universe and segments_included of each row: as its cells say, else as the analyst does.

    ratio: which rows are of a ratio; of the others only their own cells speak.
    """
    said = source.plan.regimes.get(measure.main_column, Regime())
    constants = {"basis": said.basis, "universe": said.universe, "segments_included": said.segments}
    read = {role: _read(source, role) for role in REGIME_COLUMNS}
    nothing = pd.Series("", index=ratio.index, dtype="str")
    return {
        role: nothing.mask(ratio, constants[role]) if cells is None else cells.fillna("").astype("str")
        for role, cells in read.items()
    }


def regime_findings(source: Source) -> list[Finding]:
    """Tell the cells, and the analyst's own words, that cannot be taken."""
    found = [
        of_file(source.opened, "universe_long", ERROR, column, found=said.universe, expected=MOST_LETTERS)
        for column, said in source.plan.regimes.items()
        if len(said.universe) > MOST_LETTERS
    ]
    codes = {"basis": "basis_unknown", "universe": "universe_long", "segments_included": "segments_unknown"}
    for role, code in codes.items():
        cells = _read(source, role)
        if cells is None:
            continue
        wrong = cells_of(source.table, (cells.isna() & source.keep).to_numpy(), source.plan.roles[role])
        found += of_cells(source.opened, (code, ERROR), wrong, [{"expected": MOST_LETTERS}] * len(wrong.rows))
    return found


def _read(source: Source, role: str) -> pd.Series | None:
    """Return what the cells of a role's column say, missing where they cannot be taken; None without a column."""
    column = source.plan.roles.get(role, "")
    if column not in source.table.texts:
        return None
    readers: dict[str, Callable[[str], str | None]] = {
        "basis": read_basis,
        "universe": read_universe,
        "segments_included": lambda text: read_segments(text, source.about.segments),
    }
    texts = source.table.texts[column].reset_index(drop=True)
    return texts.map({text: readers[role](text) for text in texts.unique()})
