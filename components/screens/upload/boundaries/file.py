"""An uploaded file of boundaries in its session: read in a child, and read again only where a setting changed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
import streamlit as st
from numpy.typing import NDArray

from components.state import boundary_cache, reference
from data.names import distinct_names
from data.store.preferences import aliases
from errors import DataError
from geo.boundary_sets import BUNDLED
from geo.uploads.match_features import Matched, lie_on, match_boundaries, with_choices
from sandbox.child import read_in_child

STATE = "outlines_upload"
KEPT = 3  # readings of one file: by its own word, and as the analyst tried them


@dataclass(frozen=True, eq=False)
class BoundaryFile:
    """One reading of a file.

    said: the answer of geo.uploads.worker. shapes: valid, in degrees, None where there is none. places: the places of
    the shapes, as geo.uploads.match_features.lie_on returns them.
    """

    name: str
    sha256: str
    said: dict[str, Any]
    attributes: pd.DataFrame
    shapes: NDArray[np.object_]
    places: pd.DataFrame


@dataclass
class Upload:
    """What the analyst has settled of the file in the uploader; a new file begins anew.

    base: the newest published version when the file came; published: as which version this file is. readings: by
    coordinate system and layer. choices: feature -> region_code or LEFT_OUT. parts: region_code -> the one feature to
    take of several, 0 to join them.
    """

    file_id: str
    base: int
    crs: str | None = None
    confirmed: bool = False
    layer: str | None = None
    published: int = 0
    readings: dict[tuple[str | None, str | None], BoundaryFile] = field(default_factory=dict)
    choices: dict[int, str] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)


def upload_of(file_id: str, base: int) -> Upload:
    """Return the state of the file in the uploader."""
    state: Upload | None = st.session_state.get(STATE)
    if state is None or state.file_id != file_id:
        state = st.session_state[STATE] = Upload(file_id, base)
    return state


def reading(upload: Upload, name: str, content: bytes, waiting: Callable[[int], None] | None = None) -> BoundaryFile:
    """Return the file under the settings of now. Raises DataError as read_in_child and geo.uploads.worker do."""
    key = (upload.crs, upload.layer)
    if key not in upload.readings:
        request = {"name": name, "crs": upload.crs, "layer": upload.layer}
        said, tables = read_in_child("geo.uploads.worker", request, content, waiting)
        sha256 = hashlib.sha256(content).hexdigest()
        while len(upload.readings) >= KEPT:
            del upload.readings[next(iter(upload.readings))]
        upload.readings[key] = _boundary_file(name, sha256, said, tables["outlines"])
    return upload.readings[key]


def matched(upload: Upload, file: BoundaryFile, code: str | None, name: str | None) -> Matched:
    """Return the features with their regions, by the columns chosen and what was settled by hand."""
    columns = [file.attributes[column] for column in (code, name) if column is not None]
    written = columns[0] if columns else pd.Series([None] * len(file.shapes), dtype="object")
    beside = columns[1] if len(columns) == 2 else None
    regencies = reference.inside("ID", "regency")
    return with_choices(match_boundaries(written, beside, file.places, regencies, _settled()), upload.choices)


def _boundary_file(name: str, sha256: str, said: dict[str, Any], table: pa.Table) -> BoundaryFile:
    shapes = shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object))
    attributes = table.drop_columns(["geometry"]).to_pandas().set_axis(distinct_names(said["columns"]), axis=1)
    return BoundaryFile(
        name, sha256, said, attributes, shapes, lie_on(shapes, boundary_cache.of_area("ID", "regency", BUNDLED))
    )


def _settled() -> dict[str, str]:
    """Return spellings settled before; without them where the store cannot be read, all is only asked again."""
    try:
        return aliases()
    except DataError:
        return {}
