"""Circles and tiles in place of boundaries: where tools/build_shapes.py put them, brought to the plane of a map."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from errors import DataError

FOLDER = Path(__file__).with_name("shapes")
CIRCLES_CSV, TILES_CSV, BLOCKS_CSV = (FOLDER / name for name in ("circles.csv", "tiles.csv", "blocks.csv"))
# Above each block of tiles stands the name of its province; parts of a tile.
NAME_ROOM = 1.0
# Part of a tile that stays free between it and the next.
SEAM = 0.06
# A circle is said to be drawn larger than its people ask for where its area is by more than what rounding takes.
LARGER = 1.02


def read_circles(path: Path = CIRCLES_CSV) -> pd.DataFrame:
    """Read the circles: area, region_code, and x, y (longitude and latitude of the map) and r in degrees.

    area: the map on which a circle stands, `ID` (with circles for provinces and for regencies) or a province's code.
    Raises DataError file_missing (file).
    """
    return _read(path)


def read_tiles(path: Path = TILES_CSV) -> pd.DataFrame:
    """Read the tiles: region_code, x and y of the upper left corner in tiles, y downwards.

    Provinces stand on a grid of their own.
    Raises DataError file_missing (file).
    """
    return _read(path)


def read_blocks(path: Path = BLOCKS_CSV) -> pd.DataFrame:
    """Read the blocks of tiles: region_code of a province, short_name, and x, y, width and height in tiles.

    They are laid out by hand as the archipelago is.
    Raises DataError file_missing (file).
    """
    return _read(path)


def circles_on(drawn: Mapping[str, Any], circles: pd.DataFrame) -> dict[str, list[int]]:
    """Return a circle [x, y, r] in grid units for each region of a map.

    drawn: as `geo.svg_paths.to_plane` gives it. circles: rows of `read_circles` of one area.
    A region that has none gets the smallest, where it lies; the table was made for the bundled boundaries.
    """
    step = drawn["step"]
    rows = {row.region_code: (row.x, -row.y, row.r) for row in _rows(circles)}
    smallest = circles["r"].min()
    return {
        code: [round(length / step) for length in rows.get(code, (*drawn["points"][code], smallest))]
        for code in drawn["paths"]
    }


def enlarged(circles: pd.DataFrame, people: Mapping[str, float]) -> list[str]:
    """Return the codes of circles whose areas are more than in proportion: they would not be seen otherwise."""
    largest = circles.nlargest(1, "r")
    areas, usual = (rows["r"] ** 2 / rows["region_code"].map(people) for rows in (circles, largest))
    codes: list[str] = circles.loc[areas > LARGER * usual.iloc[0], "region_code"].tolist()
    return codes


def tiles_on(drawn: Mapping[str, Any], tiles: pd.DataFrame, blocks: pd.DataFrame) -> dict[str, Any] | None:
    """Return tiles that fill the window of a map; None where one of its regions has no tile.

    drawn: as `geo.svg_paths.to_plane` gives it.
    Returns in grid units `side` of a tile, `cells`: [x, y] of its upper left corner by region_code, and on a map of
    several provinces' regencies `names`: [name, x, y] of each province with its name's lower left corner, that of the
    largest block first; `short`: the short names of provinces by code.
    """
    placed = tiles[tiles["region_code"].isin(drawn["paths"])]
    if len(placed) < len(drawn["paths"]):
        return None
    is_several = placed["region_code"].str[:2].nunique() > 1 and placed["region_code"].str.len().max() > 2
    room = NAME_ROOM if is_several else 0.0
    left, top = placed["x"].min(), placed["y"].min() - room
    width, height = placed["x"].max() + 1 - left, placed["y"].max() + 1 - top
    x, y, wide, high = drawn["box"]
    side = min(wide / width, high / height)
    x, y = x + (wide - side * width) / 2, y + (high - side * height) / 2
    corner = {row.region_code: [x + side * (row.x - left), y + side * (row.y - top)] for row in _rows(placed)}
    largest = blocks.iloc[(-blocks["width"] * blocks["height"]).argsort(kind="stable")]
    names = [[row.short_name, x + side * (row.x - left), y + side * (row.y - top)] for row in _rows(largest)]
    inset = side * SEAM / 2
    return {
        "side": round(side * (1 - SEAM)),
        "cells": {code: [round(one + inset) for one in at] for code, at in corner.items()},
        "short": dict(zip(blocks["region_code"], blocks["short_name"], strict=True)),
        "names": [[name, *map(round, at)] for name, *at in names] if is_several else [],
    }


def _read(path: Path) -> pd.DataFrame:
    if not path.is_file():
        raise DataError("file_missing", file=path.name)
    return pd.read_csv(path, dtype={"area": str, "region_code": str, "short_name": str}, keep_default_na=False)


def _rows(table: pd.DataFrame) -> Iterable[Any]:
    return table.itertuples(index=False)
