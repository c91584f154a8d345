"""Completeness of a set of regions: whether enough of them have a figure to be ranked and to have extremes."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.indicators import Indicator

# From this share of the regions to which an indicator applies on, a set is complete. Of fewer, whoever lacks a figure
# may well be the highest or the lowest: nobody is called that, nor n-th, nor so far from the other end.
COMPLETE_SHARE = 0.9
GAPS = ("not_held", "not_reported", "suppressed", "other_regime")


@dataclass(frozen=True)
class Completeness:
    """Counts of regions with a figure and of those to which the indicator applies, with the statements they allow.

    idle: those to which it does not apply; they are outside all counts. is_count: the figures are absolute counts: the
    largest region has the largest, which is no achievement, so that they are listed and summed and never ranked.
    spare: how many may lack a figure and the others are numbered all the same, among themselves.
    """

    known: int
    applicable: int
    idle: int
    is_count: bool
    spare: int = 0

    @property
    def is_complete(self) -> bool:
        """Say whether enough regions have a figure."""
        return self.known > 0 and self.known >= COMPLETE_SHARE * self.applicable

    @property
    def is_ranked(self) -> bool:
        """Say whether the regions have a rank, a highest and a lowest, a gap and a ratio."""
        return self.is_complete and not self.is_count

    @property
    def is_numbered(self) -> bool:
        """Say whether those with a figure have a rank among themselves; an end is named only where `is_ranked`."""
        return self.is_ranked or (not self.is_count and self.known > 1 and self.gaps <= self.spare)

    @property
    def gaps(self) -> int:
        """Return the number of regions to which the indicator applies and which have no figure."""
        return self.applicable - self.known


def share_of_people(rows: pd.DataFrame, people: Mapping[str, float]) -> float | None:
    """Return the part, 0 to 1, of the people who live in the regions that have a figure.

    rows: as `completeness` takes them, with region_code; regions to which the indicator does not apply are left out.
    people: by region. None where nobody is counted.
    """
    applies = rows[rows["gap"].ne("not_applicable")]
    counted = applies["region_code"].map(people)
    whole = float(counted.sum())
    return float(counted[applies["value"].notna()].sum()) / whole if whole else None


def completeness(rows: pd.DataFrame, indicator: Indicator, spare: int = 0) -> Completeness:
    """Say how complete a set is: the one rule, for every rank, end, gap and ratio on any screen and in any file.

    rows: one row per region of the level shown, with `value` and `gap` as data.query.series gives them. A region whose
    denominator is 0, or to which the indicator does not apply, is no gap and no figure. spare: see `Completeness`.
    """
    known = int(rows["value"].notna().sum())
    gaps = int(rows["gap"].isin(GAPS).sum())
    idle = int(rows["gap"].eq("not_applicable").sum())
    return Completeness(known, known + gaps, idle, indicator.is_count, spare)
