"""Outlines, labels, bars, columns and texts: what every medium shares."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from components.exports.parts.bars import fewer
from components.exports.parts.labels import Label, apart, labelled, legible
from components.exports.parts.layout import also_known, parts_shown
from components.exports.parts.look import LINES
from components.exports.parts.series import columns_of
from components.exports.parts.svg_points import rings, thinned
from components.exports.parts.text import clean, shortened
from components.report.model import Bar, BarDrawing, Column, Line, LineDrawing, Slide, Table
from components.screens.exports import size_text
from components.state.assets import stylesheet
from tests.unit.exports.conftest import lines, region_map, table


def test_a_path_is_read_back_into_its_rings():
    found = rings("m10 20l5 0 0-5zm-10-10l1 0 0 1z")
    assert [ring.tolist() for ring in found] == [
        [[10, 20], [15, 20], [15, 15]],
        [[0, 10], [1, 10], [1, 11]],  # after z the pen is back at 10, 20
    ]


def test_neighbours_keep_their_common_corners_on_the_coarser_grid():
    found = thinned({"a": "m0 0l103 0 0 98-103 0z", "b": "m103 0l100 0 0 98-100 0z"}, 10)
    shared = {tuple(point) for point in found["a"][0]} & {tuple(point) for point in found["b"][0]}
    assert shared == {(100, 0), (100, 100)}


def test_a_region_smaller_than_the_grid_stays_on_the_map():
    (ring,) = thinned({"a": "m3 3l1 0 0 1-1 0z"}, 100)["a"]
    assert np.ptp(ring, axis=0).tolist() == [100, 100]


def test_labels_that_overlap_part_and_others_stay():
    labels = [Label("a", 0, 0, 10, 4), Label("b", 2, 1, 10, 4), Label("c", 50, 0, 10, 4)]
    first, second, third = apart(labels)
    assert second.y - first.y == pytest.approx(4, abs=0.1)
    assert third == labels[2]


def test_of_many_bars_both_ends_and_the_selected_one_are_shown():
    rows = tuple(Bar(str(n), str(n), float(100 - n), "", n + 1) for n in range(100))
    shown, left_out = fewer(BarDrawing(rows, (), "", 0, selected="50"), most=6)
    assert [bar.code for bar in shown.rows] == ["0", "1", "2", "50", "97", "98", "99"]
    assert left_out == 93


@pytest.mark.parametrize(
    ("points", "labels"),
    [
        ([("2022", 1.0), ("2024", 2.0)], ("2022", "2023", "2024")),
        ([("2023", 1.0), ("2024-02", 2.0)], ("Des 2023", "Jan 2024", "Feb 2024")),
        ([("2024-Q1", 1.0), ("2024-Q3", 2.0)], ("Triwulan I 2024", "Triwulan II 2024", "Triwulan III 2024")),
        ([], ()),
    ],
)
def test_a_trend_is_laid_on_the_finest_frequency_without_leaving_a_period_out(points, labels):
    found = columns_of(LineDrawing((Line("a", "A", "chosen", tuple(points)),), (), (), "", 1))
    assert found.labels == labels


def test_each_kind_of_slide_shows_two_parts_at_most():
    full = Slide("x", "profile", "x", map=region_map(), lines=lines(), tables=(table(),))
    assert parts_shown(full) == ["map", "lines"]
    assert parts_shown(replace(full, kind="scoreboard")) == ["map", "table"]
    assert parts_shown(Slide("x", "text", "x")) == []


def test_text_loses_nothing_but_what_no_document_can_hold():
    assert clean("a\x00\x07b\ufffe<&\N{GRINNING FACE}") == "ab<&\N{GRINNING FACE}"
    assert shortened("satu dua tiga", 10) == "satu dua…"
    assert len(shortened("x" * 50, 10)) == 10


def test_a_small_file_is_not_of_no_size_at_all():
    assert [size_text(count) for count in (1, 8_240, 999_999, 1_000_000, 46_300_000)] == [
        "1 kB", "8 kB", "1.000 kB", "1,0 MB", "46,3 MB",
    ]  # fmt: skip


def test_no_label_that_is_shown_lies_over_another():
    crowd = [Label(str(place), place % 3, place // 9, 10, 4) for place in range(30)]
    shown = legible(crowd)
    assert shown
    for first in shown:
        for second in shown:
            apart_enough = abs(first.x - second.x) >= 10 or abs(first.y - second.y) >= 3.9
            assert first is second or apart_enough


def test_a_label_keeps_within_the_frame_of_its_region_and_off_all_others():
    frames = [(0, 0, 20, 20), (30, 0, 4, 20)]
    inside, beside = Label("island", 2, 10, 10, 4), Label("coast", 25, 10, 12, 4)
    narrow = Label("islet", 32, 17, 10, 2)
    shown = {label.code: label for label in legible([inside, beside, narrow], frames)}
    assert shown["island"].x == 5  # half of its ten from the left edge
    assert "coast" not in shown  # twelve wide, and ten between the frames
    assert (shown["islet"].x, shown["islet"].y) == (32, 17)  # no frame of four holds a name of ten


def test_a_region_is_named_with_its_number_or_not_at_all():
    assert [one.name for one in labelled(region_map())] == ["Kaur", "Lebong"]


def test_a_regions_line_has_the_colour_of_the_deck_in_the_browser():
    css = stylesheet(Path(__file__).parents[3] / "components" / "deck" / "deck.css")
    first, second = (re.search(f"--{name}: (#[0-9a-f]+)", css)[1] for name in ("warning", "second"))
    assert LINES[:2] == (first, second)
    assert [colour for colour in LINES[2:4] if colour not in css] == []


def test_a_profile_says_in_a_line_what_else_is_known():
    columns = tuple(Column(key, key) for key in ("indicator", "value", "counts", "period", "status", "source"))
    rows = tuple(
        (f"Hal {n}", "25,0\u00a0%", "1 dari 4" if n else "", "2024", "dilaporkan", "Jarrakpos") for n in range(5)
    )
    known = Slide("profile-1", "profile", "x", tables=(Table("Yang juga diketahui", columns, rows),))
    line = also_known(known)
    assert line.startswith(
        "Yang juga diketahui: Hal 0 25,0\u00a0% (2024, dilaporkan); Hal 1 1 dari 4 (2024, dilaporkan)"
    )
    assert "Hal 3" not in line and "2" in line
    assert also_known(replace(known, kind="extremes")) == also_known(replace(known, tables=())) == ""
