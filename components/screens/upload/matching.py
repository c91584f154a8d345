"""The region of each row: by its code or name, and by its province and period where a name alone is not enough."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.screens.upload.former_rows import held_against_periods, likely
from components.screens.upload.state import Choices
from components.screens.upload.writings import Matched, Text
from data.intake.propose import Written
from geo.matching.resolve import Resolution, resolve_regions, settling_key
from geo.regions import province_of

# Files still name the two provinces that became six in 2022.
FORMER = {"91": frozenset({"91", "93", "94", "95"}), "92": frozenset({"92", "96"})}
# What a name could not tell, its province may; a code is never read differently because of it.
BY_NAME = ("ambiguous_type", "ambiguous_name", "fuzzy", "unknown", "type_disagrees")
_SUM = re.compile(r"\s*(?:(?:sub|grand)?\s*total|jumlah|rata-?\s?rata|seluruh|se-|average|mean)\b", re.IGNORECASE)
# Bengkulu was the city in one file and is the province in the next: what was chosen then is applied to
# files of the same form, and offered elsewhere.
AMBIGUOUS = ("ambiguous_type", "ambiguous_name", "ambiguous_code", "former_name", "former_extent")


@dataclass(frozen=True)
class Scope:
    """What a remembered region must be among: codes, and the provinces of the one beside it, None for any."""

    codes: frozenset[str]
    area: frozenset[str] | None


def match_rows(written: Written, regions: pd.DataFrame, said: Choices, known: Mapping[str, str]) -> Matched:
    """Match every distinct writing once. known: what anyone settled before, by `Text.key` or `settling_key`.

    The order of who is heard: what is written, the province beside it, the period, what was settled before, and
    the analyst.
    """
    rows = _rows(written)
    provinces = _provinces(rows["parent"].unique(), regions)
    offered = regions[regions["level"].isin([said.level, "country"])] if said.level else regions
    numbers, pairs = _distinct(rows, provinces)
    named = written.names is not None
    counts = np.bincount(numbers, minlength=len(pairs))
    texts = _texts(pairs, counts, _resolved(pairs, offered, said.within, named))
    areas = {parent: FORMER.get(code, frozenset({code})) for parent, code in provinces.items()}
    texts = [_no_sum(text) for text in _held_against_provinces(texts, areas, offered, named)]
    numbers, texts = held_against_periods(numbers, texts, written)
    may = frozenset(code for code in offered["region_code"] if not said.within or code[:2] == said.within)
    texts = [_reminded(text, known, Scope(may, areas.get(text.parent)), said.recalled) for text in texts]
    texts = [_by_hand(text, said.settled) for text in texts]
    codes = np.array(["" if text.status == "left" else text.region_code for text in texts], dtype=object)
    return Matched(texts, pd.Series(codes[numbers], index=rows.index, dtype="object"))


def same_named(texts: Iterable[Text], types: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return by `kabupaten` and `kota` which of them each open writing means that names one of both: key -> code.

    types: of every region by its code. A file that writes `Kota` before cities means regencies by the rest.
    """
    meant: dict[str, dict[str, str]] = {"kabupaten": {}, "kota": {}}
    for text in texts:
        if text.status not in ("tray", "likely") or text.reason != "ambiguous_type":
            continue
        for kind, chosen in meant.items():
            codes = [code for code, _score in text.candidates if types.get(code) == kind]
            if len(codes) == 1:
                chosen[text.key] = codes[0]
    both = meant["kabupaten"].keys() & meant["kota"].keys()
    return {kind: {key: code for key, code in chosen.items() if key in both} for kind, chosen in meant.items()}


def _rows(written: Written) -> pd.DataFrame:
    columns = {"written": written.written, "name": written.names, "parent": written.parents}
    empty = pd.Series("", index=written.written.index)
    return pd.DataFrame({name: (empty if one is None else one.str.strip()) for name, one in columns.items()})


def _distinct(rows: pd.DataFrame, provinces: Mapping[str, str]) -> tuple[np.ndarray, pd.DataFrame]:
    """Return the number of each row's writing, and the writings: what differs in case, signs and spaces is one."""
    numbers, raw = pd.MultiIndex.from_frame(rows).factorize()
    pairs = raw.to_frame(index=False, name=list(rows.columns))
    keys = [_key(pair.written, pair.name, pair.parent, provinces) for pair in pairs.itertuples(index=False)]
    places, _ = pd.factorize(pd.Series(keys, dtype="object"))
    first = pd.Series(places).drop_duplicates().index
    return places[numbers], pairs.iloc[first].assign(key=[keys[at] for at in first]).reset_index(drop=True)


