"""The region of each row: by its code or name, and by its province where a name alone is several regions'."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from components.upload.state import Work
from data.intake.propose import Written
from geo.regions import province_of
from geo.resolve import Resolution, resolve_regions, settling_key

# Files still name the two provinces that became six in 2022.
FORMER = {"91": {"91", "93", "94", "95"}, "92": {"92", "96"}}
# What a name could not tell, its province may; a code is never read differently because of it.
BY_NAME = ("ambiguous_type", "ambiguous_name", "fuzzy", "unknown")
# Bengkulu was the city in one file and is the province in the next: what was chosen then is applied to
# files of the same form, and offered elsewhere.
AMBIGUOUS = ("ambiguous_type", "ambiguous_name", "ambiguous_code")


@dataclass(frozen=True)
class Text:
    """What one writing of a region means.

    key: under which a choice by hand is kept; rows: how many rows are written so; status: certain, likely, tray,
    chosen (by hand, now) or left (out, by hand); candidates: region code and score, best first.
    """

    key: str
    written: str
    name: str
    parent: str
    rows: int
    status: str
    reason: str
    region_code: str | None
    candidates: tuple[tuple[str, float], ...]


@dataclass(frozen=True, eq=False)
class Matched:
    """texts: in the order of the file; region_codes: one per row, missing where nobody knows, "" where left out."""

    texts: list[Text]
    region_codes: pd.Series

    def having(self, *statuses: str) -> list[Text]:
        return [text for text in self.texts if text.status in statuses]


def match_rows(written: Written, regions: pd.DataFrame, work: Work, known: Mapping[str, str]) -> Matched:
    """Match every distinct writing once. known: what anyone settled before, by `settling_key`."""
    rows = _rows(written)
    numbers, distinct = pd.MultiIndex.from_frame(rows).factorize()
    pairs = distinct.to_frame(index=False, name=list(rows.columns))
    named = written.names is not None
    offered = regions[regions["level"].isin([work.level, "country"])] if work.level else regions
    texts = _texts(pairs, np.bincount(numbers, minlength=len(pairs)), _find(pairs, offered, work.within, named, known))
    if known and not work.recalled:
        texts = _reminded(texts, _find(pairs, offered, work.within, named, {}))
    texts = _held_against_provinces(texts, regions, offered, named)
    texts = [_by_hand(text, work.settled) for text in texts]
    codes = np.array(["" if text.status == "left" else text.region_code for text in texts], dtype=object)
    return Matched(texts, pd.Series(codes[numbers], index=rows.index, dtype="object"))


def _rows(written: Written) -> pd.DataFrame:
    columns = {"written": written.written, "name": written.names, "parent": written.parents}
    empty = pd.Series("", index=written.written.index)
    return pd.DataFrame({name: (empty if one is None else one.str.strip()) for name, one in columns.items()})


def _find(pairs: pd.DataFrame, regions: pd.DataFrame, within: str, named: bool, known: Mapping[str, str]) -> Resolution:
    return resolve_regions(pairs["written"], regions, within or None, pairs["name"] if named else None, known)


def _texts(pairs: pd.DataFrame, counts: np.ndarray, found: Resolution) -> list[Text]:
    """One text per distinct writing; a writing that stands under two provinces is two texts."""
    offered: dict[int, list[tuple[str, float]]] = {}
    for row in found.candidates.itertuples():
        offered.setdefault(row.text, []).append((row.region_code, row.score))
    place = {(row.written, row.name or ""): row for row in found.texts.itertuples()}
    texts = []
    for pair, count in zip(pairs.itertuples(index=False), counts, strict=True):
        row = place[pair.written, pair.name]
        key = " | ".join(part for part in (settling_key(pair.written, pair.name), pair.parent.casefold()) if part)
        code = None if pd.isna(row.region_code) else row.region_code
        said = (key, *pair, int(count), row.status, row.reason, code)
        texts.append(Text(*said, tuple(offered.get(row.Index, []))))
    return texts


def _reminded(texts: list[Text], unaided: Resolution) -> list[Text]:
    """Offer what was settled before where the writing by itself may be several regions."""
    doubted = {(row.written, row.name or "") for row in unaided.texts.itertuples() if row.reason in AMBIGUOUS}
    return [
        replace(text, status="likely", region_code=None)
        if text.reason == "settled" and (text.written, text.name) in doubted
        else text
        for text in texts
    ]


def _held_against_provinces(texts: list[Text], regions: pd.DataFrame, offered: pd.DataFrame, named: bool) -> list[Text]:
    """Let a column of provinces decide between regions of one name, and doubt what lies elsewhere."""
    provinces = _provinces([text.parent for text in texts], regions)
    if not provinces:
        return texts
    held = [_doubted(text, provinces.get(text.parent)) for text in texts]
    for province in sorted(set(provinces.values())):
        open_ones = [
            at
            for at, text in enumerate(held)
            if provinces.get(text.parent) == province and text.status != "certain" and text.reason in BY_NAME
        ]
        pairs = pd.DataFrame([(held[at].written, held[at].name, held[at].parent) for at in open_ones])
        if not open_ones or len(FORMER.get(province, ())) > 1:
            continue
        pairs.columns = ["written", "name", "parent"]
        inside = _texts(
            pairs, np.array([held[at].rows for at in open_ones]), _find(pairs, offered, province, named, {})
        )
        for at, text in zip(open_ones, inside, strict=True):
            held[at] = text if text.status == "certain" or text.candidates else held[at]
    return held


def _provinces(parents: list[str], regions: pd.DataFrame) -> dict[str, str]:
    """The code of each province written, as far as it is certain."""
    written = pd.Series(sorted({parent for parent in parents if parent}), dtype="object")
    if written.empty:
        return {}
    codes = resolve_regions(written, regions[regions["level"] == "province"]).region_codes
    return {text: code for text, code in zip(written, codes, strict=True) if not pd.isna(code)}


def _doubted(text: Text, province: str | None) -> Text:
    """A region that lies in another province than the one beside it is for the analyst to judge."""
    if province is None or text.status != "certain" or text.region_code is None:
        return text
    if province_of(text.region_code) in FORMER.get(province, {province}):
        return text
    return replace(text, status="tray", reason="other_province", region_code=None)


def _by_hand(text: Text, settled: Mapping[str, str]) -> Text:
    if text.key not in settled or text.status == "certain":
        return text
    code = settled[text.key]
    return replace(text, status="chosen" if code else "left", region_code=code or None)
