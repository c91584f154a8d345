"""Written sentences on one regency: its place, its distances, its way, and those around it."""

from components.language.i18n import _, integer, ngettext, own, period_label
from components.report.changes import causes_of, causes_sentence, change_of
from components.report.differences import gap_text
from components.report.labels import (
    area_title,
    counts_text,
    figure_text,
    indicator_title,
    lower_first,
    place_text,
    quantity_text,
    region_title,
)
from components.report.profile.facts import Facts
from components.report.profile.target import target_sentence
from components.report.sentences import listed
from data.profile import Distance
from data.rank_place import PROVINCE, Standing


def meaning_sentences(facts: Facts) -> list[str]:
    """Say what a value means in points and workers, against the target, over the year; skip what is missing."""
    said = (averages_sentence(facts), counts_sentence(facts), target_sentence(facts), change_sentence(facts))
    return [sentence for sentence in said if sentence]


def value_sentence(facts: Facts) -> str:
    """State the regency's figure, or the reason for its gap."""
    row = facts.profile.own
    if row is None:
        return " ".join(part for part in (_why_none(facts), _earlier(facts)) if part)
    said = _said(facts) | {"value": figure_text(row, facts.indicator)}
    counts = counts_text(row)
    if not counts or not facts.indicator.denominator:
        return _("In {period}, {indicator} in {region} stood at {value}.", **said)
    return _(
        "In {period}, {indicator} in {region} stood at {value}: {counts} {what}.",
        counts=counts,
        what=own(facts.indicator.denominator),
        **said,
    )


def place_sentence(facts: Facts) -> str:
    """State its rank in province and country where they are complete, and its place as a source states it."""
    places = [(area, facts.profile.places[area]) for area in facts.areas]
    (area, nearest), (_country, widest) = places[0], places[-1]
    if not widest.has_figure:
        return ""
    if widest.known == 1:
        return _alone(facts)
    region = region_title(facts.code)
    ranks = [_place(place, area_title(one)) for one, place in places if place.rank is not None and place.known > 1]
    sentence = _("{region} is {places}.", region=region, places=listed(ranks)) if ranks else ""
    if area != "ID" and nearest.known == 1:
        sentence = _only_one(region, area_title(area), ranks)
    order = _("The lowest comes first.") if ranks and facts.indicator.better == "lower" else ""
    unranked = [_unranked(place, one, facts) for one, place in places if place.rank is None and place.known > 1]
    gaps = _without(nearest, area, facts) if ranks else ""
    stated = place_text(nearest, facts.view.dataset)
    said = _("{region} is {place}.", region=region, place=stated) if stated else ""
    return " ".join(part for part in (said, sentence, order, gaps, *unranked) if part)


def _only_one(region: str, province: str, ranks: list[str]) -> str:
    said = {"region": region, "province": province}
    if not ranks:
        return _("{region} is the only one in {province} with a figure.", **said)
    return _("{region} is the only one in {province} with a figure, and {country}.", country=ranks[-1], **said)


def _unranked(place: Standing, area: str, facts: Facts) -> str:
    """State why there is no rank: too few figures, or absolute counts."""
    if facts.indicator.is_count:
        return ""
    said = {"area": area_title(area), "known": integer(place.known), "count": integer(place.known + place.gaps)}
    return _("In {area} we have {known} of {count}: too few for a rank.", **said)


def _alone(facts: Facts) -> str:
    region = region_title(facts.code)
    if len(facts.code) == PROVINCE:
        return _("{region} is the only province with a figure.", region=region)
    return _("{region} is the only regency or city in Indonesia with a figure.", region=region)


def averages_sentence(facts: Facts) -> str:
    """State the gap to the province and the country, in points."""
    gaps = [_gap(distance, area, facts) for area, distance in _distances(facts)]
    return _("That is {gaps}.", gaps=listed(gaps)) if gaps else ""


def counts_sentence(facts: Facts) -> str:
    """State the gaps in workers, or in the numerator's other unit."""
    parts = [_lacking(distance, area_title(area)) for area, distance in _distances(facts) if distance.counts]
    if not parts or facts.indicator.numerator is None:
        return ""
    return _("Counted in {what}: {parts}.", what=own(facts.indicator.numerator), parts=listed(parts))


