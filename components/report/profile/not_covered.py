"""Workers of a region who are not covered, by segment, from its figures alone."""

import pandas as pd

from components.language.i18n import _, integer, own, percent, period_label
from components.report.labels import count_status, lower_first, region_title, segment_title
from components.report.profile.facts import Facts, TargetGap
from components.report.profile.target import target_value_text
from components.report.sentences import listed
from components.state import reference
from data.indicators import load_indicators
from data.query import Row


def outside_sentences(facts: Facts) -> list[str]:
    """Say who is not yet covered, by segment, and how many of them would reach the target."""
    whole = _of_everyone(facts)
    if whole is None:
        return [_none(facts)]
    if not _has_counts(whole):
        return [_without_counts(facts)]
    parts = sorted(
        (row for row in facts.coverage if row.segment != "all" and _has_counts(row)), key=lambda row: -left(row)
    )
    said = (_outside(whole, facts), _by_segment(whole, parts), _to_target(facts, parts))
    return [sentence for sentence in said if sentence]


def left(row: Row) -> int:
    """Return the number of those not reached; none where more are counted than there are."""
    return max(0, int(row.denominator) - int(row.numerator))


def _of_everyone(facts: Facts) -> Row | None:
    return next((row for row in facts.coverage if row.segment == "all"), None)


def _has_counts(row: Row) -> bool:
    return not (pd.isna(row.numerator) or pd.isna(row.denominator))


def _none(facts: Facts) -> str:
    return _(
        "How many workers are not yet covered in {region} is not known: nobody reported its coverage. The branch "
        "office of BPJS Ketenagakerjaan that serves it can give active participants and eligible workers.",
        region=region_title(facts.code),
    )


def _without_counts(facts: Facts) -> str:
    return _(
        "How many workers are not yet covered in {region} is not known: only the percentage was reported. The branch "
        "office of BPJS Ketenagakerjaan that serves it can give active participants and eligible workers, by segment.",
        region=region_title(facts.code),
    )


def _outside(row: Row, facts: Facts) -> str:
    said = {
        "period": period_label(row.period),
        "status": count_status(row),
        "whole": integer(row.denominator),
        "region": region_title(facts.code),
        "what": own(load_indicators()["coverage"].denominator or {}),
    }
    if left(row) == 0:
        return _("By the counts of {period} ({status}), all {whole} {what} in {region} are covered.", **said)
    said["left"] = integer(left(row))
    return _("By the counts of {period} ({status}), {left} of {whole} {what} in {region} are not yet covered.", **said)


def _by_segment(whole: Row, parts: list[Row]) -> str:
    """Return the segments, the largest first. They need not be parts of the whole: construction is counted apart."""
    if left(whole) == 0:
        return ""
    if not parts:
        return _("By segment nothing was reported; the branch office of BPJS Ketenagakerjaan can give it.")
    groups = listed([f"{lower_first(segment_title(row.segment))} {integer(left(row))}" for row in parts])
    said = [_("By segment, the largest first: {groups}.", groups=groups)]
    missing = [
        name for name in load_indicators()["coverage"].segments[1:] if name not in {row.segment for row in parts}
    ]
    if missing:
        names = listed([lower_first(segment_title(name)) for name in missing])
        said.append(_("No counts are known of {segments}.", segments=names))
    elif sum(left(row) for row in parts) != left(whole):
        said.append(_("Each segment is counted by itself; they do not add up to that number."))
    return " ".join(said)


def _to_target(facts: Facts, parts: list[Row]) -> str:
    target = facts.target
    if target is None or target.distance is None or facts.selection.segment != "all":
        return ""
    counts, said = target.distance.counts, _aim(target, facts)
    if counts is None:
        return ""
    if counts >= 0:
        return _("{value} ({series}, {area} {year}) is reached.", **said)
    said["count"] = integer(-counts)
    if not parts or left(parts[0]) < -counts:
        return _("{count} more active participants would reach {value} ({series}, {area} {year}).", **said)
    said["share"] = percent(-100 * counts / left(parts[0]), 1)
    said["segment"] = lower_first(segment_title(parts[0].segment))
    return _(
        "{count} more active participants would reach {value} ({series}, {area} {year}): as many as {share} of those "
        "not yet covered among {segment}.",
        **said,
    )


def _aim(target: TargetGap, facts: Facts) -> dict[str, str]:
    return {
        "value": target_value_text(target.value),
        "series": own(reference.targets()[target.series].title),
        "area": region_title(facts.code),
        "year": str(target.year),
    }
