"""A regency's brief as plain values, so that it can be drawn in another process."""

from dataclasses import dataclass

from components.charts.ranking import Reference
from components.charts.waterfall import Steps
from components.report.citations import SourceTitle
from components.report.map_model import MapDrawing
from components.report.model import Figure, LineDrawing, Table


@dataclass(frozen=True)
class Dots:
    """values: of every region, as displayed; area: those of the same area; own: of the one marked, None in a gap."""

    values: tuple[float, ...]
    area: tuple[float, ...]
    own: float | None
    name: str
    references: tuple[Reference, ...]
    unit: str


@dataclass(frozen=True)
class Brief:
    """One page on one regency, in the screen's language.

    name: of the file, without ending; lead: the sentence that stands first. todo: what can be done. neighbours_note,
    similar_note: who improved most. sources: of all that is known, the first is number 1. made: `2024-11-20`.
    cites: the sources that `source` names.
    """

    code: str
    name: str
    language: str
    title: str
    subtitle: str
    lead: str
    sentences: tuple[str, ...]
    todo: tuple[str, ...]
    figures: tuple[Figure, ...]
    map: MapDrawing
    lines: LineDrawing
    dots: Dots
    neighbours: Table
    neighbours_note: str
    similar: Table
    similar_note: str
    known: Table
    sources: tuple[SourceTitle, ...]
    source: str
    simulated: bool
    version: str
    made: str
    steps: Steps | None = None
    cites: tuple[SourceTitle, ...] = ()
