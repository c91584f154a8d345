"""Levels of the simulated regencies in the last month, from province, kind and chance."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.simulated_paths import clamp, draw, stream

# Percent by province, leaning on the active participants of December 2023 where they were printed (28
# provinces; Jakarta's head offices brought down to its own workers) and on its neighbours in the other ten.
PROVINCE_LEVELS = {
    "11": 29, "12": 37, "13": 34, "14": 43, "15": 46, "16": 29, "17": 34, "18": 20, "19": 39, "21": 66,
    "31": 76, "32": 34, "33": 33, "34": 42, "35": 35, "36": 52, "51": 58, "52": 28, "53": 19,
    "61": 36, "62": 58, "63": 41, "64": 68, "65": 64, "71": 52, "72": 44, "73": 32, "74": 32, "75": 31,
    "76": 25, "81": 25, "82": 31, "91": 31, "92": 35, "93": 23, "94": 17, "95": 11, "96": 33,
}  # fmt: skip
_CITY = 1_000  # a city stands ten points above its province, in hundredths of a percent
_HIGH = 7_000
_DENSE = 400  # and a regency with more than 1,000 people on a square kilometre four


@dataclass(frozen=True)
class Regency:
    """A regency as the simulation knows it.

    level: coverage in hundredths of a percent, before the country's total is fitted; wage_earners: their
    share of workers in thousandths; construction: likewise; villages: how many of its desa are enrolled in
    the end and how many of those with their apparatus, in thousandths.
    """

    code: str
    province: str
    population: int
    desa: int
    level: int
    wage_earners: int
    construction: int
    villages: tuple[int, int]


def regencies_of(regions: pd.DataFrame) -> list[Regency]:
    """Return the regencies of the region table, by code."""
    chosen = regions[regions["level"] == "regency"].sort_values("region_code")
    columns = ["region_code", "parent_code", "type", "population", "area_km2", "desa"]
    return [_regency(row) for row in chosen[columns].itertuples(index=False)]


def _eased(level: int) -> int:
    """Press what is high closer together: a plain cap would set five cities to one and the same figure."""
    return level if level <= _HIGH else _HIGH + 2 * (level - _HIGH) // 5


def _regency(row: Any) -> Regency:
    numbers = stream(row.region_code, "level")
    city, dense = row.type == "kota", row.population > 1_000 * row.area_km2
    height = 100 * PROVINCE_LEVELS[row.parent_code] + _CITY * city + _DENSE * (dense and not city)
    level = max(_eased(height * draw(numbers, 780, 1_220) // 1_000), 850)
    return Regency(
        code=row.region_code,
        province=row.parent_code,
        population=int(row.population),
        desa=int(row.desa),
        level=level,
        wage_earners=clamp(180 + level // 20 + 160 * city + draw(numbers, -50, 50), 140, 780),
        construction=draw(numbers, 65, 110),
        villages=(clamp(150 + level // 10 + draw(numbers, -180, 260), 90, 900), draw(numbers, 600, 950)),
    )
