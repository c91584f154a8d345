"""Several rows for one region: one group of them, their sum, their number, asked once for the whole file."""

import re
from collections.abc import Mapping

import pandas as pd

from data.indicators import Indicator
from data.intake.numbers import looks_like_number
from data.intake.persons import private_columns
from data.intake.plan import SHARED_ROLES, Plan
from data.intake.table import Table
from data.intake.vocabulary import plain, segment_word

KEEP, SUM, COUNT, SEGMENTS = "keep", "sum", "count", "segments"
# A group that holds the others: never added to them.
_TOTALS = re.compile(
    r"(?:grand )?total|jumlah|(?:total )?jumlah|jumlah total|semua(?: umur| segmen| kelompok)?|seluruhnya|keseluruhan|"
    r"all(?: ages)?|both(?: sexes)?|l p|lk pr|laki laki (?:dan )?perempuan"
)
_MOST_GROUPS = 8  # offered one by one
_MOST = 0.5


def choices(table: Table, plan: Plan, indicators: Mapping[str, Indicator] | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the column by which the rows of one region differ, and what may be done with them.

    Each is `keep:` and a group (of many groups only a total), `sum` (of counts), `count` (of rows that are things,
    not groups that stand in one region after the other) or `segments` (where the groups are all known ones); () where
    each region has one row, or hardly any has more: those are told as repeated.
    indicators: by which a percentage is known, which is never added up.
    """
    if plan.repeats == COUNT and not plan.split:
        return "", (COUNT,)
    if plan.village:
        return "", ()
    texts = table.texts
    key = [column for role in SHARED_ROLES if (column := plan.roles.get(role, "")) in texts]
    if not key or texts.empty or texts.duplicated(key, keep=False).mean() <= _MOST:
        return "", ()
    column = plan.split if plan.split in texts else _parting(texts, plan, key)
    if not column:
        return "", ()
    groups = list(dict.fromkeys(text.strip() for text in texts[column] if text.strip()))
    kept = groups if len(groups) <= _MOST_GROUPS else [group for group in groups if is_total(group)]
    offered = [f"{KEEP}:{group}" for group in kept]
    if _can_be_summed(plan, indicators or {}):
        offered += [SUM] if _stand_everywhere(texts, column, plan) else [SUM, COUNT]
    known = [SEGMENTS] if groups and all(segment_word(group) for group in groups) else []
    return column, (*offered, *known)


def kept_rows(table: Table, plan: Plan) -> pd.Series:
    """Return which rows, by their position, count: those of one group, or of a sum all but those of a total."""
    texts = table.texts
    every = pd.Series(True, index=range(len(texts)))
    if plan.split not in texts or plan.repeats not in (KEEP, SUM, COUNT):
        return every
    groups = texts[plan.split].reset_index(drop=True).str.strip()
    return groups == plan.kept if plan.repeats == KEEP else ~groups.map(is_total).astype(bool)


def is_total(group: str) -> bool:
    return bool(_TOTALS.fullmatch(plain(group)))


def _can_be_summed(plan: Plan, indicators: Mapping[str, Indicator]) -> bool:
    """Say whether the figures are counts: the percentages of two groups make no percentage of both."""
    for measure in plan.meant:
        known = indicators.get(measure.indicator)
        counted = measure.numerator and measure.denominator
        if known and (known.aggregation == "none" or (known.is_ratio and not counted)):
            return False
    return True


def _stand_everywhere(texts: pd.DataFrame, column: str, plan: Plan) -> bool:
    """Say whether the groups are the same in each region, as sexes and ages are, and firms are not."""
    named = plan.roles.get("region_code") or plan.roles.get("region_name", "")
    if named not in texts:
        return False
    regions = texts.groupby(texts[column].str.strip())[named].nunique()
    return float((regions > 1).mean()) > _MOST


def _parting(texts: pd.DataFrame, plan: Plan, key: list[str]) -> str:
    """Return the column with the fewest groups that tells the rows of a region apart, "" where none does."""
    figures = {column for measure in plan.measures for column in measure.columns.values()}
    others = [
        column for column in map(str, texts) if column not in {*key, *figures, *private_columns(texts, persons=False)}
    ]
    parting = [column for column in others if _are_words(texts[column]) and not texts.duplicated([*key, column]).any()]
    return min(parting, key=lambda column: texts[column].nunique(), default="")


def _are_words(cells: pd.Series) -> bool:
    distinct = [text for text in cells.unique() if text.strip()]
    return len(distinct) > 1 and sum(not looks_like_number(text) for text in distinct) > len(distinct) / 2
