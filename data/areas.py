"""Provinces and the country: their own figure where there is one, else the aggregate of their regencies."""

import pandas as pd

from data.aggregate import aggregate, is_missing
from data.indicators import Indicator
from data.period_notes import written_period

_AT = ["region_code", "period"]
_NUMBERS = ["numerator", "denominator", "value"]


def with_aggregates(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Fill the provinces and countries that have no figure of their own.

    rows: every region at every period: region_code, level, parent_code, period, the numbers and texts of
    observations (numbers missing and texts "" where nothing was observed), and the `applies_where` column.
    Returns the same rows. A filled one has status `computed`, counts_status `simulated` if any part is made
    up and else `reported`, the note of a preliminary part, and the sources of its parts joined by ", "; those of
    a ratio are those of the counts; it has the regime of its parts. A row that is suppressed, or whose
    denominator is 0, stays as it is; so does one of whose parts any that applies has no value, and one whose parts are
    of several regimes: different things do not add up.
    """
    parts = _whole_parts(rows, indicator)
    if parts.empty:
        return rows
    totals = _aggregates(parts, indicator)
    joined = rows[_AT].merge(totals, on=_AT, how="left").set_axis(rows.index)
    own = rows["value"].notna() | (rows["status"] == "suppressed") | (rows["denominator"] == 0)
    applies_nowhere, known = joined["denominator"] == 0, joined["value"].notna()
    for column in _NUMBERS:
        rows[column] = rows[column].mask(~own & (known | applies_nowhere), joined[column])
    for column in ["counts_status", "source_id", "note", "regime"]:
        rows[column] = rows[column].mask(~own & known, joined[column])
    for column, text in {"status": "computed", "value_printed": "", "counts_source_id": ""}.items():
        rows[column] = rows[column].mask(~own & known, text)
    return rows


def _whole_parts(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return the regencies that add up to something, under the code of their province and again under the country's.

    In a period in which one of its parts is missing an area has no sum. Of sparse figures these are nearly all, and
    adding them up took most of the time that the country's first screen cost.
    """
    regencies = rows[rows["level"] == "regency"] if indicator.aggregation != "none" else rows.head(0)
    missing = is_missing(regencies, indicator)
    here = regencies[~missing.groupby([regencies["parent_code"], regencies["period"]]).transform("any")]
    everywhere = regencies[~missing.groupby(regencies["period"]).transform("any")]
    countries = rows.loc[rows["level"] == "country", "region_code"].unique()
    under_province = here.assign(region_code=here["parent_code"])
    return pd.concat([under_province, *(everywhere.assign(region_code=country) for country in countries)])


def _aggregates(parts: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    totals = aggregate(parts, indicator, _AT).merge(_origins(parts, indicator), on=_AT, how="left")
    totals.loc[totals["regimes"] > 1, _NUMBERS] = float("nan")
    return totals


def _origins(parts: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return who stands behind an aggregate: whether any part is made up, every source, and a mark on its period.

    A ratio adds up counts alone, so that it cites who stated those and not who printed a part's percentage.
    """
    made_up = (parts["counts_status"] == "simulated") | (parts["status"] == "simulated")
    simulated = made_up.groupby([parts[column] for column in _AT]).any()
    words = simulated.map({True: "simulated", False: "reported"}).rename("counts_status")
    counted = parts["counts_source_id"]
    if indicator.is_ratio:
        parts = parts.assign(source_id=parts["source_id"].mask(counted != "", counted))
    cited = parts.loc[parts["source_id"] != "", [*_AT, "source_id"]].drop_duplicates()
    # An aggregate of preliminary figures is no surer than they are.
    marked = parts[parts["note"].map(written_period) != ""].groupby(_AT)["note"].first()
    found = words.to_frame().join(cited.groupby(_AT)["source_id"].agg(", ".join)).join(marked)
    regimes = parts.loc[parts["value"].notna()].groupby(_AT)["regime"]
    found = found.join(regimes.first()).join(regimes.nunique().rename("regimes"))
    return found.fillna({"note": "", "regime": "", "regimes": 0}).reset_index()
