"""All regions as dots along one axis, with one of them marked: where it stands among all."""

from collections.abc import Sequence

import pandas as pd

from components.charts.mark import Part, unmarked
from components.charts.places import stacked
from components.charts.ranking import GREEN, ORANGE, SEPARATORS, Reference, references_drawn
from components.language.i18n import language
from data.query import Row, each_row

# Above the dots two rows of names, and above those the mark of simulated figures.
HEIGHT, HEAD, FOOT = 230, 48, 40
# Dots of the others, of the same area, and the one itself.
FAINT = "#9aa6a2"
SIZES = {"others": 6, "area": 9, "self": 15}


def distribution_figure(regions: pd.DataFrame, references: Sequence[Reference], unit: str) -> Part:
    """Dots stacked where regions have about the same value; nothing is averaged away.

    regions: displayed (no gaps), role (`self`, `area` or `others`), name, hover.
    """
    rows = regions.assign(height=stacked(regions["displayed"].tolist()))
    most = max([*rows["height"], 6])
    # Two rows of names on top: province and country lie close more often than not.
    several = len(references) > 1
    beside = [{"xanchor": "left", "yshift": 20 if line.is_country and several else 0} for line in references]
    lines, names = references_drawn(references, beside)
    layout = {
        "yaxis": {"visible": False, "range": [-0.6, most + 2.5], "fixedrange": True},
        "xaxis": {
            "title": {"text": unit, "font": {"size": 14}},
            "showgrid": False,
            "zeroline": False,
            "fixedrange": True,
            "nticks": 8,
        },
        "height": HEIGHT,
        "margin": {"t": HEAD, "b": FOOT, "l": 8, "r": 8},
        "separators": SEPARATORS[language()],
        "font": {"size": 14},
        "showlegend": False,
        "shapes": lines,
        "annotations": [*names, *map(_own_name, each_row(rows[rows["role"] == "self"]))],
    }
    by_role = ((role, rows[rows["role"] == role]) for role in SIZES)
    return {"data": [_dots(some, role) for role, some in by_role if len(some)], "layout": layout}


def _own_name(row: Row) -> Part:
    shift = {"yshift": 14, "arrowhead": 0, "ax": 0, "ay": -24}
    return {"x": row.displayed, "y": row.height, "text": f"<b>{unmarked(row.name)}</b>", **shift, "font": {"size": 15}}


def _dots(rows: pd.DataFrame, role: str) -> Part:
    colour = {"others": FAINT, "area": GREEN, "self": ORANGE}[role]
    return {
        "type": "scatter",
        "x": rows["displayed"].tolist(),
        "y": rows["height"].tolist(),
        "mode": "markers",
        "name": role,
        "marker": {"color": colour, "size": SIZES[role], "line": {"width": 0}},
        "customdata": rows["hover"].tolist(),
        "hovertemplate": "%{customdata}<extra></extra>",
    }
