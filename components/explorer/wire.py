"""All periods of one indicator as the explorer's modules read them: small, exact, and without NaN."""

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

GAP_LETTERS = {"not_reported": "n", "not_applicable": "x", "suppressed": "p"}
STATUS_LETTERS = {"reported": "r", "computed": "c", "simulated": "s"}
COMPUTED_FROM_SIMULATION = "d"
NOBODY = "-"
FIRST_LETTER = ord("A")


def encode_values(
    series: pd.DataFrame,
    codes: Sequence[str],
    sources: pd.DataFrame,
    is_percent: bool,
    stops: Sequence[str] | None = None,
) -> bytes:
    """JSON of one row per region: counts as differences from the period before, a letter per status.

    stops: the periods that the slider holds, all by default; others serve the lines of reference only.
    Where both counts are there the value is left out: the browser divides them, as Python did.
    """
    periods = list(dict.fromkeys(series["period"]))
    titles = _source_titles(series["source_id"], sources)
    letters = {source: chr(FIRST_LETTER + i) for i, source in enumerate(titles)}
    rows = [_region(rows.set_index("period").reindex(periods), letters, is_percent) for rows in _by_code(series, codes)]
    wire: dict[str, Any] = {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
    wire["printed"] = {code: printed for code, printed in zip(codes, wire.get("printed", []), strict=True) if printed}
    wire |= {
        "periods": periods,
        "stops": [i for i, period in enumerate(periods) if stops is None or period in stops],
        "codes": list(codes),
        "sources": {letters[key]: title for key, title in titles.items()},
    }
    return json.dumps(wire, separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode()


def encode_geometry(paths: dict[str, Any], regions: pd.DataFrame, names: dict[str, str]) -> bytes:
    """JSON of the outlines with each region's name and a point inside it, most people first."""
    known = regions[regions["region_code"].isin(paths["paths"])].sort_values("population", ascending=False)
    points = {row.region_code: [row.lon, -row.lat] for row in known.itertuples()}
    named = {code: names[code] for code in paths["paths"]}
    return json.dumps(paths | {"points": points, "names": named}, separators=(",", ":"), ensure_ascii=False).encode()


def _by_code(series: pd.DataFrame, codes: Sequence[str]) -> list[pd.DataFrame]:
    groups = dict(iter(series.groupby("region_code", sort=False)))
    return [groups.get(code, series.iloc[:0]) for code in codes]


def _source_titles(cited: pd.Series, sources: pd.DataFrame) -> dict[str, str]:
    """The publisher and title behind every citation; an aggregate cites several, joined by ", "."""
    named = {row.source_id: f"{row.publisher}, {row.title}" for row in sources.itertuples()}
    distinct = [source for source in dict.fromkeys(cited.dropna()) if source]
    return {source: "; ".join(named.get(one, one) for one in source.split(", ")) for source in distinct}


def _region(rows: pd.DataFrame, letters: dict[str, str], is_percent: bool) -> dict[str, Any]:
    counted = rows["numerator"].notna() & rows["denominator"].notna() & is_percent
    values = rows["value"].mask(counted)
    printed = rows.loc[rows["disagrees"].eq(True), "value_printed"]
    return {
        "numerator": _differences(rows["numerator"]),
        "denominator": _differences(rows["denominator"]),
        "value": [None if pd.isna(value) else value for value in values] if values.notna().any() else None,
        "status": "".join(_letters(rows)),
        "counts": "".join(STATUS_LETTERS.get(status, NOBODY) for status in rows["counts_status"].where(counted)),
        "source": "".join(letters.get(source, NOBODY) for source in rows["source_id"]),
        "printed": printed.to_dict(),
    }


def _letters(rows: pd.DataFrame) -> list[str]:
    return [
        GAP_LETTERS[gap] if gap else _status_letter(status, counts)
        for gap, status, counts in zip(
            rows["gap"].fillna("not_reported"), rows["status"], rows["counts_status"], strict=True
        )
    ]


def _status_letter(status: str, counts: str) -> str:
    if (status, counts) == ("computed", "simulated"):
        return COMPUTED_FROM_SIMULATION
    return STATUS_LETTERS[status]


def _differences(counts: pd.Series) -> list[int | float | None] | None:
    """Each known count less the one before; a gap is null and changes nothing."""
    if counts.isna().all():
        return None
    steps: list[int | float | None] = []
    last = 0.0
    for count in counts:
        if pd.isna(count):
            steps.append(None)
            continue
        step = float(count) - last
        steps.append(int(step) if step.is_integer() else step)
        last = float(count)
    return steps
