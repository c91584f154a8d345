"""The villages of an upload summed to regencies, and which of them leave their regency without a figure."""

import pandas as pd

from data.intake.findings import ERROR, WARNING, Finding, of_file
from data.intake.parsed_file import Opened
from data.intake.source import Source, as_observations
from data.intake.villages import aggregate_villages
from data.observations import COLUMNS
from data.regimes import REGIME_COLUMNS
from data.schema import COUNTS, KEY

_NAMED = 20  # villages without a figure that a finding names; it counts all


def sum_villages(source: Source, parts: pd.DataFrame) -> tuple[pd.DataFrame, list[Finding]]:
    """Sum villages to regencies by each indicator's rule."""
    found, findings = [], []
    for indicator_id, rows in parts.groupby("indicator", sort=False):
        indicator = source.about.indicators[str(indicator_id)]
        if indicator.aggregation == "none":
            findings.append(of_file(source.opened, "village_not_combined", ERROR, indicator=indicator.id))
        else:
            found.append(aggregate_villages(rows, indicator, KEY))
    totals = pd.concat(found, ignore_index=True) if found else parts[[*KEY, *COUNTS, "value"]].head(0)
    totals = totals.merge(_shared(parts), on=KEY, how="left").assign(value_printed="")
    known = totals["value"].notna() | (totals["denominator"] == 0)
    findings += _incomplete(source.opened, parts, totals[~known])
    rows = as_observations(totals[known].reset_index(drop=True), source.about)
    rows["status"] = rows["status"].mask(rows["status"] == "reported", "computed")
    return rows[[*COLUMNS, "row"]], findings


def _shared(parts: pd.DataFrame) -> pd.DataFrame:
    """Return of each sum its first row, and what its villages say alike of their denominator."""
    groups = parts.groupby(KEY)
    alike = groups[REGIME_COLUMNS].first().where(groups[REGIME_COLUMNS].nunique() == 1, "")
    return alike.assign(row=groups["row"].min()).reset_index()


def _incomplete(opened: Opened, parts: pd.DataFrame, totals: pd.DataFrame) -> list[Finding]:
    """Name the villages for which a regency has no sum: that of those who answered is not that of all."""
    wanting = parts[parts["value"].isna() & (parts["denominator"] != 0)]
    names = wanting.groupby(KEY)["village"].agg(list).to_dict() if len(wanting) else {}
    findings = []
    for key in totals[KEY].itertuples(index=False, name=None):
        villages = names.get(key, [])
        said = dict(zip(KEY, key, strict=True)) | {"number": len(villages), "villages": villages[:_NAMED]}
        findings.append(of_file(opened, "region_incomplete", WARNING, **said))
    return findings
