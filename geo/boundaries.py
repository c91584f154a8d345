"""The bundled boundaries of the regencies, and polygons made sound.

Rings run counter-clockwise outside and clockwise inside, as RFC 7946 asks of GeoJSON, in which they leave.
"""

import zipfile
import zlib
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from errors import DataError

REGENCIES_ZIP = Path(__file__).with_name("boundaries") / "regencies.zip"
OVERLAP_CSV = REGENCIES_ZIP.with_name("overlap.csv")
# Of the source, and of the shapefile made of it, which cuts names to ten characters.
_CODES = {"kemendagri_code": "region_code", "region_cod": "region_code"}


def load_overlap() -> pd.DataFrame:
    """Load how well each bundled boundary covers its source, as tools/measure_boundaries.py measured it.

    Returns region_code, area_km2 of the source, and iou (intersection over union, 0 to 1).
    Raises DataError file_missing (file).
    """
    if not OVERLAP_CSV.is_file():
        raise DataError("file_missing", file=OVERLAP_CSV.name)
    return pd.read_csv(OVERLAP_CSV, dtype={"region_code": str})


def read_boundaries(source: Path | None = None) -> gpd.GeoDataFrame:
    """Read the bundled boundaries of all 514 regencies, or the source that they are made of.

    Returns region_code (text) and geometry (valid polygons or multipolygons in EPSG:4326, oriented by RFC 7946),
    by region_code. Raises DataError file_missing (file), file_damaged (file, reason).
    """
    source = source or REGENCIES_ZIP
    if not source.is_file():
        raise DataError("file_missing", file=source.name)
    try:
        if source.suffix == ".zip" and zipfile.ZipFile(source).testzip():
            raise zipfile.BadZipFile
        layer = gpd.read_file(source).rename(columns=_CODES)
    except (zipfile.BadZipFile, zlib.error, RuntimeError) as error:  # pyogrio's errors are RuntimeErrors
        raise DataError("file_damaged", file=source.name, reason="ZIP") from error
    boundaries = gpd.GeoDataFrame({"region_code": layer["region_code"]}, geometry=valid_polygons(layer.geometry))
    return boundaries.sort_values("region_code", ignore_index=True)


def valid_polygons(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Repair self-crossing boundaries and keep what has an area, oriented; other shapes come back missing."""
    repaired = shapely.force_2d(shapes.to_numpy())
    broken = ~(shapely.is_missing(repaired) | shapely.is_valid(repaired))
    repaired[broken] = shapely.make_valid(repaired[broken], method="structure", keep_collapsed=False)
    oriented = gpd.GeoSeries(shapely.orient_polygons(repaired, exterior_cw=False), index=shapes.index, crs=shapes.crs)
    return oriented.where(oriented.geom_type.isin(["Polygon", "MultiPolygon"]) & ~oriented.is_empty)
