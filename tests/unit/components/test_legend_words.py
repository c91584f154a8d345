"""The words of a legend are found once, and every medium draws the same."""

from dataclasses import replace

import pytest

from components.language.i18n import use_language
from components.report.legend import Ramp, class_ramp, class_words, classes_note
from components.report.slides.deck_data import plain_view
from components.report.slides.map_slide import map_drawing
from components.state import reference
from geo.classify import bubbles, classify
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


def test_a_strip_has_its_limits_with_no_more_decimals_than_they_need_and_names_its_top():
    assert class_ramp(classify([5.0, 30.0, 70.25], "own_breaks", own=(20, 38.5))) == Ramp(("20", "38,5"), ("5", "70,3"))
    # A limit of one's own beyond all figures is the last that the strip names.
    assert class_ramp(classify([25.0, 70.0], "own_breaks", own=(20, 80))) == Ramp(("20", "80"), ("", ""))


def test_classes_that_words_tell_better_are_no_strip():
    alone = [classify([75.0], "pretty"), classify([], "pretty"), classify([], "own_breaks", own=(20, 40))]
    for found in [*alone, bubbles([5.0, 7.0]), classify([50.0], "target_bands", target=48)]:
        assert class_ramp(found) is None


def test_the_legend_says_which_figures_its_limits_come_from(choice):  # noqa: F811
    found = classify([5.0, 30.0, 70.0], "pretty")
    country, own = (replace(choice(area="17"), scale=scale) for scale in ("country", "area"))
    assert classes_note(found, country) == "kelas dari semua periode, Indonesia"
    assert classes_note(found, own) == "kelas dari semua periode, Bengkulu"
    assert classes_note(classify([5.0, 70.0], "own_breaks", own=(20,)), own) == ""


def test_slides_and_explorer_say_the_same(choice):  # noqa: F811
    chosen = replace(choice(area="17"), scheme="target_bands")
    drawing = map_drawing(plain_view(chosen))
    classes = classify([50.0], "target_bands", target=48.0)
    told = [text for text, _rare in words(classes, chosen)]
    assert [entry.label for entry in drawing.legend][:3] == told
    assert reference.indicators()["coverage"].decimals == 1
