"""Names of the classes of a map: the one place where limits become words, for screen, deck and files."""

from dataclasses import dataclass
from itertools import pairwise

from components.language.i18n import _, exact_number, number, rupiah
from components.report.classes import target_value
from components.state import reference
from components.state.selection import Selection
from data.indicators import Indicator
from geo.classify import BUBBLES, Classification

MOST_PERCENT = 100


@dataclass(frozen=True)
class ClassWords:
    """One line of a legend. rare: it stands there only while a region is in its class, as above 100 percent."""

    text: str
    rare: bool = False


def class_words(classes: Classification, selection: Selection) -> tuple[ClassWords, ...]:
    """Return one line per class, low to high; a limit belongs to the class below it, the next begins one step above."""
    indicator = reference.indicators()[selection.indicator]
    if not classes.classes:
        return ()
    if classes.scheme == BUBBLES:
        return (ClassWords(_("with a figure")),)
    if classes.scheme == "target_bands":
        return _bands(classes, indicator, target_value(selection) or 0)
    limits = [number(limit, indicator.decimals) for limit in classes.breaks]
    if not limits:
        return (ClassWords(_only(classes, indicator)),)
    middle = [f"{_after(low, indicator)}–{number(high, indicator.decimals)}" for low, high in pairwise(classes.breaks)]
    words = [_("up to {limit}", limit=limits[0]), *middle, _("above {limit}", limit=limits[-1])]
    return tuple(map(ClassWords, words))


def _bands(classes: Classification, indicator: Indicator, target: float) -> tuple[ClassWords, ...]:
    """Name the bands; one above 100 percent only where a region lies in it."""
    lower, upper = classes.breaks
    ends = indicator.unit == "percent" and upper >= MOST_PERCENT
    low, high = _after(lower, indicator), number(min(upper, MOST_PERCENT) if ends else upper, indicator.decimals)
    return (
        ClassWords(_("under {limit}", limit=low)),
        ClassWords(_("around {target} ({low}–{high})", target=exact_number(target), low=low, high=high)),
        ClassWords(_("over {limit}", limit=number(upper, indicator.decimals)), rare=ends),
    )


def _only(classes: Classification, indicator: Indicator) -> str:
    """Name the one class of figures that are all the same, by that figure."""
    if classes.only is None:
        return _("one value")
    return rupiah(classes.only) if indicator.unit == "rupiah" else number(classes.only, indicator.decimals)


def _after(limit: float, indicator: Indicator) -> str:
    return number(limit + 10**-indicator.decimals, indicator.decimals)
