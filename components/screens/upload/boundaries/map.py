"""Outlines as a still map of ours, drawn in the browser: what a file draws, over what is shown today."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from components.explorer import data_urls
from components.language.i18n import _
from components.state import assets
from geo.svg_paths import to_paths

WIDTH = 900  # grid units over the width: finer than the screen shows it
MARGIN = 0.04
Box = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Drawn:
    """Outlines of one look. boundaries: region_code, title and geometry in degrees; style: CSS; name: in the legend."""

    boundaries: gpd.GeoDataFrame
    style: str
    name: str


def box_of(shapes: NDArray[np.object_]) -> Box:
    """Return west, south, east and north of what is drawn, with a margin, in degrees."""
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    room = max(east - west, north - south, 0.1) * MARGIN
    return west - room, south - room, east + room, north + room


def show_boundaries_map(layers: Sequence[Drawn], box: Box, label: str, height: int, key: str) -> None:
    """Draw layers, the first lowest, and their legend. label: what the map shows, for who cannot see it."""
    west, south, east, north = box
    step = max(east - west, north - south) / WIDTH
    filled = [layer for layer in layers if len(layer.boundaries)]
    data_urls.widget("cakupan_outlines")(
        key=key,
        data={
            "box": [round(one / step) for one in (west, -north, east - west, north - south)],
            "layers": [{"style": layer.style, "outlines": _paths(layer.boundaries, step)} for layer in filled],
            "label": label,
            "height": height,
            "entries": [[layer.style, layer.name] for layer in filled],
            "texts": {"notLoaded": _("The map could not be loaded; reload the page.")},
            "moves": [],
            **assets.publish_widget(Path(__file__).with_suffix(".js")),
        },
    )


def _paths(boundaries: gpd.GeoDataFrame, step: float) -> list[tuple[str, str]]:
    """Return title and SVG path of every boundary; first thinned, for a file may be finer than any screen."""
    titles = dict(zip(boundaries["region_code"], boundaries["title"], strict=True))
    light = boundaries.set_geometry(shapely.simplify(boundaries.geometry.to_numpy(), step / 2), crs=boundaries.crs)
    return [(titles[code], path) for code, path in to_paths(light, step)["paths"].items()]
