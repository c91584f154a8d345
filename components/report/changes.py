"""Changes of a region or area between two periods, and their causes."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.charts.waterfall import Step, Steps
from components.language.i18n import _, integer, own, period_label, signed
from components.report.differences import gap_text
from components.report.labels import region_title, unit_name, value_text
from components.report.regimes import break_sentence
from components.report.sentences import listed
from components.state.view import View
from data.change import Change, split_change
from data.implied import Counts
from data.indicators import Indicator
from data.quantity import Quantity, difference, quantity_of
from data.query import Row


def beside(series: pd.DataFrame, codes: Sequence[str], area: str, indicator: Indicator) -> list[str]:
    """Return the area and the country, as far as the lines of these regions are read against them.

    A count and the sum that it is a part of share no axis: the part would lie flat at the foot of it. Of counts the
    area stands alone, and only where none of the regions has a figure.
    """
    references = [code for code in dict.fromkeys([area, "ID"]) if code not in codes]
    if indicator.is_ratio:
        return references
    has_some = bool(series.loc[series["region_code"].isin(codes), "value"].notna().any())
    return [] if has_some else references[:1]


@dataclass(frozen=True)
class Causes:
    """Why a rate of one region changed: the rows and counts of both periods, and what each count brought."""

    then: Row
    now: Row
    before: Counts
    after: Counts
    split: Change


def change_sentence(view: View, code: str) -> str:
    """Say how a region or area moved since the period of comparison: with its numerator and with its denominator."""
    return change_of(view, *rows_of_change(view, code))


def rows_of_change(view: View, code: str) -> tuple[Row | None, Row | None]:
    """Return a region's rows in the period in view and in the one that it is compared with."""
    now, then = (view.values_at(period).get(code) for period in (view.selection.period, view.selection.since))
    return now, then


def change_of(view: View, now: Row | None, then: Row | None) -> str:
    """Return the change between two rows of one region; "" where either has no value."""
    if now is None or then is None or pd.isna(now.value) or pd.isna(then.value):
        return ""
    change = difference(quantity_of(now, view.indicator), quantity_of(then, view.indicator))
    said = {
        "area": region_title(now.region_code),
        "now": value_text(now, view.indicator),
        "then": value_text(then, view.indicator),
        "period": period_label(now.period),
        "since": period_label(then.period),
        "change": gap_text(change, view.indicator),
    }
    broken = break_sentence(now, then)
    moved = _("{area}: {now} in {period}, {then} in {since}.", **said) if broken else _moved(change, said)
    return " ".join(part for part in (moved, broken, causes_sentence(causes_of(view, now, then), view)) if part)


def _moved(change: Quantity, said: dict[str, str]) -> str:
    if change.rounded == 0 and not change.vanishes:
        return _("{area}: {now} in {period}, the same as in {since}.", **said)
    if change.value > 0:
        return _("{area}: {now} in {period}, {then} in {since}: up by {change}.", **said)
    return _("{area}: {now} in {period}, {then} in {since}: down by {change}.", **said)


def causes_of(view: View, now: Row | None, then: Row | None) -> Causes | None:
    """Split a change into what participants and what the denominator did; None where a count is not known."""
    before, after = view.counts_of(then), view.counts_of(now)
    if now is None or then is None or before is None or after is None:
        return None
    split = split_change(before.pair, after.pair, view.indicator.multiplier)
    return Causes(then, now, before, after, split) if split else None


def causes_sentence(causes: Causes | None, view: View) -> str:
    """Say how many points each count brought, and which count a source implies; "" where nothing can be split."""
    if causes is None or causes.before.denominator == causes.after.denominator:
        return ""
    before, after, split = causes.before, causes.after, causes.split
    said = _(
        "Of this, {numerator} points come from {counted} ({n0} to {n1}) and {denominator} from the denominator"
        " ({d0} to {d1}).",
        counted=counted_title(view.indicator),
        numerator=signed(split.from_numerator, 1 if abs(split.from_numerator) >= 1 else 2),
        denominator=signed(split.from_denominator, 1 if abs(split.from_denominator) >= 1 else 2),
        n0=integer(before.numerator),
        n1=integer(after.numerator),
        d0=integer(before.denominator),
        d1=integer(after.denominator),
    )
    return f"{said} {_implied(causes)}".strip()


def steps_of(view: View, code: str) -> Steps | None:
    """Return the steps of a region or area since the period of comparison, as `steps_between`."""
    return steps_between(view, *rows_of_change(view, code))


def steps_between(view: View, now: Row | None, then: Row | None) -> Steps | None:
    """Return how participants and the denominator moved a rate, where both counts are known and the latter changed.

    They begin and end at the rate that the counts give, for they must add up to it, written as it was printed.
    """
    causes = causes_of(view, now, then)
    if causes is None or causes.before.denominator == causes.after.denominator:
        return None
    split, multiplier = causes.split, view.indicator.multiplier
    first, last = (multiplier * one.numerator / one.denominator for one in (causes.before, causes.after))
    moved = signed(split.from_numerator, 2), signed(split.from_denominator, 2)
    steps = (
        Step(period_label(causes.then.period), first, value_text(causes.then, view.indicator)),
        Step(counted_title(view.indicator).capitalize(), split.from_numerator, moved[0]),
        Step(_("Denominator"), split.from_denominator, moved[1]),
        Step(period_label(causes.now.period), last, value_text(causes.now, view.indicator)),
    )
    return Steps(f"{region_title(causes.now.region_code)}, {unit_name('percent')}", steps)


def counted_title(indicator: Indicator) -> str:
    """Return what the numerator of a rate counts: `peserta aktif`."""
    return own(indicator.numerator) if indicator.numerator else _("numerator")


def _implied(causes: Causes) -> str:
    both = ((causes.then, causes.before), (causes.now, causes.after))
    periods = [period_label(row.period) for row, counts in both if counts.implied]
    return _("A count of {periods} is worked out from the printed rate.", periods=listed(periods)) if periods else ""
