"""Lines over time: every point is in the table, and a gap is crossed by dashes only."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts import trend
from components.charts.joints import pieces
from components.charts.trend import Mark
from data.periods import period_end

# Coverage of Bengkulu as reported, in percent: five uneven months.
BENGKULU = {"2024-11": 37.0, "2024-12": 41.84, "2025-07": 27.16, "2025-09": 27.26, "2025-12": 35.0}
# Active participants of Banjarmasin as reported, by year.
BANJARMASIN = {"2020": 82001, "2021": 65144, "2022": 75841}
ENDS = {"2024-11": date(2024, 11, 30), "2024-12": date(2024, 12, 31), "2025-07": date(2025, 7, 31)}
DECREE = Mark(date(2025, 2, 7), "PP 6/2025", "7 Februari 2025: JKP")
TARGET = Mark(date(2025, 12, 31), "UCJ", "UCJ 2025: 48", 48.0, "48")


def line(by_period, name="Bengkulu", role="area"):
    """The rows of one line from value by period."""
    return pd.DataFrame(
        {
            "name": name,
            "role": role,
            "period": list(by_period),
            "displayed": list(by_period.values()),
            "text": [f"{value}\u00a0%" for value in by_period.values()],
            "hover": [f"{name} {period}" for period in by_period],
            "regime": "unsaid",
            "broken": "",
        }
    )


def trend_figure(*parts):
    """The figure as Plotly takes it: a property that it does not know is refused."""
    return go.Figure(trend.trend_figure(*parts))


def joined(by_period):
    named = {period_end(period): period for period in by_period}
    assert all(
        by_period[named[day]] == value for way in pieces(line(by_period)) for day, value in zip(*way[:2], strict=True)
    )
    return [(*(named[day] for day in days), joint) for days, _values, joint in pieces(line(by_period))]


def points(trace):
    return {(x, y) for x, y in zip(trace.x, trace.y, strict=True) if x is not None}


def markers(figure):
    return [trace for trace in figure.data if trace.mode == "markers"]


def strokes(figure, dash):
    return [trace for trace in figure.data if trace.mode == "lines" and trace.line.dash == dash]


def test_only_neighbours_are_joined_by_a_solid_piece():
    assert joined(BENGKULU) == [
        ("2024-11", "2024-12", "solid"),
        ("2024-12", "2025-07", "dashed"),
        ("2025-07", "2025-09", "dashed"),
        ("2025-09", "2025-12", "dashed"),
    ]


@pytest.mark.parametrize(
    ("by_period", "ways"),
    [
        ({}, []),
        ({"2024-11": 37.0}, []),
        (BANJARMASIN, [("2020", "2021", "solid"), ("2021", "2022", "solid")]),
        (
            {"2024-Q4": 1.0, "2025-Q1": 2.0, "2025-Q3": 3.0},
            [("2024-Q4", "2025-Q1", "solid"), ("2025-Q1", "2025-Q3", "dashed")],
        ),
        ({"2025-01": 2.0, "2024-12": 1.0}, [("2024-12", "2025-01", "solid")]),
    ],
)
def test_pieces_go_from_each_period_to_the_next(by_period, ways):
    assert joined(by_period) == ways


def test_years_and_months_are_never_joined():
    found = joined({"2023": 1.0, "2024-01": 2.0, "2024": 3.0, "2024-02": 4.0})
    assert sorted(found) == [("2023", "2024", "solid"), ("2024-01", "2024-02", "solid")]


def test_no_line_leads_to_a_figure_of_another_denominator_and_a_mark_says_why():
    rows = line({"2024-11": 52.5, "2025-11": 40.8}).assign(
        regime=["unsaid", "/workers/"], broken=["", "Penyebut berganti"]
    )
    assert [joint for *_way, joint in pieces(rows)] == ["broken"]
    figure = trend_figure(rows, [], [], "persen")
    drawn = [trace for trace in figure.data if trace.mode == "lines" and any(x is not None for x in trace.x)]
    assert not drawn
    (mark,) = [one for one in figure.layout.annotations if one.text == "//"]
    assert (mark.hovertext, mark.y) == ("Penyebut berganti", (52.5 + 40.8) / 2)


def test_no_point_is_drawn_that_is_not_in_the_table():
    figure = trend_figure(line(BENGKULU), [], [], "persen")
    known = {(pd.Period(period).end_time.date(), value) for period, value in BENGKULU.items()}
    (dots,) = markers(figure)
    assert points(dots) == known
    assert all(points(trace) <= known for trace in figure.data)


def test_a_piece_ends_before_the_next_begins():
    figure = trend_figure(line(BENGKULU), [], [], "persen")
    (solid,), (dashed,) = strokes(figure, None), strokes(figure, "dash")
    assert list(solid.x) == [ENDS["2024-11"], ENDS["2024-12"], None]
    assert list(dashed.x)[:3] == [ENDS["2024-12"], ENDS["2025-07"], None]
    assert list(dashed.x).count(None) == 3
    assert dashed.line.width < solid.line.width


def test_a_year_stands_at_its_december_with_a_square():
    figure = trend_figure(line({"2023": 1.0, "2024-11": 2.0, "2024": 3.0}), [], [], "persen")
    (dots,) = markers(figure)
    assert list(dots.x) == [date(2023, 12, 31), ENDS["2024-11"], date(2024, 12, 31)]
    year, month, next_year = dots.marker.symbol
    assert year == next_year == "square"
    assert month != year


def test_a_line_has_its_value_with_its_month_at_its_newest_figure_and_its_name_in_the_legend():
    figure = trend_figure(line({"2024-12": 41.84, "2024-11": 37.0}), [], [], "persen")
    assert ("41.84\u00a0%<br>Des 2024", ENDS["2024-12"]) in [(note.text, note.x) for note in figure.layout.annotations]
    assert [trace.name for trace in figure.data if trace.showlegend is not False] == ["Bengkulu"]


def test_values_that_would_touch_are_pushed_apart_in_the_order_of_the_lines():
    three = [line({"2024-11": value}, name) for name, value in (("Kaur", 37.2), ("Lebong", 37.0), ("Seluma", 37.1))]
    figure = trend_figure(pd.concat(three), [], [], "persen")
    at = {note.text.partition("<br>")[0]: note.y for note in figure.layout.annotations}
    low, middle, high = at["37.0\u00a0%"], at["37.1\u00a0%"], at["37.2\u00a0%"]
    assert low + 1 < middle < high - 1


def test_each_region_has_a_colour_of_its_own_for_points_and_pieces():
    two = pd.concat([line(BENGKULU), line({"2024-11": 39.0, "2025-04": 35.68}, "Indonesia", "country")])
    figure = trend_figure(two, [], [], "persen")
    colours = {}
    for trace in figure.data:
        colours.setdefault(trace.legendgroup, set()).add(trace.marker.color or trace.line.color)
    assert colours.keys() == {"Bengkulu", "Indonesia"}
    assert [len(own) for own in colours.values()] == [1, 1]
    assert colours["Bengkulu"] != colours["Indonesia"]


def test_a_decree_is_an_upright_line_with_its_name_and_explanation():
    figure = trend_figure(line(BENGKULU), [DECREE], [], "persen")
    (upright,) = figure.layout.shapes
    assert (upright.x0, upright.x1) == (DECREE.day, DECREE.day)
    assert (DECREE.label, DECREE.hover) in [(note.text, note.hovertext) for note in figure.layout.annotations]


def test_a_target_stands_in_its_year_under_its_name_and_within_sight():
    figure = trend_figure(line(BENGKULU), [], [TARGET], "persen")
    target = figure.data[-1]
    assert (points(target), target.text, target.name) == ({(TARGET.day, 48.0)}, ("48",), "UCJ")
    low, high = figure.layout.yaxis.range
    assert (low, high > 48.0) == (0, True)


def test_without_decrees_and_targets_nothing_of_them_is_drawn():
    figure = trend_figure(line(BENGKULU), [], [], "persen")
    assert not figure.layout.shapes
    assert {trace.legendgroup for trace in figure.data} == {"Bengkulu"}


def test_nothing_known_is_an_empty_chart():
    assert not trend_figure(line({}), [], [], "persen").data


def test_a_short_span_names_its_periods_and_a_long_one_its_years():
    short = trend_figure(line({"2022-05": 1.0, "2022-08": 2.0}), [], [], "persen").layout.xaxis
    assert list(short.ticktext) == ["Mei 2022", "Agu 2022"]
    assert list(short.tickvals) == [date(2022, 5, 31), date(2022, 8, 31)]
    long = trend_figure(line({"2018-12": 1.0, "2025-07": 2.0}), [], [], "persen").layout.xaxis
    assert (long.tickformat, long.dtick) == ("%Y", "M12")
    assert (long.ticklabelmode, long.ticks) == ("period", "outside")  # December stands before the edge of its year


@pytest.mark.parametrize(
    "by_period",
    [{}, {"2024-11": 75.0}, {"2024-11": 0.0}, {"2024-11": 37.0, "2025-01": 38.0}, {"2023": 1.0, "2024": 2.0}],
)
def test_the_axis_is_one_of_dates_whatever_is_drawn(by_period):
    figure = trend_figure(line(by_period), [], [], "persen")
    assert figure.layout.xaxis.type == "date"
    low, high = figure.layout.yaxis.range
    assert low < high


def test_a_single_period_stands_in_the_middle_of_a_year():
    axis = trend_figure(line({"2024-11": 75.0}), [], [], "persen").layout.xaxis
    assert axis.range[0] < ENDS["2024-11"] < axis.range[1]
    assert list(axis.tickvals) == [ENDS["2024-11"]]


def test_names_of_periods_that_lie_close_give_way_to_the_newest():
    close = trend_figure(line({"2024-11": 1.0, "2024-12": 2.0, "2025-12": 3.0}), [], [], "persen").layout.xaxis
    assert list(close.ticktext) == ["Des 2024", "Des 2025"]


def test_words_in_the_chart_are_in_the_ink_of_the_page():
    # No colour of a line has a contrast of 4.5 on a light and on a dark ground.
    figure = trend_figure(line(BENGKULU), [DECREE], [], "persen")
    assert {note.font.color for note in figure.layout.annotations} == {None}


def test_names_of_decrees_hang_above_the_lines_and_the_span_is_that_of_the_figures():
    figure = trend_figure(line(BENGKULU), [DECREE], [], "persen")
    assert figure.layout.yaxis.range[1] >= 1.25 * max(BENGKULU.values())
    first, last = figure.layout.xaxis.range
    assert date(2024, 11, 1) < first < date(2024, 11, 30)
    assert date(2025, 12, 31) < last < date(2026, 1, 31)


@pytest.mark.parametrize(("day", "side"), [(date(2024, 12, 1), "left"), (date(2025, 2, 7), "right")])
def test_the_name_of_a_decree_beside_the_axis_stands_right_of_its_line(day, side):
    figure = trend_figure(line(BENGKULU), [Mark(day, "PP 6/2025", "")], [], "persen")
    assert {note.xanchor for note in figure.layout.annotations if note.text == "PP 6/2025"} == {side}
