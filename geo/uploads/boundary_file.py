"""An uploaded file of boundaries as it stands: layers, attributes as text, shapes and coordinate system.

Runs in the child that reads uploads. GDAL sees files under fixed names in a private folder, never a name from
outside; the form is told by the first bytes, and `OGR_SKIP` leaves GDAL no other driver.
"""

import tempfile
import warnings
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import pandas as pd
import pyogrio
from numpy.typing import NDArray

from errors import DataError
from sandbox.archives import read_entries

MAX_FEATURES = 50_000
MAX_COLUMNS = 500
DRIVERS = {"shapefile": "ESRI Shapefile", "geojson": "GeoJSON", "geopackage": "GPKG"}
# First bytes of each form, and the ending that GDAL knows it by; of several in a zip, in this order.
_FORMS = {
    "shapefile": (b"\x00\x00\x27\x0a", ".shp"),
    "geopackage": (b"SQLite format 3\x00", ".gpkg"),
    "geojson": (b"{", ".geojson"),
}
_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_OUTLINE_ENDINGS = (".shp", ".gpkg", ".geojson", ".json")
_BLANK = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, eq=False)
class Layer:
    """One layer of a file.

    form: shapefile, geojson or geopackage. layers: the names of all there are, of which `name` was read.
    crs: what the file says, as `EPSG:32747` or WKT, None where it says nothing. attributes: text, missing where
    empty; one row for each feature. shapes: WKB as written, None where there is none. encoding: of the texts.
    """

    form: str
    name: str
    layers: tuple[str, ...]
    crs: str | None
    encoding: str
    attributes: pd.DataFrame
    shapes: NDArray[np.object_]


def read_layer(file: str, content: bytes, wanted: str | None = None) -> Layer:
    """Read one layer of a zipped shapefile, GeoJSON or GeoPackage (the last two may be zipped as well).

    file: its name, for the sentences. wanted: one of the names in `layers`; without it the first is read.
    Raises DataError with file: outline_form_unknown, outline_shapefile_alone, outline_unreadable,
    outline_layer_unknown (found), outlines_empty, too_many_features and too_many_columns (found, expected), and
    those of archives.read_entries.
    """
    sources = _sources(file, content)
    if not sources:
        raise DataError("outline_form_unknown", file=file)
    several = len(sources) > 1
    chosen = wanted if several and wanted else next(iter(sources))
    if chosen not in sources:
        raise DataError("outline_layer_unknown", file=file, found=chosen)
    with tempfile.TemporaryDirectory() as folder:
        form, path = _put_down(file, sources[chosen], Path(folder))
        layer = _read(file, form, path, None if several else wanted)
    # The file in a zip has a name of its own; GDAL knows only ours.
    return replace(layer, name=chosen, layers=tuple(sources)) if several or layer.form == "shapefile" else layer


def _sources(file: str, content: bytes) -> dict[str, dict[str, bytes]]:
    """Return, for each source of a layer, its bytes by ending (`.shp`, `.dbf` …); shapefiles first."""
    if not content.startswith(b"PK"):
        form = _form(content)
        if form == "shapefile":
            raise DataError("outline_shapefile_alone", file=file)
        return {"": {_FORMS[form][1]: content}} if form else {}
    parts = {
        name: body
        for name, body in read_entries(file, content, _is_part)
        if not name.startswith("__MACOSX/")  # macOS puts a shadow of every file there
    }
    return _by_source(parts)


def _by_source(parts: dict[str, bytes]) -> dict[str, dict[str, bytes]]:
    names = [name for name in parts if name.lower().endswith(_OUTLINE_ENDINGS)]
    order = [ending for _head, ending in _FORMS.values()] + [".json"]
    sources: dict[str, dict[str, bytes]] = {}
    for name in sorted(names, key=lambda name: order.index(PurePosixPath(name).suffix.lower())):
        stem = str(PurePosixPath(name).with_suffix("")).lower()
        beside = {
            PurePosixPath(one).suffix.lower(): body
            for one, body in parts.items()
            if str(PurePosixPath(one).with_suffix("")).lower() == stem
        }
        kinds = _SHAPEFILE_PARTS if name.lower().endswith(".shp") else (PurePosixPath(name).suffix.lower(),)
        # A list of styles or metadata ends in .json too: only what begins like boundaries counts.
        if _form(parts[name]):
            sources[name] = {kind: beside[kind] for kind in kinds if kind in beside}
    return sources


