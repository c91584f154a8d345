"""Make the simulated dataset: 514 regencies, 45 months, exactly through the figures that were printed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from data.regimes import REGIME_COLUMNS
from data.schema import FILE_COLUMNS
from data.simulated_anchors import BENGKULU, PRINTED, PRINTED_BY, RECOUNT, anchors_of
from data.simulated_levels import Regency, regencies_of
from data.simulated_paths import MONTHS, clamp, draw, path, stream, through

LAST = MONTHS[-1]
SOURCE = "simulation"
# Villages enrolled: the month, how many, who printed it ("": ours, to stay on the right side of the printed).
VILLAGES = {
    ("93.01", "village_apparatus"): ("2023-04", 29, "teropongnews-2023-04-05"),
    ("93.01", "all"): ("2023-04", 41, ""),
    ("76.05", "all"): ("2022-11", 19, "parepos-2022-11"),
    ("76.05", "village_apparatus"): ("2022-11", 14, ""),
}


@dataclass(frozen=True)
class Counts:
    """The counts of one region and segment, for each month."""

    region_code: str
    indicator: str
    segment: str
    numerators: list[int]
    denominators: list[int]


def simulate(regions: pd.DataFrame, reported: pd.DataFrame) -> pd.DataFrame:
    """Make coverage (all, pu, bpu, jakon) and villages_enrolled (all, village_apparatus).

    regions: the whole region table: region_code, level, parent_code, type, population, area_km2, desa.
    reported: the observations that were printed, which it passes through (`anchors_of`).
    Returns the columns of an observations file, counts as whole numbers: a row for each regency and month (no
    villages where desa is 0), and one for Indonesia and Bengkulu in November 2024. pu, bpu and jakon add up to all,
    as in every published figure. Denominators of coverage change once, in RECOUNT. The same tables give the same
    rows on any machine.
    """
    regencies = regencies_of(regions)
    counts = [*_coverage(regencies, reported), *_villages(regencies)]
    counts.sort(key=lambda one: (one.indicator, one.segment))
    rows = [*_totals(counts), *(row for one in counts for row in _rows(one))]
    return pd.DataFrame(rows, columns=[column for column in FILE_COLUMNS if column not in REGIME_COLUMNS])


def _coverage(regencies: list[Regency], reported: pd.DataFrame) -> Iterator[Counts]:
    for regency, anchors in zip(regencies, anchors_of(regencies, reported), strict=True):
        heights = path(stream(regency.code, "coverage"), start=(620, 780))
        workers = [anchors.before if month < RECOUNT else anchors.after for month in MONTHS]
        whole = Counts(regency.code, "coverage", "all", through(anchors.active, heights), workers)
        yield whole
        yield from _parts(regency, whole)


def _parts(regency: Regency, whole: Counts) -> Iterator[Counts]:
    """Split workers and participants into construction, wage earners and the self-employed."""
    numbers = stream(regency.code, "jakon")
    bias = draw(numbers, 100, 160)
    rows = []
    for place, (active, workers) in enumerate(zip(whole.numerators, whole.denominators, strict=True)):
        building = workers * regency.construction // 1000
        earning = (workers - building) * regency.wage_earners // 1000
        others = workers - building - earning
        at_work = active * (bias + draw(numbers, -6, 6)) // 1000
        jakon = clamp(at_work, active - (earning + others) * 95 // 100, building * 95 // 100)
        pu = _wage_earners(active - jakon, earning, others, odds=320 - place)
        rows.append(((pu, earning), (active - jakon - pu, others), (jakon, building)))
    for segment, counts in zip(("pu", "bpu", "jakon"), zip(*rows, strict=True), strict=True):
        numerators, denominators = zip(*counts, strict=True)
        yield replace(whole, segment=segment, numerators=list(numerators), denominators=list(denominators))


def _wage_earners(active: int, earning: int, others: int, odds: int) -> int:
    """Return how many of the active are wage earners.

    They take part more often, `odds` hundredths as often; the self-employed catch up slowly. At full coverage both
    are covered alike; on the way there the lead shrinks.
    """
    workers = earning + others
    ahead = active * earning * odds // (earning * odds + others * 100)
    alike = active * earning // workers
    count = (ahead * (workers - active) + alike * active) // workers
    return clamp(count, active - others * 95 // 100, earning * 95 // 100)


def _villages(regencies: list[Regency]) -> Iterator[Counts]:
    for regency in regencies:
        if regency.desa == 0:
            continue
        heights = path(stream(regency.code, "villages"), start=(200, 500))
        enrolled = regency.desa * regency.villages[0] // 1000
        staffed = enrolled * regency.villages[1] // 1000
        for segment, final in [("all", enrolled), ("village_apparatus", staffed)]:
            month, anchor, _ = VILLAGES.get((regency.code, segment), (LAST, final, ""))
            numerators = through({month: anchor}, heights)
            yield Counts(regency.code, "villages_enrolled", segment, numerators, [regency.desa] * len(MONTHS))


def _totals(counts: list[Counts]) -> Iterator[tuple[object, ...]]:
    """Give the two printed averages of the last month the counts of the regencies inside them."""
    coverage = [one for one in counts if (one.indicator, one.segment) == ("coverage", "all")]
    for code in ("ID", BENGKULU):
        inside = [one for one in coverage if code == "ID" or one.region_code.startswith(f"{code}.")]
        active = sum(one.numerators[-1] for one in inside)
        eligible = sum(one.denominators[-1] for one in inside)
        yield _row((code, "coverage", "all", LAST), active, eligible)


def _rows(counts: Counts) -> Iterator[tuple[object, ...]]:
    series = (counts.region_code, counts.indicator, counts.segment)
    for month, *figures in zip(MONTHS, counts.numerators, counts.denominators, strict=True):
        yield _row((*series, month), *figures)


def _row(key: tuple[str, str, str, str], numerator: int, denominator: int) -> tuple[object, ...]:
    region_code, indicator, segment, month = key
    figures = (numerator, denominator)
    if indicator == "coverage" and segment == "all" and month == LAST and region_code in PRINTED:
        return (*key, *figures, str(PRINTED[region_code]), "reported", "simulated", PRINTED_BY, SOURCE, "")
    at, _, source = VILLAGES.get((region_code, segment), ("", 0, ""))
    if indicator == "villages_enrolled" and month == at and source:
        return (*key, *figures, "", "computed", "reported", source, "", "")
    return (*key, *figures, "", "simulated", "simulated", SOURCE, "", "")
