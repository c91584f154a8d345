"""A dataset in which lists that were ticked off stand in the place of what was published of their regions.

Its key is the dataset's own and what each list counts, so that it names contents that never change.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.dataset import Dataset
from data.indicators import Indicator
from data.observations import COLUMNS
from data.regimes import REGIME_COLUMNS

# The status of counts that come from a list of villages and not from the dataset.
TICKED = "ticked"
_MARK, _BETWEEN, _PART = "+", ";", ":"
_KEY = ["region_code", "indicator", "segment", "period"]


@dataclass(frozen=True)
class Counted:
    """The count of a region's list, and the period whose figure it replaces."""

    region_code: str
    indicator: str
    segment: str
    period: str
    done: int
    whole: int


def listed_key(key: str, lists: Iterable[Counted]) -> str:
    """Return the key of a dataset with these lists in it; its own where there are none."""
    told = [_PART.join(map(str, vars(one).values())) for one in lists]
    return f"{key}{_MARK}{_BETWEEN.join(sorted(told))}" if told else key


def own_key(key: str) -> str:
    """Return the key of the dataset itself."""
    return key.partition(_MARK)[0]


def lists_in(key: str) -> list[Counted]:
    """Return the lists that a key names."""
    told = key.partition(_MARK)[2]
    parts = [one.split(_PART) for one in told.split(_BETWEEN)] if told else []
    return [Counted(code, name, segment, at, int(n), int(d)) for code, name, segment, at, n, d in parts]


def with_lists(dataset: Dataset, key: str, indicators: Mapping[str, Indicator]) -> Dataset:
    """Return a dataset as its key names it: each list is its region's only figure of that period."""
    rows = pd.DataFrame([_row(one, indicators[one.indicator]) for one in lists_in(key)], columns=COLUMNS)
    before = dataset.observations
    taken = pd.MultiIndex.from_frame(before[_KEY]).isin(pd.MultiIndex.from_frame(rows[_KEY]))
    rows = rows.astype({name: before[name].dtype for name in COLUMNS})
    return replace(dataset, id=key, observations=pd.concat([before[~taken], rows], ignore_index=True))


def _row(one: Counted, indicator: Indicator) -> dict[str, object]:
    texts = {"value_printed": "", "status": TICKED, "counts_status": TICKED, "source_id": "", "note": ""}
    counts: dict[str, object] = {"numerator": float("nan"), "denominator": float("nan"), "value": float(one.done)}
    if indicator.is_ratio:
        value = indicator.multiplier * one.done / one.whole
        counts = {"numerator": float(one.done), "denominator": float(one.whole), "value": value}
    return {name: getattr(one, name) for name in _KEY} | counts | texts | dict.fromkeys(REGIME_COLUMNS, "")
