"""What an upload may speak of: the indicators and segments with every word for them, its source and status."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.indicators import Indicator

# How offices write the segments beside our titles; the first of them also stands inside the name of a column.
_SEGMENT_WORDS = {
    "all": "semua segmen|semua|seluruh segmen|seluruhnya|total|jumlah|all segments|all",
    "pu": "pu|penerima upah|pekerja penerima upah|ppu|formal|wage earners|wage earner",
    "bpu": "bpu|bukan penerima upah|pekerja bukan penerima upah|pbpu|informal|self-employed|self employed",
    "jakon": "jakon|jasa konstruksi|construction services|construction",
    "village_apparatus": "perangkat desa|aparat desa|aparatur desa|perangkat kampung|aparat kampung|village apparatus",
}
# What a name of a column or a title says of an indicator; of several the longest counts.
_INDICATOR_WORDS = {
    "coverage": "cakupan kepesertaan|cakupan|coverage|kepesertaan|ucj",
    "active_participants": "peserta aktif|tenaga kerja aktif|tk aktif|active participants|peserta",
    "inactive_participants": "peserta tidak aktif|tidak aktif|nonaktif|non aktif|inactive",
    "eligible_workers": "pekerja eligible|eligible|angkatan kerja|penduduk bekerja|potensi pekerja|pekerja",
    "vulnerable_workers": "pekerja rentan|vulnerable workers",
    "vulnerable_workers_protected": "pekerja rentan terlindungi|rentan terlindungi",
    "villages_enrolled": "desa terdaftar|kampung terdaftar|desa/kampung terdaftar|terdaftar|villages enrolled",
    "agencies_enrolled": "perangkat daerah terdaftar|opd terdaftar|dinas terdaftar|perangkat daerah|opd|skpd",
    "villages_paying_from_village_fund": "dana desa|dari dana desa|village fund",
    "programmes_followed": "program yang diikuti|program",
    "death_benefit_paid": "santunan kematian|santunan",
    "death_benefit_heirs": "ahli waris",
}


@dataclass(frozen=True)
class About:
    """indicators: by id; segments, indicator_names: id by any spelling in lower case.

    source_id, status (`reported` or `simulated`): of every figure of the upload.
    """

    indicators: Mapping[str, Indicator]
    segments: Mapping[str, str]
    indicator_names: Mapping[str, str]
    source_id: str = ""
    status: str = "reported"


def about_of(
    indicators: Mapping[str, Indicator],
    segments: Mapping[str, Mapping[str, str]],
    source_id: str = "",
    status: str = "reported",
) -> About:
    """Return what an upload may speak of.

    indicators: all of them, the analysts' own too. segments: titles by segment and language, as `load_segments`.
    """
    named = {one.id: [*one.title.values()] for one in indicators.values()}
    titled = {name: [*titles.values()] for name, titles in segments.items()}
    return About(
        indicators=dict(indicators),
        segments=_spellings(titled, {name: _SEGMENT_WORDS.get(name, "").split("|") for name in segments}),
        indicator_names=_spellings(named, {}),
        source_id=source_id,
        status=status,
    )


def find_id(text: str, names: Mapping[str, str]) -> str | None:
    """Return the id that a cell spells, None for none."""
    return names.get(text.strip().casefold()) or names.get(plain(text))


def segment_in(text: str, about: About) -> str:
    """Return the segment that a column's name speaks of, "" where it speaks of none; `Total` speaks of none."""
    words = {word: name for word, name in about.segments.items() if name != "all"}
    return _longest(text, words)


def segment_word(text: str) -> str:
    """Return the segment that a text is a word for, "" for none."""
    return next((name for name, words in _SEGMENT_WORDS.items() if plain(text) in words.split("|")), "")


def names_segment(text: str) -> bool:
    """Say whether a text has a word for a segment in it, other than one for all."""
    words = [word for name, words in _SEGMENT_WORDS.items() if name != "all" for word in words.split("|")]
    return any(f" {plain(word)} " in f" {plain(text)} " for word in words)


def indicator_in(text: str, about: About, allowed: Mapping[str, Indicator]) -> str:
    """Return the indicator, of those allowed, that a text speaks of, "" where it speaks of none."""
    spoken = {plain(word): name for name, words in _INDICATOR_WORDS.items() for word in words.split("|")}
    words = spoken | {plain(word): name for word, name in about.indicator_names.items()}
    return _longest(text, {word: name for word, name in words.items() if name in allowed})


def plain(text: str) -> str:
    """Return a text in lower case, its signs as single spaces."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def _longest(text: str, words: Mapping[str, str]) -> str:
    padded = f" {plain(text)} "
    found = [word for word in words if f" {plain(word)} " in padded]
    return words[max(found, key=len)] if found else ""


def _spellings(titles: Mapping[str, list[str]], others: Mapping[str, list[str]]) -> dict[str, str]:
    spelt: dict[str, str] = {}
    for source in (others, titles, {name: [name] for name in titles}):  # an id is never overruled by a title
        spelt |= {form: name for name, words in source.items() for word in words for form in _forms(word)}
    return spelt


def _forms(word: str) -> list[str]:
    return [form for form in (word.strip().casefold(), plain(word)) if form]
