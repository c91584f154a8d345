"""Coordinate systems of uploaded boundaries: stated by a file, guessed where it states none, and turned to degrees."""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError

from errors import DataError

DEGREES = "EPSG:4326"
# West, south, east, north of Indonesia with its islands, in degrees.
INDONESIA = (94.5, -11.5, 141.5, 6.5)
KM_PER_DEGREE = 111.2
# WGS 84, Web Mercator, UTM 46-54 north and south, TM-3 of DGN95 (the land registry's zones 46.2-54.1).
CANDIDATES = (
    DEGREES,
    "EPSG:3857",
    *(f"EPSG:{32600 + zone}" for zone in range(46, 55)),
    *(f"EPSG:{32700 + zone}" for zone in range(46, 55)),
    *(f"EPSG:{code}" for code in range(23830, 23846)),
)
_EPSG = re.compile(r"(?:EPSG:)?([0-9]{4,6})", re.IGNORECASE)
_SAMPLE = 500  # features that speak for all of them
_OFFERED = 5
Points = NDArray[np.float64]


@dataclass(frozen=True)
class Guess:
    """A coordinate system that boundaries may be in.

    distance_km: from the boundaries to the points of their regions (to the nearest region's where no region is
    known), the mean. inside: share of the boundaries that land in Indonesia, 0 to 1.
    """

    crs: str
    title: str
    distance_km: float
    inside: float


def written_crs(text: str) -> str:
    """Return `EPSG:32747` for `32747`, `epsg:32747`. Raises DataError crs_unknown (found) where EPSG has none."""
    said = _EPSG.fullmatch(text.strip())
    try:
        if not said:
            raise CRSError(text)
        CRS.from_epsg(int(said[1]))
        Transformer.from_crs(int(said[1]), DEGREES)
    except ProjError as error:
        raise DataError("crs_unknown", found=text) from error
    return f"EPSG:{said[1]}"


def crs_title(crs: str) -> str:
    """Return the name of a coordinate system: `WGS 84 / UTM zone 47S`; "" where it has none."""
    try:
        name = str(CRS.from_user_input(crs).name)
    except ProjError:
        return ""
    return "" if name.lower() in {"unknown", "unnamed", "undefined"} else name


def usable(crs: str | None) -> bool:
    """Say whether degrees can be computed from the coordinate system that a file states."""
    try:
        return crs is not None and Transformer.from_crs(crs, DEGREES) is not None
    except ProjError:
        return False


def to_degrees(shapes: NDArray[np.object_], crs: str) -> NDArray[np.object_]:
    """Return shapes in EPSG:4326, longitude first; a point that has no degrees becomes infinite.

    crs: as `Layer.crs` says it or `written_crs` gives it. Raises DataError crs_unknown (found).
    """
    try:
        ways = Transformer.from_crs(crs, DEGREES, always_xy=True)
    except ProjError as error:
        raise DataError("crs_unknown", found=crs) from error
    if CRS.from_user_input(crs).to_epsg() == 4326:
        return shapes
    moved: NDArray[np.object_]
    moved = shapely.transform(shapes, lambda points: np.column_stack(ways.transform(points[:, 0], points[:, 1])))
    return moved


def in_indonesia(shapes: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Say whether each shape (degrees) touches Indonesia's bounding box; False where there is none."""
    west, south, east, north = shapely.bounds(shapes).T
    inside: NDArray[np.bool_]
    inside = (west <= INDONESIA[2]) & (east >= INDONESIA[0]) & (south <= INDONESIA[3]) & (north >= INDONESIA[1])
    return inside


def turn_round(shapes: NDArray[np.object_]) -> tuple[NDArray[np.object_], bool]:
    """Return shapes with their coordinates exchanged where latitude stands before longitude, and whether it did.

    No degrees of Indonesia are in both places: its longitudes begin at 94. In metres nothing is as small.
    """
    if shapely.is_missing(shapes).all() or in_indonesia(shapes).any():
        return shapes, False
    south, west, north, east = shapely.bounds(shapes).T
    inside = (west >= INDONESIA[0]) & (east <= INDONESIA[2]) & (south >= INDONESIA[1]) & (north <= INDONESIA[3])
    if not (inside | shapely.is_missing(shapes)).all():
        return shapes, False
    turned: NDArray[np.object_] = shapely.transform(shapes, lambda points: points[:, ::-1])
    return turned, True


def guess_crs(shapes: NDArray[np.object_], codes: pd.Series, regions: pd.DataFrame) -> list[Guess]:
    """Return the coordinate systems that shapes may be in, the likeliest first, five at most.

    shapes: as written, None where there is none. codes: the region_code of each, missing where unknown.
    regions: rows of `read_regions()` at one level, with lon and lat.
    Each candidate turns the middles of the shapes into degrees; the nearer they come to the points of their
    regions, the likelier it is. Where no region is known the nearest one counts, which tells zones apart only
    by where land is. None where nothing lands in Indonesia.
    """
    rows = np.flatnonzero(~shapely.is_missing(shapes))[:_SAMPLE]
    middles = shapely.get_coordinates(shapely.centroid(shapely.envelope(shapes[rows])))
    named = codes.iloc[rows].map(regions.set_index("region_code")[["lon", "lat"]].apply(tuple, axis=1))
    known = regions[["lon", "lat"]].to_numpy()
    guesses = [_guess(crs, middles, named, known) for crs in _by_size(middles)]
    likely = [guess for guess in guesses if guess.inside > 0]
    return sorted(likely, key=lambda guess: (-round(guess.inside, 1), guess.distance_km))[:_OFFERED]


def _by_size(middles: Points) -> tuple[str, ...]:
    """Tell degrees from metres by size: degrees are never above 180, and no metres of Indonesia are all as small."""
    in_degrees = len(middles) > 0 and bool((np.abs(middles) <= [180, 90]).all())
    return CANDIDATES[:1] if in_degrees else CANDIDATES[1:]


def _guess(crs: str, middles: Points, named: pd.Series, known: Points) -> Guess:
    ways = Transformer.from_crs(crs, DEGREES, always_xy=True)
    points = np.column_stack(ways.transform(middles[:, 0], middles[:, 1]))
    points = np.where(np.isfinite(points), points, 1e6)
    west, south, east, north = INDONESIA
    inside = ((points >= [west, south]) & (points <= [east, north])).all(axis=1)
    has_name = named.notna().to_numpy()
    if has_name.any():
        gaps = np.linalg.norm(points[has_name] - np.array(named[has_name].tolist()), axis=1)
    else:
        gaps = np.linalg.norm(points[:, None] - known[None], axis=2).min(axis=1)
    return Guess(crs, crs_title(crs), round(float(gaps.mean()) * KM_PER_DEGREE, 1), round(float(inside.mean()), 3))
