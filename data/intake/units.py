"""The unit and the scale that words say: `(ribu orang)`, `dalam juta rupiah`, `Persentase`, `Rata-rata upah (Rp)`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from data.indicators import Indicator

_AIMS = r"target|sasaran|rencana|proyeksi|kuota|projection|projected|planned|quota"
# What a figure is, the strongest word first: an average of rupiah is no sum of rupiah, a percentage of persons no
# count of them, and a growth, an aim or a part of the whole country is neither.
_KINDS = {
    "derived": r"pertumbuhan|perubahan|kenaikan|penurunan|peningkatan|selisih|laju|growth|changes?|increase|decrease|"
    rf"distribusi|komposisi|kontribusi|andil|distribution|composition|kekurangan|{_AIMS}",
    "index": r"indeks|index|indexes|ipm|gini|skor|score|peringkat|ranking|rank",
    "average": r"rata[- ]?rata|rerata|rataan|average|mean|median|per kapita|per capita|per orang",
    "rate": r"(?:per|tiap|setiap) (?:seribu|seratus ribu|satu juta|mil|1[ .,]?000|10[ .,]?000|100[ .,]?000)",
    "percent": r"persen|persentase|prosentase|percent|percentage|pct|tingkat|proporsi|share|rasio|ratio|"
    r"rate|tpak|tpt",
    "rupiah": r"rp|rupiah|idr|iuran|premi|upah|gaji|salary|salaries|wage|wages|contribution|contributions|pengeluaran|"
    r"pendapatan|penghasilan|income|omzet|biaya|anggaran|garis kemiskinan|ump|umk|nominal|saldo|tunggakan|piutang|pdrb",
    "firms": r"perusahaan|badan usaha|pemberi kerja|pemilik usaha|firms|companies|employers|umkm|rumah tangga|"
    r"households|keluarga|kk|kasus|klaim|cases|claims|unit usaha|hektar|hektare|ha|km2|km|ton|kecamatan",
}
# Said of a figure by nothing but its unit; other words of `_KINDS` name what is counted.
_WRITTEN = r"persen|percent|pct|rp|rupiah|idr|orang|jiwa|persons|people|desa|villages"
_SIGNS = {"percent": re.compile(r"%|\bpct\b"), "rupiah": re.compile(r"\bRp\b\.?", re.IGNORECASE)}
_SCALES = {
    "ribu": 1000, "ribuan": 1000, "rb": 1000, "thousand": 1000, "thousands": 1000, "000": 1000,
    "juta": 10**6, "jutaan": 10**6, "jt": 10**6, "million": 10**6, "millions": 10**6, "000000": 10**6,
    "miliar": 10**9, "milyar": 10**9, "miliaran": 10**9, "milyaran": 10**9, "billion": 10**9, "billions": 10**9,
    "triliun": 10**12, "trilyun": 10**12, "trillion": 10**12,
}  # fmt: skip
_SCALE_WORDS = "|".join(sorted((word for word in _SCALES if word.isalpha()), key=len, reverse=True))
_COUNTED = r"orang|jiwa|rupiah|rp|pekerja|peserta|tenaga kerja|tk|penduduk|persons?|people|workers?|idr"
# A scale is one in brackets, behind `dalam`, beside what is counted, or at the end; `5 juta` is a wage's limit.
_WORD = rf"\b({_SCALE_WORDS})\b"
_SCALED = re.compile(
    rf"[(\[][^()\[\]]*?(?<![0-9] ){_WORD}[^()\[\]]*[)\]]"
    rf"|(?:dalam|satuan|in)\W+(?:\w+\W+)?{_WORD}"
    rf"|(?:\brp\.?|rupiah)\W*{_WORD}"
    rf"|(?<![0-9] ){_WORD}\W+(?:{_COUNTED})\b"
    rf"|(?<![0-9]) {_WORD}\W*$",
    re.IGNORECASE,
)
_ZEROS = re.compile(
    r"(?:^|[(\[x×'’\s])'?(?:1[ .,]?)?000([ .,]?000)?\s*(?:[)\]]|$|(?=\s(?:orang|jiwa|rp|rupiah)))", re.IGNORECASE
)
_PER = re.compile(r"\b(?:per|tiap|setiap)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Unit:
    """kind: one of `derived`, `percent`, `rupiah`, `average`, `index`, `rate`, `firms` (or another thing counted), ""
    where the words name none of them. scale: 1000 where figures are told in thousands. written: whether the unit
    itself stands there, as `(persen)`, and not only a word that has one, as `upah`.
    """

    kind: str = ""
    scale: int = 1
    written: bool = False

    def fits(self, indicator: Indicator) -> bool:
        """Say whether figures of this unit may be an indicator's."""
        return self.kind in ("", indicator.unit)


def unit_in(text: str) -> Unit:
    """Return what a header or a title says of the unit of figures."""
    plain = re.sub(r"[_\s]+", " ", text.casefold())
    kind = next((name for name, words in _KINDS.items() if re.search(rf"\b(?:{words})\b", plain)), "")
    if kind not in ("derived", "index", "average", "rate"):
        kind = next((name for name, sign in _SIGNS.items() if sign.search(plain)), kind)
    return Unit(kind, _scale(plain), bool(re.search(rf"%|[(\[,]\s*(?:{_WRITTEN})\b|\b(?:dalam|satuan)\b", plain)))


def is_aim(text: str) -> bool:
    """Say whether a column's figures are what is aimed at or expected, not what is."""
    return bool(re.search(rf"\b(?:{_AIMS})\b", re.sub(r"[_\s]+", " ", text.casefold())))


def unit_of(column: str, others: Iterable[str], titles: Iterable[str]) -> Unit:
    """Return the unit of a column's figures: its own word for it, else that of the titles.

    others: the names of the other columns of figures; a unit of the title that one of them names is theirs.
    """
    own = unit_in(column)
    theirs = {unit_in(name).kind for name in others}
    for title in titles:
        said = unit_in(title)
        if said.scale > 1 and own.scale == 1 and own.kind not in ("percent", "index", "rate"):
            own = Unit(own.kind or ("" if said.kind == "percent" else said.kind), said.scale, own.written)
        if said.written and said.kind and not own.written and said.kind not in theirs:
            own = Unit(said.kind if own.kind in ("", "rupiah") else own.kind, own.scale, True)
    return own


def unit_of_cells(texts: Iterable[str]) -> str:
    """Return `percent` or `rupiah` where most cells carry the sign, else ""."""
    cells = [text for text in texts if any(letter.isdigit() for letter in text)]
    for kind, sign in _SIGNS.items():
        if cells and sum(bool(sign.search(text)) for text in cells) > len(cells) / 2:
            return kind
    return ""


def _scale(plain: str) -> int:
    if _PER.search(plain):
        return 1
    if found := _SCALED.search(plain):
        return _SCALES[next(word for word in found.groups() if word).casefold()]
    zeros = _ZEROS.search(plain)
    return 1 if not zeros else 10**6 if zeros[1] else 1000
