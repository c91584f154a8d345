"""Outlines as a still picture: what a file draws, over what is shown today. Only our own names stand in it."""

from html import escape

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.project import to_paths

WIDTH = 900  # grid units over the width of a picture: finer than any screen shows it
MARGIN = 0.04


def box_of(shapes: NDArray[np.object_]) -> tuple[float, float, float, float]:
    """West, south, east and north of what is drawn, with a margin, in degrees."""
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    room = max(east - west, north - south, 0.1) * MARGIN
    return west - room, south - room, east + room, north + room


def picture(
    layers: list[tuple[gpd.GeoDataFrame, str]], box: tuple[float, float, float, float], label: str, height: int
) -> str:
    """Return SVG of outlines in layers, the first lowest.

    layers: outlines (region_code, title: a text of ours, geometry in degrees) and their style as CSS. box: as
    box_of gives it. label: what the picture shows, for who cannot see it.
    """
    west, south, east, north = box
    step = max(east - west, north - south) / WIDTH
    view = [round(one / step) for one in (west, -north, east - west, north - south)]
    drawn = "".join(_layer(outlines, style, step) for outlines, style in layers if len(outlines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(label)}" viewBox="{_numbers(view)}"'
        f' style="width:100%;height:{height}px;display:block">{drawn}</svg>'
    )


def _layer(outlines: gpd.GeoDataFrame, style: str, step: float) -> str:
    titles = dict(zip(outlines["region_code"], outlines["title"], strict=True))
    light = outlines.set_geometry(shapely.simplify(outlines.geometry.to_numpy(), step / 2), crs=outlines.crs)
    paths = to_paths(light, step)["paths"]
    one = '<path d="{}"><title>{}</title></path>'
    return (
        f'<g style="{style}">'
        + "".join(one.format(path, escape(titles[code])) for code, path in paths.items())
        + "</g>"
    )


def _numbers(view: list[int]) -> str:
    return " ".join(map(str, view))
