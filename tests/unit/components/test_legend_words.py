"""The words of a legend are found once, and every medium draws the same."""

from dataclasses import replace

import pytest

from components.language.i18n import use_language
from components.report.legend import class_words
from components.report.slides.deck_data import plain_view
from components.report.slides.map_slide import map_drawing
from components.state import reference
from geo.classify import classify
from tests.unit.slides.conftest import choice  # noqa: F401


@pytest.fixture(autouse=True)
def _language():
    use_language("id")


def words(classification, chosen):
    return [(line.text, line.rare) for line in class_words(classification, chosen)]


def test_a_limit_belongs_to_the_class_below_it(choice):  # noqa: F811
    found = classify([5.0, 30.0, 70.0], "own_breaks", own=(20, 38.5))
    assert words(found, choice()) == [("sampai 20,0", False), ("20,1–38,5", False), ("di atas 38,5", False)]


def test_where_all_figures_are_one_the_legend_says_which(choice):  # noqa: F811
    assert words(classify([75.0], "pretty"), choice()) == [("75,0", False)]
    assert words(classify([], "pretty"), choice()) == []


def test_above_a_target_near_a_hundred_is_named_only_where_it_is_seen(choice, monkeypatch):  # noqa: F811
    monkeypatch.setattr("components.report.legend.target_value", lambda _chosen: 98.0)
    found = classify([50.0], "target_bands", target=98.0)
    assert found.breaks == (92.9, 103.0)
    assert words(found, choice()) == [
        ("di bawah 93,0", False),
        ("sekitar 98 (93,0–100,0)", False),
        ("di atas 103,0", True),
    ]


def test_slides_and_explorer_say_the_same(choice):  # noqa: F811
    chosen = replace(choice(area="17"), scheme="target_bands")
    drawing = map_drawing(plain_view(chosen))
    classes = classify([50.0], "target_bands", target=48.0)
    told = [text for text, _rare in words(classes, chosen)]
    assert [entry.label for entry in drawing.legend][:3] == told
    assert reference.indicators()["coverage"].decimals == 1
