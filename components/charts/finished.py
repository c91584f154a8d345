"""A figure as Streamlit draws it, without the check of each of its properties that plotly makes at every run."""

from functools import cache
from typing import Any

import plotly.io
from plotly.basedatatypes import BaseFigure

from components.charts.mark import Part


class Finished(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A figure of plain values, taken as it is: a sixth of a click on Profil went into checking it.

    What plotly would refuse fails in the tests, which let it check every kind of figure that we draw.
    """

    def __init__(self, figure: Part) -> None:
        self._finished = figure | {"layout": {"template": _template(plotly.io.templates.default)} | figure["layout"]}

    def to_dict(self) -> dict[str, Any]:
        return self._finished


@cache
def _template(name: str) -> dict[str, Any]:
    """The looks that a figure gets where it names none: Streamlit's, on a page."""
    found: dict[str, Any] = plotly.io.templates[name].to_plotly_json()
    return found
