"""Figures that are as they are for a reason beside coverage: young regencies, and an election year."""

import pandas as pd

from data.causes import ELECTION_WORKERS, PARENT_REGISTER
from data.checks.findings import as_findings
from data.periods import period_end
from data.schema import KEY

YOUNG = 15  # years
# Of the parent's figure: what lies below is far below.
_FAR = 1 / 3
# Participants are recorded by the first digits of their identity number, which name the regency of their birth.
_BY_IDENTITY = "coverage"


def find_young(observations: pd.DataFrame, families: pd.DataFrame, causes: pd.DataFrame) -> pd.DataFrame:
    """Return the coverage of regencies younger than fifteen years that is less than a third of their parent's.

    families: region_code, parent_code (the regency that it was divided from) and founded (a year). causes: as
    `data.causes.read_causes` gives them. The parent's figure of the same period counts; where there is none, that of
    the province. explained_by: the source that says itself that participants are still recorded in the parent; a
    finding without one is a suspicion.
    """
    rows = observations[(observations["indicator"] == _BY_IDENTITY) & observations["value"].notna()]
    young = rows.merge(families, on="region_code")
    ends = {period: period_end(period).year for period in young["period"].unique()}
    young = young[young["period"].map(ends).astype("float64") - young["founded"] < YOUNG]
    values = rows.set_index(KEY)[["value", "value_printed", "source_id"]]
    compared = [_figures_of(young, code, values) for code in (young["parent_code"], young["region_code"].str[:2])]
    has_parent = compared[0]["other"].notna()
    other = compared[0].where(has_parent, compared[1])
    said = young.join(other).assign(parent=young["parent_code"])
    said["explained_by"] = _explained(young, causes, PARENT_REGISTER)
    return as_findings("young_region", said[said["value"] < _FAR * said["other"]])


def find_election(observations: pd.DataFrame, causes: pd.DataFrame) -> pd.DataFrame:
    """Return the figures of which a source says that the temporary workers of an election raised them."""
    said = observations.assign(explained_by=_explained(observations, causes, ELECTION_WORKERS))
    return as_findings("election_year", said[said["explained_by"] != ""])


def _figures_of(rows: pd.DataFrame, codes: "pd.Series[str]", values: pd.DataFrame) -> pd.DataFrame:
    """Return for each row the figure of another region, of the row's indicator, segment and period."""
    key = pd.MultiIndex.from_frame(rows.assign(region_code=codes)[KEY])
    found = values.reindex(key).set_axis(rows.index)
    return pd.DataFrame(
        {
            "other": found["value"],
            "other_printed": found["value_printed"],
            "other_source_id": found["source_id"],
            "other_region": codes,
        }
    )


def _explained(rows: pd.DataFrame, causes: pd.DataFrame, cause: str) -> list[str]:
    told = causes[causes["cause"] == cause]
    by_key = dict(zip(told[KEY].itertuples(index=False, name=None), told["source_id"], strict=True))
    return [by_key.get(key, "") for key in rows[KEY].itertuples(index=False, name=None)]
