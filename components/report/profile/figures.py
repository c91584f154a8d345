"""The figures of one region: what the page, a slide and the brief show large."""

from components.language.i18n import _, integer, ngettext, own, period_label
from components.report.differences import change_text, points_text
from components.report.labels import (
    area_title,
    counts_text,
    gap_title,
    place_text,
    printed_text,
    quantity_text,
    region_title,
    status_title,
    value_text,
)
from components.report.model import Figure
from components.report.profile.facts import Facts
from components.report.profile.target import counts_apart, target_value_text
from components.state import reference
from data.indicators import Indicator
from data.profile import Distance
from data.quantity import Quantity
from data.rank_place import Standing


def profile_figures(facts: Facts, label: str) -> tuple[Figure, ...]:
    """Return value, ranks and distances to areas; of a gap only that it is one. label: of the value itself."""
    if facts.profile.own is None:
        return (value_figure(facts, label),)
    return (value_figure(facts, label), *place_figures(facts), *area_figures(facts))


def value_figure(facts: Facts, label: str) -> Figure:
    """Return the value; below it counts, the printed figure where that differs, and the status."""
    row = facts.profile.own
    if row is None:
        known = facts.profile.row
        return Figure(label, "–", None, gap_title("not_held" if known is None else known.gap))
    printed = printed_text(row, facts.indicator) if row.disagrees else ""
    note = "; ".join(part for part in (counts_text(row), printed, status_title(row)) if part)
    return Figure(label, value_text(row, facts.indicator), float(row.displayed), note)


def place_figures(facts: Facts) -> list[Figure]:
    """Return the rank in each complete area; below it the regions that share it and the number of gaps.

    None of the only one. Where its source states its place, that stands before any rank.
    """
    places = [(area, facts.profile.places[area]) for area in facts.areas]
    stated = [_stated(area, place, facts) for area, place in places if place.stated]
    return stated + [
        Figure(
            _("Rank in {area}", area=area_title(area)),
            f"{integer(place.rank)} / {integer(place.known)}",
            float(place.rank),
            "; ".join(part for part in (_shared(place.tied), _without(place.gaps)) if part),
        )
        for area, place in places
        if place.rank is not None and place.known > 1
    ]


def _stated(area: str, place: Standing, facts: Facts) -> Figure:
    text = _("highest") if place.stated == "highest" else _("lowest")
    return Figure(_("In {area}", area=area_title(area)), text, None, place_text(place, facts.view.dataset))


def _shared(tied: int) -> str:
    return ngettext("shared with {count} other", "shared with {count} others", tied) if tied else ""


def _without(gaps: int) -> str:
    return ngettext("{count} without a figure", "{count} without a figure", gaps) if gaps else ""


def area_figures(facts: Facts) -> list[Figure]:
    """Return the distance from each area, below it the same in the numerator's unit."""
    distances = facts.profile.distances
    return [_to_area(area, distances[area], facts) for area in facts.areas if area in distances]


def _to_area(area: str, distance: Distance, facts: Facts) -> Figure:
    """Return the distance from one area; points are named in the label, for beside large figures they break the row."""
    indicator, title = facts.indicator, _("Against {area}", area=area_title(area))
    note = _note(quantity_text(distance.reference, indicator), distance, indicator)
    if indicator.unit != "percent":
        return Figure(title, change_text(distance.points, indicator), distance.points.rounded, note)
    return _in_points(title, distance.points, note)


def _in_points(title: str, apart: Quantity, note: str) -> Figure:
    return Figure(_("{title} (points)", title=title), points_text(apart), apart.rounded, note)


def target_figure(facts: Facts) -> Figure | None:
    """Return the distance from a target under the name of its series, with region and year below."""
    target = facts.target
    if target is None or target.distance is None:
        return None
    distance = target.distance
    note = _note(
        f"{target_value_text(target.value)} ({region_title(facts.code)}, {target.year})", distance, facts.indicator
    )
    return _in_points(own(reference.targets()[target.series].title), distance.points, note)


def _note(reference: str, distance: Distance, indicator: Indicator) -> str:
    return "; ".join(part for part in (reference, counts_apart(distance, indicator)) if part)


def change_figure(facts: Facts) -> Figure | None:
    """Return the change over a year; None where either figure is missing."""
    change = facts.profile.change
    if change is None:
        return None
    note = _("since {period}", period=period_label(facts.profile.ranking.since))
    if facts.indicator.unit == "percent":
        return _in_points(_("Over a year"), change, note)
    return Figure(_("Over a year"), change_text(change, facts.indicator), change.rounded, note)
