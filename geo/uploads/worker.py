"""The child's reading of a file of boundaries: its shapes mended, in degrees, with their texts."""

from dataclasses import asdict
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from errors import DataError
from geo.matching.attribute_columns import ColumnFit, fit_columns, propose_column
from geo.matching.resolve import resolve_regions
from geo.regions import read_regions, regions_in
from geo.uploads.boundary_file import Layer, read_layer
from geo.uploads.boundary_level import boundary_level
from geo.uploads.coordinate_systems import (
    DEGREES,
    Guess,
    crs_title,
    guess_crs,
    in_indonesia,
    to_degrees,
    turn_round,
    usable,
    written_crs,
)
from geo.uploads.repair import joined_notes, mend, read_shapes

MAX_VERTICES = 2_000_000
_OTHER_LEVELS = {
    "country": "outlines_of_country",
    "province": "outlines_of_province",
    "district": "outlines_of_district",
    "village": "outlines_of_village",
}


def answer(request: dict[str, Any], content: bytes) -> tuple[dict[str, Any], dict[str, pa.Table]]:
    """Read an uploaded file of boundaries.

    request: name (of the file, for the sentences), crs (`EPSG:32747`, or None for what the file says) and layer
    (a name, or None for the first).
    Returns JSON: form, layer, layers, encoding, columns, fits (ColumnFit of each), proposed (code and name: a column
    or None), crs (stated, title, used, origin: file, analyst, guess, none, or
    turned where latitude stood before longitude), guesses (Guess, the likeliest first) and
    problems (feature, code, count, place); and the table `outlines`: geometry (WKB in EPSG:4326, null where there is
    none) and `column_0` … as text, one row for each feature in the file's order.
    Raises DataError as read_layer and to_degrees do, too_many_vertices (file, found, expected), and
    those of _OTHER_LEVELS (file, found: how many) for another level than regencies.
    """
    layer = read_layer(request["name"], content, request.get("layer"))
    shapes, closed = read_shapes(layer.shapes)
    shapes, turned = turn_round(shapes)
    _check_vertices(request["name"], shapes)
    regencies = regions_in(read_regions(), "ID", "regency")
    fits = fit_columns(layer.attributes, regencies)
    level = boundary_level(layer.attributes, fits, read_regions())
    if level != "regency":
        raise DataError(_OTHER_LEVELS[level], file=request["name"], found=len(shapes))
    proposed = {kind: propose_column(fits, kind) for kind in ("code", "name")}
    about, guesses = _coordinates(layer, shapes, request.get("crs"), lambda: _codes(layer, proposed, regencies))
    if turned and about["origin"] != "analyst":
        about["origin"] = "turned"
    boundaries, mended = mend(to_degrees(shapes, about["used"]) if about["used"] else shapes)
    notes = joined_notes(closed, mended, _outside(boundaries)) if about["used"] else closed
    if not about["used"]:
        boundaries = np.full(len(shapes), None)
    said = _said(layer, fits, proposed) | {"crs": about, "guesses": [asdict(guess) for guess in guesses]}
    return said | {"problems": notes.to_dict("records")}, {"outlines": _table(boundaries, layer.attributes)}


def _said(layer: Layer, fits: list[ColumnFit], proposed: dict[str, str | None]) -> dict[str, Any]:
    return {
        "form": layer.form,
        "layer": layer.name,
        "layers": list(layer.layers),
        "encoding": layer.encoding,
        "columns": list(map(str, layer.attributes.columns)),
        "fits": [asdict(fit) for fit in fits],
        "proposed": proposed,
    }


def _coordinates(
    layer: Layer, shapes: NDArray[np.object_], wanted: str | None, codes: Any
) -> tuple[dict[str, Any], list[Guess]]:
    """Settle the coordinate system: the analyst's word, else the file's if the boundaries then lie in Indonesia."""
    stated = layer.crs if usable(layer.crs) else None
    title = crs_title(stated) if stated else ""
    if wanted:
        return {"stated": stated, "title": title, "used": written_crs(wanted), "origin": "analyst"}, []
    if stated and _fits_country(shapes, stated):
        return {"stated": stated, "title": title, "used": stated, "origin": "file"}, []
    guesses = guess_crs(shapes, codes(), regions_in(read_regions(), "ID", "regency"))
    # GeoJSON says nothing and means degrees: what GDAL then states is not the file's word.
    said = None if layer.form == "geojson" and stated == DEGREES else stated
    used = guesses[0].crs if guesses else None
    about = {"stated": said, "title": title if said else "", "used": used, "origin": "guess" if used else "none"}
    return about, guesses


def _fits_country(shapes: NDArray[np.object_], crs: str) -> bool:
    """Say whether any boundary lands in Indonesia; under a wrong definition none does."""
    if shapely.is_missing(shapes).all():
        return True
    box = shapely.envelope(shapes)
    return bool(in_indonesia(to_degrees(box, crs)).any())


def _codes(layer: Layer, proposed: dict[str, str | None], regencies: pd.DataFrame) -> pd.Series:
    """Return the region of each feature as far as its code or name is certain."""
    code, name = proposed["code"], proposed["name"]
    written = code or name
    if written is None:
        return pd.Series([None] * len(layer.shapes), dtype="object")
    names = layer.attributes[name] if code and name else None
    return resolve_regions(layer.attributes[written], regencies, names=names).region_codes


def _outside(boundaries: NDArray[np.object_]) -> pd.DataFrame:
    rows = np.flatnonzero(~shapely.is_missing(boundaries) & ~in_indonesia(boundaries))
    return pd.DataFrame({"feature": rows + 1, "code": "outside_indonesia", "count": 1, "place": ""})


def _check_vertices(file: str, shapes: NDArray[np.object_]) -> None:
    found = int(shapely.get_num_coordinates(shapes).sum())
    if found > MAX_VERTICES:
        raise DataError("too_many_vertices", file=file, found=found, expected=MAX_VERTICES)


def _table(boundaries: NDArray[np.object_], attributes: pd.DataFrame) -> pa.Table:
    columns = {"geometry": pa.array(shapely.to_wkb(boundaries), pa.binary())}
    for place in range(attributes.shape[1]):
        columns[f"column_{place}"] = pa.array(attributes.iloc[:, place], pa.string(), from_pandas=True)
    return pa.table(columns)
