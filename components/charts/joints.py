"""How points of a line are joined: solid, dashed across a gap, not at all across a change of the denominator."""

from datetime import date
from itertools import pairwise

import pandas as pd

from components.charts.mark import Part
from data.periods import are_neighbours, frequency, period_end

# From one point to the next: days, values, and how they are joined.
Way = tuple[tuple[date, date], tuple[float, float], str]
SOLID, DASHED, BROKEN = "solid", "dashed", "broken"


def pieces(rows: pd.DataFrame) -> list[Way]:
    """The ways from point to point: solid between neighbours, dashed where a figure is missing between.

    Broken where the two are shares of different denominators: no line joins them.
    """
    by_kind: dict[str, list[tuple[date, float, str, str]]] = {}
    for period, value, regime in zip(*(rows[name].tolist() for name in ("period", "displayed", "regime")), strict=True):
        by_kind.setdefault(frequency(period), []).append((period_end(period), value, period, regime))
    return [
        ((one[0], two[0]), (one[1], two[1]), _joint(one[2:], two[2:]))
        for same in by_kind.values()
        for one, two in pairwise(sorted(same))
    ]


def _joint(one: tuple[str, str], two: tuple[str, str]) -> str:
    """How two figures are joined. one, two: period and regime."""
    if one[1] != two[1]:
        return BROKEN
    return SOLID if are_neighbours(one[0], two[0]) else DASHED


def break_marks(rows: pd.DataFrame) -> list[Part]:
    """A mark half way between two figures of different denominators, which says what changed."""
    said, look = (
        dict(zip(rows["period"].map(period_end), rows["broken"], strict=True)),
        {"text": "//", "showarrow": False},
    )
    return [
        {
            "x": days[0] + (days[1] - days[0]) / 2,
            "y": sum(values) / 2,
            "hovertext": said[days[1]],
            **look,
            "font": {"size": 16},
        }
        for days, values, joint in pieces(rows)
        if joint == BROKEN
    ]
