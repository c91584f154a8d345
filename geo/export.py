"""Boundaries with their values as files for other programs: GeoJSON and GeoPackage."""

import json
from io import BytesIO

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

LAYER = "cakupan"


def to_geojson(boundaries: gpd.GeoDataFrame, values: pd.DataFrame) -> bytes:
    """Return GeoJSON by RFC 7946: right-hand rule, degrees with 6 decimals (0.1 m), UTF-8.

    boundaries: `region_code` and geometry in EPSG:4326. values: one row per region_code, any columns.
    Every region has a feature; what is missing in `values` is null. Numbers stay numbers and text stays text.
    """
    joined = with_values(boundaries, values)
    shapes = shapely.to_geojson(_rounded(joined.geometry.to_numpy()))
    table = pd.DataFrame(joined.drop(columns="geometry"))
    rows = json.loads(table.to_json(orient="records", double_precision=15, date_format="iso"))
    features = [
        {"type": "Feature", "properties": row, "geometry": json.loads(shape)}
        for row, shape in zip(rows, shapes, strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def to_geopackage(boundaries: gpd.GeoDataFrame, values: pd.DataFrame) -> bytes:
    """Return an OGC GeoPackage with one layer, `cakupan`; takes and keeps the same as to_geojson."""
    file = BytesIO()
    with_values(boundaries, values).to_file(file, driver="GPKG", layer=LAYER, engine="pyogrio")
    return file.getvalue()


def with_values(boundaries: gpd.GeoDataFrame, values: pd.DataFrame) -> gpd.GeoDataFrame:
    """Join values to boundaries on region_code; every region keeps a row, a value without a boundary none.

    values: each region_code once (pandas.errors.MergeError otherwise).
    """
    return boundaries.merge(values, on="region_code", how="left", validate="one_to_one")


def _rounded(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Round coordinates to 6 decimals and turn the rings as RFC 7946 asks."""
    rounded = shapely.transform(shapes, lambda points: points.round(6))
    turned: NDArray[np.object_] = shapely.orient_polygons(rounded, exterior_cw=False)
    return turned
