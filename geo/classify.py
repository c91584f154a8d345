"""Class breaks for a choropleth map, by mapclassify, from the values of all periods of the area shown."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from errors import DataError
from geo.pretty import pretty_breaks

# Half a second without numba on the distinct values; 50 MB of compiler would save the most of it, once per map.
warnings.filterwarnings("ignore", message="Numba not installed")

STATISTICAL = ("pretty", "quantile", "equal_interval", "natural_breaks")
SCHEMES = (*STATISTICAL, "target_bands", "own_breaks")
# Not one of the schemes that can be chosen: absolute counts have no other.
BUBBLES = "bubbles"
# Nor is this one: changes in points are classed alike between any two periods, around a stated "about the same".
CHANGE, CHANGE_LIMITS = "change", (1.0, 5.0, 10.0)
CLASSES = 5
TARGET_MARGIN = 5.0


@dataclass(frozen=True)
class Classification:
    """Inner limits of the classes: class i holds `breaks[i-1] < value <= breaks[i]`; the outer two are open.

    breaks: ascending, in the indicator's unit and rounded to its displayed decimals; empty for a single class.
    classes: how many classes there are; 0 where no value is known.
    only: the one displayed value there is, where there is just one and the limits follow from the values.
    most: the largest figure where they are drawn as bubbles (scheme `BUBBLES`, which has one class: its ground).
    ends: the lowest and the highest displayed value, where any is known and the figures are classed.
    """

    scheme: str
    breaks: tuple[float, ...]
    classes: int
    most: float = 0.0
    only: float | None = None
    ends: tuple[float, float] | None = None

    def class_of(self, value: float) -> int:
        """Return the class of a value that was rounded to the displayed decimals."""
        return int(np.searchsorted(self.breaks, value, side="left"))


def bubbles(values: Sequence[float] | npt.NDArray[np.float64]) -> Classification:
    """Return how absolute counts are drawn: no classes of colour, and circles up to the largest of all periods."""
    known = np.asarray(values, dtype=float)
    known = known[~np.isnan(known)]
    return Classification(BUBBLES, (), 1 if known.size else 0, float(known.max()) if known.size else 0.0)


def changes(decimals: int) -> Classification:
    """Return the classes of changes in points: seven, symmetric around 0, the same for any two periods.

    decimals: of the changes as they are shown. A change of a limit belongs to the class nearer to 0, up and down.
    """
    step = 10.0**-decimals
    falls = tuple(round(-limit - step, decimals) for limit in reversed(CHANGE_LIMITS))
    limits = (*falls, *CHANGE_LIMITS)
    return Classification(CHANGE, limits, len(limits) + 1, ends=(-2 * CHANGE_LIMITS[-1], 2 * CHANGE_LIMITS[-1]))


def classify(
    values: Sequence[float] | npt.NDArray[np.float64],
    scheme: str,
    decimals: int = 1,
    target: float | None = None,
    own: Sequence[float] = (),
) -> Classification:
    """Return the class breaks of one scheme, so that a displayed figure and its legend line always agree.

    values: all periods of the area shown, in the indicator's unit; missing values are left out.
    scheme: one of SCHEMES; pretty ones are round limits, see `pretty_breaks`; natural breaks are Fisher (1958) as in
    `mapclassify.FisherJenks`, on the distinct values (on all values of all periods they take minutes).
    target: the middle of the target bands; own: the user's own limits, ascending.
    One distinct value is one class, two are two; no value at all is no class.
    Raises DataError scheme_unknown, target_missing or breaks_not_ascending.
    """
    if scheme not in SCHEMES:
        raise DataError("scheme_unknown", found=scheme, expected=SCHEMES)
    shown = _displayed(values, decimals)
    if scheme == "target_bands":
        return _target_bands(shown, target, decimals)
    if scheme == "own_breaks":
        return _own(shown, own)
    if shown.size == 0:
        return Classification(scheme, (), 0)
    breaks = _breaks(shown, scheme, decimals)
    only = float(shown[0]) if shown[0] == shown[-1] else None
    return Classification(scheme, breaks, len(breaks) + 1, only=only, ends=_ends(shown))


def _displayed(values: Sequence[float] | npt.NDArray[np.float64], decimals: int) -> npt.NDArray[np.float64]:
    """Return the known values, rounded half up as the screen shows them (the same rule as `data.rank`)."""
    known = np.asarray(values, dtype=float)
    unique, counts = np.unique(known[np.isfinite(known)], return_counts=True)
    step = Decimal(1).scaleb(-decimals)
    rounded = [float(Decimal(repr(value)).quantize(step, ROUND_HALF_UP)) for value in unique.tolist()]
    return np.repeat(np.asarray(rounded, dtype=float), counts)


def _breaks(shown: npt.NDArray[np.float64], scheme: str, decimals: int) -> tuple[float, ...]:
    """Return the inner limits of the statistical schemes; a limit that two classes would share is kept once."""
    distinct = np.unique(shown)
    k = min(CLASSES, distinct.size)
    if k == 1:
        return ()
    if scheme == "pretty":
        # Limits that another area may have as well, so not fewer where there are few values.
        return pretty_breaks(shown, decimals)
    # Here, for it brings scikit-learn, SciPy and, now that exports draw with it, matplotlib: two seconds of the
    # server's start. components.server.startup loads it beside the first answers.
    import mapclassify  # noqa: PLC0415

    if scheme == "quantile":
        upper = mapclassify.Quantiles(shown, k=k).bins
    elif scheme == "equal_interval":
        upper = mapclassify.EqualInterval(shown, k=k).bins
    else:
        upper = mapclassify.FisherJenks(distinct, k=k).bins
    rounded = {round(float(limit), decimals) for limit in upper}
    return tuple(sorted(limit for limit in rounded if distinct[0] <= limit < distinct[-1]))


def _target_bands(shown: npt.NDArray[np.float64], target: float | None, decimals: int) -> Classification:
    """Return the limits of three bands: below, within TARGET_MARGIN points of (ends included), and above a target."""
    if target is None:
        raise DataError("target_missing")
    step = Decimal(1).scaleb(-decimals)
    middle, margin = Decimal(repr(target)), Decimal(repr(TARGET_MARGIN))
    # The first displayed figure inside the band, less one step, and the last one inside.
    lower = (middle - margin).quantize(step, ROUND_CEILING) - step
    upper = (middle + margin).quantize(step, ROUND_FLOOR)
    return Classification("target_bands", (float(lower), float(upper)), 3 if shown.size else 0, ends=_ends(shown))


def _own(shown: npt.NDArray[np.float64], own: Sequence[float]) -> Classification:
    breaks = tuple(float(limit) for limit in own)
    if not breaks or any(a >= b for a, b in pairwise(breaks)) or not np.isfinite(breaks).all():
        raise DataError("breaks_not_ascending", found=", ".join(map(str, breaks)))
    return Classification("own_breaks", breaks, len(breaks) + 1 if shown.size else 0, ends=_ends(shown))


def _ends(shown: npt.NDArray[np.float64]) -> tuple[float, float] | None:
    return (float(shown.min()), float(shown.max())) if shown.size else None
