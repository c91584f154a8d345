"""Islands far from the rest of a map, drawn in frames of their own so that empty sea does not shrink the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.frames import Frame, find_frames, shown_scale

Points = dict[str, tuple[float, float]]
Shapes = NDArray[np.object_]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

# The rest of the map has to be drawn so much larger, or all stays where it lies.
ENLARGED = 1.25
# Parts of all land: each island of the body has at least this much of it, the far ones together at most that much.
BODY, FAR = 0.1, 0.15
# So much of what could be gained is enough: the islands that would add the last of it stay where they lie.
ENOUGH = 0.9
# Part of the map's diagonal: islands less than so far from one another share a frame.
TOGETHER = 0.2
# Part of the body's larger side: an island of less than its square is a speck, hidden by any rim.
SPECK = 0.012
MAINLAND = -1


@dataclass(frozen=True, eq=False)
class Arranged:
    """A map with its far islands in frames.

    boundaries: the rows as they came, the far islands' polygons moved; a region stays one shape, wherever its parts
    lie. points: a place on each region, moved alike. frames: none where everything lies at its own place. specks: codes
    of regions that lie in frames with nothing but specks, which need their colour more than a rim.
    """

    boundaries: gpd.GeoDataFrame
    points: Points
    frames: tuple[Frame, ...] = ()
    specks: tuple[str, ...] = ()


def arrange(boundaries: gpd.GeoDataFrame, points: Mapping[str, tuple[float, float]]) -> Arranged:
    """Move the islands that lie far from the rest into frames in a free corner of the map.

    boundaries: region_code and valid polygons of one area in degrees (EPSG:4326), taken as a plane.
    points: longitude and latitude of a place on each region, by code.
    A map's body are the landmasses of a tenth of its land each. Islands are far from the farthest inwards, as many as
    are needed for most of what the map gains by it (ENOUGH), and 15 % of the land at most. Nothing is moved unless the
    body is then drawn 1.25 times as large, frames included, and no island smaller than before: an archipelago has no
    body, or one that reaches through all of it, and stays whole.
    The method is our own; atlases have insets of Alaska and Hawaii by the same reasons.
    """
    parts, owner = shapely.get_parts(boundaries.geometry.to_numpy(), return_index=True)
    far = _whole_regions(find_far(parts), parts, owner)
    framed = _framed(parts, far) if far.any() else None
    if framed is None:
        return Arranged(boundaries, dict(points))
    frames, number = framed
    moved = np.array([_moved(part, frames, at) for part, at in zip(parts, number, strict=True)], dtype=object)
    shapes = shapely.multipolygons(moved, indices=owner)
    rows = {code: np.flatnonzero(owner == row) for row, code in enumerate(boundaries["region_code"])}
    places = {
        code: _moved_point(point, parts, number, frames, rows[code]) for code, point in points.items() if code in rows
    }
    largest = SPECK * max(np.ptp(shapely.total_bounds(parts[~far]).reshape(2, 2), axis=0))
    seen = set(owner[~far | (shapely.area(moved) >= largest**2)])
    specks = tuple(code for row, code in enumerate(boundaries["region_code"]) if row not in seen)
    return Arranged(boundaries.set_geometry(shapes, crs=boundaries.crs), places, frames, specks)


def find_far(parts: Shapes) -> Flags:
    """Say which of a map's polygons lie far from its body; none where that would not enlarge the rest enough."""
    areas, away = shapely.area(parts), _distances(parts)
    whole = shown_scale(shapely.total_bounds(parts))
    found = np.zeros(len(parts), dtype=bool)
    steps = np.unique(away)[::-1][1:]
    gains = [(shown_scale(shapely.total_bounds(parts[away <= step])) / whole, step) for step in steps]
    small = [(gain, step) for gain, step in gains if areas[away > step].sum() <= FAR * areas.sum()]
    best = max((gain for gain, _step in small), default=1.0)
    if best < ENLARGED:
        return found
    found |= away > next(step for gain, step in small if gain >= max(ENOUGH * best, ENLARGED))
    return found


def _distances(parts: Shapes) -> NDArray[np.float64]:
    """Return the degrees from each polygon to the nearest landmass of the body; 0 where there is no body."""
    masses = shapely.get_parts(shapely.union_all(parts))
    areas = shapely.area(masses)
    body = masses[areas >= BODY * areas.sum()]
    if not len(body):
        return np.zeros(len(parts))
    nearest: NDArray[np.float64] = np.min([shapely.distance(parts, mass) for mass in body], axis=0)
    return nearest


def _whole_regions(far: Flags, parts: Shapes, owner: Numbers) -> Flags:
    """Add the rest of an island regency where more than half of it is far."""
    areas = shapely.area(parts)
    share = np.bincount(owner, areas * far) / np.bincount(owner, areas)
    together: Flags = far | (share > 0.5)[owner]
    return together


def _framed(parts: Shapes, far: Flags) -> tuple[tuple[Frame, ...], Numbers] | None:
    """Return frames for the far islands and each polygon's frame; None where they cost more room than they give."""
    number = np.full(len(parts), MAINLAND)
    number[far] = _groups(parts[far], TOGETHER * _diagonal(parts))
    groups = [shapely.total_bounds(parts[number == at]) for at in range(number.max() + 1)]
    before = shown_scale(shapely.total_bounds(parts))
    found = find_frames(parts[~far], groups, before)
    if found is None or shown_scale(found.box) < ENLARGED * before:
        return None
    return found.frames, number


def _diagonal(parts: Shapes) -> float:
    west, south, east, north = shapely.total_bounds(parts)
    return float(np.hypot(east - west, north - south))


def _groups(islands: Shapes, reach: float) -> Numbers:
    """Number the islands by group: those in a chain of steps shorter than `reach` are one group."""
    around = shapely.get_parts(shapely.union_all(shapely.buffer(islands, reach / 2, quad_segs=4)))
    island, group = shapely.STRtree(around).query(shapely.point_on_surface(islands), predicate="intersects")
    numbers = np.zeros(len(islands), dtype=np.int64)
    numbers[island] = group
    return numbers


def _moved(part: shapely.Geometry, frames: tuple[Frame, ...], number: int) -> shapely.Geometry:
    return part if number == MAINLAND else shapely.transform(part, frames[number].bring)


def _moved_point(
    point: tuple[float, float], parts: Shapes, number: Numbers, frames: tuple[Frame, ...], own: Numbers
) -> tuple[float, float]:
    """Return the new place of a region, moved along with its nearest part."""
    nearest = own[np.argmin(shapely.distance(parts[own], shapely.Point(point)))]
    if number[nearest] == MAINLAND:
        return point
    x, y = frames[number[nearest]].bring(np.array([point]))[0]
    return float(x), float(y)
