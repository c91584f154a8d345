"""Colours of classes: told apart, ordered by lightness, and calm on either ground."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from components.charts.palette import BANDS, NOT_APPLICABLE, class_colours
from components.screens.panel import INK

THEME = tomllib.loads((Path(__file__).parents[3] / ".streamlit/config.toml").read_text())["theme"]
THEMES = ("light", "dark")


def channels(colour):
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


def luminance(colour):
    """Relative luminance by WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ground(theme):
    return THEME[theme]["backgroundColor"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("classes", range(7))
def test_every_class_has_a_colour_of_its_own(theme, classes):
    colours = class_colours("quantile", classes, theme)
    assert len(set(colours)) == classes


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("classes", [2, 3, 5])
def test_low_values_stay_near_the_ground_and_high_ones_leave_it(theme, classes):
    away = [contrast(colour, ground(theme)) for colour in class_colours("natural_breaks", classes, theme)]
    assert away == sorted(away)
    # Neighbours on the legend are told apart without their hue.
    assert all(farther / nearer > 1.25 for nearer, farther in pairwise(away))


@pytest.mark.parametrize("theme", THEMES)
def test_the_lowest_class_is_no_gap(theme):
    lowest = class_colours("quantile", 5, theme)[0]
    assert lowest not in (NOT_APPLICABLE[theme], ground(theme))
    assert spread(lowest) > spread(NOT_APPLICABLE[theme])  # grey is kept for what does not apply


def spread(colour):
    return max(channels(colour)) - min(channels(colour))


@pytest.mark.parametrize("theme", THEMES)
def test_the_three_target_bands_have_colours_of_their_own(theme):
    assert class_colours("target_bands", 3, theme) == list(BANDS[theme])
    below, near, above = BANDS[theme]
    assert spread(near) < min(spread(below), spread(above))


@pytest.mark.parametrize("scheme", ["target_bands", "own_breaks"])
def test_without_any_figure_there_is_no_class_to_colour(scheme):
    assert class_colours(scheme, 0, "light") == []


@pytest.mark.parametrize("theme", THEMES)
def test_notes_are_legible_in_the_six_tenths_of_the_ink_that_they_are_written_in(theme):
    ink, below = channels(THEME[theme]["textColor"]), channels(ground(theme))
    note = "#" + "".join(f"{round(0.6 * top + 0.4 * under):02x}" for top, under in zip(ink, below, strict=True))
    assert contrast(note, ground(theme)) >= 4.5
    assert THEME[theme]["textColor"] == INK[theme]  # of the charts
