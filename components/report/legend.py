"""Names of the classes of a map: the one place where limits become words, for screen, deck and files."""

from dataclasses import dataclass
from itertools import pairwise

from components.language.i18n import _, exact_number, number, rupiah, signed
from components.report.classes import is_national, target_value
from components.report.labels import area_title, view_title
from components.state import reference
from components.state.selection import Selection
from data.indicators import Indicator
from geo.classify import BUBBLES, CHANGE, CHANGE_LIMITS, STATISTICAL, Classification

MOST_PERCENT = 100


@dataclass(frozen=True)
class ClassWords:
    """One line of a legend. rare: it stands there only while a region is in its class, as above 100 percent."""

    text: str
    rare: bool = False


@dataclass(frozen=True)
class Ramp:
    """A legend as one strip of the classes. limits: between them, low to high; ends: the lowest and highest figure.

    An end is "" where a limit of the user's own lies beyond it.
    """

    limits: tuple[str, ...]
    ends: tuple[str, str]


def class_ramp(classes: Classification) -> Ramp | None:
    """Return the limits of a strip; None where its classes are told by words: bands, bubbles, or a single class."""
    if classes.scheme in ("target_bands", BUBBLES) or not classes.breaks or classes.ends is None:
        return None
    if classes.scheme == CHANGE:
        falls, rises = reversed([-limit for limit in CHANGE_LIMITS]), CHANGE_LIMITS
        return Ramp(tuple(signed(limit, 0) for limit in (*falls, *rises)), ("", ""))
    (low, high), breaks = classes.ends, classes.breaks
    ends = exact_number(low) if low < breaks[0] else "", exact_number(high) if high > breaks[-1] else ""
    return Ramp(tuple(map(exact_number, breaks)), ends)


def classes_note(classes: Classification, selection: Selection) -> str:
    """Say which figures the limits were computed from; "" where the user or a target set them."""
    if classes.scheme not in STATISTICAL or not classes.breaks:
        return ""
    area = area_title("ID") if is_national(selection) else view_title(selection)
    return _("classes from all periods, {area}", area=area)


def class_words(classes: Classification, selection: Selection) -> tuple[ClassWords, ...]:
    """Return one line per class, low to high; a limit belongs to the class below it, the next begins one step above."""
    indicator = reference.indicators()[selection.indicator]
    if not classes.classes:
        return ()
    if classes.scheme == BUBBLES:
        return (ClassWords(_("with a figure")),)
    if classes.scheme == CHANGE:
        return _changes(indicator.decimals)
    if classes.scheme == "target_bands":
        return _bands(classes, indicator, target_value(selection) or 0)
    limits = [number(limit, indicator.decimals) for limit in classes.breaks]
    if not limits:
        return (ClassWords(_only(classes, indicator)),)
    middle = [f"{_after(low, indicator)}–{number(high, indicator.decimals)}" for low, high in pairwise(classes.breaks)]
    words = [_("up to {limit}", limit=limits[0]), *middle, _("above {limit}", limit=limits[-1])]
    return tuple(map(ClassWords, words))


def _changes(decimals: int) -> tuple[ClassWords, ...]:
    """Name the classes of changes, from the largest fall to the largest rise."""
    near, middle, far = CHANGE_LIMITS
    steps = [(_next(near, decimals), number(middle, decimals)), (_next(middle, decimals), number(far, decimals))]
    falls = [_("down by {low} to {high} points", low=low, high=high) for low, high in reversed(steps)]
    rises = [_("up by {low} to {high} points", low=low, high=high) for low, high in steps]
    most = exact_number(far)
    said = [
        _("down by more than {limit} points", limit=most),
        *falls,
        _("about the same (up to {limit} point either way)", limit=exact_number(near)),
        *rises,
        _("up by more than {limit} points", limit=most),
    ]
    return tuple(map(ClassWords, said))


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
    return _next(limit, indicator.decimals)


def _next(limit: float, decimals: int) -> str:
    return number(limit + 10**-decimals, decimals)
