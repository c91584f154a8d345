"""Published sets of boundaries: rows for the store, and the maps' with a set in place of the bundled ones."""

import re

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from errors import DataError
from geo.boundaries import valid_polygons
from geo.regions import province_of
from geo.simplify import boundaries_in, count_vertices, dissolve_provinces, simplify_country

# The name of the dataset in the store, and of the boundaries that come with the program.
DATASET = "boundaries"
BUNDLED = "bundled"
_KEY = re.compile(DATASET + r"@([1-9][0-9]{0,8})")
COLUMNS = ["region_code", "geometry", "source_name", "mended"]
EQUAL_AREA = "EPSG:6933"  # metres; every km² of Indonesia counts the same
PROVINCE_VERTICES = 25_000
# Two sources of one border leave slivers between neighbours: 22 m are closed before provinces are joined, and of
# wider ones the holes up to 6 km² (square degrees).
_SEAM, _GAP = 1e-4, 5e-4
# Of 1.66 million vertices simplify_country took 29 s; thinned first by a fifth of the country's grid, a few.
_MANY, _THIN = 300_000, 0.002


def boundaries_key(number: int) -> str:
    """Return the key of a published version, of the bundled boundaries for 0."""
    return f"{DATASET}@{number}" if number else BUNDLED


def boundaries_number(key: str) -> int:
    """Return the version that a key names, 0 for the bundled ones. Raises DataError outlines_unknown (found)."""
    said = _KEY.fullmatch(key)
    if said is None and key != BUNDLED:
        raise DataError("outlines_unknown", found=key)
    return int(said[1]) if said else 0


def bundled_rows(bundled: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return the bundled boundaries as rows to publish: the way back, for no version ever disappears."""
    geometry = list(shapely.to_wkb(bundled.geometry.to_numpy()))
    return pd.DataFrame({"region_code": bundled["region_code"], "geometry": geometry}).assign(
        source_name=BUNDLED, mended=""
    )[COLUMNS]


def merged(previous: pd.DataFrame | None, rows: pd.DataFrame) -> pd.DataFrame:
    """Return a set in which `rows` replace what `previous` has of the same regions; by region_code."""
    kept = [] if previous is None else [previous[~previous["region_code"].isin(rows["region_code"])]]
    return pd.concat([*kept, rows], ignore_index=True)[COLUMNS].sort_values("region_code", ignore_index=True)


def replaced(bundled: gpd.GeoDataFrame, rows: pd.DataFrame) -> gpd.GeoDataFrame:
    """Return the bundled boundaries with those of a published set in their places, region by region.

    rows: COLUMNS; regions that are not bundled are passed over, those of source BUNDLED change nothing.
    """
    own = rows[rows["source_name"] != BUNDLED].set_index("region_code")["geometry"]
    given = bundled["region_code"].map(own)
    shapes = bundled.geometry.to_numpy().copy()
    fresh = given.notna().to_numpy()
    shapes[fresh] = shapely.from_wkb(given[fresh].to_numpy())
    return bundled.set_geometry(shapes, crs=bundled.crs)


def changed_regions(rows: pd.DataFrame) -> list[str]:
    """Return the codes of the regions whose boundary is not the bundled one."""
    return sorted(rows.loc[rows["source_name"] != BUNDLED, "region_code"])


def country_of(mixed: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return all boundaries with few vertices; where sources meet, the border is shared no more, only near."""
    shapes = mixed.geometry.to_numpy()
    if count_vertices(mixed) > _MANY:
        shapes = shapely.coverage_simplify(shapes, _THIN)
    simple = simplify_country(mixed.set_geometry(shapes, crs=mixed.crs))
    # Lines of two sources may cross once simplified; each boundary by itself stays sound.
    sound = valid_polygons(simple.geometry).fillna(mixed.geometry)
    return simple.set_geometry(sound, crs=mixed.crs)


def provinces_of(country: gpd.GeoDataFrame, published: list[str]) -> gpd.GeoDataFrame:
    """Return provinces out of their regencies; the seams are closed in those that have a published boundary.

    published: region codes.
    """
    loose = country["region_code"].map(province_of).isin({province_of(code) for code in published})
    shared = dissolve_provinces(country[~loose]) if (~loose).any() else country.iloc[:0]
    if not loose.any():
        return shared
    groups = country[loose].groupby(country.loc[loose, "region_code"].str[:2])
    joined = {code: _seamless(group.geometry.to_numpy()) for code, group in groups}
    own = gpd.GeoDataFrame({"region_code": list(joined)}, geometry=list(joined.values()), crs=country.crs)
    whole = pd.concat([shared[["region_code", "geometry"]], own], ignore_index=True)
    return whole.sort_values("region_code", ignore_index=True)


def _seamless(shapes: NDArray[np.object_]) -> shapely.Geometry:
    """Join boundaries whose borders only nearly meet; what is left of a gap is no lake."""
    wide = shapely.union_all(shapely.buffer(shapes, _SEAM, join_style="mitre"))
    parts = shapely.get_parts(shapely.buffer(wide, -_SEAM, join_style="mitre"))
    closed = [
        shapely.Polygon(part.exterior, [hole for hole in part.interiors if shapely.Polygon(hole).area > _GAP])
        for part in parts
    ]
    return shapely.union_all(closed)


def province_of_set(mixed: gpd.GeoDataFrame, area: str) -> gpd.GeoDataFrame:
    """Return one province's boundaries in full, thinned only where a source is finer than any screen."""
    inside = boundaries_in(mixed, area)
    return country_of(inside) if count_vertices(inside) > PROVINCE_VERTICES else inside


def boundary_difference(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Return what two sets of boundaries differ in, by region_code.

    before, after: COLUMNS, as `open_version(DATASET, n)` gives them.
    Returns region_code, change (added, gone, changed), km2_before and km2_after (missing where there is none),
    km2_change, and same_share: intersection over union of both (0 to 1, missing unless changed). A region of equal
    bytes is left out.
    """
    both = before.merge(after, on="region_code", how="outer", suffixes=("_before", "_after"))
    both = both[both["geometry_before"].ne(both["geometry_after"])].sort_values("region_code", ignore_index=True)
    old, new = (_flat(both[f"geometry_{side}"]) for side in ("before", "after"))
    common = shapely.area(shapely.intersection(old, new))
    areas = {side: _km2(shapes) for side, shapes in (("before", old), ("after", new))}
    change = np.where(shapely.is_missing(old), "added", np.where(shapely.is_missing(new), "gone", "changed"))
    return pd.DataFrame(
        {
            "region_code": both["region_code"],
            "change": change,
            "km2_before": areas["before"],
            "km2_after": areas["after"],
            "km2_change": areas["after"] - areas["before"],
            "same_share": common / 1e6 / (areas["before"] + areas["after"] - common / 1e6),
        }
    )


def _flat(geometry: pd.Series) -> NDArray[np.object_]:
    """Return boundaries in metres of equal area, None where there is none."""
    shapes = shapely.from_wkb([one if isinstance(one, bytes) else None for one in geometry])
    flat: NDArray[np.object_] = gpd.GeoSeries(shapes, crs="EPSG:4326").to_crs(EQUAL_AREA).to_numpy()
    return flat


def _km2(shapes: NDArray[np.object_]) -> NDArray[np.float64]:
    areas: NDArray[np.float64] = shapely.area(shapes) / 1e6
    return areas
