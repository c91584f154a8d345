"""What the columns of a file mean, proposed from their names (Indonesian, English) and what stands in them."""

import hashlib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data.intake.numbers import looks_like_number
from data.intake.period_names import read_period
from data.intake.units import unit_in
from data.intake.vocabulary import plain
from data.intake.wide import find_period_columns

_SAMPLE = 200
_ENOUGH = 0.35
_NAME_WEIGHT, _CONTENT_WEIGHT = 0.65, 0.35
# The words of a name that speak for a role, the plainest first; a later one counts a little less.
_WORDS: dict[str, str] = {
    "region_code": "kode wilayah|kode kemendagri|kode kabupaten|kode kab kota|kode kabupaten kota|kode bps|kode desa|"
    "region code|kode|code|kdkab|kd kab",
    "region_name": "kabupaten kota|kab kota|kabupaten|nama kabupaten|nama kabupaten kota|wilayah|nama wilayah|daerah|"
    "region|regency|district|nama daerah|desa|kampung|kelurahan|nama desa|region name|kota|area|nama",
    "region_type": "jenis|jenis wilayah|jenis daerah|tipe|tipe wilayah|status daerah|kab kota|type|kind",
    "parent_name": "provinsi|propinsi|province|prov|nama provinsi",
    "period": "periode|period|tahun|year|tanggal|date|waktu|triwulan|kuartal|quarter|bulan tahun|posisi",
    "month": "bulan|month|bln",
    "indicator": "indikator|indicator|ukuran|measure|variabel|variable",
    "segment": "segmen|segment|kelompok|golongan|kategori peserta|group",
    "numerator": "pembilang|numerator|peserta aktif|jumlah peserta aktif|active participants|peserta|jumlah peserta|"
    "participants|aktif|terlindungi|desa terdaftar|tk aktif",
    "denominator": "penyebut|denominator|pekerja eligible|eligible workers|eligible|jumlah pekerja|potensi|"
    "angkatan kerja|penduduk bekerja|pekerja|workers|jumlah desa|potensi pekerja",
    "value": "nilai|value|cakupan|coverage|persentase|percentage|persen|percent|capaian|angka|rate|jumlah|total|ucj",
}
ROLES = tuple(_WORDS)
_REGION_LABELS = frozenset(_WORDS["region_name"].split("|"))
# A column of its own that says which of two regions of one name is meant.
_TYPES = frozenset({"kab", "kabupaten", "kota", "kotamadya", "kodya", "regency", "city"})
_CODE = re.compile(r"[1-9][0-9](?:\.?[0-9]{1,2}(?:\.?[0-9]{2}(?:\.?[0-9]{4})?)?)?(?:\.0)?")


@dataclass(frozen=True)
class Proposal:
    """That a column may have a role; score 0 to 1: 1 where both its name and every cell speak for it."""

    role: str
    column: str
    score: float


def score_columns(texts: pd.DataFrame, known: Mapping[str, Collection[str]] | None = None) -> list[Proposal]:
    """Return every role that a column may have, best first.

    texts: a table as `read_rows` gives it. known: texts that occur in a role (`indicator`, `segment`,
    `region_name` …), as ids and titles, in lower case; they make the content speak where it otherwise is
    silent.
    """
    proposals = []
    for column in texts.columns:
        cells = [text.strip() for text in texts[column].drop_duplicates().head(_SAMPLE) if text.strip()]
        proposals += [
            Proposal(role, column, _score(role, column, cells, (known or {}).get(role, ()))) for role in ROLES
        ]
    return sorted((one for one in proposals if one.score >= _ENOUGH), key=lambda one: -one.score)


def fingerprint(names: Sequence[str]) -> str:
    """Return 16 letters that are the same for files of one form, whatever their months.

    Names count without case, marks and spaces; a column per period counts once, however many there are.
    """
    periods = find_period_columns(names)
    words = [plain(f"period {periods[name].measure}" if name in periods else _timeless(name)) for name in names]
    form = "\n".join(dict.fromkeys(words))
    return hashlib.sha256(form.encode()).hexdigest()[:16]


def _timeless(name: str) -> str:
    """Leave out a period at the end of a name: `Peserta Nov 2024` is the `Peserta` of each month."""
    words = name.split()
    for length in (3, 2, 1):
        if len(words) > length and read_period(" ".join(words[-length:])):
            return " ".join(words[:-length])
    return name


def _score(role: str, column: str, cells: list[str], known: Collection[str]) -> float:
    name, content = _name_score(role, column), _content_score(role, cells, known)
    if role in ("segment", "indicator") and name < 0.9 and content < 0.5:
        return 0.0  # `Kelompok Umur` is a group of something else
    if role == "region_code" and name == 0 and _is_of_figures(column):
        return 0.0
    if cells and content == 0 and role not in ("region_name", "parent_name", "indicator", "segment"):
        return 0.0
    if role == "region_type":
        return round(0.6 + 0.35 * name, 3) if content >= 0.9 else 0.0
    # Numbers alone do not tell a numerator from a value; codes, periods and known words speak for themselves.
    if name == 0 and role in ("numerator", "denominator", "value", "month"):
        return 0.0
    alone = content if name == 0 and content >= 0.8 else 0.0
    return round(max(_NAME_WEIGHT * name + _CONTENT_WEIGHT * content, 0.6 * alone), 3)


def _name_score(role: str, column: str) -> float:
    name = plain(column)
    best = 0.0
    for place, words in enumerate(_WORDS[role].split("|")):
        if name == words:
            best = max(best, 1 - 0.01 * place)
        elif re.search(rf"\b{words}\b", name):
            # A longer match explains more of the name: `jumlah peserta aktif` is no plain `jumlah`.
            best = max(best, 0.4 + 0.5 * len(words) / len(name))
    return best


def names_role(role: str, column: str) -> bool:
    """Say whether a column's name speaks for a role."""
    return _name_score(role, column) > 0


def is_region_label(text: str) -> bool:
    """Say whether a text is a plain word for the column of regions: `Kabupaten/Kota`, `Wilayah`."""
    plain = text.casefold().replace("/", " ").replace("_", " ").replace(".", " ")
    return " ".join(plain.split()) in _REGION_LABELS


def _is_of_figures(column: str) -> bool:
    unit = unit_in(column)
    told = any(_name_score(role, column) > 0 for role in ("numerator", "denominator", "value"))
    return told or bool(unit.kind) or unit.scale > 1


def _content_score(role: str, cells: list[str], known: Collection[str]) -> float:
    if not cells:
        return 0.0
    return sum(_speaks_for(role, cell, known) for cell in cells) / len(cells)


def _speaks_for(role: str, cell: str, known: Collection[str]) -> bool:
    if known and role == "region_code":
        digits = re.sub(r"[.]0$|[^0-9]", "", cell)
        return _is_code(cell) and bool({digits[:4], f"{digits}0"} & set(known))
    if known:
        return cell.casefold() in known
    # Words without a list of known ones are no evidence for a name of a region rather than a note.
    return role in _SPEAKS and _SPEAKS[role](cell)


def _is_code(cell: str) -> bool:
    return bool(_CODE.fullmatch(cell)) and read_period(cell) is None


_SPEAKS: dict[str, Callable[[str], bool]] = {
    "region_code": _is_code,
    "region_type": lambda cell: plain(cell) in _TYPES,
    "period": lambda cell: read_period(cell) is not None,
    "month": lambda cell: read_period(f"{cell} 2024") is not None,
    "numerator": looks_like_number,
    "denominator": looks_like_number,
    "value": looks_like_number,
}
