"""The ranking as bars: the rows' order, their gaps, and the lines they are read against."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts.ranking import Reference, ranking_figure
from components.language.i18n import use_language

NAN = float("nan")
BENGKULU = Reference("Bengkulu 37,0\u00a0%", 37.0, is_country=False)
INDONESIA = Reference("Indonesia 39,0\u00a0%", 39.0, is_country=True)


def table(*rows, selected=""):
    """Rows of a ranking as (label, displayed); NaN is a gap."""
    return pd.DataFrame(
        {
            "label": [label for label, _shown in rows],
            "displayed": [shown for _label, shown in rows],
            "hover": [f"{label}: {shown}" for label, shown in rows],
            "selected": [label == selected for label, _shown in rows],
        }
    )


def drawn(*rows, references=(), **more):
    return go.Figure(ranking_figure(table(*rows, **more), list(references), "persen"))


def bars(figure):
    (trace,) = [trace for trace in figure.data if trace.type == "bar"]
    return trace


def from_the_top(figure):
    """Label and length of every bar, as one reads them: the highest place first, each label at its bar."""
    (names,) = [trace for trace in figure.data if trace.type == "scatter"]
    at = dict(zip((round(y) for y in names.y), names.text, strict=True))
    return [(at[y], x) for y, x in sorted(zip(bars(figure).y, bars(figure).x, strict=True), reverse=True)]


def test_the_first_row_is_the_top_bar():
    figure = drawn(("Kaur", 75.0), ("Seluma", 30.0), ("Lebong", 17.0))
    assert from_the_top(figure) == [("Kaur", 75.0), ("Seluma", 30.0), ("Lebong", 17.0)]


def test_the_order_is_the_rows_and_not_the_values():
    figure = drawn(("Lebong", 17.0), ("Kaur", 75.0))
    assert from_the_top(figure) == [("Lebong", 17.0), ("Kaur", 75.0)]


def test_a_gap_has_its_name_and_no_bar():
    figure = drawn(("Kaur", 75.0), ("Seluma", NAN), ("Lebong", 0.0))
    lengths = dict(from_the_top(figure))
    assert pd.isna(lengths["Seluma"])
    assert lengths["Lebong"] == 0.0  # a zero is a figure


def test_two_regions_of_one_name_keep_a_bar_each():
    figure = drawn(("Wilayah", 75.0), ("Wilayah", 17.0))
    assert from_the_top(figure) == [("Wilayah", 75.0), ("Wilayah", 17.0)]


def test_the_area_and_the_country_are_lines_with_a_name():
    figure = drawn(("Kaur", 75.0), references=[BENGKULU, INDONESIA])
    assert [(line.x0, line.x1) for line in figure.layout.shapes] == [(37.0, 37.0), (39.0, 39.0)]
    names = [note.text for note in figure.layout.annotations if note.x in (37.0, 39.0)]
    assert names == ["Bengkulu 37,0\u00a0%", "Indonesia 39,0\u00a0%"]
    dashes = [line.line.dash for line in figure.layout.shapes]
    assert len(set(dashes)) == 2


@pytest.mark.parametrize(
    ("area", "country", "sides"), [(37.0, 39.0, ["right", "left"]), (49.9, 39.0, ["left", "right"])]
)
def test_the_names_of_two_lines_stand_apart(area, country, sides):
    lines = [Reference("Bali", area, is_country=False), Reference("Indonesia", country, is_country=True)]
    figure = drawn(("Badung", 58.7), references=lines)
    at = {note.x: note.xanchor for note in figure.layout.annotations}
    assert [at[area], at[country]] == sides


def test_without_references_no_line_is_drawn():
    assert not drawn(("Kaur", 75.0)).layout.shapes


def test_the_selected_region_stands_out():
    figure = drawn(("Kaur", 75.0), ("Seluma", 30.0), ("Lebong", 17.0), selected="Seluma")
    colours = dict(zip(bars(figure).x, bars(figure).marker.color, strict=True))
    assert colours[75.0] == colours[17.0] != colours[30.0]


def test_bars_start_at_zero_and_say_their_unit():
    figure = drawn(("Kaur", 75.0), ("Lebong", 60.0))
    assert figure.layout.xaxis.rangemode == "tozero"
    assert "persen" in figure.to_json()


def test_every_bar_has_room():
    rows = [(f"Wilayah {i}", float(i)) for i in range(40)]
    few, many = drawn(*rows[:10]).layout, drawn(*rows).layout
    assert many.height - few.height >= (40 - 10) * 20


@pytest.mark.parametrize(("language", "separators"), [("id", ",."), ("en", ".,")])
def test_numbers_on_the_axis_follow_the_language(language, separators):
    use_language(language)
    figure = drawn(("Kaur", 75.0))
    use_language("id")
    assert figure.layout.separators == separators


def test_nothing_to_rank_is_an_empty_chart():
    assert from_the_top(drawn()) == []
