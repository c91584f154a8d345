"""Workers of each simulated regency, and the counts of participants that its path passes through."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.simulated_levels import PROVINCE_LEVELS, Regency
from data.simulated_paths import MONTHS, draw, percent_of, share, stream

LAST, YEAR_END = MONTHS[-1], "2023-12"
RECOUNT = "2024-07"  # from this month on there are other denominators, as the published ones changed around 2024/25
BENGKULU = "17"
ELIGIBLE_INDONESIA = 101_810_000  # Bisnis, July 2025
ELIGIBLE_BENGKULU = 625_751  # 261,814 participants at 41.84 %: Harian Bengkulu Ekspress, December 2024
PRINTED = {"ID": 39, BENGKULU: 37, "17.04": 75, "17.07": 17}  # percent, November 2024
PRINTED_BY = "jarrakpos-2024-11-20"
PRINTED_PROVINCES = "spn-2023-12"
# Yearly counts of participants: each stands at its December, the last at the simulation's end.
BANJARMASIN = {"2021": "2021-12", "2022": "2022-12", "2023": YEAR_END, "2024": LAST}
# Rates printed after the simulation's end; they hold there and a year before, each with its own denominator.
RATES = {"51.06": "2025-03", "19.71": "2025-05"}
_ELSEWHERE = 42  # eligible workers of 100 people, where no count of a province is printed; scaled to the total


@dataclass(frozen=True)
class Anchors:
    """The counts that hold one regency.

    before, after: eligible workers until RECOUNT and from it on; active: participants by month.
    """

    before: int
    after: int
    active: dict[str, int]


def anchors_of(regencies: list[Regency], reported: pd.DataFrame) -> list[Anchors]:
    """Return for each regency its workers and the counts that its path passes through.

    reported: the observations that were printed. In December 2023 the regencies of a province add up to its
    participants as printed (Bengkulu's among them), in November 2024 all to 39 percent of the country's workers and
    Bengkulu's to 37 percent of its own.
    """
    provinces = _provinces(reported)
    after = _eligible(regencies, provinces)
    before = [_until_recount(regency, workers) for regency, workers in zip(regencies, after, strict=True)]
    fixed = _fixed(regencies, before, after, reported)
    end_of_year = _december(regencies, before, provinces, fixed)
    last = _november(regencies, after, end_of_year, fixed)
    return [
        Anchors(workers_before, workers_after, {YEAR_END: at_year_end, LAST: in_the_end} | fixed.get(regency.code, {}))
        for regency, workers_before, workers_after, at_year_end, in_the_end in zip(
            regencies, before, after, end_of_year, last, strict=True
        )
    ]


def _provinces(reported: pd.DataFrame) -> dict[str, int]:
    """Return the active participants of the provinces in December 2023, where they were printed."""
    rows = reported[
        (reported["source_id"] == PRINTED_PROVINCES)
        & (reported["indicator"] == "active_participants")
        & reported["region_code"].isin(PROVINCE_LEVELS)
    ]
    return dict(zip(rows["region_code"], rows["value"].astype(int), strict=True))


def _eligible(regencies: list[Regency], provinces: dict[str, int]) -> list[int]:
    """Share the eligible workers out: to provinces by participants and level, in each by population.

    So a province whose offices insure people who live elsewhere has these people among its workers.
    """
    people = {code: sum(r.population for r in regencies if r.province == code) for code in PROVINCE_LEVELS}
    codes = [code for code in PROVINCE_LEVELS if code != BENGKULU]
    weights = [
        100 * provinces[code] // PROVINCE_LEVELS[code] if code in provinces else people[code] * _ELSEWHERE // 100
        for code in codes
    ]
    totals = dict(zip(codes, share(ELIGIBLE_INDONESIA - ELIGIBLE_BENGKULU, weights), strict=True))
    return _within(regencies, totals | {BENGKULU: ELIGIBLE_BENGKULU}, [r.population for r in regencies])


def _until_recount(regency: Regency, workers: int) -> int:
    """Return the workers that were counted before: mostly fewer, in some regencies more."""
    return workers * draw(stream(regency.code, "recount"), 870, 1_010) // 1_000


def _fixed(
    regencies: list[Regency], before: list[int], after: list[int], reported: pd.DataFrame
) -> dict[str, dict[str, int]]:
    """Return the counts of single regencies by month, as printed or of a printed rate."""
    printed = reported.set_index(["region_code", "indicator", "segment", "period"])["value"].sort_index()
    workers = {r.code: counts for r, *counts in zip(regencies, before, after, strict=True)}
    yearly = printed.loc["63.71", "active_participants", "all"]
    fixed = {"63.71": {month: int(yearly[year]) for year, month in BANJARMASIN.items()}}
    for code, period in RATES.items():
        hundredths = round(100 * float(printed.loc[code, "coverage", "all", period]))
        fixed[code] = {
            month: percent_of(hundredths, count) // 100
            for month, count in zip((YEAR_END, LAST), workers[code], strict=True)
        }
    for code in set(PRINTED) & set(workers):
        fixed[code] = {LAST: percent_of(PRINTED[code], workers[code][1])}
    return fixed


def _december(
    regencies: list[Regency], before: list[int], provinces: dict[str, int], fixed: dict[str, dict[str, int]]
) -> list[int]:
    """Return the participants at the end of 2023: each province as printed, else by its level."""
    levels = [100 * PRINTED.get(regency.code, 0) or regency.level for regency in regencies]
    weights = [level * workers for level, workers in zip(levels, before, strict=True)]
    totals = dict(provinces)
    for regency, weight in zip(regencies, weights, strict=True):
        if regency.province not in provinces:
            totals[regency.province] = totals.get(regency.province, 0) + weight // 10_000
    return _within(regencies, totals, weights, {code: held.get(YEAR_END) for code, held in fixed.items()})


def _november(
    regencies: list[Regency], after: list[int], december: list[int], fixed: dict[str, dict[str, int]]
) -> list[int]:
    """Return the participants in the last month: Bengkulu's total, and the country's beside it."""
    bengkulu = percent_of(PRINTED[BENGKULU], ELIGIBLE_BENGKULU)
    totals = {True: bengkulu, False: percent_of(PRINTED["ID"], ELIGIBLE_INDONESIA) - bengkulu}
    weights = []
    for regency, workers, count in zip(regencies, after, december, strict=True):
        chance = draw(stream(regency.code, "year"), 970, 1_030)
        # Levels that are high already rise less.
        weights.append(min(count * chance // 1_000, workers * 92 // 100))
    return _fitted(
        [regency.province == BENGKULU for regency in regencies],
        totals,
        weights,
        [fixed.get(regency.code, {}).get(LAST) for regency in regencies],
    )


def _within(
    regencies: list[Regency],
    totals: dict[str, int],
    weights: list[int],
    fixed: dict[str, int | None] | None = None,
) -> list[int]:
    """Share each province's total out among its regencies by weight."""
    held = [(fixed or {}).get(regency.code) for regency in regencies]
    return _fitted([regency.province for regency in regencies], totals, weights, held)


def _fitted(groups: list[Any], totals: dict[Any, int], weights: list[int], held: list[int | None]) -> list[int]:
    """Share each group's total out by weight among its members, but for those whose count is held."""
    counts = [0 if one is None else one for one in held]
    for group, total in totals.items():
        members = [place for place, one in enumerate(groups) if one == group]
        free = [place for place in members if held[place] is None]
        left = total - sum(counts[place] for place in members)
        for place, part in zip(free, share(left, [weights[place] for place in free]), strict=True):
            counts[place] = part
    return counts
