"""Identity numbers in a file of workers: which column holds them, who stands twice, and what of them is shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.intake.period_names import read_period
from data.intake.persons import NUMBER, identity_columns, is_of_persons, is_own_number, private_columns
from data.intake.plan import Plan
from data.intake.table import Table
from data.intake.vocabulary import plain

# A person's own number, the surest first.
_OWN = (
    re.compile(r"\b(?:nik|e?ktp|national id|no(?:mor)? induk kependudukan)\b"),
    re.compile(
        r"\b(?:kpj|nip|no(?:mor)? (?:peserta|kartu|identitas|paspor|induk|pegawai)|employee id|social security|"
        r"id (?:peserta|pekerja|karyawan|card|number))\b"
    ),
)
_EXPONENT = re.compile(r"[0-9][.,][0-9]+E\+?[0-9]+", re.IGNORECASE)
_LONG = re.compile(rf"(?<![0-9.,]){NUMBER}(?![0-9])")
_FILLED = 0.5
_SHOWN, _SHORT = 4, 7


@dataclass(frozen=True)
class Repeated:
    """people: numbers that stand more than once in one period; rows: how many rows these are."""

    column: str
    people: int
    rows: int


def identity_column(texts: pd.DataFrame) -> str:
    """Return the column of the surest number of a person, "" where there is none."""
    found = [column for column in identity_columns(texts) if is_own_number(column)]
    filled = [column for column in found if (texts[column].str.strip() != "").mean() > _FILLED]
    return min(filled, key=_surety, default="")


def find_repeated(table: Table, plan: Plan) -> Repeated | None:
    """Return who stands more than once in one period, None where nobody does or no number tells it."""
    texts = table.texts
    column = identity_column(texts)
    if not column:
        return None
    numbers = person_numbers(texts[column])
    parts = [texts[plan.roles[role]] for role in ("period", "month") if plan.roles.get(role, "") in texts]
    key = pd.DataFrame({"person": numbers} | {str(at): _periods(part) for at, part in enumerate(parts)})
    again = key[numbers >= 0].duplicated(keep=False)
    repeated = key[numbers >= 0][again]
    return Repeated(column, repeated["person"].nunique(), len(repeated)) if len(repeated) else None


def person_numbers(cells: pd.Series) -> pd.Series:
    """Return a number for each person of a column of identities, on its index; -1 where the cell names nobody.

    The number is our own, so that no identity goes on into the figures. A column whose digits a spreadsheet has
    rounded names nobody: many persons would be one.
    """
    written = {text: _bare(text) for text in cells.unique()}
    if _are_rounded(written):
        return pd.Series(-1, index=cells.index)
    return pd.Series(pd.factorize(cells.map(written).replace("", np.nan))[0], index=cells.index)


def is_rounded(cells: pd.Series) -> bool:
    """Say whether numbers have lost their last digits: `1,70401E+15`, or sixteen digits that all end with 0."""
    return _are_rounded({text: _bare(text) for text in cells.unique()})


def _are_rounded(written: Mapping[str, str]) -> bool:
    if any(_EXPONENT.fullmatch(text.strip()) for text in written):
        return True
    long = [bare for bare in written.values() if len(bare) > 15 and bare.isdigit()]
    return len(long) > 2 and all(bare.endswith("0") for bare in long)


def hidden_columns(texts: pd.DataFrame) -> set[str]:
    """Return the columns of which no cell is shown in full: identities, and in a file of workers births and wages."""
    persons = is_of_persons(texts)
    return {column for column in private_columns(texts, persons) if not _is_name(column)} if len(texts) else set()


def masked(text: str) -> str:
    """Return a private cell as it may be shown: of a number its last four digits, of anything else nothing."""
    bare = _bare(text)
    if not text.strip():
        return text
    return f"•••{bare[-_SHOWN:]}" if bare.isdigit() and len(bare) > _SHORT else "•••"


def without_identities(text: str) -> str:
    """Return a text with every identity number in it cut to its last four digits."""
    return _LONG.sub(lambda found: masked(found[0]), text)


def _surety(column: str) -> int:
    return next((at for at, words in enumerate(_OWN) if words.search(plain(column))), len(_OWN))


def _bare(text: str) -> str:
    """Return letters and digits alone, "" of a cell that stands for no number: empty, `-`, `0000`, `belum ada`."""
    bare = re.sub(r"[\W_]+", "", re.sub(r"\.0$", "", text.strip()).casefold())
    return bare if len(set(bare)) > 1 and any(letter.isdigit() for letter in bare) else ""


def _periods(cells: pd.Series) -> pd.Series:
    return cells.map({text: read_period(text) or text.strip().casefold() for text in cells.unique()})


def _is_name(column: str) -> bool:
    return "nama" in plain(column).split() or "name" in plain(column).split()
