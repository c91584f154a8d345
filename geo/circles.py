"""Circles in the places of regions, their areas as some measure is, moved as little as keeps them off one another."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

# The circles grow to their full size over so many steps, so that those who were neighbours push each other apart
# without passing one another; each step ends with some rounds of pushing.
GROWING, ROUNDS = 160, 6
# Part of the way back to its place that a circle goes in each step, while they grow.
HOMEWARD = 0.06
# At the end they are only pushed, a little further than they need, until none lies on another.
LAST_ROUNDS, SLACK = 4000, 1.0005


def circle_radii(measure: Numbers, covered: float, smallest: float) -> Numbers:
    """Return radii whose circles' areas are in proportion to `measure` and together `covered`; none below `smallest`.

    measure: positive numbers (n). Where the square root asks for less, the radius is `smallest`: a circle that nobody
    can see or point at would say nothing.
    """
    radii: Numbers = np.sqrt(covered / np.pi * measure / measure.sum())
    return np.maximum(radii, smallest)


@dataclass(frozen=True, eq=False)
class Room:
    """Where circles may lie. boxes: (n, 4), left, lower, right and upper edge that hold each; taken: (m, 4), boxes that
    those outside must not touch."""

    boxes: Numbers
    taken: Numbers


def place_circles(places: Numbers, radii: Numbers, room: Room, gaps: Numbers) -> Numbers:
    """Move circles from their places until none lies on another, each as near to its place as its neighbours let it.

    places: (n, 2) of the regions. radii: (n). gaps: (n, n), least distance between two rims. Returns middles (n, 2);
    the same input gives the same output.
    After Dorling (1996), Area cartograms: their use and creation; here neighbours do not pull, only places do.
    """
    reach = radii[:, None] + radii[None, :]
    middles = _apart(places)
    for step in range(1, GROWING + 1):
        share = step / GROWING
        middles += (places - middles) * HOMEWARD * (1 - share) ** 0.5
        for _ in range(ROUNDS):
            _push(middles, radii, reach * share + gaps)
            _hold(middles, radii, room)
    for _ in range(LAST_ROUNDS):
        if not _push(middles, radii, (reach + gaps) * SLACK):
            break
        _hold(middles, radii, room)
    return middles


def _apart(places: Numbers) -> Numbers:
    """Part places that fall together by a hair, each its own way, so that a push has a direction."""
    turns = np.arange(len(places)) * 2.399963  # the golden angle
    return places + 1e-6 * np.column_stack([np.cos(turns), np.sin(turns)])


def _push(middles: Numbers, radii: Numbers, reach: Numbers) -> bool:
    """Move circles nearer than `reach` apart, the smaller one further; say whether any were."""
    away = middles[:, None, :] - middles[None, :, :]
    distance = np.hypot(away[..., 0], away[..., 1])
    overlap = reach - distance
    np.fill_diagonal(overlap, 0.0)
    one, other = np.nonzero(overlap > 1e-9)
    if not len(one):
        return False
    weight = radii[other] ** 2 / (radii[one] ** 2 + radii[other] ** 2)
    part = overlap[one, other] * weight / np.maximum(distance[one, other], 1e-12)
    np.add.at(middles, one, away[one, other] * part[:, None])
    return True


def _hold(middles: Numbers, radii: Numbers, room: Room) -> None:
    """Bring circles back into their boxes, and off those that are taken, by the shortest way."""
    for left, low, right, high in room.taken:
        outside = (room.boxes != [left, low, right, high]).any(axis=1)
        ways = np.column_stack([left - radii, low - radii, right + radii, high + radii]) - np.tile(middles, 2)
        touching = outside & (ways[:, :2] < 0).all(axis=1) & (ways[:, 2:] > 0).all(axis=1)
        at = np.flatnonzero(touching)
        way = np.abs(ways[at]).argmin(axis=1)
        middles[at, way % 2] += ways[at, way]
    for axis in (0, 1):
        np.clip(middles[:, axis], room.boxes[:, axis] + radii, room.boxes[:, axis + 2] - radii, out=middles[:, axis])
