"""Figures held against the size of their region: more workers than inhabitants, more villages than there are."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.indicators import PERCENT, Indicator
from data.intake.findings import WARNING, Cells, Finding, columns_of, of_cells
from data.intake.parsed_file import Opened
from data.intake.plan import FIGURES, Plan
from data.intake.repeats import COUNT
from data.intake.tidy import Tidy
from data.schema import KEY

# Of all participants or workers, whose number is near to that of the inhabitants: below these shares in every region
# a column is told in thousands. The smallest true ones are far above, also in the highlands of Papua.
_FEWEST = {"active_participants": 0.1, "coverage": 0.1, "eligible_workers": 1.0}  # percent
_PEOPLE, _VILLAGES = "above_population", "above_villages"


@dataclass(frozen=True, eq=False)
class Sizes:
    """people, villages: by region code, as far as they are known; kelurahan are among the villages."""

    people: Mapping[str, int]
    villages: Mapping[str, int]


def sizes_of(regions: pd.DataFrame) -> Sizes:
    """Return the sizes that the table of regions knows; the country's are those of its provinces."""
    known = regions.set_index("region_code")
    villages = known["desa"].fillna(0) + known["kelurahan"].fillna(0)
    provinces = known["level"] == "province"
    people = {str(code): int(number) for code, number in known["population"].dropna().items()}
    told = {str(code): int(number) for code, number in villages[villages > 0].items()}
    whole = {"ID": int(known.loc[provinces, "population"].sum())}
    return Sizes(people | whole, told | {"ID": int(villages[provinces].sum())})


def find_sizes(opened: Opened, tidy: Tidy, indicators: Mapping[str, Indicator], sizes: Sizes) -> list[Finding]:
    """Warn of figures that exceed their region, each at its cell."""
    findings: list[Finding] = []
    for name, told in placed(tidy).groupby("indicator", sort=False):
        for role in FIGURES:
            code = _measured_by(indicators[str(name)], role) if name in indicators else ""
            if code:
                limits = sizes.people if code == _PEOPLE else sizes.villages
                findings += _above(opened, code, told.assign(size=told["region_code"].map(limits)), role)
    return findings


def seem_in_thousands(plan: Plan, tidy: Tidy, indicators: Mapping[str, Indicator], sizes: Sizes) -> set[str]:
    """Return the columns of people whose largest share of the inhabitants is a thousandth of what it can be."""
    found: set[str] = set()
    if plan.repeats == COUNT:
        return found
    for name, told in placed(tidy).groupby("indicator", sort=False):
        fewest = _FEWEST.get(str(name), 0.0)
        for role in FIGURES:
            if not fewest or _measured_by(indicators[str(name)], role) != _PEOPLE:
                continue
            people = told.assign(size=told["region_code"].map(sizes.people))
            people = people[(people["segment"] == "all") & (people[role] > 0) & people["size"].notna()]
            share = (
                (PERCENT * people[role] / people["size"])
                .groupby(np.array(columns_of(people, role), dtype=object))
                .max()
            )
            found |= {str(column) for column in share.index[share < fewest] if plan.scales.get(column, 1) == 1}
    return found


def placed(tidy: Tidy) -> pd.DataFrame:
    """Return the observations with the file's column of each figure, of a sum that of its first part."""
    if tidy.parts.empty or tidy.rows.empty:
        return tidy.rows.head(0)
    columns = [f"{role}_column" for role in FIGURES]
    first = tidy.parts.drop_duplicates(KEY)[[*KEY, *columns]]
    return tidy.rows.merge(first, on=KEY, how="left", validate="many_to_one")


def _measured_by(indicator: Indicator, role: str) -> str:
    """Return by what a figure of this role cannot be exceeded, as the code of the finding; "" where by nothing."""
    if indicator.is_ratio and role != "value":
        if indicator.id == "coverage":
            return _PEOPLE
        return _VILLAGES if indicator.applies_where == "desa" else ""
    if role != "value" or indicator.is_ratio:
        return ""
    return {"persons": _PEOPLE, "villages": _VILLAGES}.get(indicator.unit, "")


def _above(opened: Opened, code: str, rows: pd.DataFrame, role: str) -> list[Finding]:
    wrong = rows[rows[role] > rows["size"]]
    said = [
        {"region_code": code, "period": period, "value": value, "size": int(size)}
        for code, period, value, size in wrong[["region_code", "period", role, "size"]].itertuples(index=False)
    ]
    cells = Cells(wrong["row"].astype(int).tolist(), columns_of(wrong, role))
    return of_cells(opened, (code, WARNING), cells, said)
