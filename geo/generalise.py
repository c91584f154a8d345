"""Outlines of regions drawn anew from H3 cells, so that neighbours share their borders exactly.

The cells are the hexagons of H3 (https://h3geo.org/docs/core-library/overview), which names every cell and
every corner of a cell by a number. Borders are compared by those numbers and not by coordinates, so that no
rounding parts two neighbours (at resolution 7 it did so for eight regencies near Kalimantan).
"""

import geopandas as gpd
import h3.api.basic_int as h3
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

KM_PER_DEGREE = 111.2
NOBODY = -1  # owner of a cell at sea


def generalise(source: gpd.GeoDataFrame, resolution: int, tolerance: float) -> gpd.GeoDataFrame:
    """Draw every region's boundary from the H3 cells whose centre it covers, then simplify all together.

    source: `region_code` and polygons in EPSG:4326 that do not overlap.
    resolution: of the cells; 10 is about 0.015 km² each, 9 about 0.1, 8 about 0.7.
    tolerance: degrees; `shapely.coverage_simplify` removes corners of less than its square (Visvalingam and
        Whyatt 1993); of an island at least a triangle stays.
    Returns the rows of `source` with new geometry: valid, rounded to 1e-6 degree, one valid coverage.
    """
    cells = border_cells(source, resolution)
    owners = owners_of(cells, source)
    edges = boundary_edges(cells, owners)
    boundaries = polygons_from(smooth_segments(edges), len(source))
    return source.set_geometry(shapely.coverage_simplify(boundaries, tolerance), crs=source.crs)


def border_cells(source: gpd.GeoDataFrame, resolution: int) -> NDArray[np.int64]:
    """List the cells that a border passes through, with all their neighbours, in order.

    Every other cell has only neighbours of its own region and adds nothing to a boundary. Points a quarter
    of a cell's edge apart cannot miss a border that passes between the centres of two cells.
    """
    spacing = h3.average_hexagon_edge_length(resolution, unit="km") / 4 / KM_PER_DEGREE
    borders = shapely.segmentize(shapely.boundary(source.geometry.to_numpy()), spacing)
    points = shapely.get_coordinates([*borders, *source.representative_point()])
    touched = {h3.latlng_to_cell(lat, lng, resolution) for lng, lat in points.tolist()}
    with_neighbours = {cell for middle in touched for cell in h3.grid_disk(middle, 1)}
    return np.array(sorted(with_neighbours), dtype=np.int64)


def owners_of(cells: NDArray[np.int64], source: gpd.GeoDataFrame) -> NDArray[np.int64]:
    """Return, for each cell, the row number of the region that covers its centre, or NOBODY.

    A region too small to cover any centre takes the cell in which it lies (two of them need finer cells).
    """
    centres = np.array([h3.cell_to_latlng(cell) for cell in cells.tolist()])[:, ::-1]
    parts, row_of_part = shapely.get_parts(source.geometry.to_numpy(), return_index=True)
    # The index is over the points, so that each polygon is prepared once and asked for many points.
    part, cell = shapely.STRtree(shapely.points(centres)).query(parts, predicate="intersects")
    owners = np.full(len(cells), NOBODY, dtype=np.int64)
    # Backwards, so that of two regions with one centre on their border the first has it.
    owners[cell[::-1]] = row_of_part[part[::-1]]
    resolution = h3.get_resolution(int(cells[0]))
    for row in sorted(set(range(len(source))) - set(owners.tolist())):
        inside = source.geometry.iloc[row].representative_point()
        owners[np.searchsorted(cells, h3.latlng_to_cell(inside.y, inside.x, resolution))] = row
    return owners


def boundary_edges(cells: NDArray[np.int64], owners: NDArray[np.int64]) -> pd.DataFrame:
    """Return the edges of cells that part two owners, once for each region that they bound.

    Returns columns owner, start, end (H3 vertex numbers; the region lies on the left).
    """
    corners = [h3.cell_to_vertexes(cell) for cell in cells.tolist()]
    sizes = [len(around) for around in corners]
    edges = pd.DataFrame(
        {
            "owner": np.repeat(owners, sizes),
            "start": [corner for around in corners for corner in around],
            "end": [corner for around in corners for corner in around[1:] + around[:1]],
        }
    )
    twins = edges.rename(columns={"owner": "neighbour", "start": "end", "end": "start"})
    both = edges.merge(twins, on=["start", "end"], validate="one_to_one")
    return both[(both["owner"] != both["neighbour"]) & (both["owner"] != NOBODY)]


def smooth_segments(edges: pd.DataFrame) -> pd.DataFrame:
    """Replace the teeth of the hexagons by lines from the middle of one edge to the middle of the next.

    A straight border of hexagons is a zigzag whose middles lie on one line. A corner where three owners meet
    stays, so that the three boundaries go on meeting in it. At each corner a region has one edge in, one out.
    Returns columns owner, x0, y0, x1, y1: degrees rounded to 1e-6.
    """
    corners = _positions(edges)
    start, end = corners.loc[edges["start"]].to_numpy(), corners.loc[edges["end"]].to_numpy()
    middles = edges.assign(x=((start + end) / 2)[:, 0], y=((start + end) / 2)[:, 1])
    pairs = middles.merge(middles, left_on=["owner", "end"], right_on=["owner", "start"], suffixes=("0", "1"))
    meeting = pairs.groupby("end0")["owner"].transform("size") + _borders_the_sea(pairs) > 2
    straight = pairs.loc[~meeting, ["owner", "x0", "y0", "x1", "y1"]]
    joints = corners.loc[pairs.loc[meeting, "end0"]].to_numpy()
    into = pairs.loc[meeting, ["owner", "x0", "y0"]].assign(x1=joints[:, 0], y1=joints[:, 1])
    out_of = pairs.loc[meeting, ["owner", "x1", "y1"]].assign(x0=joints[:, 0], y0=joints[:, 1])
    return pd.concat([straight, into, out_of], ignore_index=True).round(6)


def polygons_from(segments: pd.DataFrame, count: int) -> NDArray[np.object_]:
    """Join each owner's segments to one valid polygon or multipolygon; rows 0 to count - 1."""
    ends = segments[["x0", "y0", "x1", "y1"]].to_numpy().reshape(-1, 2, 2)
    rows = segments.groupby("owner").indices
    lines = [shapely.multilinestrings(ends[rows[owner]]) for owner in range(count)]
    polygons: NDArray[np.object_] = shapely.build_area(lines)
    return polygons


def _positions(edges: pd.DataFrame) -> pd.DataFrame:
    """Return longitude and latitude of every corner, by H3 vertex number."""
    corners = np.unique(edges[["start", "end"]].to_numpy())
    positions = np.array([h3.vertex_to_latlng(corner) for corner in corners.tolist()])
    return pd.DataFrame({"x": positions[:, 1], "y": positions[:, 0]}, index=corners)


def _borders_the_sea(pairs: pd.DataFrame) -> pd.Series:
    """Tell, for each corner, whether one of its three cells is nobody's."""
    sea = (pairs["neighbour0"] == NOBODY) | (pairs["neighbour1"] == NOBODY)
    return sea.groupby(pairs["end0"]).transform("any")
