"""Measure the bundled boundaries: `python -m tools.measure_boundaries ../shared/geo/idn_adm2.gpkg`.

The measure is the intersection with the source over their union (Jaccard 1912): 1 where both cover the same
ground, 0 where they share none.
"""

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geo.boundaries import OVERLAP_CSV, REGENCIES_ZIP, read_boundaries
from geo.regions import read_regions

EQUAL_AREA = "EPSG:6933"  # metres; every km² of Indonesia counts the same
ENOUGH = 0.8
LARGE_KM2 = 50


def main(source: Path) -> None:
    """Write overlap.csv and print what the note beside it says."""
    bundled = read_boundaries()
    overlap = overlaps(bundled, read_boundaries(source))
    overlap.round({"area_km2": 1, "iou": 3}).to_csv(OVERLAP_CSV, index=False, lineterminator="\n")
    print(f"{len(bundled)} regencies, coverage valid: {shapely.coverage_is_valid(bundled.geometry.to_numpy())}")
    print(f"{shapely.get_num_coordinates(bundled.geometry.to_numpy()).sum():,} vertices")
    print(f"{REGENCIES_ZIP.stat().st_size:,} bytes")
    print("\n".join(summary(overlap)))


def overlaps(boundaries: gpd.GeoDataFrame, source: gpd.GeoDataFrame) -> pd.DataFrame:
    """Return region_code, area_km2 (of the source) and iou (0 to 1) of every region in both, by code."""
    both = source.merge(boundaries, on="region_code", suffixes=("_source", ""), validate="one_to_one")
    true = both["geometry_source"].to_crs(EQUAL_AREA).to_numpy()
    drawn = both["geometry"].to_crs(EQUAL_AREA).to_numpy()
    shared = shapely.area(shapely.intersection(true, drawn))
    iou = shared / (shapely.area(true) + shapely.area(drawn) - shared)
    return pd.DataFrame({"region_code": both["region_code"], "area_km2": shapely.area(true) / 1e6, "iou": iou})


def summary(overlap: pd.DataFrame) -> list[str]:
    """Say median and minimum, and name every region that overlaps too little."""
    low = overlap[overlap["iou"] < ENOUGH].merge(read_regions()[["region_code", "full_name"]], how="left")
    large = int((low["area_km2"] > LARGE_KM2).sum())
    return [
        f"overlap: median {overlap['iou'].median():.3f}, minimum {overlap['iou'].min():.3f}",
        f"under {ENOUGH}: {len(low)}, of which {large} larger than {LARGE_KM2} km²",
        *(f"  {row.full_name} ({row.region_code}): {row.iou:.2f}, {row.area_km2:.0f} km²" for row in low.itertuples()),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
