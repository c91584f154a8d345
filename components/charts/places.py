"""Places of labels and dots, counted; no drawing library, so that every medium can use them."""

from collections.abc import Sequence

BINS = 64


def spread(values: list[float], room: float) -> list[float]:
    """Places for labels of ascending values, at least `room` apart: those that touch stand around their middle."""
    groups: list[list[float]] = []
    for value in values:
        groups.append([value])
        while len(groups) > 1 and _start(groups[-1], room) - _end(groups[-2], room) < room:
            groups[-2:] = [groups[-2] + groups[-1]]
    return [_start(group, room) + i * room for group in groups for i in range(len(group))]


def _start(group: list[float], room: float) -> float:
    return sum(group) / len(group) - room * (len(group) - 1) / 2


def _end(group: list[float], room: float) -> float:
    return _start(group, room) + room * (len(group) - 1)


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
