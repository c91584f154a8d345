"""The table of regions: the country, its provinces and regencies, with the codes that all is joined on."""

from pathlib import Path

import pandas as pd

from errors import DataError

REGIONS_CSV = Path(__file__).with_name("regions.csv")

TEXTS = ["region_code", "level", "name", "full_name", "type", "parent_code", "bps_code"]
MEASURES = ["lon", "lat", "area_km2"]
COUNTS = ["population", "districts", "kelurahan", "desa"]


def read_regions(path: Path = REGIONS_CSV) -> pd.DataFrame:
    """Read the table of regions, one row each, in the file's order.

    Returns region_code, level (country, province, regency), name, full_name, type, parent_code and bps_code
    as text; lon and lat (degrees) and area_km2 as numbers; population, districts, kelurahan and desa as whole
    numbers. An empty cell is missing, never zero.
    Raises DataError file_missing (file), column_missing (file, columns) and key_repeated (file, place: the
    line, found: the code).
    """
    if not path.is_file():
        raise DataError("file_missing", file=path.name)
    # "NA" and the like are text here; only an empty cell is missing.
    regions = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""])
    missing = [column for column in [*TEXTS, *MEASURES, *COUNTS] if column not in regions]
    if missing:
        raise DataError("column_missing", file=path.name, columns=missing)
    _refuse_repeated_codes(regions["region_code"], path.name)
    return regions.astype(dict.fromkeys(MEASURES, "float64") | dict.fromkeys(COUNTS, "Int64"))


def regions_in(regions: pd.DataFrame, area: str, level: str) -> pd.DataFrame:
    """Return the regions of one level that lie in an area.

    area: `ID` or a province's code. level: `province` or `regency`; a province at level `province` is itself.
    Returns rows of `regions`, numbered anew; none where the area is unknown.
    """
    chosen = regions["level"] == level
    if area != "ID":
        chosen &= regions["region_code"].str[:2] == area
    return regions[chosen].reset_index(drop=True)


def province_of(region_code: str) -> str:
    """Return the code of the province in which a regency lies: `17` for `17.04`; a province is its own."""
    return region_code[:2]


def _refuse_repeated_codes(codes: pd.Series, file: str) -> None:
    """Raise key_repeated at the first line whose code stands further up already."""
    repeated = codes[codes.duplicated()]
    if len(repeated):
        # The first row of the table is the file's second line.
        raise DataError("key_repeated", file=file, place=int(repeated.index[0]) + 2, found=repeated.iloc[0])
