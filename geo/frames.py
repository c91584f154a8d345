"""Places for the frames of a map's far islands: a free corner, or beside the map where no corner is free."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
import shapely
from numpy.typing import NDArray

Box = NDArray[np.float64]  # west, south, east, north
Shapes = NDArray[np.object_]

# Width by height of the window that maps are compared in: about that of a page, of a slide and of a sheet of paper.
WINDOW = 1.5
# The islands' scale against the map's, the largest first.
SCALES = (1.0, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2)
# Parts of the body's larger side: what stands alone in a frame is drawn at least so large, or the frame looks empty.
VISIBLE = 0.015
# Likewise: from islands to their frame, from a frame to all else, and a frame's least side.
ROOM, GAP, LEAST = 0.012, 0.02, 0.05
# The step by which a block of frames is moved out until it is free, as part of the body's side.
STEP = 0.02
# Weights of the side on which the islands really lie, and of the corner in which the maps have their buttons.
TRUE_SIDE, BUTTONS = 0.06, 0.15


@dataclass(frozen=True, eq=False)
class Frame:
    """A frame on the map. box: in degrees as the map; scale: the islands' against the map's; shift: see `bring`."""

    box: Box
    scale: float
    shift: Box

    def bring(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the places (n, 2) in the frame of points (n, 2) among the islands, in degrees."""
        moved: NDArray[np.float64] = points * self.scale + self.shift
        return moved


@dataclass(frozen=True, eq=False)
class Framed:
    """frames: one for each group; box: around the body and all frames."""

    frames: tuple[Frame, ...]
    box: Box


@dataclass(frozen=True, eq=False)
class _Block:
    """Frames in one row or column, from its lower left corner; scale: of the islands, scales: of those in each."""

    boxes: Box
    scale: float
    scales: Box

    @property
    def size(self) -> Box:
        size: Box = self.boxes[:, 2:].max(axis=0)
        return size


def shown_scale(box: Box) -> float:
    """Return the window heights per degree at which a box fills a window of the proportions WINDOW."""
    west, south, east, north = box
    return float(min(WINDOW / max(east - west, 1e-9), 1 / max(north - south, 1e-9)))


def find_frames(body: Shapes, groups: Sequence[Box], before: float) -> Framed | None:
    """Find the place and scale of the frames that leave the body largest.

    body: polygons that stay. groups: the boxes of the islands of each frame. before: `shown_scale` of the whole map
    as it lies; no island may be drawn smaller than then.
    All frames stand in one row or column and have one scale, but a lone islet is drawn larger (VISIBLE). A
    size of the islands counts as its square root against the body's, and where two places are alike, the side on
    which the islands really lie is taken.
    """
    tree, around = shapely.STRtree(body), shapely.total_bounds(body)
    best, found = 0.0, None
    for block in _blocks(groups, max(around[2:] - around[:2])):
        for corner in _places(tree, around, block):
            box = _joined(around, [*corner, *(corner + block.size)])
            gain = shown_scale(box) / before
            worth = gain * np.sqrt(block.scale) * _liking(around, corner + block.size / 2, groups)
            if gain * block.scale >= 1 and worth > best:
                best, found = worth, (block, corner, box)
    return _framed(*found, groups) if found else None


def _blocks(groups: Sequence[Box], side: float) -> Iterator[_Block]:
    """Yield frames side by side from west to east, and below one another from north to south, at each scale."""
    sizes = np.array([[east - west, north - south] for west, south, east, north in groups])
    middles = np.array([[(west + east) / 2, (south + north) / 2] for west, south, east, north in groups])
    for scale, axis in product(SCALES, (0, 1)):
        scales = np.maximum(scale, VISIBLE * side / np.maximum(sizes.max(axis=1), 1e-9))
        outer = np.maximum(sizes * scales[:, None] + 2 * ROOM * side, LEAST * side)
        order = np.argsort(middles[:, axis])
        starts = np.zeros_like(outer)
        for one, other in pairwise(order):
            starts[other, axis] = starts[one, axis] + outer[one, axis] + GAP / 2 * side
        # Across the row all are as large as the largest, so that they look like one strip.
        outer[:, 1 - axis] = outer[:, 1 - axis].max()
        yield _Block(np.hstack([starts, starts + outer]), scale, scales)


def _places(tree: shapely.STRtree, around: Box, block: _Block) -> Iterator[Box]:
    """Yield lower left corners of a block: from each corner of the body, moved out both ways until it is free."""
    low, high = around[:2], around[2:]
    gap = GAP * max(high - low)
    for right, top, axis in product((False, True), (False, True), (0, 1)):
        at = np.where([right, top], high - block.size, low)
        out = 1 if (right, top)[axis] else -1
        last = high[axis] + gap if out > 0 else low[axis] - gap - block.size[axis]
        steps = int(np.ceil(abs(last - at[axis]) / (STEP * (high - low)[axis])))
        for way in np.linspace(at[axis], last, steps + 1):
            at[axis] = way
            if _is_free(tree, at, block, gap):
                yield at.copy()
                break


def _is_free(tree: shapely.STRtree, corner: Box, block: _Block, gap: float) -> bool:
    size = block.size
    room = shapely.box(*(corner - gap * 0.999), *(corner + size + gap * 0.999))
    return len(tree.query(room, predicate="intersects")) == 0


def _liking(around: Box, middle: Box, groups: Sequence[Box]) -> float:
    """Return a weight near 1: more on the islands' own side, less under the buttons at the upper right."""
    centre = (around[:2] + around[2:]) / 2
    islands = np.mean([(box[:2] + box[2:]) / 2 for box in groups], axis=0)
    own, taken = islands - centre, middle - centre
    alike = own @ taken / max(np.hypot(*own) * np.hypot(*taken), 1e-9)
    return float(1 + TRUE_SIDE * alike - BUTTONS * bool((taken > 0).all()))


def _joined(one: Box, other: Sequence[float]) -> Box:
    return np.array([*np.minimum(one[:2], other[:2]), *np.maximum(one[2:], other[2:])])


def _framed(block: _Block, corner: Box, box: Box, groups: Sequence[Box]) -> Framed:
    boxes = block.boxes + np.tile(corner, 2)
    frames = [
        Frame(one, float(scale), (one[:2] + one[2:]) / 2 - scale * (group[:2] + group[2:]) / 2)
        for one, scale, group in zip(boxes, block.scales, groups, strict=True)
    ]
    return Framed(tuple(frames), box)
