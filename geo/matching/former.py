"""Names that meant another region, and regions that were larger, in the years of a file."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from geo.matching.spelling import read_spelling

# Regencies whose old name another region has today, with the last year of that name: Mempawah by PP 58/2014,
# Bintan by PP 5/2006. Old names that nobody else has are aliases.
FORMER_NAMES_CSV = Path(__file__).with_name("former_names.csv")
# The last year of figures of the larger region, and the regions that were parts of it. Of regencies those divided
# since 2007, each by a law of its own in that year, from Pidie Jaya (UU 7/2007) to Buton Selatan (UU 16/2014); none
# was divided between 2004 and 2006 or after 2014. Provinces: Papua UU 14 to 16/2022, Papua Barat
# UU 29/2022, Kalimantan Timur UU 20/2012, Sulawesi Selatan UU 26/2004, Riau UU 25/2002 (in force 2004), Jawa Barat
# UU 23/2000, Sumatera Selatan UU 27/2000, Sulawesi Utara UU 38/2000, Maluku UU 46/1999.
DIVIDED_CSV = Path(__file__).with_name("divided_regions.csv")
# A name beside a code is not read.
_BY_NAME = frozenset({"exact_name", "alias", "ambiguous_type", "ambiguous_name", "type_disagrees", "outside_area"})


@dataclass(frozen=True)
class Former:
    """The meaning of a writing until the end of a year.

    reason: `former_name`, or `former_extent` of a region that was larger; typed: whether the writing says
    kabupaten, so that today's city of that name is not meant. parts: of a larger region by the last year of each
    division the codes of what was a part of it: figures beside those of a part are of the smaller one already.
    """

    region_code: str
    until: int
    reason: str
    typed: bool = False
    parts: tuple[tuple[int, frozenset[str]], ...] = ()


def former_of(written: str, region_code: str | None, reason: str) -> Former | None:
    """Return what a name meant in former years, None where it meant the same.

    region_code, reason: how it is read today, as `resolve_regions` says.
    """
    spelling = read_spelling(written)
    renamed = _renamed().get(spelling.name)
    if renamed and reason in _BY_NAME and spelling.type in (None, renamed[1]):
        return Former(renamed[0], renamed[2], "former_name", typed=spelling.type is not None)
    divisions = _divided().get(region_code or "", ())
    if not divisions:
        return None
    return Former(str(region_code), max(year for year, _ in divisions), "former_extent", parts=divisions)


@cache
def young_regencies() -> pd.DataFrame:
    """Return the regencies divided from another since 2007: region_code, parent_code, founded (year of the law)."""
    rows = [
        (part, code, year)
        for code, divisions in _divided().items()
        for year, parts in divisions
        for part in sorted(parts)
        if "." in part
    ]
    return pd.DataFrame(rows, columns=["region_code", "parent_code", "founded"])


@cache
def _renamed() -> dict[str, tuple[str, str | None, int]]:
    """Return region_code, type and last year by the letters of a former name."""
    table = pd.read_csv(FORMER_NAMES_CSV, dtype=str)
    columns = (table["former_name"], table["region_code"], table["until"].astype(int))
    read = [(read_spelling(name), code, until) for name, code, until in zip(*columns, strict=True)]
    return {spelling.name: (code, spelling.type, until) for spelling, code, until in read}


@cache
def _divided() -> dict[str, tuple[tuple[int, frozenset[str]], ...]]:
    found: dict[str, tuple[tuple[int, frozenset[str]], ...]] = {}
    for code, until, parts in pd.read_csv(DIVIDED_CSV, dtype=str).itertuples(index=False):
        found[code] = (*found.get(code, ()), (int(until), frozenset(parts.split())))
    return found
