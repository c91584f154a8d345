"""Level of the boundaries of a file: the country, provinces, regencies, districts or villages."""

import re

import pandas as pd

from geo.matching.attribute_columns import ColumnFit, fit_columns

_PROVINCE = re.compile(r"prov|prop|adm1|name_1\b|cc_1\b|gid_1\b", re.IGNORECASE)
# Below regencies, the lowest first: names of columns (BIG, BPS, HDX, GADM) and the length of codes without points.
_BELOW = {
    "village": (re.compile(r"desa|kel(?:urahan)?\b|wadmkd|nmdesa|adm4|name_4|village", re.IGNORECASE), (10,)),
    "district": (re.compile(r"kecamatan|\bkec\b|wadmkc|nmkec|adm3|name_3|district", re.IGNORECASE), (6, 7)),
}
_MANY = 0.6
# A regency of several islands may stand as several features; of districts there are many more.
_EACH = 2.0


def boundary_level(attributes: pd.DataFrame, fits: list[ColumnFit], regions: pd.DataFrame) -> str:
    """Return country, province, regency, district or village; regency where nothing speaks for another.

    attributes: text, one row a feature. fits: of its columns against the regencies. regions: of all levels.
    """
    rows = len(attributes)
    best = max((fit.distinct for fit in fits), default=0)
    for level in ("country", "province"):
        for fit in fit_columns(attributes, regions[regions["level"] == level]):
            whole = fit.distinct >= _MANY * rows and fit.fits >= _MANY * rows
            named = bool(_PROVINCE.search(fit.column))
            if whole and (fit.distinct > best or (named and fit.distinct == best and _is_only(fit.column, fits))):
                return level
    for level, (names, lengths) in _BELOW.items():
        if any(_is_below(attributes.iloc[:, at], names, lengths, best) for at in range(attributes.shape[1])):
            return level
    return "regency"


def _is_only(column: str, fits: list[ColumnFit]) -> bool:
    """Say whether no other column names as many regencies: `Jambi` is a city, too."""
    own = next((fit.distinct for fit in fits if fit.column == column), 0)
    return all(fit.distinct < own for fit in fits if fit.column != column and not _PROVINCE.search(fit.column))


def _is_below(cells: pd.Series, names: re.Pattern[str], lengths: tuple[int, ...], regencies: int) -> bool:
    known = cells.dropna()
    distinct = known.nunique()
    if distinct < _MANY * len(cells) or distinct < _EACH * max(regencies, 1):
        return False
    digits = known.str.removeprefix("ID").str.replace(".", "", regex=False)
    coded = (digits.str.fullmatch("[0-9]+") & digits.str.len().isin(lengths)).mean() > _MANY
    return bool(coded) or (bool(names.search(str(cells.name))) and known.str.contains("[^\\W\\d_]{2}").mean() > _MANY)
