"""Reading boundaries: a shapefile, GeoJSON or GeoPackage from anywhere becomes one tidy table of boundaries.

Rings run counter-clockwise outside and clockwise inside, as RFC 7946 asks of GeoJSON, in which they leave.
"""

import zipfile
import zlib
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely
from pyproj.exceptions import ProjError

from errors import DataError
from geo.regions import written_code

REGENCIES_ZIP = Path(__file__).with_name("boundaries") / "regencies.zip"
OVERLAP_CSV = REGENCIES_ZIP.with_name("overlap.csv")

# In order of preference, in lower case. A shapefile cuts names to ten characters.
CODE_COLUMNS = ("region_code", "region_cod", "kemendagri_code", "kdpkab", "kode_kab", "kode", "code")
LAYERS = (".shp", ".geojson", ".json", ".gpkg")
SIGNATURES = (b"\x00\x00\x27\x0a", b"{", b"SQLite format 3\x00")  # how a .shp, GeoJSON and GeoPackage begin
UNKNOWN_FORM = "no known form of boundaries"


def load_regency_boundaries() -> gpd.GeoDataFrame:
    """Return the bundled boundaries of all 514 regencies, read like any other file (see read_boundaries)."""
    return read_boundaries(REGENCIES_ZIP)


def load_overlap() -> pd.DataFrame:
    """Load how well each bundled boundary covers its source, as tools/measure_boundaries.py measured it.

    Returns region_code, area_km2 of the source, and iou (intersection over union, 0 to 1).
    Raises DataError file_missing (file).
    """
    if not OVERLAP_CSV.is_file():
        raise DataError("file_missing", file=OVERLAP_CSV.name)
    return pd.read_csv(OVERLAP_CSV, dtype={"region_code": str})


def read_boundaries(source: Path, code_column: str | None = None) -> gpd.GeoDataFrame:
    """Read boundaries of regions, whatever their form and coordinate system.

    source: a shapefile (zipped, or the .shp beside its other parts), GeoJSON or GeoPackage.
    code_column: the column that holds Kemendagri codes; without it the first of CODE_COLUMNS, in either case.
    Returns region_code (text; `1704` becomes `17.04`) and geometry (valid polygons or multipolygons in
    EPSG:4326, oriented by RFC 7946), by region_code, one row for each row of the file.
    Raises DataError file_missing (file), file_unreadable (file, reason), boundary_empty (file),
    boundary_crs_missing (file), boundary_code_column_missing (file, found: the columns there are),
    boundary_code_missing (file, place: the first row without a code), boundary_code_repeated (file, found),
    boundary_shape_missing (file, found: codes of the rows that have no polygon).
    """
    if not source.is_file():
        raise DataError("file_missing", file=source.name)
    layer = _read_layer(source)
    if not isinstance(layer, gpd.GeoDataFrame) or not len(layer):
        raise DataError("boundary_empty", file=source.name)
    codes = _read_codes(layer, code_column, source.name)
    polygons = valid_polygons(_in_degrees(layer.geometry, source.name))
    if polygons.isna().all():
        raise DataError("boundary_empty", file=source.name)
    if polygons.isna().any():
        raise DataError("boundary_shape_missing", file=source.name, found=sorted(codes[polygons.isna()]))
    boundaries = gpd.GeoDataFrame({"region_code": codes}, geometry=polygons, crs="EPSG:4326")
    return boundaries.sort_values("region_code", ignore_index=True)


def valid_polygons(shapes: gpd.GeoSeries) -> gpd.GeoSeries:
    """Repair self-crossing boundaries and keep what has an area, oriented; other shapes come back missing."""
    repaired = shapely.force_2d(shapes.to_numpy())
    broken = ~(shapely.is_missing(repaired) | shapely.is_valid(repaired))
    repaired[broken] = shapely.make_valid(repaired[broken], method="structure", keep_collapsed=False)
    oriented = gpd.GeoSeries(shapely.orient_polygons(repaired, exterior_cw=False), index=shapes.index)
    return oriented.where(oriented.geom_type.isin(["Polygon", "MultiPolygon"]) & ~oriented.is_empty)


