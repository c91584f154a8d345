"""Why a rate changed, as a part of the trend's slide: participants against denominator, of reported figures."""

import pytest

from components.deck.payload import payload
from components.exports.briefs import brief_of
from components.report.model import DeckRequest
from tests.unit.slides.conftest import slide

BENGKULU = {"period": "2025-12", "since": "2024-12"}
GRESIK = {"area": "35", "region": "35.25", "period": "2025-11", "since": "2024-11"}
NAMES = ["Peserta aktif", "Penyebut"]


def test_bengkulu_fell_by_its_denominator_more_than_by_participants(deck):
    drawn = slide(deck(**BENGKULU), "trend").steps
    assert [step.label for step in drawn.steps] == ["Desember 2024", *NAMES, "Desember 2025"]
    before, participants, denominator, after = (step.value for step in drawn.steps)
    assert (participants, denominator) == (pytest.approx(-1.63, abs=0.005), pytest.approx(-4.76, abs=0.005))
    assert [step.text for step in drawn.steps] == ["41,84\u00a0%", "−1,63", "−4,76", "35,5\u00a0%"]
    assert (before, after) == (pytest.approx(100 * 261814 / 625750), pytest.approx(100 * 251000 / 708000))
    assert before + participants + denominator == pytest.approx(after)


def test_the_chosen_region_is_explained_where_its_area_has_no_counts(deck):
    drawn = slide(deck(**GRESIK), "trend").steps
    assert drawn.title == "Gresik, persen"
    assert [step.value for step in drawn.steps[1:3]] == [
        pytest.approx(-0.12, abs=0.01),
        pytest.approx(-11.59, abs=0.01),
    ]


@pytest.mark.parametrize("changes", [{"period": "2024-12", "since": "2024-11"}, {"period": "2025-12", "since": ""}])
def test_nothing_is_drawn_where_a_count_is_not_known_or_nothing_is_compared(deck, changes):
    assert slide(deck(**changes), "trend").steps is None


def test_the_brief_draws_what_its_sentence_says(choice):
    brief = brief_of(choice(**GRESIK), "35.25")
    assert [step.text for step in brief.steps.steps[1:3]] == ["−0,12", "−11,59"]
    assert any("−11,6 poin dari penyebut" in sentence for sentence in brief.sentences)
    simulated = brief_of(choice(dataset="simulated", period="2024-11", since="2024-06"), "17.04")
    assert simulated.steps.steps[0].label == "November 2023"  # a brief compares with a year before
    assert any("poin dari penyebut" in sentence for sentence in simulated.sentences)
    assert simulated.simulated


def test_the_browser_is_told_the_same_bars(choice, deck):
    drawn = slide(deck(**BENGKULU), "trend").steps
    (told,) = payload(choice(**BENGKULU), DeckRequest(slides=("trend",)))["deck"]["slides"]
    rows = told["steps"]["rows"]
    assert [(row["label"], row["text"], row["colour"]) for row in rows] == [
        (step.label, step.text, colour) for step, colour in zip(drawn.steps, drawn.colours, strict=True)
    ]
    assert [(row["left"], row["width"]) for row in rows] == drawn.shares


def test_where_names_are_hidden_no_source_has_an_address(deck):
    shown, hidden = deck(**BENGKULU), deck(DeckRequest(hidden_names=True), **BENGKULU)
    assert any(one.url for one in shown.cited.values())
    assert any(slide(shown, "sources").tables[0].links)
    assert not hidden.cited
    assert not slide(hidden, "sources").tables[0].links
