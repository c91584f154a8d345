"""Make the simulated dataset: 514 regencies, 45 months, exactly through the figures that were printed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from data.form import FILE_COLUMNS
from data.simulated_levels import Regency, regencies_of
from data.simulated_paths import MONTHS, added, clamp, draw, path, percent_of, share, stream, through

LAST = MONTHS[-1]
ELIGIBLE_INDONESIA = 101_810_000  # Bisnis, July 2025
ELIGIBLE_BENGKULU = 625_751  # 261,814 participants at 41.84 %: Harian Bengkulu Ekspress, December 2024
BENGKULU = "17"
SOURCE = "simulation"
PRINTED = {"ID": 39, BENGKULU: 37, "17.04": 75, "17.07": 17}  # percent, November 2024
PRINTED_BY = "jarrakpos-2024-11-20"
# Villages enrolled: the month, how many, who printed it ("": ours, to stay on the right side of the printed).
VILLAGES = {
    ("93.01", "village_apparatus"): ("2023-04", 29, "teropongnews-2023-04-05"),
    ("93.01", "all"): ("2023-04", 41, ""),
    ("76.05", "all"): ("2022-11", 19, "parepos-2022-11"),
    ("76.05", "village_apparatus"): ("2022-11", 14, ""),
}


@dataclass(frozen=True)
class Counts:
    """The counts of one region and segment: a numerator for each month over one denominator."""

    region_code: str
    indicator: str
    segment: str
    numerators: list[int]
    denominator: int


def simulate(regions: pd.DataFrame) -> pd.DataFrame:
    """Make coverage (all, pu, bpu, jakon) and villages_enrolled (all, village_apparatus).

    regions: the whole region table: region_code, level, parent_code, type, population, area_km2, desa.
    Returns the columns of an observations file, counts as whole numbers: a row for each regency and month (no
    villages where desa is 0), and one for Indonesia and Bengkulu in November 2024. pu and bpu add up to all;
    jakon is counted apart. Denominators never change. The same table gives the same rows on any machine.
    """
    regencies = regencies_of(regions)
    counts = [*_coverage(regencies), *_villages(regencies)]
    counts.sort(key=lambda one: (one.indicator, one.segment))
    rows = [*_totals(counts), *(row for one in counts for row in _rows(one))]
    return pd.DataFrame(rows, columns=FILE_COLUMNS)


def _coverage(regencies: list[Regency]) -> Iterator[Counts]:
    eligible = _eligible(regencies)
    final = _participants(regencies, eligible)
    for regency, workers, anchor in zip(regencies, eligible, final, strict=True):
        heights = path(stream(regency.code, "coverage"), start=(620, 780))
        whole = Counts(regency.code, "coverage", "all", through(anchor, LAST, heights), workers)
        yield whole
        yield from _halves(regency, whole)
        yield _construction(regency, whole)


def _eligible(regencies: list[Regency]) -> list[int]:
    """Share the eligible workers out by population, Bengkulu's among its ten."""
    here = [regency.population if regency.province == BENGKULU else 0 for regency in regencies]
    elsewhere = [0 if regency.province == BENGKULU else regency.population for regency in regencies]
    return added(share(ELIGIBLE_BENGKULU, here), share(ELIGIBLE_INDONESIA - ELIGIBLE_BENGKULU, elsewhere))


def _participants(regencies: list[Regency], eligible: list[int]) -> list[int]:
    """Return the active participants in the last month: as printed, and the rest fitted to the totals."""
    printed = [percent_of(PRINTED.get(r.code, 0), w) for r, w in zip(regencies, eligible, strict=True)]
    weights = [0 if r.code in PRINTED else r.level * w for r, w in zip(regencies, eligible, strict=True)]
    here = [weight if r.province == BENGKULU else 0 for r, weight in zip(regencies, weights, strict=True)]
    elsewhere = [weight - own for weight, own in zip(weights, here, strict=True)]
    bengkulu = percent_of(PRINTED[BENGKULU], ELIGIBLE_BENGKULU)
    others = percent_of(PRINTED["ID"], ELIGIBLE_INDONESIA) - bengkulu
    fitted = added(share(bengkulu - sum(printed), here), share(others, elsewhere))
    return added(printed, fitted)


