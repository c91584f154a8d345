"""Bring what an analyst wrote to regions: certain, likely (proposed, never applied), or left for the tray.

Reasons of what is certain: settled, exact_code, code_as_float (11.1 for 11.10, 1704.0), code_incomplete (11.1 for
11.01, by its name), bps_code, old_papua_code (these three only where the name agrees), exact_name, alias, cut_name.
Reasons of what is not: fuzzy (comes near), ambiguous_type (kabupaten and kota, or province and kota, of one name),
ambiguous_name (a cut name that fits several), type_disagrees (`Kota Kaur`), ambiguous_code (1101 without a name),
bps_code_disagrees and code_disagrees (the name says otherwise), code_unknown (only the name is right),
code_incomplete, old_papua_code, outside_area, missing (nothing is written) and unknown.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from geo.matching.gazetteer import Gazetteer, gazetteer
from geo.matching.spelling import fold
from geo.matching.weigh import weigh
from geo.matching.written_codes import DOUBTED, habit_of, is_code, read_code
from geo.matching.written_names import Finding, find_names

# A proposal leads by this much; nearer ones lie in the tray, all offered.
LEAD = 5.0


@dataclass(frozen=True)
class Resolution:
    """The meaning of each distinct text.

    texts: written, name (missing where there is no column of names), rows (how many), status (certain, likely,
    tray), region_code (missing unless certain) and reason; in the order of first appearance.
    candidates: text (row number in `texts`), region_code and score (0-100), best first; also of what is certain.
    region_codes: one per row written, on its index; missing unless certain.
    """

    texts: pd.DataFrame
    candidates: pd.DataFrame
    region_codes: pd.Series


def resolve_regions(
    written: pd.Series,
    regions: pd.DataFrame,
    within: str | None = None,
    names: pd.Series | None = None,
    settled: Mapping[str, str] | None = None,
) -> Resolution:
    """Find the region of each row by its code or name.

    written: codes (text or numbers) or names. names: beside codes, a column of names on the same index; a row
    without a code goes by its name. Missing and empty cells are alike.
    regions: rows of `read_regions()` that may occur; of all levels `Bengkulu` is a province and a city, so hand
    only one level where the analyst has named it. within: a province's code; only it, its regencies and the
    country are matched.
    settled: `settling_key()` -> region_code, as settled by hand; goes before all else unless the region is not
    among `regions`.
    """
    known = gazetteer(regions)
    area = frozenset(code for code in known.types if within is None or code[:2] in {within, "ID"})
    pairs = _pairs(written, names)
    findings = dict(zip(distinct := list(dict.fromkeys(pairs)), _find(distinct, known, area), strict=True))
    for pair in distinct:
        region = (settled or {}).get(settling_key(*pair))
        if region in area:
            findings[pair] = Finding(True, "settled", ((region, 100.0),))
    return _resolution(pairs, findings, written.index, names is not None)


def settling_key(written: str, name: str = "") -> str:
    """Return the text under which a choice by hand is remembered: case and spaces do not count, a name does."""
    parts = (text if text[:1].isdigit() else fold(text) for text in (written.strip(), name.strip()))
    return " | ".join(part for part in parts if part)


def _find(pairs: list[tuple[str, str]], known: Gazetteer, area: frozenset[str]) -> list[Finding]:
    """Return what each (written, name) means."""
    codes = {text for text, _ in pairs if text and is_code(text, known)}
    habit = habit_of(codes, known)
    by_name = {(text, name): name if text in codes or not text else text for text, name in pairs}
    named = find_names(set(by_name.values()), known, area)
    found = []
    for text, name in pairs:
        finding = named[by_name[text, name]]
        if text in codes:
            finding = weigh(read_code(text, known, habit), finding)
        found.append(_keep_inside(finding, area))
    return found


def _keep_inside(finding: Finding, area: frozenset[str]) -> Finding:
    """Take back what is certain but lies outside the area."""
    outside = finding.certain and finding.candidates[0][0] not in area
    return Finding(False, "outside_area", finding.candidates) if outside else finding


def _status(finding: Finding) -> str:
    """Return certain, likely (one candidate leads) or tray."""
    if finding.certain:
        return "certain"
    scores = [score for _, score in finding.candidates] + [0.0, 0.0]
    leads = scores[0] > DOUBTED and scores[0] - scores[1] >= LEAD
    return "likely" if leads and finding.reason != "outside_area" else "tray"


def _resolution(
    pairs: list[tuple[str, str]], findings: dict[tuple[str, str], Finding], index: pd.Index, has_names: bool
) -> Resolution:
    rows = Counter(pairs)
    texts = pd.DataFrame(
        [
            (*pair, rows[pair], _status(found), found.candidates[0][0] if found.certain else None, found.reason)
            for pair, found in findings.items()
        ],
        columns=["written", "name", "rows", "status", "region_code", "reason"],
        dtype="object",
    ).astype({"rows": "int64"})
    offered = [
        (row, region, score) for row, found in enumerate(findings.values()) for region, score in found.candidates
    ]
    codes = [findings[pair].candidates[0][0] if findings[pair].certain else None for pair in pairs]
    return Resolution(
        texts if has_names else texts.assign(name=None),
        pd.DataFrame(offered, columns=["text", "region_code", "score"]),
        pd.Series(codes, index=index, dtype="object", name="region_code"),
    )


def _pairs(written: pd.Series, names: pd.Series | None) -> list[tuple[str, str]]:
    """Return (written, name) of each row as text; empty where it is missing."""
    beside = [""] * len(written) if names is None else cell_texts(names)
    return list(zip(cell_texts(written), beside, strict=True))


def cell_texts(cells: pd.Series) -> list[str]:
    """Return cells as they print, without outer spaces; numbers as pandas prints them."""
    return ["" if missing else str(cell).strip() for cell, missing in zip(cells, cells.isna(), strict=True)]