def _read_layer(source: Path) -> pd.DataFrame:
    """Open the file's one layer, or raise file_unreadable."""
    try:
        path = _layer_path(source)
        layers = [name for name, shapes in pyogrio.list_layers(path) if shapes is not None]
        if len(layers) > 1:
            raise _unreadable(source, f"{len(layers)} layers instead of one")
        # A ring of two points becomes a row without a shape, which is refused by its code.
        layer: pd.DataFrame = gpd.read_file(path, on_invalid="ignore")
    except (zipfile.BadZipFile, zlib.error) as error:
        raise _unreadable(source, "damaged zip") from error
    except (
        RuntimeError,
        UnicodeDecodeError,
    ) as error:  # pyogrio's errors and a zip's password are RuntimeErrors
        raise _unreadable(source, UNKNOWN_FORM) from error
    return layer


def _layer_path(source: Path) -> str:
    """Return GDAL's path of the layer, which in a zip may lie in a folder.

    The form is told by the first bytes, for GDAL also opens forms that send it on to other files and hosts.
    """
    with source.open("rb") as file:
        head = file.read(64)
    path = str(source)
    if source.suffix.lower() == ".zip" or head.startswith(b"PK"):
        with zipfile.ZipFile(source) as archive:
            member = _layer_in(archive, source)
            head = archive.read(member)[:64]
        path = f"/vsizip/{{{source}}}/{member}"
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(SIGNATURES):
        raise _unreadable(source, UNKNOWN_FORM)
    return path


def _layer_in(archive: zipfile.ZipFile, source: Path) -> str:
    """Return the name of the zip's one layer; macOS puts a shadow of every file under __MACOSX."""
    if archive.testzip():
        raise zipfile.BadZipFile
    names = [name for name in archive.namelist() if not name.startswith("__MACOSX/")]
    layers = [name for name in names if name.lower().endswith(LAYERS)]
    if len(layers) != 1:
        raise _unreadable(source, f"{len(layers)} layers instead of one")
    return layers[0]


def _unreadable(source: Path, reason: str) -> DataError:
    return DataError("file_unreadable", file=source.name, reason=reason)


def _read_codes(layer: gpd.GeoDataFrame, code_column: str | None, file: str) -> pd.Series:
    """Return the code of every row, all present and all different."""
    columns = [str(column) for column in layer.columns if column != layer.geometry.name]
    known = {column.lower(): column for column in reversed(columns)}
    wanted = CODE_COLUMNS if code_column is None else [code_column.lower()]
    found = next((known[name] for name in wanted if name in known), None)
    if found is None:
        raise DataError("boundary_code_column_missing", file=file, found=columns)
    codes: pd.Series = layer[found].map(written_code, na_action="ignore")
    empty = codes.isna() | (codes == "")
    if empty.any():
        raise DataError("boundary_code_missing", file=file, place=int(empty.argmax()) + 1)
    if codes.duplicated().any():
        raise DataError("boundary_code_repeated", file=file, found=codes[codes.duplicated()].iloc[0])
    return codes.astype(str)


def _in_degrees(shapes: gpd.GeoSeries, file: str) -> gpd.GeoSeries:
    """Reproject to EPSG:4326; raise boundary_crs_missing where the file does not say from what."""
    try:
        degrees = shapes.to_crs("EPSG:4326")
    except (ValueError, ProjError) as error:
        raise DataError("boundary_crs_missing", file=file) from error
    west, south, east, north = degrees.total_bounds
    # GeoJSON is in degrees by definition, so metres without a CRS show only by their size.
    if west < -180 or south < -90 or east > 180 or north > 90:
        raise DataError("boundary_crs_missing", file=file)
    return degrees