def _is_part(name: str) -> bool:
    return name.lower().endswith((*_SHAPEFILE_PARTS, *_OUTLINE_ENDINGS))


def _form(content: bytes) -> str | None:
    head = content[:64].lstrip(_BLANK)
    return next((form for form, (mark, _ending) in _FORMS.items() if head.startswith(mark)), None)


def _put_down(file: str, parts: dict[str, bytes], folder: Path) -> tuple[str, Path]:
    """Write the parts under the fixed name `layer`; return the form and the path for GDAL."""
    main = parts.get(".shp") or next(iter(parts.values()))
    form = _form(main)
    if form is None:
        raise DataError("outline_form_unknown", file=file)
    for ending, body in parts.items():
        (folder / f"layer{_FORMS[form][1] if form != 'shapefile' else ending}").write_bytes(body)
    return form, folder / f"layer{_FORMS[form][1]}"


def _read(file: str, form: str, path: Path, wanted: str | None) -> Layer:
    pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": "YES"})
    try:
        layers = tuple(str(name) for name, shapes in pyogrio.list_layers(path) if shapes is not None)
        if not layers:
            raise DataError("outlines_empty", file=file)
        if wanted is not None and wanted not in layers:
            raise DataError("outline_layer_unknown", file=file, found=wanted)
        name = wanted or layers[0]
        _check_size(file, form, pyogrio.read_info(path, layer=name, force_feature_count=True))
        meta, shapes, fields = _raw(path, name)
    except (RuntimeError, UnicodeDecodeError, ValueError) as error:  # pyogrio's own errors are RuntimeErrors
        raise DataError("outline_unreadable", file=file) from error
    finally:
        # The setting is the whole process's: with it no other zipped shapefile can be opened, its folder being a zip.
        pyogrio.set_gdal_config_options({"SHAPE_RESTORE_SHX": None})
    crs = str(meta["crs"]) if meta["crs"] else None
    attributes = _as_text(list(map(str, meta["fields"])), fields)
    return Layer(form, name, layers, crs, str(meta["encoding"] or ""), attributes, shapes)


def _raw(path: Path, name: str) -> tuple[dict[str, Any], NDArray[np.object_], list[NDArray[Any]]]:
    """Return what GDAL says, the shapes as WKB and the columns; a ring that is open is closed later, and reported."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            meta, _ids, shapes, fields = pyogrio.raw.read(path, layer=name)
        except UnicodeDecodeError:
            # A .cpg or a GeoPackage that says UTF-8 and holds something else; every byte is a letter here.
            meta, _ids, shapes, fields = pyogrio.raw.read(path, layer=name, encoding="cp1252")
    return meta, shapes, fields


def _check_size(file: str, form: str, about: dict[str, Any]) -> None:
    if about["driver"] != DRIVERS[form]:
        raise DataError("outline_form_unknown", file=file)
    if not about["features"]:
        raise DataError("outlines_empty", file=file)
    if about["features"] > MAX_FEATURES:
        raise DataError("too_many_features", file=file, found=int(about["features"]), expected=MAX_FEATURES)
    if len(about["fields"]) > MAX_COLUMNS:
        raise DataError("too_many_columns", file=file, found=len(about["fields"]), expected=MAX_COLUMNS)


def _as_text(names: list[str], fields: list[NDArray[Any]]) -> pd.DataFrame:
    """Return the columns as text, missing where empty; 1704.0 is `1704` where the whole column is whole numbers."""
    columns = [_column(pd.Series(field)) for field in fields]
    table = pd.concat(columns, axis=1) if columns else pd.DataFrame()
    return table.set_axis(names, axis=1)


def _column(cells: pd.Series) -> pd.Series:
    known = cells.dropna()
    if pd.api.types.is_float_dtype(cells.dtype) and len(known) and (known % 1 == 0).all():
        cells = cells.astype("Int64")
    return cells.map(lambda cell: str(cell).strip() or None, na_action="ignore").astype("object")
