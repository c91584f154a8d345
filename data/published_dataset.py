"""A dataset made of rows and of what their publisher said about them; what was left unsaid is worked out."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.dataset import Dataset
from data.observations import COLUMNS, STORED_COLUMNS, as_stored
from data.periods import frequencies, frequency, sort_periods
from data.schema import COUNTS
from data.sources import GRADES, SOURCE_COLUMNS, cited
from errors import DataError

_NUMBERS = [*COUNTS, "value"]
_SIMULATED = {
    "id": "Data simulasi, bukan angka resmi.",
    "en": "Simulated data, not official figures.",
}
_COUNTRY = "ID"


def dataset_from(key: str, rows: pd.DataFrame, about: Mapping[str, Any]) -> Dataset:
    """Return a dataset of rows as the store gives them.

    about: as an Upload has it. Without a title the name is one; a source that rows cite and nobody described is
    described by its id alone; it is simulated where that is said or any row says so; without default_* it opens
    on its most frequent indicator, in the province that all its regions lie in, else in the country.
    Raises DataError columns_differ (found, expected).
    """
    observations = _observations(rows)
    simulated = bool(about.get("simulated")) or bool((observations["status"] == "simulated").any())
    title = title_of(key.partition("@")[0], about)
    return Dataset(
        id=key,
        title=title,
        description=_by_language(about.get("description"), ""),
        note=_SIMULATED if simulated else {"id": "", "en": ""},
        observations=observations,
        sources=_sources(observations, about),
        simulated=simulated,
        **_opens_on(observations, about),
    )


def title_of(name: str, about: Mapping[str, Any]) -> dict[str, str]:
    """Return the title that was given, by language; else the name, written as words."""
    return _by_language(about.get("title"), name.replace("-", " ").replace("_", " ").strip().capitalize() or name)


def _by_language(said: Any, otherwise: str) -> dict[str, str]:
    """Return a text for each language; one that was given in a single language serves both."""
    texts = {code: str(text) for code, text in said.items() if text} if isinstance(said, Mapping) else {}
    spare = next(iter(texts.values()), otherwise)
    return {code: texts.get(code, spare) for code in ("id", "en")}


def _observations(rows: pd.DataFrame) -> pd.DataFrame:
    rows = as_stored(rows)
    if missing := [column for column in STORED_COLUMNS if column not in rows]:
        raise DataError("columns_differ", found=list(rows.columns), expected=missing)
    # A column that a version lacks is empty; one without any text has the type of numbers.
    rows = rows.reindex(columns=COLUMNS).astype({column: "object" for column in COLUMNS if column not in _NUMBERS})
    texts = {column: rows[column].fillna("").astype("str") for column in COLUMNS if column not in _NUMBERS}
    numbers = {column: pd.to_numeric(rows[column], errors="coerce").astype("float64") for column in _NUMBERS}
    return pd.DataFrame({column: {**texts, **numbers}[column] for column in COLUMNS}).reset_index(drop=True)


def _sources(observations: pd.DataFrame, about: Mapping[str, Any]) -> pd.DataFrame:
    given = [source for source in about.get("sources", []) if isinstance(source, Mapping) and source.get("source_id")]
    described = {one: {"source_id": one, "title": one} for one in cited(observations)} | {
        one["source_id"]: one for one in given
    }
    table = (
        pd.DataFrame(list(described.values())).reindex(columns=SOURCE_COLUMNS).astype("object").fillna("").astype("str")
    )
    # Screens link to it: a `javascript:` address must never become a link.
    urls = table["url"].where(table["url"].str.startswith(("http://", "https://")), "")
    return table.assign(url=urls, grade=table["grade"].where(table["grade"].isin(GRADES), ""))


def _opens_on(observations: pd.DataFrame, about: Mapping[str, Any]) -> dict[str, Any]:
    known = observations[observations["value"].notna()]
    known = known if len(known) else observations
    indicator = _wanted(about, "default_indicator", known["indicator"])
    rows = known[known["indicator"] == indicator]
    segment = _wanted({"default_segment": "all", **about}, "default_segment", rows["segment"])
    periods = sort_periods(rows.loc[rows["segment"] == segment, "period"].unique())
    return {
        "default_area": _area(known, about),
        "default_indicator": indicator,
        "default_segment": segment,
        "default_period": _period(periods, about),
    }


def _wanted(about: Mapping[str, Any], name: str, column: pd.Series) -> str:
    """Return what was said if it occurs, else what occurs most; "" of nothing."""
    counts = column.value_counts()
    said = str(about.get(name, ""))
    return said if said in counts.index else str(next(iter(counts.index), ""))


def _area(rows: pd.DataFrame, about: Mapping[str, Any]) -> str:
    inside = set(rows["region_code"].str[:2])
    said = str(about.get("default_area", ""))
    return said if said in {*inside, _COUNTRY} else (inside.pop() if len(inside) == 1 else _COUNTRY)


def _period(periods: list[str], about: Mapping[str, Any]) -> str:
    """Return what was said if it occurs, else the newest of the most common frequency."""
    said = str(about.get("default_period", ""))
    if said in periods or not periods:
        return said if periods else ""
    every = frequencies(periods)[0]
    return next(period for period in reversed(periods) if frequency(period) == every)
