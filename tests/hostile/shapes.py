"""Outlines as files of each form, one square in Kaur unless told otherwise."""

import json
import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import shape


def square(west: float, south: float, size: float) -> list[list[float]]:
    """Return a closed ring, counter-clockwise from its south-western corner."""
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


SQUARE = square(103.25, -4.75, 0.125)


def feature(geometry: dict[str, Any] | None, properties: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a feature of GeoJSON."""
    return {"type": "Feature", "properties": properties or {"kode": "17.04", "nama": "Kaur"}, "geometry": geometry}


KAUR = feature({"type": "Polygon", "coordinates": [SQUARE]})


def geojson(features: list[dict[str, Any]]) -> bytes:
    """Return a collection of features."""
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def put(content: bytes, old: str | bytes, new: str | bytes) -> bytes:
    """Replace what must stand there."""
    before, after = (one.encode() if isinstance(one, str) else one for one in (old, new))
    if before not in content:
        raise ValueError(old)
    return content.replace(before, after)


def _table() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"kode": ["17.04"], "nama": ["Kaur"]}, geometry=[shape(KAUR["geometry"])], crs=4326)


def shapefile() -> dict[str, bytes]:
    """Return the parts of a shapefile `a` by their names."""
    with tempfile.TemporaryDirectory() as folder:
        _table().to_file(Path(folder, "a.shp"))
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


def geopackage(layers: Sequence[str] = ("layer",)) -> bytes:
    """Return a GeoPackage with these layers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.gpkg")
        for layer in layers:
            _table().to_file(path, layer=layer, driver="GPKG", mode="a" if path.exists() else "w")
        return path.read_bytes()


def with_sql(content: bytes, *statements: str) -> bytes:
    """Return a SQLite file after these statements."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.gpkg")
        path.write_bytes(content)
        database = sqlite3.connect(path)
        # What GeoPackage's own triggers call exists only inside GDAL.
        for name, count in (("ST_IsEmpty", 1), ("ST_MinX", 1), ("ST_MaxX", 1), ("ST_MinY", 1), ("ST_MaxY", 1)):
            database.create_function(name, count, lambda _shape: 0)
        for statement in statements:
            database.execute(statement)
        database.commit()
        database.close()
        return path.read_bytes()
