"""The regions in view, ranked, and what is said of them."""

import pandas as pd

from components.language.i18n import _, integer, own
from components.state import cache, reference
from components.state.memo import remember
from components.state.selection import Selection
from data.query import find_unmatched, values_in
from data.rank import Extremes, rank
from data.stated import places_at
from geo.regions import regions_in


def ranked_regions(selection: Selection, period: str) -> pd.DataFrame:
    """The regions in view, ranked in one period; shared, so never changed in place."""
    return _ranked(selection.dataset, selection.indicator, selection.segment, period, (selection.area, selection.level))


@remember(256, figures=True)
def _ranked(dataset: str, indicator: str, segment: str, period: str, where: tuple[str, str]) -> pd.DataFrame:
    codes = regions_in(reference.regions(), *where)["region_code"].tolist()
    places = places_at(cache.dataset(dataset).places, indicator, segment, period)
    return rank(
        values_in(cache.series(dataset, indicator, segment), period, codes), reference.indicators()[indicator], places
    )


def unmatched(selection: Selection) -> list[str]:
    """Codes of the dataset's observations that are in no table of regions."""
    rows = find_unmatched(cache.dataset(selection.dataset).observations, reference.regions())
    return sorted(rows["region_code"].unique())


def not_yet_sentence(table: pd.DataFrame, ends: Extremes, selection: Selection, hidden: bool) -> str:
    """The gap in people: the lowest rate is seldom where most of them live.

    Where nobody can be covered, nobody is counted. Who has most of all is told of a complete set only.
    """
    known = table[table["not_yet"].notna() & (table["gap"] == "")]
    denominator = reference.indicators()[selection.indicator].denominator
    if len(known) < 2 or denominator is None:
        return ""
    most = known.loc[known["not_yet"].idxmax()]
    said = {
        "total": integer(known["not_yet"].sum()),
        "regions": integer(len(known)),
        "most": integer(most["not_yet"]),
    }
    said["what"] = own(denominator)
    if not ends.of.is_complete:
        return _("Not yet covered in the {regions} regions with counts: {total} {what}.", **said)
    if not hidden and len(ends.lowest):
        lowest = ends.lowest.iloc[0]
        said |= {"region": most["label"], "lowest": lowest["label"], "low": _count(lowest["not_yet"])}
        sentence = _(
            "Not yet covered in the {regions} regions with counts: {total} {what}; most in {region}, {most}; in the lowest, {lowest}, {low}."
        )
    else:
        sentence = _(
            "Not yet covered in the {regions} regions with counts: {total} {what}; the most in one region is {most}."
        )
    return sentence.format(**said)


def _count(value: float) -> str:
    return "–" if pd.isna(value) else integer(value)
