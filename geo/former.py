"""Names that meant another region, and provinces that were larger, in the years of a file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from geo.spelling import read_spelling

# Regencies whose old name another region has today, with the last year of that name: Mempawah by PP 58/2014,
# Bintan by PP 5/2006. Old names that nobody else has are aliases.
FORMER_NAMES_CSV = Path(__file__).with_name("former_names.csv")
# The last year of figures of the larger province. Laws of the division: Papua UU 14 to 16/2022, Papua Barat
# UU 29/2022, Kalimantan Timur UU 20/2012, Sulawesi Selatan UU 26/2004, Riau UU 25/2002 (in force 2004), Jawa Barat
# UU 23/2000, Sumatera Selatan UU 27/2000, Sulawesi Utara UU 38/2000, Maluku UU 46/1999.
DIVIDED_CSV = Path(__file__).with_name("divided_provinces.csv")
# What stands beside a code is not read by its name.
_BY_NAME = frozenset({"exact_name", "alias", "ambiguous_type", "ambiguous_name", "type_disagrees", "outside_area"})


@dataclass(frozen=True)
class Former:
    """What a writing meant until the end of a year.

    reason: `former_name`, or `former_extent` of a province that was larger; typed: whether the writing says
    kabupaten, so that today's city of that name is not meant.
    """

    region_code: str
    until: int
    reason: str
    typed: bool = False


def former_of(written: str, region_code: str | None, reason: str) -> Former | None:
    """Return what a name meant in former years, None where it meant the same.

    region_code, reason: how it is read today, as `resolve_regions` says.
    """
    spelling = read_spelling(written)
    renamed = _renamed().get(spelling.name)
    if renamed and reason in _BY_NAME and spelling.type in (None, renamed[1]):
        return Former(renamed[0], renamed[2], "former_name", typed=spelling.type is not None)
    until = _divided().get(region_code or "")
    return Former(str(region_code), until, "former_extent") if until else None


@cache
def _renamed() -> dict[str, tuple[str, str | None, int]]:
    """Return region_code, type and last year by the letters of a former name."""
    table = pd.read_csv(FORMER_NAMES_CSV, dtype=str)
    columns = (table["former_name"], table["region_code"], table["until"].astype(int))
    read = [(read_spelling(name), code, until) for name, code, until in zip(*columns, strict=True)]
    return {spelling.name: (code, spelling.type, until) for spelling, code, until in read}


@cache
def _divided() -> dict[str, int]:
    table = pd.read_csv(DIVIDED_CSV, dtype=str)
    return dict(zip(table["region_code"], table["until"].astype(int), strict=True))
