"""Places for the labels of a map: at their region where there is room, else moved up or down as little as needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.slides.model import MapDrawing, MapRegion

# Rounds of moving; ten regencies settle in three or four.
ROUNDS = 40


@dataclass(frozen=True)
class Label:
    """A box around its middle, in any unit, y downwards."""

    code: str
    x: float
    y: float
    width: float
    height: float


def apart(labels: Sequence[Label]) -> list[Label]:
    """The labels with none over another, as far as moving up and down can do it; in the order given."""
    placed = list(labels)
    for _round in range(ROUNDS):
        moved = False
        for first in range(len(placed)):
            for second in range(first + 1, len(placed)):
                overlap = _overlap(placed[first], placed[second])
                if overlap > 0:
                    _part(placed, first, second, overlap)
                    moved = True
        if not moved:
            break
    return placed


def legible(labels: Sequence[Label]) -> list[Label]:
    """The labels moved apart; what still lies over one before it is left out, for two names in one place are none."""
    kept: list[Label] = []
    for label in apart(labels):
        if not any(_overlap(label, other) for other in kept):
            kept.append(label)
    return kept


def has_moved(label: Label, point: tuple[float, float]) -> bool:
    """Whether a label stands so far from its region that a line has to lead there."""
    return abs(label.y - point[1]) > 0.6 * label.height


def labelled(drawing: MapDrawing) -> list[MapRegion]:
    """The regions that a map names: those with a figure, for a name stands with its number or not at all."""
    return [one for one in drawing.regions if one.code in drawing.points and isinstance(one.fill, int)]


def _overlap(one: Label, other: Label) -> float:
    """By how much two boxes share a height, 0 where they stand side by side."""
    if abs(one.x - other.x) >= (one.width + other.width) / 2:
        return 0.0
    shared = (one.height + other.height) / 2 - abs(one.y - other.y)
    # A hair of overlap is left, or two boxes that touch would be moved for ever.
    return shared if shared > 0.01 * one.height else 0.0


def _part(placed: list[Label], first: int, second: int, overlap: float) -> None:
    up, down = (first, second) if placed[first].y <= placed[second].y else (second, first)
    placed[up] = replace(placed[up], y=placed[up].y - overlap / 2)
    placed[down] = replace(placed[down], y=placed[down].y + overlap / 2)
