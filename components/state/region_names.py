"""What a region is called on screen: short, and never one name for two places."""

import pandas as pd

from data.query import Row, each_row

SHORT = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}


def region_names(regions: pd.DataFrame) -> dict[str, str]:
    """Name by region_code: a city as `Kota Bengkulu`, a regency plainly unless a city bears its name (`Kab. Bogor`)."""
    regencies = regions[regions["level"] == "regency"]
    cities = set(regencies.loc[regencies["type"] == "kota", "name"])
    return {row.region_code: _name(row, cities) for row in each_row(regions)}


def _name(row: Row, cities: set[str]) -> str:
    if row.region_code in SHORT:
        return SHORT[row.region_code]
    if row.full_name.startswith("Kota Administrasi"):
        return str(row.name)
    if row.type == "kota":
        return str(row.full_name)
    if row.type == "kabupaten" and row.name in cities:
        return f"Kab. {row.name}"
    return str(row.name)
