"""Lines over time: every point is in the table, and a gap is crossed by dashes only."""

from datetime import date
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from components.charts import trend
from components.charts.joints import pieces
from components.charts.places import spread
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


def names(figure):
    """The labels at the ends of lines by their first row: where each points to, and how high it stands."""
    return {
        note.text.partition(" <b>")[0]: note
        for note in figure.layout.annotations
        if note.x is not None and "<b>" in note.text
    }


def test_a_line_has_its_name_and_value_at_its_newest_figure_and_there_is_no_legend():
    figure = trend_figure(line({"2024-12": 41.84, "2024-11": 37.0}), [], [], "persen")
    (note,) = names(figure).values()
    assert (note.text, note.x, note.y) == ("Bengkulu <b>41.84\u00a0%</b>", ENDS["2024-12"], 41.84)
    assert figure.layout.showlegend is False


def test_a_line_that_ends_early_says_when_and_no_leader_is_drawn_where_there_are_no_figures():
    both = pd.concat([line({"2024-11": 75.0}, "Kaur"), line(BENGKULU)])
    figure = trend_figure(both, [], [], "persen")
    kaur = names(figure)["Kaur"]
    assert kaur.text.endswith("<br>Nov 2024")
    assert not kaur.showarrow
    (dot,) = figure.layout.shapes
    (points_of_kaur,) = [trace for trace in markers(figure) if trace.name == "Kaur"]
    assert dot.fillcolor == points_of_kaur.marker.color
    assert names(figure)["Bengkulu"].showarrow


def test_a_long_name_is_broken_into_rows_and_its_markup_is_text():
    named = line({"2024-11": 37.0}, "Kepulauan Bangka <b>Belitung</b> Timur")
    (note,) = [note for note in trend_figure(named, [], [], "persen").layout.annotations if "37.0" in note.text]
    rows = note.text.split("<br>")
    assert max(len(row.replace("<b>", "").replace("</b>", "")) for row in rows) <= 19
    assert "‹b›Belitung‹/b›" in note.text


def test_names_that_would_touch_are_pushed_apart_in_the_order_of_the_lines_and_stay_within_the_plot():
    many = [
        line({"2024-10": value, "2024-11": value}, f"Region {value}")
        for value in (0.0, 0.1, 0.2, 36.9, 37.0, 37.1, 80.0, 80.1)
    ]
    figure = trend_figure(pd.concat(many), [], [], "persen")
    heights = [note.ay for note in sorted(names(figure).values(), key=lambda note: note.y)]
    assert heights == sorted(heights)
    low, high = figure.layout.yaxis.range
    row = (high - low) * 17 / (trend.HEIGHT - trend.HEAD - trend.FOOT)
    assert min(after - before for before, after in pairwise(heights)) >= row
    assert low <= heights[0] - row / 2
    assert heights[-1] + row / 2 <= high


def test_each_region_has_a_colour_of_its_own_for_points_and_pieces():
    two = pd.concat([line(BENGKULU), line({"2024-11": 39.0, "2025-04": 35.68}, "Indonesia", "country")])
    figure = trend_figure(two, [], [], "persen")
    colours = {}
    for trace in figure.data:
        colours.setdefault(trace.legendgroup, set()).add(trace.marker.color or trace.line.color)
    assert colours.keys() == {"Bengkulu", "Indonesia"}
    assert [len(own) for own in colours.values()] == [1, 1]
    assert colours["Bengkulu"] != colours["Indonesia"]


def test_a_decree_is_a_mark_above_the_lines_with_its_name_and_explanation_under_the_pointer():
    figure = trend_figure(line(BENGKULU), [DECREE], [], "persen")
    (band,) = [trace for trace in figure.data if trace.yaxis == "y2"]
    assert list(band.x) == [DECREE.day]
    assert all(part in band.customdata[0] for part in (DECREE.label, DECREE.hover))
    assert figure.layout.yaxis2.domain[0] > figure.layout.yaxis.domain[1]
    assert not figure.layout.shapes
    assert [note for note in figure.layout.annotations if DECREE.label in note.text] == []


def test_a_target_stands_in_its_year_under_its_name_and_within_sight():
    figure = trend_figure(line(BENGKULU), [], [TARGET], "persen")
    target = figure.data[-1]
    assert (points(target), target.text, target.name) == ({(TARGET.day, 48.0)}, ("48",), "UCJ")
    assert (names(figure)["UCJ"].x, names(figure)["UCJ"].y) == (TARGET.day, 48.0)
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


def test_the_span_is_that_of_the_figures():
    figure = trend_figure(line(BENGKULU), [DECREE], [], "persen")
    first, last = figure.layout.xaxis.range
    assert date(2024, 11, 1) < first < date(2024, 11, 30)
    assert date(2025, 12, 31) < last < date(2026, 1, 31)


@pytest.mark.parametrize(
    ("values", "rooms", "axis", "places"),
    [
        ([], 10, (0, 100), []),
        ([10.0, 50.0], 10, (0, 100), [10.0, 50.0]),
        ([50.0, 50.0], 10, (0, 100), [50.0 - 10 / 2, 50.0 + 10 / 2]),
        ([0.0, 100.0], 10, (0, 100), [10 / 2, 100 - 10 / 2]),
        ([50.0, 50.0], [10, 30], (0, 100), [50 - (10 + 30) / 4, 50 + (10 + 30) / 4]),
        ([98.0, 99.0, 100.0], 10, (0, 100), [75.0, 85.0, 95.0]),
    ],
)
def test_labels_stand_as_near_to_their_lines_as_their_rooms_let_them(values, rooms, axis, places):
    assert spread(values, rooms, *axis) == pytest.approx(places)