def _distances(facts: Facts) -> list[tuple[str, Distance]]:
    found = facts.profile.distances
    return [(area, found[area]) for area in facts.areas if area in found]


def change_sentence(facts: Facts) -> str:
    """State the change over a year and, where its counts are known, what participants and the denominator brought."""
    if facts.profile.own is None:
        return ""
    said = {"since": period_label(facts.profile.ranking.since), "region": region_title(facts.code)}
    change = facts.profile.change
    if change is None and (across := change_of(facts.view, *facts.change)):
        return across
    if change is None:
        return _("For {since} there is no figure of {region} to compare with.", **said)
    if change.rounded == 0 and not change.vanishes:
        return _("Since {since} nothing has changed in {region}.", **said)
    said["change"] = gap_text(change, facts.indicator)
    said["then"] = quantity_text(facts.profile.then, facts.indicator) if facts.profile.then else "–"
    if change.value > 0:
        moved = _("Since {since} it has risen by {change}, from {then}.", **said)
    else:
        moved = _("Since {since} it has fallen by {change}, from {then}.", **said)
    return f"{moved} {causes_sentence(causes_of(facts.view, *facts.change), facts.view)}".strip()


def _said(facts: Facts) -> dict[str, str]:
    return {
        "period": period_label(facts.selection.period),
        "indicator": lower_first(indicator_title(facts.selection)),
        "region": region_title(facts.code),
    }


def _why_none(facts: Facts) -> str:
    row = facts.profile.row
    gap = "not_held" if row is None else row.gap
    if gap == "not_applicable":
        return _("The indicator “{indicator}” does not apply to {region}.", **_said(facts))
    if gap == "suppressed":
        return _("In {period}, {indicator} in {region} is withheld by its source.", **_said(facts))
    if gap == "not_reported":
        return _("In {period} no figure of {indicator} was reported for {region}.", **_said(facts))
    return _("We have no figure of {indicator} in {region} for {period}.", **_said(facts))


def _earlier(facts: Facts) -> str:
    if facts.earlier is None:
        return ""
    return _(
        "The one before is of {period}: {value}.",
        period=period_label(facts.earlier.period),
        value=figure_text(facts.earlier, facts.indicator),
    )


def _place(place: Standing, area: str) -> str:
    said = {"rank": integer(place.rank or 0), "known": integer(place.known), "area": area}
    if place.tied == 0:
        return _("number {rank} of {known} in {area}", **said)
    return ngettext(
        "number {rank} of {known} in {area} (shared with {count} other)",
        "number {rank} of {known} in {area} (shared with {count} others)",
        place.tied,
        **said,
    )


def _without(place: Standing, area: str, facts: Facts) -> str:
    """Add the number of regions without a figure, for a rank among few says less."""
    if place.gaps == 0:
        return ""
    said = {"area": area_title(area)}
    if len(facts.code) == PROVINCE:
        return ngettext(
            "In {area}, {count} province has no figure.",
            "In {area}, {count} provinces have no figure.",
            place.gaps,
            **said,
        )
    return ngettext(
        "In {area}, {count} regency has no figure.", "In {area}, {count} regencies have no figure.", place.gaps, **said
    )


def _gap(distance: Distance, area: str, facts: Facts) -> str:
    reference = quantity_text(distance.reference, facts.indicator)
    said = {"area": area_title(area), "value": reference}
    if distance.points.rounded == 0 and not distance.points.vanishes:
        return _("equal to {area} ({value})", **said)
    said["points"] = gap_text(distance.points, facts.indicator)
    if distance.points.value > 0:
        return _("{points} over {area} ({value})", **said)
    return _("{points} under {area} ({value})", **said)


def _lacking(distance: Distance, area: str) -> str:
    count = distance.counts or 0
    if count < 0:
        return _("{count} lacking to reach {area}", count=integer(-count), area=area)
    return _("{count} above the level of {area}", count=integer(count), area=area)
