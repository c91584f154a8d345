"""Boundaries as SVG paths on an integer grid: small on the wire, drawn as they are."""

from typing import Any

import numpy as np
import numpy.typing as npt
from shapely import get_exterior_ring, get_interior_ring, get_num_interior_rings, get_parts

from geo.frames import Frame
from geo.insets import Arranged

Ints = npt.NDArray[np.int64]


def to_paths(boundaries: Any, step: float) -> dict[str, Any]:
    """Return path data per region on the plane of the map: plate carrée, x = longitude, y = -latitude.

    boundaries: GeoDataFrame with region_code and geometry in EPSG:4326.
    step: size of one grid unit in degrees; a detail smaller than that is lost, a region never is.
    Returns `box` (x, y, width, height in grid units), `step`, and `paths`: SVG path data by region_code in
    relative integers, which compress to about two bytes a vertex.
    """
    rings = {
        code: _rings(geometry, step) for code, geometry in zip(boundaries.region_code, boundaries.geometry, strict=True)
    }
    every = np.vstack([ring for parts in rings.values() for ring in parts])
    return {
        "box": _box(every),
        "step": step,
        "paths": {code: "".join(_path(parts)) for code, parts in rings.items()},
    }


def to_plane(arranged: Arranged, step: float) -> dict[str, Any]:
    """Return a map with its far islands in frames: the paths of `to_paths`, with places and frames on the same plane.

    `points`: x and y in degrees by region_code, in the order given; `frames`: x, y, width and height of each frame in
    grid units, and the scale of its islands against the map's; `box` lies around the frames as well; `specks` are
    those of `Arranged`.
    """
    drawn = to_paths(arranged.boundaries, step)
    frames = [_framed(frame, step) for frame in arranged.frames]
    x, y, width, height = drawn["box"]
    corners = [[x, y], [x + width, y + height]]
    corners += [[x + right, y + down] for x, y, *size, _scale in frames for right, down in ([0, 0], size)]
    points = {code: [x, -y] for code, (x, y) in arranged.points.items()}
    return drawn | {"box": _box(np.array(corners)), "points": points, "frames": frames, "specks": list(arranged.specks)}


def _box(points: Ints) -> list[int]:
    """Return x, y, width and height around points."""
    low, high = points.min(axis=0), points.max(axis=0)
    return [int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1])]


def _framed(frame: Frame, step: float) -> list[float]:
    west, south, east, north = frame.box
    corners = np.rint(np.array([[west, -north], [east, -south]]) / step).astype(np.int64)
    return [*_box(corners), frame.scale]


def _rings(geometry: Any, step: float) -> list[Ints]:
    """Return the rings of one region on the grid, without points that fell together."""
    rings = []
    for polygon in get_parts(geometry):
        holes = [get_interior_ring(polygon, i) for i in range(get_num_interior_rings(polygon))]
        rings += [_on_grid(ring, step) for ring in [get_exterior_ring(polygon), *holes]]
    visible = [ring for ring in rings if _has_area(ring)]
    return visible or [_dot(max(rings, key=len))]


def _has_area(ring: Ints) -> bool:
    """Say whether a ring encloses anything on the grid (shoelace formula); a line there and back does not."""
    x, y = ring[:, 0], ring[:, 1]
    return bool(np.dot(x, np.roll(y, 1)) != np.dot(y, np.roll(x, 1)))


def _on_grid(ring: Any, step: float) -> Ints:
    points = np.asarray(ring.coords)[:-1, :2] * [1, -1] / step
    grid = np.rint(points).astype(np.int64)
    return grid[np.any(grid != np.roll(grid, 1, axis=0), axis=1)] if (grid != grid[0]).any() else grid[:1]


def _dot(ring: Ints) -> Ints:
    """Return a square of one unit for a region too small for the grid: it must stay on the map."""
    square: Ints = ring[0] + np.array([[0, 0], [1, 0], [1, 1], [0, 1]], dtype=np.int64)
    return square


def _path(rings: list[Ints]) -> list[str]:
    """Write a ring as relative commands; `z` puts the pen back at the ring's start."""
    pieces, pen = [], np.zeros(2, dtype=np.int64)
    for ring in rings:
        moves = np.vstack([ring[0] - pen, np.diff(ring, axis=0)])
        pieces.append("m{} {}l".format(*moves[0]) + _numbers(moves[1:]) + "z")
        pen = ring[0]
    return pieces


def _numbers(moves: Ints) -> str:
    """Write numbers parted by a space only where no minus sign parts them."""
    return " ".join(map(str, moves.ravel().tolist())).replace(" -", "-")
