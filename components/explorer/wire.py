"""All periods of one indicator as the explorer's modules read them: small, exact, and without NaN."""

import json
from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.indicators import Indicator
from data.quantity import decimals_in
from data.regimes import UNSAID

GAP_LETTERS = {"not_held": "h", "not_reported": "n", "not_applicable": "x", "suppressed": "p", "other_regime": "o"}
STATUS_LETTERS = {"reported": "r", "computed": "c", "simulated": "s", "ticked": "t"}
COMPUTED_FROM_SIMULATION = "d"
NOBODY = "-"
FIRST_LETTER = ord("A")


def encode_values(
    series: pd.DataFrame,
    codes: Sequence[str],
    sources: pd.DataFrame,
    indicator: Indicator,
    stops: Sequence[str] | None = None,
) -> bytes:
    """JSON of one row per region: counts as differences from the period before, a letter per status.

    stops: the periods that the slider holds, all by default; others serve the lines of reference only.
    Where both counts are there the value is left out: the browser divides them, as Python did. decimals: a digit per
    period, NOBODY where a value has the indicator's own. regimes: a letter per period, where there are several.
    """
    periods = list(dict.fromkeys(series["period"]))
    cited, known = pd.concat([series["source_id"], series["counts_source_id"]]), sources.set_index("source_id")
    publishers = _named(cited, known["publisher"].mask(known["publisher"] == "", known["title"]))
    titles = _named(cited, (known["publisher"] + ", " + known["title"]).str.strip(", "))
    letters = {source: chr(FIRST_LETTER + i) for i, source in enumerate(titles)}
    regimes = {key: chr(FIRST_LETTER + i) for i, key in enumerate(sorted(set(series["regime"]) - {"", UNSAID}))}
    table = _columns(series, letters, indicator) | {"regime": _regime_letters(series, regimes)}
    rows = [_region(cells, table) for cells in _cells(series, codes, periods)]
    wire: dict[str, Any] = {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
    wire["printed"] = [_at(cells, table["printed"], periods) for cells in _cells(series, codes, periods)]
    wire["printed"] = {code: printed for code, printed in zip(codes, wire["printed"], strict=True) if printed}
    wire |= {
        "periods": periods,
        "stops": [i for i, period in enumerate(periods) if stops is None or period in stops],
        "codes": list(codes),
        "sources": {letters[key]: title for key, title in titles.items()},
        "publishers": {letters[key]: publisher for key, publisher in publishers.items()},
        "regimeKeys": {letter: key for key, letter in regimes.items()},
    }
    return json.dumps(wire, separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode()


def encode_geometry(drawn: dict[str, Any], names: dict[str, str]) -> bytes:
    """JSON of boundaries as `geo.svg_paths.to_plane` gives them, with each region's name."""
    whole = drawn | {"names": {code: names[code] for code in drawn["paths"]}}
    return json.dumps(whole, separators=(",", ":"), allow_nan=False, ensure_ascii=False).encode()


def _cells(series: pd.DataFrame, codes: Sequence[str], periods: Sequence[str]) -> list[list[int | None]]:
    """The row numbers of each region, one per period; None where the series has no row."""
    at: dict[str, dict[str, int]] = {code: {} for code in codes}
    for number, (code, period) in enumerate(zip(series["region_code"], series["period"], strict=True)):
        if code in at:
            at[code][period] = number
    return [[at[code].get(period) for period in periods] for code in codes]


def _columns(series: pd.DataFrame, letters: dict[str, str], indicator: Indicator) -> dict[str, list[Any]]:
    """The series as plain lists: a region at a time, pandas would take a second for the country."""
    counted = series["numerator"].notna() & series["denominator"].notna() & (indicator.unit == "percent")
    return {
        "numerator": _plain(series["numerator"]),
        "denominator": _plain(series["denominator"]),
        "value": _plain(series["value"].mask(counted)),
        "status": _letters(series),
        "counts": [STATUS_LETTERS.get(status, NOBODY) for status in series["counts_status"].where(counted, "")],
        "source": [letters.get(source, NOBODY) for source in series["source_id"]],
        "counted": [letters.get(source, NOBODY) for source in series["counts_source_id"]],
        "decimals": [NOBODY if one == indicator.decimals else str(one) for one in decimals_in(series, indicator)],
        "printed": series["value_printed"].where(series["disagrees"].eq(True), "").tolist(),
    }


def _regime_letters(series: pd.DataFrame, regimes: dict[str, str]) -> list[str]:
    """Return a letter for each row; NOBODY where nothing is said; "" for all where that is so of every figure."""
    return [regimes.get(key, NOBODY) for key in series["regime"]] if regimes else [""] * len(series)


def _plain(numbers: pd.Series) -> list[float | None]:
    return [None if pd.isna(number) else float(number) for number in numbers.tolist()]


def _at(cells: list[int | None], printed: list[str], periods: Sequence[str]) -> dict[str, str]:
    return {
        period: printed[cell] for period, cell in zip(periods, cells, strict=True) if cell is not None and printed[cell]
    }


def _named(cited: pd.Series, names: "pd.Series[str]") -> dict[str, str]:
    """The name behind every citation, by its ids; an aggregate cites several, joined by ", "."""
    distinct = [source for source in dict.fromkeys(cited.dropna()) if source]
    return {source: "; ".join(dict.fromkeys(names.get(one, one) for one in source.split(", "))) for source in distinct}


def _region(cells: list[int | None], table: dict[str, list[Any]]) -> dict[str, Any]:
    def taken(name: str, missing: Any) -> list[Any]:
        return [missing if cell is None else table[name][cell] for cell in cells]

    values = taken("value", None)
    decimals = "".join(taken("decimals", NOBODY))
    return {
        "numerator": _differences(taken("numerator", None)),
        "denominator": _differences(taken("denominator", None)),
        "value": values if any(value is not None for value in values) else None,
        "decimals": decimals if decimals.strip(NOBODY) else None,
        "status": "".join(taken("status", GAP_LETTERS["not_held"])),
        "counts": "".join(taken("counts", NOBODY)),
        "source": "".join(taken("source", NOBODY)),
        "counted": "".join(taken("counted", NOBODY)),
        "regimes": "".join(taken("regime", NOBODY)) if any(table["regime"]) else None,
    }


def _letters(rows: pd.DataFrame) -> list[str]:
    return [
        GAP_LETTERS[gap] if gap else _status_letter(status, counts)
        for gap, status, counts in zip(
            rows["gap"].fillna("not_held"), rows["status"], rows["counts_status"], strict=True
        )
    ]


def _status_letter(status: str, counts: str) -> str:
    if (status, counts) == ("computed", "simulated"):
        return COMPUTED_FROM_SIMULATION
    return STATUS_LETTERS[status]


def _differences(counts: list[float | None]) -> list[int | float | None] | None:
    """Each known count less the one before; a gap is null and changes nothing."""
    if all(count is None for count in counts):
        return None
    steps: list[int | float | None] = []
    last = 0.0
    for count in counts:
        step = None if count is None else count - last
        steps.append(int(step) if step is not None and step.is_integer() else step)
        last = last if count is None else count
    return steps
