"""Percentages of which some seem to be written as shares of one: 0,75 among 17 and 35."""

from collections.abc import Mapping

import pandas as pd

from data.indicators import Indicator
from data.intake.findings import WARNING, Finding, of_figures
from data.intake.parsed_file import Opened
from data.schema import COUNTS

_USUAL = 10  # percent: where most are below it, one under 1 is no wonder


def find_shares(opened: Opened, parts: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[Finding]:
    """Warn of each printed percentage of at most 1 beside ordinary ones; a spreadsheet keeps 75% as 0.75."""
    percent = parts["indicator"].isin([one.id for one in indicators.values() if one.unit == "percent"])
    printed = parts[percent & parts["value"].notna() & ~parts[COUNTS].notna().all(axis=1)]
    findings = []
    for _key, rows in printed.groupby(["indicator", "segment"], sort=False):
        doubtful = (rows["value"] > 0) & (rows["value"] <= 1)
        others = rows.loc[rows["value"] > 1, "value"]
        if doubtful.any() and len(others) and others.median() >= _USUAL:
            findings += of_figures(opened, ("share_doubtful", WARNING), rows[doubtful], "value")
    return findings
