"""Bubbles for absolute counts: the area of a circle is in proportion to its figure, as no colour could be."""

import math

# So many sizes explain the rest.
EXPLAINED = 3


def bubble_size(value: float, most: float) -> float:
    """Return a circle's radius as a share of the largest one's, so that areas are as the figures are."""
    return math.sqrt(max(value, 0.0) / most) if most > 0 else 0.0


def explained_sizes(most: float) -> list[float]:
    """Return round figures for a legend of sizes, the largest first; none where nothing is larger than 0.

    The largest of 1, 2 and 5 times a power of ten that is not above the largest figure, then a fifth and a
    twentyfifth of it; never less than 1, for counts are whole.
    """
    if most < 1:
        return []
    power = 10.0 ** math.floor(math.log10(most))
    top = next(step * power for step in (5, 2, 1) if step * power <= most)
    return list(dict.fromkeys(max(round(top / 5**place), 1.0) for place in range(EXPLAINED)))
