"""Written sentences on those around a regency: its neighbours, and the regencies of about its size."""

import pandas as pd

from components.language.i18n import _, integer, ngettext, period_label
from components.report.differences import change_text
from components.report.labels import area_title, region_title
from components.report.profile.facts import Facts
from components.report.sentences import listed
from components.state import anonymise
from data.completeness import COMPLETE_SHARE
from data.profile import change_of
from data.query import Row
from data.rank_place import PROVINCE


def peer_title(code: str, facts: Facts) -> str:
    """Return `Mamasa (Sulawesi Barat)`: the province is named where it is another."""
    name, province = region_title(code), other_province(code, facts)
    return f"{name} ({province})" if province else name


def other_province(code: str, facts: Facts) -> str:
    """Return the province of a region that lies in another one; "" beside a hidden name, which it would reveal."""
    if anonymise.other_name(code) or code[:PROVINCE] == facts.province:
        return ""
    return area_title(code[:PROVINCE])


def around_sentences(facts: Facts) -> list[str]:
    """Compare a regency with its neighbours and the regencies of its size; say nothing while names are hidden."""
    if not facts.is_named or len(facts.code) == PROVINCE:
        return []
    return [sentence for sentence in (neighbours_sentence(facts), similar_sentence(facts)) if sentence]


def neighbours_sentence(facts: Facts) -> str:
    """Name the neighbour that improved most; an island has none."""
    if not facts.neighbours:
        return _("{region} has no land border with another regency or city.", region=region_title(facts.code))
    count = len(facts.neighbours)
    if count == 1:
        return _only_neighbour(facts)
    group = ngettext("its {count} neighbour", "its {count} neighbours", count)
    return _improved(facts.neighbours, group, facts)


def _only_neighbour(facts: Facts) -> str:
    row = facts.neighbours[0]
    said = {"region": peer_title(row.region_code, facts), "since": period_label(facts.profile.ranking.since)}
    said["period"] = period_label(facts.profile.ranking.period)
    if pd.isna(row.change):
        return _("Its only neighbour, {region}, has no figure for both {since} and {period}.", **said)
    return _(
        "The change of its only neighbour, {region}, since {since}: {change}.",
        change=change_text(change_of(row), facts.indicator),
        **said,
    )


def similar_sentence(facts: Facts) -> str:
    """Name the regency of about its size that improved most."""
    if not facts.similar:
        return ""
    count = len(facts.similar)
    group = ngettext("the {count} regency most like it in size", "the {count} regencies most like it in size", count)
    return _improved(facts.similar, group, facts)


def _improved(rows: list[Row], group: str, facts: Facts) -> str:
    said = {"group": group, "since": period_label(facts.profile.ranking.since)}
    said["period"] = period_label(facts.profile.ranking.period)
    best = rows[0].change
    if pd.isna(best):
        return _("Of {group}, none has a figure for both {since} and {period}.", **said)
    compared = sum(pd.notna(row.change) for row in rows)
    if facts.indicator.is_count or compared < COMPLETE_SHARE * len(rows):
        return _("Of {group}, {count} can be compared with {since}.", count=integer(compared), **said)
    gain = -best if facts.indicator.better == "lower" else best
    if gain <= 0:
        return _("Of {group}, none has improved since {since}.", **said)
    said["regions"] = listed([peer_title(row.region_code, facts) for row in rows if row.change == best])
    said["change"] = change_text(change_of(rows[0]), facts.indicator)
    return _("Of {group}, {regions} improved most since {since}: {change}.", **said)
