"""The one table of findings: which figure, what kind of doubt, and the figures that its sentence needs."""

from collections.abc import Iterable

import pandas as pd

from data.schema import COUNTS, KEY

# In the order in which a page shows them.
KINDS = (
    "beyond_rounding", "inside_count_rounding", "above_100", "contradictory", "part_above_whole", "impossible_count",
    "sum_against_province", "young_region", "election_year",
)  # fmt: skip
_COUNTRY = "ID"
_NUMBERS = [*COUNTS, "value", "other"]
_TEXTS = [
    "value_printed", "measure", "other_region", "other_indicator", "other_segment", "other_period", "other_printed",
    "source_id", "other_source_id", "explained_by", "founded", "parent",
]  # fmt: skip
FINDING_COLUMNS = ["kind", *KEY, *_NUMBERS, *_TEXTS]


def as_findings(kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows of observations as findings of one kind: `FINDING_COLUMNS`, numbered anew.

    rows: at least `KEY`; of the other columns those that the kind speaks of. numerator, denominator, value,
    value_printed, source_id: of the figure itself. measure: which of its numbers is meant (numerator, denominator or
    value). other, other_printed and the columns other_*: the figure that it is held against, and where that differs,
    its region, indicator, segment and period. explained_by: the source that says itself why.
    founded, parent: the year in which a regency was divided, and the one that it was divided from.
    A number that plays no part is missing, a text "".
    """
    if rows.empty:
        return no_findings()
    table = rows.reindex(columns=FINDING_COLUMNS).assign(kind=kind)
    texts = {name: table[name].astype("object").fillna("").astype("str") for name in ("kind", *KEY, *_TEXTS)}
    numbers = {name: table[name].astype("float64") for name in _NUMBERS}
    return pd.DataFrame({**texts, **numbers})[FINDING_COLUMNS].reset_index(drop=True)


def no_findings() -> pd.DataFrame:
    """Return a table of no finding."""
    return pd.DataFrame(columns=FINDING_COLUMNS)


def joined(tables: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Return findings of several checks as one table, in their order."""
    some = [table for table in tables if len(table)]
    return pd.concat(some, ignore_index=True) if some else no_findings()


def findings_in(findings: pd.DataFrame, area: str) -> pd.DataFrame:
    """Return the findings about a province and the regencies in it; all of them for the country."""
    return findings if area == _COUNTRY else findings[findings["region_code"].str[:2] == area]


def with_kinds(series: pd.DataFrame, findings: pd.DataFrame, indicator: str, segment: str) -> pd.DataFrame:
    """Return the rows of an indicator and segment with `checked`: the kinds found at each, joined by " "; else "".

    Of two figures that contradict each other both are marked.
    """
    about = findings[findings["indicator"].eq(indicator) & findings["segment"].eq(segment)]
    others = about[about["kind"].eq("contradictory")]
    found: dict[tuple[str, str], list[str]] = {}
    for column, rows in (("period", about), ("other_period", others)):
        for code, period, kind in rows[["region_code", column, "kind"]].itertuples(index=False, name=None):
            kinds = found.setdefault((code, period), [])
            kinds += [kind] if kind not in kinds else []
    if not found:
        return series.assign(checked="")
    keys = zip(series["region_code"], series["period"], strict=True)
    return series.assign(checked=[" ".join(found.get(key, ())) for key in keys])
