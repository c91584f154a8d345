"""Every writing of every region that is certain: codes, names, other names and names cut at 25 characters."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geo.matching.spelling import Spelling, read_spelling

# Other names in daily use, older names of regencies and the spellings of the big2022 file.
ALIASES_CSV = Path(__file__).with_name("aliases.csv")
# Kemendagri codes of Papua and Papua Barat before the six provinces, after KDPKAB in
# github.com/ardian28/GeoJson-Indonesia-38-Provinsi, commit 486e89c (MIT). Old BPS numbers: no source found.
OLD_PAPUA_CODES_CSV = Path(__file__).with_name("old_papua_codes.csv")

CUT_AT = 25
_ISLANDS = {"Pulau", "Kepulauan"}
WRITTEN_TYPES = {
    "kabupaten": ("", "Kabupaten ", "Kab. ", "Kab "),
    "kota": ("", "Kota ", "Kotamadya "),
    "provinsi": ("", "Provinsi ", "Prov. "),
}
# Without a space: `KOTABANDUNG`, and what is left of letters written apart.
GLUED_TYPES = {"kabupaten": ("kab",), "kota": ("kota",), "provinsi": ("prov",)}


@dataclass(frozen=True)
class Gazetteer:
    """The regions a text may mean.

    types: region_code -> kabupaten, kota, provinsi or country.
    names: letters of a name -> region_code -> exact_name or alias.
    cuts: words of a name cut at 25 characters -> region codes.
    islands: letters of `Pulau Morotai` and `Kepulauan Aru` without their first word, where no region is called so
    -> region codes; likely, never certain.
    bps: BPS number -> region_code. old: Kemendagri code before 2022 -> region_code, Papua only.
    """

    types: dict[str, str]
    names: dict[str, dict[str, str]]
    cuts: dict[str, frozenset[str]]
    islands: dict[str, frozenset[str]]
    bps: dict[str, str]
    old: dict[str, str]


def gazetteer(regions: pd.DataFrame) -> Gazetteer:
    """Gather the writings of the regions given.

    regions: rows of `read_regions()`: region_code, name, full_name, type and bps_code (missing in Papua).
    Other names and old codes of regions that are not among them are left out.
    """
    types = dict(zip(regions["region_code"], regions["type"], strict=True))
    numbered = regions.dropna(subset=["bps_code"])
    names = _names(regions, types)
    return Gazetteer(
        types=types,
        names=names,
        cuts=_cuts(regions),
        islands=_islands(regions, names),
        bps=dict(zip(numbered["bps_code"], numbered["region_code"], strict=True)),
        old=dict(_pairs(OLD_PAPUA_CODES_CSV, types)),
    )


def find_named(spelling: Spelling, known: Gazetteer) -> dict[str, str]:
    """Return region_code -> exact_name, alias or cut_name for all that the text says letter by letter.

    A type that is written must be the region's; without one a name may be several regions'.
    """
    found = dict.fromkeys(known.cuts.get(spelling.words, ()), "cut_name") | known.names.get(spelling.name, {})
    if spelling.type is None:
        return found
    return {code: reason for code, reason in found.items() if known.types[code] == spelling.type}


def _names(regions: pd.DataFrame, types: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return the letters of the other names first, so that an official name overrides them."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    for alias, code in _pairs(ALIASES_CSV, types):
        names[read_spelling(alias).name][code] = "alias"
    for code, name, region_type in zip(regions["region_code"], regions["name"], regions["type"], strict=True):
        letters = read_spelling(name).name
        for glued in ("", *GLUED_TYPES.get(region_type, ())):
            names[glued + letters][code] = "exact_name"
    return dict(names)


def _islands(regions: pd.DataFrame, names: Mapping[str, object]) -> dict[str, frozenset[str]]:
    """Return the letters of each name that `Pulau` or `Kepulauan` begins, without it: Morotai, Mentawai, Aru."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, name in zip(regions["region_code"], regions["name"], strict=True):
        front, _space, rest = name.partition(" ")
        letters = read_spelling(rest).name if front in _ISLANDS else ""
        if letters and letters not in names:
            found[letters].add(code)
    return {letters: frozenset(codes) for letters, codes in found.items()}


def _cuts(regions: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Return the words of every writing over 25 characters, cut there."""
    cuts: dict[str, set[str]] = defaultdict(set)
    for region in regions.to_dict("records"):
        written = {front + region["name"] for front in WRITTEN_TYPES.get(region["type"], ())} | {region["full_name"]}
        for text in written:
            if len(text) > CUT_AT:
                cuts[read_spelling(text[:CUT_AT]).words].add(region["region_code"])
    return {words: frozenset(codes) for words, codes in cuts.items()}


def _pairs(path: Path, types: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Return the rows (a writing, its region_code) of a file of ours whose region is known."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    return ((text, code) for text, code in table.itertuples(index=False, name=None) if code in types)


def other_names(regions: pd.DataFrame) -> dict[str, list[str]]:
    """Return other names in daily use by region_code, as written, for whoever looks a region up."""
    types = dict(zip(regions["region_code"], regions["type"], strict=True))
    found: dict[str, list[str]] = defaultdict(list)
    for alias, code in _pairs(ALIASES_CSV, types):
        found[code].append(alias)
    return dict(found)
