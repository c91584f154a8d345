"""Places of labels and dots, counted; no drawing library, so that every medium can use them."""

from collections.abc import Sequence
from math import inf

BINS = 64


def spread(
    values: Sequence[float], rooms: float | Sequence[float], low: float = -inf, high: float = inf
) -> list[float]:
    """Places for labels of ascending values, none over another: those that touch stand around their middle.

    rooms: what each label takes of the axis, or all of them alike. low, high: the ends that no label crosses, unless
    all together take more than lies between them.
    """
    sizes = [rooms] * len(values) if isinstance(rooms, int | float) else list(rooms)
    before = [sum(sizes[:i]) + sizes[i] / 2 for i in range(len(sizes))]
    # Less what stands before it, a label may be anywhere that is not below the one before: isotonic regression.
    groups: list[list[float]] = []
    for value, taken in zip(values, before, strict=True):
        groups.append([value - taken])
        while len(groups) > 1 and _mean(groups[-2]) > _mean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    free = [_mean(group) for group in groups for _one in group]
    return [max(low, min(start, high - sum(sizes))) + taken for start, taken in zip(free, before, strict=True)]


def _mean(group: list[float]) -> float:
    return sum(group) / len(group)


def stacked(values: Sequence[float], bins: int = BINS) -> list[int]:
    """The height of each dot: how many with about the same value lie under it; one value makes one pile."""
    if not values:
        return []
    low, high = min(values), max(values)
    width = (high - low) / bins or 1.0
    piles: dict[int, int] = {}
    heights = []
    for value in values:
        pile = min(int((value - low) / width), bins - 1)
        heights.append(piles.get(pile, 0))
        piles[pile] = heights[-1] + 1
    return heights
