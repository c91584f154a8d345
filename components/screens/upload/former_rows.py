"""Rows of a time in which a name meant another region, or a region was larger than today."""

from dataclasses import replace

import numpy as np
import pandas as pd

from components.screens.upload.writings import Text
from data.intake.propose import Written
from geo.matching.former import Former, former_of


def held_against_periods(numbers: np.ndarray, texts: list[Text], written: Written) -> tuple[np.ndarray, list[Text]]:
    """Part the rows of a time in which a name meant another region, or a region was larger, from the others."""
    former = [former_of(text.name or text.written, text.region_code, text.reason) for text in texts]
    if not any(former):
        return numbers, texts
    years = 0 if written.years is None else written.years.to_numpy(dtype="int64")
    has_figure = True if written.told is None else written.told.to_numpy(dtype=bool)
    rows = pd.DataFrame({"text": numbers, "year": years, "told": has_figure})
    places, parts = pd.factorize(numbers * 2 + _are_of_then(rows, texts, former), sort=True)
    counts = np.bincount(places, minlength=len(parts))
    said = [
        _as_of_then(replace(texts[part // 2], rows=int(count)), former[part // 2], bool(part % 2))
        for part, count in zip(parts, counts, strict=True)
    ]
    return places, said


def _are_of_then(rows: pd.DataFrame, texts: list[Text], former: list[Former | None]) -> np.ndarray:
    """Say which rows are of that time; beside a figure of a part of it in that year, a region is as small as today.

    rows: text (its place), year (0 of none) and told (whether there is a figure).
    """
    then = np.zeros(len(rows), dtype=bool)
    for at, one in enumerate(former):
        for until, parts in one.parts or ((one.until, frozenset()),) if one else ():
            apart = [other for other, text in enumerate(texts) if text.region_code in parts]
            years = rows.loc[rows["text"].isin(apart) & rows["told"], "year"]
            of_then = (rows["text"] == at) & (rows["year"] > 0) & (rows["year"] <= until)
            then |= (of_then & ~rows["year"].isin(years)).to_numpy()
    return then


def _as_of_then(text: Text, former: Former | None, then: bool) -> Text:
    """Say of a writing what it meant at its time; a name that only another region has today is never applied."""
    if former is None or not (then or former.typed):
        return text
    others = tuple(pair for pair in text.candidates if pair[0] != former.region_code)
    candidates = ((former.region_code, 100.0), *((code, min(score, 90.0)) for code, score in others))
    told = replace(text, reason=former.reason, region_code=None, candidates=candidates)
    if then:
        told = replace(told, key=f"{text.key} ≤ {former.until}", until=former.until)
    if former.reason == "former_extent" and len(former.region_code) == 2:
        return replace(told, status="tray")  # of a regency the larger part stays its own; of Papua a sixth
    return replace(told, status="certain", region_code=former.region_code) if then and former.typed else likely(told)


def likely(text: Text) -> Text:
    return replace(text, status="likely", region_code=None)
