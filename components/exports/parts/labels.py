"""Places for the labels of a map: at their region where there is room, else moved up or down as little as needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.report.map_model import MapDrawing, MapRegion

# Rounds of moving; ten regencies settle in three or four.
ROUNDS = 40


# Left, top, width and height.
Frame = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A box around its middle, in any unit, y downwards."""

    code: str
    x: float
    y: float
    width: float
    height: float


def apart(labels: Sequence[Label]) -> list[Label]:
    """Return the labels with none over another, as far as moving up and down can do it; in the order given."""
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


def legible(labels: Sequence[Label], frames: Sequence[Frame] = ()) -> list[Label]:
    """Move the labels apart and leave out what still lies over one before it, for two names in one place are none.

    labels: each on the place of its region. frames: around far islands, in the labels' unit: a label keeps within the
    frame of its region and off all others, or is left out.
    """
    own = {label.code: [frame for frame in frames if _holds(frame, label)] for label in labels}
    aside = [_beside(_within(label, own[label.code]), frames, own[label.code]) for label in labels]
    kept: list[Label] = []
    for label in apart(aside):
        lies_over = any(_overlap(label, other) for other in kept)
        if not lies_over and not any(_lies_on(label, frame) for frame in frames if frame not in own[label.code]):
            kept.append(label)
    return kept


def _holds(frame: Frame, label: Label) -> bool:
    left, top, width, height = frame
    return left <= label.x <= left + width and top <= label.y <= top + height


def _lies_on(label: Label, frame: Frame) -> bool:
    left, top, width, height = frame
    across = abs(label.x - left - width / 2) < (label.width + width) / 2
    return across and abs(label.y - top - height / 2) < (label.height + height) / 2


def _within(label: Label, own: Sequence[Frame]) -> Label:
    """Move a label sideways into the frame of its region, if that is wide enough."""
    for left, _top, width, _height in own:
        if width >= label.width:
            return replace(label, x=min(max(label.x, left + label.width / 2), left + width - label.width / 2))
    return label


def _beside(label: Label, frames: Sequence[Frame], own: Sequence[Frame]) -> Label:
    """Move a label sideways off a frame that is not its region's, the shorter way."""
    for frame in frames:
        if frame not in own and _lies_on(label, frame):
            left, _top, width, _height = frame
            half = label.width / 2
            label = replace(label, x=min((left - half, left + width + half), key=lambda x: abs(x - label.x)))
    return label


def has_moved(label: Label, point: tuple[float, float]) -> bool:
    """Say whether a label stands so far from its region that a line has to lead there."""
    return abs(label.y - point[1]) > 0.6 * label.height


def labelled(drawing: MapDrawing) -> list[MapRegion]:
    """Return the regions that a map names: those with a figure, for a name stands with its number or not at all."""
    return [one for one in drawing.regions if one.code in drawing.points and isinstance(one.fill, int)]


def _overlap(one: Label, other: Label) -> float:
    """Return by how much two boxes share a height, 0 where they stand side by side."""
    if abs(one.x - other.x) >= (one.width + other.width) / 2:
        return 0.0
    shared = (one.height + other.height) / 2 - abs(one.y - other.y)
    # A hair of overlap is left, or two boxes that touch would be moved for ever.
    return shared if shared > 0.01 * one.height else 0.0


def _part(placed: list[Label], first: int, second: int, overlap: float) -> None:
    up, down = (first, second) if placed[first].y <= placed[second].y else (second, first)
    placed[up] = replace(placed[up], y=placed[up].y - overlap / 2)
    placed[down] = replace(placed[down], y=placed[down].y + overlap / 2)
