"""A figure that is drawn unchecked says what plotly's own check makes of it."""

import json
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import plotly.io
import pytest
from plotly.tools import return_figure_from_figure_or_data

from components.charts.distribution import distribution_figure
from components.charts.finished import Finished
from components.charts.mark import dressed
from components.charts.ranking import Reference
from components.charts.trend import Mark, trend_figure

NAMES = pd.DataFrame({"label": ["Kaur", "Lebong"], "name": ["Kaur", "Lebong"], "displayed": [75.0, 17.0], "hover": "x"})
INDONESIA = Reference("Indonesia 39,0 %", 39.0, is_country=True)
MARK = Mark(date(2025, 12, 31), "UCJ", "UCJ 2025: 48", 48.0, "48")
LINE = NAMES.assign(
    role="chosen", period=["2024-11", "2024-12"], text="75,0 %", name="Kaur", regime="unsaid", broken=""
)
FIGURES = {
    "distribution": distribution_figure(NAMES.assign(role=["self", "others"]), [INDONESIA], "persen"),
    "trend": trend_figure(LINE, [Mark(date(2024, 12, 1), "PP 6/2025", "JKP")], [MARK], "persen"),
}


def sent(figure):
    """What Streamlit sends of a figure, as the browser reads it."""
    taken = return_figure_from_figure_or_data(figure, validate_figure=True)
    return go.Figure(json.loads(plotly.io.to_json(taken, validate=False)))


@pytest.mark.parametrize("kind", FIGURES)
def test_it_is_sent_as_plotly_would_send_it(kind):
    figure = dressed(FIGURES[kind], "#121614", "SIMULASI")
    assert sent(Finished(figure)) == sent(figure)
    assert len(sent(figure).layout.annotations) >= 1


def test_what_is_drawn_twice_is_not_changed_in_between():
    figure = dressed(FIGURES["distribution"], "#121614")
    before = json.dumps(figure, default=str)
    sent(Finished(figure))
    assert json.dumps(figure, default=str) == before
