"""The map of a slide as plain values: shapes as paths, classes as numbers and colours."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class MapRegion:
    """A region of the map. fill: the number of its class, or one of GAPS; status: who stands behind its figure."""

    code: str
    name: str
    text: str
    fill: int | str
    value: float | None = None
    status: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """A line of the legend. fill: as in MapRegion; colour: `#rrggbb`, "" where the region is hatched."""

    fill: int | str
    label: str
    colour: str
    count: int


@dataclass(frozen=True)
class Bubble:
    """A circle for a count, on a region (code) or in the legend (label). size: radius as a share of the largest."""

    size: float
    code: str = ""
    label: str = ""


@dataclass(frozen=True)
class MapDrawing:
    """The map of an area, on light ground.

    paths: SVG path data by code, in relative whole numbers; box: x, y, width and height in the same units.
    colours: `#rrggbb` by number of class; points: a place inside each region, for its label.
    bubbles: of absolute counts, which are never coloured; their legend is one of sizes.
    specks: codes of islands so small that their rim has their colour.
    frames: x, y, width and height around far islands that do not lie in their own place, which frame_title says.
    """

    regions: tuple[MapRegion, ...]
    paths: Mapping[str, str] = field(repr=False)
    box: tuple[int, int, int, int]
    points: Mapping[str, tuple[float, float]] = field(repr=False)
    colours: tuple[str, ...]
    legend: tuple[LegendEntry, ...]
    legend_title: str
    selected: str = ""
    bubbles: tuple[Bubble, ...] = ()
    bubble_legend: tuple[Bubble, ...] = ()
    bubble_colour: str = ""
    frames: tuple[tuple[int, int, int, int], ...] = ()
    frame_title: str = ""
    specks: tuple[str, ...] = ()