def _halves(regency: Regency, whole: Counts) -> Iterator[Counts]:
    """Split workers and participants into wage earners and the self-employed."""
    earning = whole.denominator * regency.wage_earners // 1000
    others = whole.denominator - earning
    pu = []
    for month, active in enumerate(whole.numerators):
        # Wage earners take part more often, `odds` hundredths as often; the self-employed catch up slowly.
        odds = 330 - month
        ahead = active * earning * odds // (earning * odds + others * 100)
        alike = active * earning // whole.denominator
        # At full coverage both are covered alike; on the way there the lead shrinks.
        count = (ahead * (whole.denominator - active) + alike * active) // whole.denominator
        pu.append(clamp(count, active - others * 95 // 100, earning * 95 // 100))
    bpu = [active - count for active, count in zip(whole.numerators, pu, strict=True)]
    yield replace(whole, segment="pu", numerators=pu, denominator=earning)
    yield replace(whole, segment="bpu", numerators=bpu, denominator=others)


def _construction(regency: Regency, whole: Counts) -> Counts:
    numbers = stream(regency.code, "jakon")
    workers = whole.denominator * regency.construction // 1000
    anchor = workers * clamp(regency.level + draw(numbers, -600, 1_200), 900, 8_300) // 10_000
    return replace(
        whole,
        segment="jakon",
        numerators=through(anchor, LAST, path(numbers, start=(620, 780))),
        denominator=workers,
    )


def _villages(regencies: list[Regency]) -> Iterator[Counts]:
    for regency in regencies:
        if regency.desa == 0:
            continue
        heights = path(stream(regency.code, "villages"), start=(200, 500))
        enrolled = regency.desa * regency.villages[0] // 1000
        staffed = enrolled * regency.villages[1] // 1000
        for segment, final in [("all", enrolled), ("village_apparatus", staffed)]:
            month, anchor, _ = VILLAGES.get((regency.code, segment), (LAST, final, ""))
            yield Counts(regency.code, "villages_enrolled", segment, through(anchor, month, heights), regency.desa)


def _totals(counts: list[Counts]) -> Iterator[tuple[object, ...]]:
    """Give the two printed averages of the last month the counts of the regencies inside them."""
    coverage = [one for one in counts if (one.indicator, one.segment) == ("coverage", "all")]
    for code in ("ID", BENGKULU):
        inside = [one for one in coverage if code == "ID" or one.region_code.startswith(f"{code}.")]
        active = sum(one.numerators[-1] for one in inside)
        eligible = sum(one.denominator for one in inside)
        yield _row(Counts(code, "coverage", "all", [active], eligible), LAST, active)


def _rows(counts: Counts) -> Iterator[tuple[object, ...]]:
    for month, numerator in zip(MONTHS, counts.numerators, strict=True):
        yield _row(counts, month, numerator)


def _row(counts: Counts, month: str, numerator: int) -> tuple[object, ...]:
    key = (counts.region_code, counts.indicator, counts.segment, month)
    figures = (numerator, counts.denominator)
    if counts.indicator == "coverage" and counts.segment == "all" and month == LAST and key[0] in PRINTED:
        return (*key, *figures, str(PRINTED[key[0]]), "reported", "simulated", PRINTED_BY, SOURCE, "")
    at, _, source = VILLAGES.get((counts.region_code, counts.segment), ("", 0, ""))
    if counts.indicator == "villages_enrolled" and month == at and source:
        return (*key, *figures, "", "computed", "reported", source, "", "")
    return (*key, *figures, "", "simulated", "simulated", SOURCE, "", "")
