"""The same boundaries and figures for every contestant, as two plain files."""

from pathlib import Path

import shapely

from data.indicators import load_indicators
from data.query import series
from data.store.catalogue import load_dataset
from geo.boundaries import read_boundaries
from geo.regions import read_regions, regions_in
from geo.simplify import count_vertices, simplify_country

DATASET, INDICATOR, SEGMENT = "simulated", "coverage", "all"


def write_inputs(folder: Path) -> str:
    """Write regions.geojson and values.csv from the bundled data and say how much they hold.

    The boundaries are those that our own map draws of the country, with coordinates of 4 decimals (11 m).
    """
    boundaries = simplify_country(read_boundaries())[["region_code", "geometry"]]
    # Plotly takes a ring that runs counterclockwise for the rest of the world.
    boundaries["geometry"] = shapely.orient_polygons(boundaries.geometry.to_numpy(), exterior_cw=True)
    boundaries.to_file(folder / "regions.geojson", driver="GeoJSON", COORDINATE_PRECISION=4)
    values = _values()
    values.to_csv(folder / "values.csv", index=False)
    shape = f"{len(boundaries)} regions, {count_vertices(boundaries):,} vertices"
    return f"{shape}, {values['period'].nunique()} periods"


def _values():
    regions = read_regions()
    indicator = load_indicators()[INDICATOR]
    rows = series(load_dataset(DATASET).observations, regions, indicator, SEGMENT)
    regencies = regions_in(regions, "ID", "regency")[["region_code", "name"]]
    rows = rows.merge(regencies, on="region_code")[["region_code", "name", "period", "value"]]
    return rows.round({"value": 1})