def _key(written: str, name: str, parent: str, provinces: Mapping[str, str]) -> str:
    """Return under what a writing is remembered; its province, however it is written there, is a part of it."""
    key = settling_key(written, name)
    return f"{key} @ {provinces.get(parent) or parent.casefold()}" if parent else key


def _texts(pairs: pd.DataFrame, counts: np.ndarray, found: Resolution) -> list[Text]:
    """Return one text per distinct writing; a writing that stands under two provinces is two texts."""
    offered: dict[int, list[tuple[str, float]]] = {}
    for row in found.candidates.itertuples():
        offered.setdefault(row.text, []).append((row.region_code, row.score))
    place = {(row.written, row.name or ""): row for row in found.texts.itertuples()}
    texts = []
    for pair, count in zip(pairs.itertuples(index=False), counts, strict=True):
        row = place[pair.written, pair.name]
        code = None if pd.isna(row.region_code) else row.region_code
        said = (pair.key, pair.written, pair.name, pair.parent, int(count), row.status, row.reason, code)
        texts.append(Text(*said, tuple(offered.get(row.Index, []))))
    return texts


def _resolved(pairs: pd.DataFrame, regions: pd.DataFrame, within: str, named: bool) -> Resolution:
    return resolve_regions(pairs["written"], regions, within or None, pairs["name"] if named else None)


def _held_against_provinces(
    texts: list[Text], areas: Mapping[str, frozenset[str]], offered: pd.DataFrame, named: bool
) -> list[Text]:
    """Let a column of provinces decide between regions of one name; what lies elsewhere is not even proposed."""
    held = [_inside(text, areas.get(text.parent)) for text in texts]
    for area in set(areas.values()):
        places = [at for at, text in enumerate(texts) if areas.get(text.parent) == area and _goes_by_name(text)]
        if not places:
            continue
        pairs = pd.DataFrame([(texts[at].key, texts[at].written, texts[at].name, texts[at].parent) for at in places])
        pairs.columns = ["key", "written", "name", "parent"]
        regions = offered[offered["region_code"].str[:2].isin(area)]
        counts = np.array([texts[at].rows for at in places])
        for at, text in zip(places, _texts(pairs, counts, _resolved(pairs, regions, "", named)), strict=True):
            held[at] = text
    return held


def _goes_by_name(text: Text) -> bool:
    return text.status != "certain" and text.reason in BY_NAME


def _inside(text: Text, area: frozenset[str] | None) -> Text:
    """Leave a region that lies in another province than the one beside it to the analyst."""
    if area is None:
        return text
    inside = tuple(pair for pair in text.candidates if province_of(pair[0]) in area)
    if len(inside) == len(text.candidates):
        return text
    reason = "other_province" if text.status == "certain" else text.reason
    return replace(text, status="tray", reason=reason, region_code=None, candidates=inside)


def _no_sum(text: Text) -> Text:
    """Propose no city for `Total Bengkulu`, the sum of the rows above it."""
    summed = text.status != "certain" and _SUM.match(text.name or text.written)
    return replace(text, status="tray", candidates=()) if summed else text


def _provinces(parents: Iterable[str], regions: pd.DataFrame) -> dict[str, str]:
    """Return the code of each province written: as far as it is certain, or one alone comes near."""
    written = pd.Series(sorted({parent for parent in parents if parent}), dtype="object")
    if written.empty:
        return {}
    found = resolve_regions(written, regions[regions["level"] == "province"])
    best = found.candidates.drop_duplicates("text").set_index("text")["region_code"]
    known = found.texts[found.texts["status"] != "tray"]
    return {row.written: best[row.Index] for row in known.itertuples()}


def _reminded(text: Text, known: Mapping[str, str], scope: Scope, recalled: bool) -> Text:
    """Take what was settled before; it is only offered where the writing by itself may be several regions."""
    if text.status == "certain":
        return text
    code = known.get(text.key)
    if code is None and not text.until:
        plain = known.get(settling_key(text.written, text.name), "")
        code = plain if scope.area is None or province_of(plain) in scope.area else None
    if code not in scope.codes:
        return text
    candidates = ((code, 100.0), *(pair for pair in text.candidates if pair[0] != code))
    said = replace(text, candidates=candidates)
    if text.reason in AMBIGUOUS and not recalled:
        return likely(said)
    return replace(said, status="certain", reason="settled", region_code=code)


def _by_hand(text: Text, settled: Mapping[str, str]) -> Text:
    """Let what is written stand, and overrule what was only remembered."""
    if text.key not in settled or (text.status == "certain" and text.reason != "settled"):
        return text
    code = settled[text.key]
    return replace(text, status="chosen" if code else "left", region_code=code or None)
