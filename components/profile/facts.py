"""The facts of one regency in the choice on screen: what the page, a slide and the brief all tell."""

from dataclasses import dataclass

import pandas as pd

from components import cache
from components.choice import Choice
from components.profile import kept
from data.indicators import Indicator
from data.profile import Distance, Profile, distance_to, peers, profile_of
from data.similar import similar_regions
from geo.neighbours import neighbours_of

# So many regencies of the same size are told.
SIMILAR = 5


@dataclass(frozen=True)
class TargetGap:
    """What a target series states and how far the regency is from it; region: whose figure it is."""

    series: str
    region: str
    year: int
    value: float
    distance: Distance | None


@dataclass(frozen=True, eq=False)
class Facts:
    """One regency.

    neighbours, similar: rows of the country's ranking, the one that improved most first.
    known: its newest figure of every indicator and segment; earlier: its newest figure before the period, where
    the period has none.
    """

    chosen: Choice
    code: str
    indicator: Indicator
    profile: Profile
    neighbours: pd.DataFrame
    similar: pd.DataFrame
    known: pd.DataFrame
    earlier: pd.Series | None
    target: TargetGap | None


def facts_of(chosen: Choice, code: str) -> Facts:
    """Gather what is known of one regency."""
    indicator = cache.indicators()[chosen.indicator]
    measure = (chosen.dataset, chosen.indicator, chosen.segment)
    series = cache.series(*measure)
    ranked = kept.ranked(*measure, chosen.period)
    found = profile_of(series, ranked, code, chosen.period, indicator)
    alike = similar_regions(kept.regencies(), code, SIMILAR)["region_code"]
    return Facts(
        chosen=chosen,
        code=code,
        indicator=indicator,
        profile=found,
        neighbours=peers(ranked, neighbours_of(kept.neighbours(), code), indicator),
        similar=peers(ranked, alike, indicator),
        known=kept.newest(chosen.dataset).get(code, kept.nothing()),
        earlier=_earlier(series, found),
        target=_target(chosen, found, indicator),
    )


def is_regency(code: str) -> bool:
    """Whether a code is one that has a profile: a regency or city of the table of regions."""
    return code in kept.regencies()["region_code"].array


def _earlier(series: pd.DataFrame, found: Profile) -> pd.Series | None:
    if found.own is not None:
        return None
    known = series[(series["region_code"] == found.region_code) & series["value"].notna()]
    before = known[known["period"] < found.period]
    return None if before.empty else before.iloc[-1]


def _target(chosen: Choice, found: Profile, indicator: Indicator) -> TargetGap | None:
    """The figure of the chosen series, else of the first that speaks of the regency's province or the country."""
    if indicator.id != "coverage":
        return None
    series = chosen.target or next(iter(cache.targets_of(found.province_code)), "")
    stated = cache.target_of(series, found.region_code, chosen.period)
    if not stated or stated[0] != found.region_code:
        stated = cache.target_of(series, found.province_code, chosen.period)
    if not stated:
        return None
    region, year, value = stated
    distance = None if found.own is None else distance_to(found.own, value, indicator)
    return TargetGap(series, region, year, value, distance)
