"""Denominator regimes: what a figure is a share of, and which figures may be compared.

Publishers count different people below the line, by identity card or by workplace, with or without some segments.
Around 2024/25 the published denominators changed, and moved the rates more than all participants did. So each figure
carries its regime, and nothing ranks, colours, joins by a line or adds up figures of two regimes unasked.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from data.settings import read_settings

REGIME_COLUMNS = ["basis", "universe", "segments_included"]
BASES = ("", "residence", "workplace")
# The regime of figures of which the source says nothing: one of its own.
UNSAID = "unsaid"
# The gap of a figure that is there and of another regime than those shown.
OTHER_REGIME = "other_regime"
# A source that names all segments says what is meant where nothing is said.
_ALL = "all"
_BETWEEN = "/"
_FILE = Path(__file__).with_name("universes.toml")


@dataclass(frozen=True)
class Regime:
    """What the denominator of a figure counts.

    basis: `residence` (by identity card), `workplace` or ""; universe: a code of universes.toml or the words of an
    upload, "" where the source does not say; segments: those that are counted, joined by "+", "" for all of them.
    """

    basis: str = ""
    universe: str = ""
    segments: str = ""

    @property
    def key(self) -> str:
        """Return the regime as one text, for columns and addresses."""
        universe = self.universe.replace(_BETWEEN, " ")
        return _BETWEEN.join((self.basis, universe, self.segments)) if self != Regime() else UNSAID


def regime_from(key: str) -> Regime:
    """Return the regime of a key; the one of which nothing is said for `unsaid` and for what is no key."""
    parts = key.split(_BETWEEN)
    return Regime(*parts) if len(parts) == len(REGIME_COLUMNS) else Regime()


@cache
def universes() -> dict[str, dict[str, str]]:
    """Return what denominators are known to count, by code: its words by language (`id`, `en`)."""
    known: dict[str, dict[str, str]] = read_settings(_FILE)
    return known


def regimes_of(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return the key of each row's regime. rows: observations; what of `REGIME_COLUMNS` they lack is not said."""
    rows = rows.reindex(columns=REGIME_COLUMNS).astype("object").fillna("")
    said = rows.drop_duplicates()
    keys = {tuple(one): _regime(*one).key for one in said.itertuples(index=False, name=None)}
    if len(keys) == 1:
        return pd.Series(next(iter(keys.values())), index=rows.index, dtype="str")
    told = [keys[one] for one in rows.itertuples(index=False, name=None)]
    return pd.Series(told, index=rows.index, dtype="str")


def _regime(basis: str, universe: str, segments: str) -> Regime:
    return Regime(basis, universe, "" if segments == _ALL else segments)


def are_comparable(one: str, other: str) -> bool:
    """Say whether figures of two regimes may be held against each other: of one regime, or where one is not known."""
    return one == other or UNSAID in (one, other)


def breaks_in(known: pd.DataFrame) -> frozenset[str]:
    """Return the periods whose figure is of another regime than the one before it.

    known: rows of one region with a value, periods ascending.
    """
    changed = known["regime"].ne(known["regime"].shift()) & known["regime"].shift().notna()
    return frozenset(known.loc[changed, "period"])


def regimes_among(series: pd.DataFrame, codes: Collection[str], period: str) -> dict[str, int]:
    """Return how many of these regions have a figure of each regime in a period, the most frequent first.

    series: as data.query.series gives it. Of as many figures the regime that says more comes first.
    """
    rows = series[series["region_code"].isin(codes) & series["period"].eq(period) & series["value"].notna()]
    counts = rows["regime"].value_counts()
    order = sorted(counts.index, key=lambda key: (-counts[key], key == UNSAID, key))
    return {key: int(counts[key]) for key in order}


def of_one_regime(series: pd.DataFrame, codes: Collection[str], chosen: str = "") -> pd.DataFrame:
    """Return a series in which these regions have figures of one regime in each period.

    chosen: its key; "" takes the most frequent of each period, as `regimes_among` orders them. A figure of another
    one gives way to a gap, `other_regime`. Rows of other regions, as the area's own, stay as they are.
    """
    known = series["region_code"].isin(codes) & series["value"].notna()
    if known.any() and series.loc[known, "regime"].nunique() == 1 and not chosen:
        return series
    wanted = {one: chosen or next(iter(regimes_among(series, codes, one)), "") for one in series["period"].unique()}
    others = known & series["regime"].ne(series["period"].map(wanted))
    if not others.any():
        return series
    left = series.copy()
    left.loc[others, ["numerator", "denominator", "value"]] = float("nan")
    left.loc[others, ["value_printed", "counts_status", "source_id", "counts_source_id"]] = ""
    left.loc[others, "gap"] = OTHER_REGIME
    left["status"] = left["status"].mask(others)
    left["disagrees"] = left["disagrees"] & ~others
    return left
