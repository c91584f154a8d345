"""Zeros that can hardly be meant: among rates, prices and lines of money, where every other figure is far from it."""

from collections.abc import Mapping

import pandas as pd

from data.indicators import Indicator
from data.intake.findings import WARNING, Finding, of_figures
from data.intake.parsed_file import Opened
from data.schema import COUNTS

_RARE = 0.5  # of the figures; where zeros are usual they are meant
_FAR = 0.05  # of the median: no other figure comes as near to zero


def find_zeros(opened: Opened, parts: pd.DataFrame, indicators: Mapping[str, Indicator]) -> list[Finding]:
    """Warn of zeros of a figure that is no count: a poverty line of 0 rupiah means that nothing is known."""
    findings: list[Finding] = []
    for name, rows in parts.groupby("indicator", sort=False):
        known = indicators.get(str(name))
        if known is None or known.aggregation == "sum":
            continue
        told = rows[rows["value"].notna() & ~rows[COUNTS].notna().all(axis=1)]
        zero = told["value"] == 0
        others = told.loc[~zero, "value"]
        if not zero.any() or zero.mean() > _RARE or others.min() < _FAR * others.median():
            continue
        findings += of_figures(opened, ("zero_doubtful", WARNING), told[zero], "value")
    return findings
