"""Written sentences on one regency: its place, its distances, its way, and those around it."""

import pandas as pd

from components import cache
from components.i18n import _, integer, ngettext, own, percent, period_label
from components.profile.facts import Facts, TargetGap
from components.titles import (
    area_title,
    counts_text,
    figure_text,
    indicator_title,
    lower_first,
    region_title,
    value_text,
)
from components.words import change_text, gap_text, listed
from data.profile import Distance, Standing


def profile_sentences(facts: Facts) -> list[str]:
    """Everything that is said of a regency, the most important first; no sentence where there is nothing to say."""
    said = [
        value_sentence(facts),
        place_sentence(facts),
        averages_sentence(facts),
        counts_sentence(facts),
        target_sentence(facts),
        change_sentence(facts),
        neighbours_sentence(facts),
        similar_sentence(facts),
    ]
    return [sentence for sentence in said if sentence]


def value_sentence(facts: Facts) -> str:
    """Where the regency stands, or why there is no figure."""
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
    """Its rank in its province and in the country, ties and lone figures told as such."""
    province, country = facts.profile.in_province, facts.profile.in_country
    if province.rank is None:
        return ""
    region, inside = region_title(facts.code), area_title(facts.profile.province_code)
    if country.known == 1:
        return _("{region} is the only regency or city in Indonesia with a figure.", region=region)
    overall = _place(country, area_title("ID"))
    if province.known == 1:
        sentence = _(
            "{region} is the only one in {province} with a figure, and {country}.",
            region=region,
            province=inside,
            country=overall,
        )
    else:
        sentence = _(
            "{region} is {province} and {country}.", region=region, province=_place(province, inside), country=overall
        )
    order = _("The lowest comes first.") if facts.indicator.better == "lower" else ""
    return " ".join(part for part in (sentence, order, _without(province, inside)) if part)


def averages_sentence(facts: Facts) -> str:
    """The gap to the province and the country, in points."""
    gaps = [
        _gap(distance, area, facts)
        for distance, area in (
            (facts.profile.to_province, facts.profile.province_code),
            (facts.profile.to_country, "ID"),
        )
        if distance is not None
    ]
    return _("That is {gaps}.", gaps=listed(gaps)) if gaps else ""


def counts_sentence(facts: Facts) -> str:
    """The same gaps in workers, or in what else the numerator counts."""
    found = ((facts.profile.to_province, facts.profile.province_code), (facts.profile.to_country, "ID"))
    parts = [_lacking(one, area_title(area)) for one, area in found if one is not None and one.counts]
    if not parts or facts.indicator.numerator is None:
        return ""
    return _("Counted in {what}: {parts}.", what=own(facts.indicator.numerator), parts=listed(parts))


def target_sentence(facts: Facts) -> str:
    """The gap to a named target: several series rival each other, so its name, year and region are said."""
    target = facts.target
    if target is None or target.distance is None:
        return ""
    said = {"target": target_name(target), "region": region_title(facts.code)}
    points = target.distance.points
    if points == 0:
        return _("{region} stands exactly at the target ({target}).", **said)
    said["points"] = gap_text(abs(points), facts.indicator)
    if points > 0:
        return _("{region} is {points} over the target ({target}).", **said)
    if not target.distance.counts or facts.indicator.numerator is None:
        return _("{region} is {points} under the target ({target}).", **said)
    return _(
        "{region} is {points} under the target ({target}); lacking: {count} {what}.",
        count=integer(abs(target.distance.counts)),
        what=own(facts.indicator.numerator),
        **said,
    )


def target_name(target: TargetGap) -> str:
    """Target UCJ Kemendagri 2025, Bengkulu 2025: 48 %."""
    decimals = 0 if target.value == int(target.value) else 2
    return _(
        "{series}, {area} {year}: {value}",
        series=own(cache.targets()[target.series].title),
        area=area_title(target.region),
        year=target.year,
        value=percent(target.value, decimals),
    )


