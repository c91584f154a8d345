"""The distance of a region from a named target, in words: in points and in the numerator's unit."""

from components.language.i18n import _, integer, own, percent
from components.report.differences import gap_text
from components.report.labels import region_title
from components.report.profile.facts import Facts, TargetGap
from components.state import reference
from data.indicators import Indicator
from data.profile import Distance


def target_sentence(facts: Facts) -> str:
    """State the gap to a target with its series, year and region, for several series rival each other."""
    target = facts.target
    if target is None or target.distance is None:
        return ""
    points, counts = target.distance.points, target.distance.counts
    said = {"target": target_name(target, facts.code), "region": region_title(facts.code)}
    said["points"] = gap_text(points, facts.indicator)
    # A target of 52.15 lies between two figures that a screen can show.
    if points.vanishes and not counts:
        return _("{region} is at the target, as far as the decimals show ({target}).", **said)
    if not counts or facts.indicator.numerator is None:
        return _target_in_points(points.rounded, said)
    said |= {"count": integer(abs(counts)), "what": own(facts.indicator.numerator)}
    return _target_in_both(points.rounded, said)


def _target_in_points(points: float, said: dict[str, str]) -> str:
    if points == 0:
        return _("{region} stands exactly at the target ({target}).", **said)
    if points > 0:
        return _("{region} is {points} over the target ({target}).", **said)
    return _("{region} is {points} under the target ({target}).", **said)


def _target_in_both(points: float, said: dict[str, str]) -> str:
    """State points as displayed beside the exact count, which parts regions that points make equal."""
    if points == 0:
        return _("{region} is at the target, as far as the decimals show ({target}); apart: {count} {what}.", **said)
    if points > 0:
        return _("{region} is {points} over the target ({target}); more than it asks: {count} {what}.", **said)
    return _("{region} is {points} under the target ({target}); lacking: {count} {what}.", **said)


def target_name(target: TargetGap, code: str) -> str:
    """Return `Target UCJ Kemendagri 2025, Bengkulu 2025: 48 %`. code: of the region in question."""
    return _(
        "{series}, {area} {year}: {value}",
        series=own(reference.targets()[target.series].title),
        area=region_title(code),
        year=target.year,
        value=target_value_text(target.value),
    )


def target_value_text(value: float) -> str:
    """Write a target as its series states it: 48 %; 52,15 %."""
    return percent(value, decimals_of(value))


def decimals_of(value: float) -> int:
    """Return the number of decimals of a stated figure."""
    return len(f"{value:g}".partition(".")[2])


def counts_apart(distance: Distance, indicator: Indicator) -> str:
    """Return the distance in the numerator's unit: `kurang 6.794 peserta aktif`, `lebih 15.256 …`."""
    if not distance.counts or indicator.numerator is None:
        return ""
    said = {"count": integer(abs(distance.counts)), "what": own(indicator.numerator)}
    return _("{count} {what} fewer", **said) if distance.counts < 0 else _("{count} {what} more", **said)
