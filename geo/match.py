"""Bring values to regions without losing either side."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Match:
    """Every region with its value, and what found no partner."""

    rows: pd.DataFrame
    values_without_boundary: list[str]
    regions_without_value: list[str]


def match_regions(values: pd.DataFrame, regions: pd.DataFrame) -> Match:
    """Join values to regions on region_code; every region keeps a row, so gaps show on the map.

    values, regions: one row per region_code; a region_code that occurs twice raises pandas' MergeError.
    Returns the regions' rows with the values' columns (missing where there is none), and both lists of codes.
    """
    rows = regions.merge(values, on="region_code", how="left", validate="one_to_one")
    have, want = set(values["region_code"]), set(regions["region_code"])
    return Match(
        rows,
        values_without_boundary=sorted(have - want),
        regions_without_value=sorted(want - have),
    )
