"""Outlines out of their SVG path data: points, as slides and drawings need them."""

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
_NUMBER = re.compile(r"-?[0-9]+")


def rings(path: str) -> list[Points]:
    """Return the closed rings of a path in whole relative numbers, as geo.svg_paths writes it.

    After `z` the pen is back at the start of its ring, so the next move counts from there.
    """
    found = []
    pen = np.zeros(2)
    for part in path.split("z"):
        steps = np.array(_NUMBER.findall(part), dtype=np.float64).reshape(-1, 2)
        if len(steps):
            ring = pen + steps.cumsum(axis=0)
            found.append(ring)
            pen = ring[0]
    return found


def thinned(paths: Mapping[str, str], step: float) -> dict[str, list[Points]]:
    """Return the rings by code on a coarser grid: what cannot be seen on a slide need not be in its file.

    Neighbours' common corners fall on the same point, so borders stay closed; a region that the grid would
    swallow keeps a square of one step, as it does on the map.
    """
    return {code: _thin(rings(path), step) for code, path in paths.items()}


def _thin(parts: list[Points], step: float) -> list[Points]:
    snapped = [_snap(ring, step) for ring in parts]
    kept = [ring for ring in snapped if len(ring) > 2]
    return kept or [_square(parts[0][0], step)]


def _snap(ring: Points, step: float) -> Points:
    grid = np.rint(ring / step) * step
    moved = np.any(grid != np.roll(grid, 1, axis=0), axis=1)
    points = grid[moved]
    # A corner in the middle of a straight run adds nothing.
    before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    bends = before[:, 0] * after[:, 1] != before[:, 1] * after[:, 0]
    corners: Points = points[bends]
    return corners


def _square(corner: Points, step: float) -> Points:
    square: Points = corner + np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * step
    return square
