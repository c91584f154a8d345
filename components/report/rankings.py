"""The regions in view, ranked, and what is said of them."""

import pandas as pd

from components.language.i18n import _, integer, own
from components.state import reference
from components.state.selection import Selection
from data.rank import Extremes


def not_yet_sentence(table: pd.DataFrame, ends: Extremes, selection: Selection, hidden: bool) -> str:
    """State the gap in people: the lowest rate is seldom where most of them live.

    Where nobody can be covered, nobody is counted. Who has most of all is told of a complete set only.
    """
    known = table[table["not_yet"].notna() & (table["gap"] == "")]
    denominator = reference.indicators()[selection.indicator].denominator
    if len(known) < 2 or denominator is None:
        return ""
    most = known.iloc[known["not_yet"].argmax()]
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
