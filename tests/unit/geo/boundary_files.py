"""Files of boundaries made in the test: every form, and rings with every fault."""

import io
import json
import zipfile
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

SHARED = Path(__file__).parents[3].parent / "shared" / "geo"
KAUR, SELUMA = shapely.box(103, -5, 103.5, -4.5), shapely.box(102.5, -4.5, 103, -4)


def shared(name: str) -> Path:
    if not (SHARED / name).exists():
        pytest.skip(f"../shared/geo/{name} is not on this machine")
    return SHARED / name


def zipped(files: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return content.getvalue()


def zipped_folder(folder: Path) -> bytes:
    return zipped({path.name: path.read_bytes() for path in sorted(folder.iterdir())})


def layer(shapes=(KAUR, SELUMA), crs="EPSG:4326", **columns) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(columns or {"KODE": ["1704", "1705"]}, geometry=list(shapes), crs=crs)


def shapefile(folder: Path, boundaries: gpd.GeoDataFrame, inside: str = "", without: tuple[str, ...] = ()) -> bytes:
    folder.mkdir(exist_ok=True)
    boundaries.to_file(folder / "batas.shp")
    parts = sorted(folder.glob("batas.*"))
    return zipped({inside + path.name: path.read_bytes() for path in parts if path.suffix not in without})


def geopackage(folder: Path, **layers: gpd.GeoDataFrame) -> bytes:
    for name, boundaries in layers.items():
        boundaries.to_file(folder / "batas.gpkg", layer=name)
    return (folder / "batas.gpkg").read_bytes()


def geojson(*geometries: dict | None, **properties: list) -> bytes:
    """Return a collection of geometries as written, with properties by column."""
    rows = [dict(zip(properties, cells, strict=True)) for cells in zip(*properties.values(), strict=True)]
    rows = rows or [{"KODE": f"17.{number:02}"} for number in range(1, len(geometries) + 1)]
    features = [
        {"type": "Feature", "properties": row, "geometry": geometry}
        for row, geometry in zip(rows, geometries, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def polygon(*rings: list[tuple[float, float]]) -> dict:
    return {"type": "Polygon", "coordinates": [list(map(list, ring)) for ring in rings]}
