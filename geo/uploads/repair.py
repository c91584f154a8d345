"""Repair of the rings of boundaries from anywhere, with a note on each feature that was mended or cannot be used."""

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.boundaries import valid_polygons

Shapes = NDArray[np.object_]
# GEOS's reasons for a polygon that is not valid; the position stands behind them in brackets.
_REASONS = {
    "Ring Self-intersection": "ring_touches",
    "Interior is disconnected": "ring_touches",
    "Self-intersection": "ring_crosses",
    "Hole lies outside shell": "hole_outside",
    "Holes are nested": "holes_nested",
    "Nested shells": "pieces_overlap",
    "Duplicate Rings": "pieces_overlap",
    "Too few points in geometry component": "ring_short",
}
_POSITION = re.compile(r"(?P<reason>[^\[]*)\[(?P<x>\S+) (?P<y>\S+)\]")
# With these a feature has no boundary that could be used; all other codes tell of something mended.
UNUSABLE = ("empty", "not_polygon", "coordinates_bad", "collapsed")
NOTES = ["feature", "code", "count", "place"]


def read_shapes(wkb: Shapes) -> tuple[Shapes, pd.DataFrame]:
    """Return shapes, open rings closed, and notes.

    wkb: as a file holds them, None where there is no shape. A shape is None where it has no points; it may be of
    any kind and not valid yet.
    Notes: feature (from 1), code, count (how many), place (`lon, lat` or ""), in the order of the features.
    """
    shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    broken = shapely.is_missing(shapes) & np.array([one is not None for one in wkb], dtype=bool)
    shapes[broken] = shapely.from_wkb(wkb[broken], on_invalid="fix")
    gone = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    shapes[gone] = None
    notes = _noted("ring_unclosed", broken & ~gone), _noted("ring_short", broken & gone), _noted("empty", gone)
    return shapely.force_2d(shapes), joined_notes(*notes)


def mend(shapes: Shapes) -> tuple[Shapes, pd.DataFrame]:
    """Return valid polygons or multipolygons, oriented by RFC 7946, and notes as `read_shapes` gives them.

    shapes: in degrees, of any kind, None where there is none (that is not noted again). What has no area comes
    back as None, with a code of UNUSABLE. The position of a fault is told in degrees.
    """
    finite = shapely.is_missing(shapes) | np.isfinite(shapely.bounds(shapes)).all(axis=1)
    usable, others = _polygons(_kept(shapes, finite))
    tidy, repeated = _without_repeated(usable)
    broken = ~(shapely.is_missing(tidy) | shapely.is_valid(tidy))
    mended = valid_polygons(gpd.GeoSeries(tidy)).to_numpy()
    lost = shapely.is_missing(mended) & ~shapely.is_missing(tidy)
    none_left = shapely.is_missing(usable) & ~shapely.is_missing(shapes) & finite
    return _kept(mended, ~shapely.is_missing(mended)), joined_notes(
        _noted("coordinates_bad", ~finite),
        _noted("not_polygon", none_left),
        _noted("other_shapes_dropped", np.where(none_left, 0, others)),
        _noted("points_repeated", repeated),
        _reasons(tidy, broken),
        _collapsed_rings(tidy, broken),
        _noted("collapsed", lost),
    )


def _kept(shapes: Shapes, keep: NDArray[np.bool_]) -> Shapes:
    """Return shapes, None where they are not kept (np.where knows no None)."""
    chosen: Shapes = np.full(len(shapes), None, dtype=object)
    chosen[keep] = shapes[keep]
    return chosen


def joined_notes(*parts: pd.DataFrame) -> pd.DataFrame:
    """Return the notes of several steps by feature, in the order of the steps."""
    filled = [part for part in parts if len(part)]
    whole = pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=NOTES)
    return whole.sort_values("feature", kind="stable", ignore_index=True)


def _noted(code: str, counts: NDArray[np.generic]) -> pd.DataFrame:
    """Return a note for each feature whose count (or truth) is not 0."""
    rows = np.flatnonzero(counts)
    return pd.DataFrame({"feature": rows + 1, "code": code, "count": counts[rows].astype(int), "place": ""})


def _polygons(shapes: Shapes) -> tuple[Shapes, NDArray[np.int64]]:
    """Keep the polygons of each shape; return how many parts of another kind there were."""
    kinds = shapely.get_type_id(shapes)
    others = np.zeros(len(shapes), dtype=np.int64)
    kept = _kept(shapes, np.isin(kinds, [3, 6]))
    for row in np.flatnonzero((kinds >= 0) & ~np.isin(kinds, [3, 6])):
        parts = shapely.get_parts(shapely.get_parts(shapes[row]))  # a collection may hold multipolygons
        areas = parts[shapely.get_type_id(parts) == 3]
        others[row] = len(parts) - len(areas)
        kept[row] = shapely.multipolygons(areas) if len(areas) else None
    return kept, others


def _without_repeated(shapes: Shapes) -> tuple[Shapes, NDArray[np.int64]]:
    # GEOS makes no ring of one point: a ring without length stays as it is, and is noted as one that encloses nothing.
    parts, owner = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points = np.unique(owner[part[shapely.length(rings) == 0]])
    tidy = shapes.copy()
    others = np.setdiff1d(np.arange(len(shapes)), points)
    tidy[others] = shapely.remove_repeated_points(shapes[others], 0.0)
    return tidy, shapely.get_num_coordinates(shapes) - shapely.get_num_coordinates(tidy)


def _reasons(shapes: Shapes, broken: NDArray[np.bool_]) -> pd.DataFrame:
    """Return why GEOS finds a shape not valid, and where."""
    rows = np.flatnonzero(broken)
    found = [_POSITION.match(text) for text in shapely.is_valid_reason(shapes[rows])]
    return pd.DataFrame(
        [
            (
                row + 1,
                _REASONS.get(said["reason"], "ring_crosses") if said else "ring_crosses",
                1,
                f"{float(said['x']):.4f}, {float(said['y']):.4f}" if said else "",
            )
            for row, said in zip(rows, found, strict=True)
        ],
        columns=NOTES,
    )


def _collapsed_rings(shapes: Shapes, broken: NDArray[np.bool_]) -> pd.DataFrame:
    """Return how many pieces and holes of broken shapes enclose nothing; mending drops them."""
    rows = np.flatnonzero(broken)
    parts, owner = shapely.get_parts(shapes[rows], return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    whole_rings = shapely.polygons(rings)
    flat = shapely.area(whole_rings) == 0
    # The two halves of a ring like an 8 cancel each other: only what mending empties encloses nothing.
    flat[flat] = shapely.area(shapely.make_valid(whole_rings[flat], method="structure", keep_collapsed=False)) == 0
    hole = np.diff(part, prepend=-1) == 0
    counted = [np.bincount(owner[part[flat & kind]], minlength=len(rows)) for kind in (~hole, hole)]
    whole = np.zeros((2, len(shapes)), dtype=np.int64)
    whole[:, rows] = counted
    return joined_notes(_noted("pieces_dropped", whole[0]), _noted("holes_dropped", whole[1]))