def change_sentence(facts: Facts) -> str:
    """What a year brought."""
    if facts.profile.own is None:
        return ""
    said = {"since": period_label(facts.profile.since), "region": region_title(facts.code)}
    change = facts.profile.change
    if change is None:
        return _("For {since} there is no figure of {region} to compare with.", **said)
    if change == 0:
        return _("Since {since} nothing has changed in {region}.", **said)
    said["change"] = gap_text(abs(change), facts.indicator)
    said["then"] = value_text(facts.profile.own["displayed"] - change, facts.indicator)
    if change > 0:
        return _("Since {since} it has risen by {change}, from {then}.", **said)
    return _("Since {since} it has fallen by {change}, from {then}.", **said)


def neighbours_sentence(facts: Facts) -> str:
    """Which neighbour improved most; an island has none."""
    if facts.neighbours.empty:
        return _("{region} has no land border with another regency or city.", region=region_title(facts.code))
    count = len(facts.neighbours)
    if count == 1:
        return _only_neighbour(facts)
    group = ngettext("its {count} neighbour", "its {count} neighbours", count)
    return _improved(facts.neighbours, group, facts)


def _only_neighbour(facts: Facts) -> str:
    row = facts.neighbours.iloc[0]
    said = {"region": region_title(row["region_code"]), "since": period_label(facts.profile.since)}
    if pd.isna(row["change"]):
        return _("Its only neighbour, {region}, has no figure in both periods.", **said)
    return _(
        "The change of its only neighbour, {region}, since {since}: {change}.",
        change=change_text(row["change"], facts.indicator),
        **said,
    )


def similar_sentence(facts: Facts) -> str:
    """Which of the regencies of about its size improved most."""
    if facts.similar.empty:
        return ""
    count = len(facts.similar)
    group = ngettext("the {count} regency most like it in size", "the {count} regencies most like it in size", count)
    return _improved(facts.similar, group, facts)


def _improved(rows: pd.DataFrame, group: str, facts: Facts) -> str:
    said = {"group": group, "since": period_label(facts.profile.since)}
    best = rows.iloc[0]
    if pd.isna(best["change"]):
        return _("Of {group}, none has a figure in both periods.", **said)
    gain = -best["change"] if facts.indicator.better == "lower" else best["change"]
    if gain <= 0:
        return _("Of {group}, none has improved since {since}.", **said)
    codes = rows.loc[rows["change"] == best["change"], "region_code"].tolist()
    said["regions"] = listed([region_title(code) for code in codes])
    said["change"] = change_text(best["change"], facts.indicator)
    return _("Of {group}, {regions} improved most since {since}: {change}.", **said)


def _said(facts: Facts) -> dict[str, str]:
    return {
        "period": period_label(facts.chosen.period),
        "indicator": lower_first(indicator_title(facts.chosen)),
        "region": region_title(facts.code),
    }


def _why_none(facts: Facts) -> str:
    row = facts.profile.rows.get(facts.code)
    gap = "not_reported" if row is None else row["gap"]
    if gap == "not_applicable":
        return _("The indicator “{indicator}” does not apply to {region}.", **_said(facts))
    if gap == "suppressed":
        return _("In {period}, {indicator} in {region} is withheld by its source.", **_said(facts))
    return _("In {period} no figure of {indicator} was reported for {region}.", **_said(facts))


def _earlier(facts: Facts) -> str:
    if facts.earlier is None:
        return ""
    return _(
        "The one before is of {period}: {value}.",
        period=period_label(facts.earlier["period"]),
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


def _without(place: Standing, area: str) -> str:
    """A rank among few says less; how many have no figure is said with it."""
    if place.gaps == 0:
        return ""
    return ngettext(
        "In {area}, {count} regency has no figure.",
        "In {area}, {count} regencies have no figure.",
        place.gaps,
        area=area,
    )


def _gap(distance: Distance, area: str, facts: Facts) -> str:
    reference = value_text(distance.reference, facts.indicator)
    said = {"area": area_title(area), "value": reference}
    if distance.points == 0:
        return _("equal to {area} ({value})", **said)
    said["points"] = gap_text(abs(distance.points), facts.indicator)
    if distance.points > 0:
        return _("{points} over {area} ({value})", **said)
    return _("{points} under {area} ({value})", **said)


def _lacking(distance: Distance, area: str) -> str:
    count = distance.counts or 0
    if count < 0:
        return _("{count} lacking to reach {area}", count=integer(-count), area=area)
    return _("{count} above the level of {area}", count=integer(count), area=area)
