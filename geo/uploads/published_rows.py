"""A file's matched features as the rows of a version to publish."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.boundary_sets import COLUMNS
from geo.uploads.match_features import LEFT_OUT, Matched


def boundary_rows(
    matched: Matched,
    shapes: NDArray[np.object_],
    mended: Mapping[int, str],
    source_name: str,
    chosen: Mapping[str, int],
) -> pd.DataFrame:
    """Return the rows to publish, by region_code: COLUMNS, geometry as WKB in EPSG:4326.

    shapes: of the features, None where there is none. mended: feature -> what was mended, as text. chosen:
    region_code -> the one feature to take of several; without it their boundaries are joined.
    """
    features = matched.features
    used = features[features["region_code"].notna() & features["region_code"].ne(LEFT_OUT) & features["drawn"]]
    used = used[used["region_code"].map(chosen).isna() | used["region_code"].map(chosen).eq(used["feature"])]
    rows = [
        (
            code,
            shapely.to_wkb(_joined(shapes[group["feature"].to_numpy() - 1])),
            source_name,
            "; ".join(f"{feature}: {mended[feature]}" for feature in group["feature"] if feature in mended),
        )
        for code, group in used.groupby("region_code")
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _joined(shapes: NDArray[np.object_]) -> shapely.Geometry:
    return shapes[0] if len(shapes) == 1 else shapely.union_all(shapes)
