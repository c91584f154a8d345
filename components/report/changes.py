"""Changes of a region or area between two periods, and their causes."""

from collections.abc import Sequence

import pandas as pd

from components.language.i18n import _, period_label, signed
from components.report.differences import gap_text
from components.report.labels import region_title, value_text
from components.report.regimes import break_sentence
from components.state import reference
from components.state.selection import Selection
from components.state.view import View
from data.change import split_change
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


def change_sentence(view: View, code: str) -> str:
    """Say how a region or area moved since the period of comparison: with its numerator and with its denominator."""
    now, then = (view.values_at(period).get(code) for period in (view.selection.period, view.selection.since))
    return change_of(now, then, view.selection)


def change_of(now: Row | None, then: Row | None, selection: Selection) -> str:
    """Return the change between two rows of one region; "" where either has no value."""
    if now is None or then is None or pd.isna(now.value) or pd.isna(then.value):
        return ""
    indicator = reference.indicators()[selection.indicator]
    change = difference(quantity_of(now, indicator), quantity_of(then, indicator))
    broken = break_sentence(now, then)
    said = {
        "area": region_title(now.region_code),
        "now": value_text(now, indicator),
        "then": value_text(then, indicator),
        "period": period_label(selection.period),
        "since": period_label(selection.since),
        "change": gap_text(change, indicator),
    }
    if broken:
        said_apart = _("{area}: {now} in {period}, {then} in {since}.", **said)
        return " ".join(part for part in (said_apart, broken, _causes(now, then, selection)) if part)
    return " ".join(part for part in (_moved(change, said), _causes(now, then, selection)) if part)


def _moved(change: Quantity, said: dict[str, str]) -> str:
    if change.rounded == 0 and not change.vanishes:
        return _("{area}: {now} in {period}, the same as in {since}.", **said)
    if change.value > 0:
        return _("{area}: {now} in {period}, {then} in {since}: up by {change}.", **said)
    return _("{area}: {now} in {period}, {then} in {since}: down by {change}.", **said)


def _causes(now: Row, then: Row, selection: Selection) -> str:
    indicator = reference.indicators()[selection.indicator]
    before, after = ((one.numerator, one.denominator) for one in (then, now))
    split = split_change(before, after, indicator.multiplier) if indicator.is_ratio else None
    if split is None or before[1] == after[1]:
        return ""
    return _(
        "Of this, {numerator} points come from the numerator and {denominator} from the denominator (Shapley split).",
        numerator=signed(split.from_numerator, 1),
        denominator=signed(split.from_denominator, 1),
    )
