"""Parts against their wholes: segments, subsets, single counts, and the regencies of a province."""

from collections.abc import Mapping

import pandas as pd

from data.checks.findings import as_findings, joined, no_findings
from data.checks.rounding import slack_of_counts
from data.indicators import Indicator
from data.regimes import REGIME_COLUMNS, regimes_of
from data.schema import COUNTS, KEY

# The segments that make up all; village apparatus are wage earners, and sources count them beside the rest.
_PARTS = ("pu", "bpu", "jakon")
_ALL = "all"
# Who is counted among whom.
_SETS = {"vulnerable_workers_protected": "vulnerable_workers", "active_participants": "eligible_workers"}
_AT = ["region_code", "period"]
_SUMMED = ["segment", "period"]
_TOLD = [*KEY, *COUNTS, "value", "source_id", *REGIME_COLUMNS]


def find_parts(observations: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Return the counts of a segment above that of all segments, and of a subset above its set, in one period.

    A count is above another only beyond the rounding of both. A segment that the whole does not include is no part of
    it; denominators are compared where they are of one basis and universe.
    """
    told = observations[_TOLD]
    segments = told[told["segment"].isin(_PARTS)].merge(
        told[told["segment"] == _ALL], on=[*_AT, "indicator"], suffixes=("", "_whole")
    )
    subsets = told[told["indicator"].isin(list(_SETS))].assign(whole=lambda rows: rows["indicator"].map(_SETS))
    sets = subsets.merge(
        told, left_on=[*_AT, "whole", "segment"], right_on=[*_AT, "indicator", "segment"], suffixes=("", "_whole")
    )
    segments = segments[_is_included(segments)].assign(other_segment=_ALL)
    pairs = pd.concat([segments, sets.assign(other_indicator=sets["whole"])], ignore_index=True)
    return joined([_above(pairs, measure, indicators) for measure in (*COUNTS, "value")])


def find_impossible(
    observations: pd.DataFrame, regions: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> pd.DataFrame:
    """Return the counts that cannot be: those of `find_above_wholes`, and those above the size of their region.

    regions: region_code, population, desa and kelurahan. Persons are held against the population, villages against
    the desa and kelurahan; a region whose size is unknown is not.
    """
    return joined([find_above_wholes(observations), *_above_sizes(observations, regions, indicators)])


def find_above_wholes(observations: pd.DataFrame) -> pd.DataFrame:
    """Return the numerators that stand alone and exceed every denominator known of their region.

    Denominators of the same indicator count, of any period, of the same segment or of all segments.
    """
    known = observations[observations["denominator"].notna()]
    alone = observations[observations["numerator"].notna() & observations["denominator"].isna()]
    largest = known.groupby(["region_code", "indicator", "segment"])["denominator"].max()
    own = largest.reindex(pd.MultiIndex.from_frame(alone[["region_code", "indicator", "segment"]])).to_numpy()
    whole = alone.assign(segment=_ALL)[["region_code", "indicator", "segment"]]
    limit = pd.DataFrame({"own": own, "all": largest.reindex(pd.MultiIndex.from_frame(whole)).to_numpy()}).max(axis=1)
    rows = alone.assign(other=limit.to_numpy(), measure="numerator")
    return as_findings("impossible_count", rows[rows["numerator"] - slack_of_counts(rows["numerator"]) > rows["other"]])


def find_sums(observations: pd.DataFrame, regions: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Return the counts of provinces, and of the country, that the sum of all their parts contradicts.

    regions: region_code, parent_code and the columns that indicators name as `applies_where`. A sum is known where
    every part to which the indicator applies has a count of the period, and all and the whole are of one regime. The
    two contradict beyond the rounding of every count.
    """
    summed = {one.id: COUNTS if one.is_ratio else ["value"] for one in indicators.values() if one.aggregation != "none"}
    found = []
    for name, rows in observations[observations["indicator"].isin(list(summed))].groupby("indicator"):
        applies = indicators[str(name)].applies_where
        counted = regions[regions[applies] > 0] if applies in regions else regions
        parts = counted.groupby("parent_code")["region_code"].nunique().rename("parts")
        below = rows.merge(counted[["region_code", "parent_code"]], on="region_code")
        told = below.groupby(["parent_code", *_SUMMED])["region_code"].transform("size")
        below = below[told == below["parent_code"].map(parts)]
        if len(below):  # rare in sparse figures, and adding up nothing took most of the time of all checks
            below = below.assign(regime=regimes_of)
            found += [_against_sum(rows, below, parts, measure) for measure in summed[str(name)]]
    return joined(found)


def _above(pairs: pd.DataFrame, measure: str, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    """Return the findings among pairs of a part and its whole in one of their counts."""
    part, whole = pairs[measure], pairs[f"{measure}_whole"]
    wrong = part - slack_of_counts(part) > whole + slack_of_counts(whole)
    if measure == "value":
        wrong &= ~pairs["indicator"].isin([one.id for one in indicators.values() if not one.is_count])
    if measure == "denominator":
        wrong &= (pairs["basis"] == pairs["basis_whole"]) & (pairs["universe"] == pairs["universe_whole"])
    said = pairs.assign(measure=measure, other=whole, other_source_id=pairs["source_id_whole"])
    return as_findings("part_above_whole", said[wrong])


def _is_included(pairs: pd.DataFrame) -> "list[bool]":
    return [
        said in ("", _ALL) or segment in said.split("+")
        for segment, said in zip(pairs["segment"], pairs["segments_included_whole"], strict=True)
    ]


def _above_sizes(
    observations: pd.DataFrame, regions: pd.DataFrame, indicators: Mapping[str, Indicator]
) -> list[pd.DataFrame]:
    if "population" not in regions:
        return []
    known = regions.set_index("region_code")
    sizes = {"persons": known["population"], "villages": known["desa"].fillna(0) + known["kelurahan"].fillna(0)}
    found = []
    for unit, size in sizes.items():
        rows = observations[observations["indicator"].isin([one.id for one in indicators.values() if one.unit == unit])]
        limit = rows["region_code"].map(size[size > 0]).astype("float64")
        wrong = rows["value"] - slack_of_counts(rows["value"]) > limit
        found.append(as_findings("impossible_count", rows.assign(measure="size", other=limit)[wrong]))
    return found


def _against_sum(rows: pd.DataFrame, below: pd.DataFrame, parts: "pd.Series[int]", measure: str) -> pd.DataFrame:
    """Return the wholes among the rows of an indicator whose count differs from the sum of their parts."""
    at = ["region_code", *_SUMMED]
    told = below[below[measure].notna()]
    counted = told.groupby(["parent_code", *_SUMMED])["region_code"].nunique().rename_axis(at)
    known = counted.rename("known").reset_index()
    whole = rows[rows[measure].notna()].merge(known[known["known"] == known["region_code"].map(parts)], on=at)
    if whole.empty:
        return no_findings()
    sums = told.assign(slack=slack_of_counts(told[measure])).groupby(["parent_code", *_SUMMED])
    summed = sums.agg(
        other=(measure, "sum"), slack=("slack", "sum"), regimes=("regime", "nunique"), regime=("regime", "first")
    )
    held = whole.assign(measure=measure, own=regimes_of(whole)).merge(summed.rename_axis(at).reset_index(), on=at)
    apart = (held[measure] - held["other"]).abs() > held["slack"] + slack_of_counts(held[measure])
    return as_findings("sum_against_province", held[apart & (held["regimes"] == 1) & (held["regime"] == held["own"])])
