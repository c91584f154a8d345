"""The dots of all regions: every one drawn once, the one itself on top."""

import pandas as pd
import plotly.graph_objects as go

from components.charts import distribution
from components.charts.places import stacked
from components.charts.ranking import Reference


def distribution_figure(*parts):
    return go.Figure(distribution.distribution_figure(*parts))


def dots(*rows):
    return pd.DataFrame(rows, columns=["name", "displayed", "role"]).assign(hover="")


def test_every_region_is_a_dot_and_the_one_itself_is_named():
    figure = distribution_figure(
        dots(("Kaur", 75.0, "self"), ("Lebong", 17.0, "area"), ("Seram", 17.0, "others")), [], "percent"
    )
    assert [(trace.name, list(trace.x)) for trace in figure.data] == [
        ("others", [17.0]),
        ("area", [17.0]),
        ("self", [75.0]),
    ]
    assert [note.text for note in figure.layout.annotations] == ["<b>Kaur</b>"]


def test_equal_values_stand_on_each_other():
    assert stacked([17.0, 17.0, 75.0, 17.0]) == [0, 1, 0, 2]
    assert stacked([5.0, 5.0]) == [0, 1]
    assert stacked([]) == []


def test_a_name_from_outside_is_no_markup():
    figure = distribution_figure(dots(("<img src=x>", 75.0, "self")), [Reference("x", 1.0, True)], "percent")
    assert "<img" not in "".join(note.text for note in figure.layout.annotations)
