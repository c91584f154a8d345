"""The check of an upload, all at once: repeated keys, impossible figures, jumps, and regions that are gone."""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.check import disagrees
from data.checks.printed import explained_by_counts
from data.indicators import PERCENT, Indicator
from data.intake.compare import find_gone, find_jumps
from data.intake.findings import ERROR, WARNING, Cells, Finding, of_cells, of_figures, of_file
from data.intake.merged_figures import find_merged
from data.intake.parsed_file import Opened
from data.intake.plan import FIGURES, Plan
from data.intake.repeats import COUNT, KEEP, SUM, is_total
from data.intake.shares import find_shares
from data.intake.tidy import Tidy
from data.intake.vocabulary import segment_word
from data.intake.zeros import find_zeros
from data.schema import COUNTS, KEY

# Over a hundred regencies came into being from 1999 to 2003, many by laws that divide several at once.
_LARGER = "2003"


def check_upload(
    tidy: Tidy, opened: Opened, plan: Plan, previous: pd.DataFrame | None, indicators: Mapping[str, Indicator]
) -> list[Finding]:
    """Return everything that is wrong, or worth a look, ordered by row; what is of no row comes first.

    previous: the rows of the last version, None for a first one. Errors stop publishing, warnings want a tick.
    """
    parts = tidy.parts
    if parts.empty:
        # Nothing is published of a file without a figure, as of the template that nobody filled in.
        stopped = any(one.level == ERROR for one in tidy.findings)
        return ordered([*tidy.findings, *([] if stopped else [of_file(opened, "figures_missing", ERROR)])])
    percent = parts["indicator"].isin([one.id for one in indicators.values() if one.unit == "percent"])
    findings = [*tidy.findings, *_repeated(opened, plan, parts)]
    for finder in (_no_count, _above, _outside):
        findings += finder(opened, parts, percent)
    findings += _of_one_group(opened, plan)
    findings += _before_divisions(opened, tidy.rows)
    findings += _disagreeing(opened, parts, indicators) + find_zeros(opened, parts, indicators)
    findings += find_shares(opened, parts, indicators) + find_merged(opened, parts)
    if previous is not None:
        findings += find_jumps(opened, tidy, previous, indicators) + find_gone(opened, tidy.rows, previous)
    return ordered(findings)


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings by row; what is of no row comes first."""
    return sorted(findings, key=lambda one: (one.row is not None, one.row or 0, one.level, one.code, one.column))


def _before_divisions(opened: Opened, rows: pd.DataFrame) -> list[Finding]:
    """Warn once of regencies in years in which no list of ours says how far they reached."""
    old = rows[(rows["period"].str[:4] <= _LARGER) & (rows["region_code"].str.len() > 2)]
    if old.empty:
        return []
    said = {"number": old["region_code"].nunique(), "period": old["period"].max()}
    return [of_file(opened, "before_divisions", WARNING, **said)]


def _of_one_group(opened: Opened, plan: Plan) -> list[Finding]:
    """Warn where one group's figures would stand for all: only a segment has a name of its own."""
    if plan.repeats != KEEP or is_total(plan.kept) or segment_word(plan.kept) not in ("", "all"):
        return []
    return [of_file(opened, "group_kept", WARNING, plan.split, group=plan.kept)]


def _repeated(opened: Opened, plan: Plan, parts: pd.DataFrame) -> list[Finding]:
    """Tell every row whose key stands before it; two villages of one name may lie in two districts of a regency."""
    if plan.repeats in (SUM, COUNT):
        return []  # they are meant to stand there more than once
    key = [*KEY, "village"]
    again = parts.duplicated(key)
    if not again.any():
        return []
    rows = parts[again]
    first = rows[key].merge(parts.drop_duplicates(key)[[*key, "row"]], on=key, how="left")["row"]
    by_code = not plan.village or plan.village == plan.roles.get("region_code")
    code, level = ("key_repeated", ERROR) if by_code else ("village_repeated", WARNING)
    said = [
        {**dict(zip(key, values, strict=True)), "other_row": int(row), "other_place": opened.place(int(row), "")}
        for values, row in zip(rows[key].itertuples(index=False, name=None), first, strict=True)
    ]
    cells = Cells(rows["row"].tolist(), [""] * len(rows))
    return of_cells(opened, (code, level), cells, said)


def _no_count(opened: Opened, parts: pd.DataFrame, percent: pd.Series) -> list[Finding]:
    """Find what is not whole or negative of the counts, and of all that is no percentage.

    39.487 persons are a number read in the wrong way.
    """
    findings = []
    for role in FIGURES:
        rows = parts if role in COUNTS else parts[~percent & ~parts[COUNTS].notna().all(axis=1)]
        findings += of_figures(opened, ("count_not_whole", ERROR), rows[rows[role] % 1 > 0], role)
        findings += of_figures(opened, ("number_negative", ERROR), rows[rows[role] < 0], role)
    return findings


def _above(opened: Opened, parts: pd.DataFrame, _percent: pd.Series) -> list[Finding]:
    rows = parts[parts["numerator"] > parts["denominator"]]
    said = [{"numerator": n, "denominator": d} for n, d in zip(rows["numerator"], rows["denominator"], strict=True)]
    return of_figures(opened, ("numerator_above_denominator", WARNING), rows, "numerator", said)


def _outside(opened: Opened, parts: pd.DataFrame, percent: pd.Series) -> list[Finding]:
    """Warn of a percentage that stands in the file outside 0 to 100; beside both counts it is told by them."""
    printed = pd.to_numeric(parts["value_printed"].mask(parts["value_printed"] == ""))
    wrong = percent & ((printed < 0) | (printed > PERCENT)) & ~disagrees(parts)
    said = [{"value": value} for value in printed[wrong]]
    return of_figures(opened, ("value_outside_range", WARNING), parts[wrong], "value", said)


def _disagreeing(opened: Opened, parts: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[Finding]:
    """Tell printed figures and counts that differ, apart where the rounding of the counts explains it."""
    rows = parts[disagrees(parts)]
    rounded = explained_by_counts(rows, indicators)
    apart, explained = "printed_disagrees", "inside_count_rounding"
    return [*_differing(opened, apart, rows[~rounded]), *_differing(opened, explained, rows[rounded])]


def _differing(opened: Opened, code: str, rows: pd.DataFrame) -> list[Finding]:
    values = rows["value"].astype(object).where(rows["value"].notna(), None)
    columns = [rows["value_printed"], values, rows["numerator"], rows["denominator"]]
    names = ("printed", "computed", "numerator", "denominator")
    said = [dict(zip(names, one, strict=True)) for one in zip(*columns, strict=True)]
    return of_figures(opened, (code, WARNING), rows, "value", said)
