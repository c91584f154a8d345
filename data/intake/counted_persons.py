"""Rows of workers counted: each row, or each person once in a region, segment and period."""

from collections.abc import Mapping

import pandas as pd

from data.intake.findings import WARNING, Finding, of_file
from data.intake.identity import find_repeated, identity_column, is_rounded
from data.intake.numbers import GAP_MARKS
from data.intake.persons import naming_columns
from data.intake.plan import Plan
from data.intake.repeats import COUNT
from data.intake.source import Source
from data.intake.table import Table
from data.schema import KEY

ONCE = "once"


def count_persons_once(parts: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of each person once per figure; who is counted in any of their rows is counted.

    parts: `KEY`, value and `person`, -1 where nobody is named: such a row stays.
    """
    named = parts[parts["person"] >= 0].sort_values("value", ascending=False, kind="stable")
    kept = named.drop_duplicates([*KEY, "person"]).index
    return parts[(parts["person"] < 0) | parts.index.isin(kept)].reset_index(drop=True)


def named_rows(table: Table, plan: Plan) -> pd.Series:
    """Return which rows, by their position, name somebody: a row of a form that nobody filled in is no worker."""
    texts = table.texts
    columns = naming_columns(texts) if plan.repeats == COUNT and not plan.split else []
    every = pd.Series(not columns, index=range(len(texts)))
    for column in columns:
        every |= ~texts[column].str.strip().str.casefold().isin(GAP_MARKS).reset_index(drop=True)
    return every


def tell_nobody(source: Source, nobody: pd.Series) -> list[Finding]:
    """Tell how many rows name nobody, and where the first of them is."""
    rows = source.table.texts.index[nobody.to_numpy()]
    if rows.empty:
        return []
    place = source.opened.place(int(rows[0]), naming_columns(source.table.texts)[0])
    return [of_file(source.opened, "person_blank", WARNING, rows=len(rows), other_place=place)]


def tell_persons(source: Source, parts: pd.DataFrame) -> list[Finding]:
    """Tell of a file with a row a worker who is counted more than once, and whom no number tells apart."""
    texts = source.table.texts
    column = identity_column(texts)
    if not column:
        return []
    if is_rounded(texts[column]):
        return [of_file(source.opened, "identity_rounded", WARNING, column)]
    found = find_repeated(source.table, source.plan)
    said: dict[str, Mapping[str, int]] = {}
    if found and source.plan.persons != ONCE:
        said["person_repeated"] = {"people": found.people, "rows": found.rows}
    if elsewhere := _elsewhere(parts, bool(source.plan.roles.get("segment"))):
        said["person_elsewhere"] = {"people": elsewhere}
    if nameless := parts.loc[parts["person"] < 0, "row"].nunique():
        said["identity_missing"] = {"rows": nameless}
    return [of_file(source.opened, code, WARNING, column, **about) for code, about in said.items()]


def _elsewhere(parts: pd.DataFrame, by_segment: bool) -> int:
    """Return how many persons are counted in several regions, or segments of a column of them, in one period."""
    counted = parts[(parts["person"] >= 0) & (parts["value"] > 0)]
    places = counted.groupby(["indicator", "period", "person"])[["region_code", "segment"]].nunique()
    several = places["region_code"] > 1
    if by_segment:
        several |= places["segment"] > 1
    return places[several].index.get_level_values("person").nunique()
