"""Names that analysts write: one region for certain, several, or those that come near it."""

from collections.abc import Collection
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.matching.gazetteer import Gazetteer, find_named
from geo.matching.spelling import Spelling, read_spelling

# One slip in a name of four letters (Kaur, Siak, Nias) leaves 75 of 100.
LIKELY = 75.0
OFFERED = 5
# A type word that had to be guessed, or `Pulau` that is left out, is a second doubt.
GUESSED = 0.95


@dataclass(frozen=True)
class Finding:
    """The region that a text means, if certain, else those offered.

    certain: the first candidate is the region. reason: why, or why not (the codes are in geo/matching/resolve.py).
    candidates: (region_code, score of 0-100), best first; empty where nothing comes near.
    """

    certain: bool
    reason: str
    candidates: tuple[tuple[str, float], ...] = ()


def find_names(texts: Collection[str], known: Gazetteer, area: Collection[str]) -> dict[str, Finding]:
    """Return what each name means among the regions of an area.

    A name that is written right in all its letters is certain if it is one region's; a slip never is.
    texts: distinct. area: region codes; a name that is right, but outside, is offered as outside_area.
    """
    read = {text: read_spelling(text) for text in texts}
    found = {text: _find_exact(spelling, known, area) for text, spelling in read.items()}
    open_texts = [text for text, finding in found.items() if finding is None]
    near = _find_near([read[text] for text in open_texts], known, area)
    offered = dict(zip(open_texts, near, strict=True))
    return {text: finding or _offer(read[text], offered[text], known, area) for text, finding in found.items()}


def best_first(scores: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """Return (region_code, score), highest first and by code where they tie; five at most."""
    return tuple(sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:OFFERED])


def _find_exact(spelling: Spelling, known: Gazetteer, area: Collection[str]) -> Finding | None:
    """Return what the letters say by themselves; None where they are no region's."""
    everywhere = find_named(spelling, known)
    inside = {code: reason for code, reason in everywhere.items() if code in area}
    candidates = best_first(dict.fromkeys(inside or everywhere, 100.0))
    if len(inside) == 1:
        return Finding(True, next(iter(inside.values())), candidates)
    if inside:
        return Finding(False, "ambiguous_name" if "cut_name" in inside.values() else "ambiguous_type", candidates)
    return Finding(False, "outside_area", candidates) if everywhere else None


def _offer(spelling: Spelling, near: dict[str, float], known: Gazetteer, area: Collection[str]) -> Finding:
    """Return what comes near; a right name under the wrong type (`Kota Kaur`) is offered as well."""
    if not spelling.name:
        return Finding(False, "missing")
    other_type = {
        code: _score(f"{spelling.type}{spelling.name}", f"{known.types[code]}{spelling.name}")
        for code in known.names.get(_untyped(spelling, known), ())
        if code in area
    }
    if other_type:
        return Finding(False, "type_disagrees", best_first(near | other_type))
    return Finding(False, "fuzzy" if near else "unknown", best_first(near))


def _untyped(spelling: Spelling, known: Gazetteer) -> str:
    """Return the letters of the name, or all of them where `Kota Waringin` is a part of it."""
    return spelling.name if spelling.name in known.names else spelling.words.replace(" ", "")


def _find_near(spellings: list[Spelling], known: Gazetteer, area: Collection[str]) -> list[dict[str, float]]:
    """Return the regions in the area whose name scores LIKELY, for each spelling; a written type must agree."""
    queries = [(row, spelling.type, spelling.name, 1.0) for row, spelling in enumerate(spellings)]
    queries += [(row, *guess, GUESSED) for row, said in enumerate(spellings) if (guess := said.guess)]
    choices = [letters for letters, codes in known.names.items() if any(code in area for code in codes)]
    choices += [letters for letters, codes in known.islands.items() if any(code in area for code in codes)]
    names = [letters for _, _, letters, _ in queries]
    scores = process.cdist(names, choices, scorer=OSA.normalized_similarity, score_cutoff=LIKELY / 100)
    near: list[dict[str, float]] = [{} for _ in spellings]
    for query, choice in zip(*scores.nonzero(), strict=True):
        row, region_type, _, weight = queries[query]
        whole = known.names.get(choices[choice])
        score = round(float(scores[query, choice]) * weight * (1.0 if whole else GUESSED) * 100, 1)
        for code in whole or known.islands[choices[choice]]:
            if code in area and region_type in {None, known.types[code]}:
                near[row][code] = max(score, near[row].get(code, 0.0))
    return near


def _score(written: str, known: str) -> float:
    return round(OSA.normalized_similarity(written, known) * 100, 1)
