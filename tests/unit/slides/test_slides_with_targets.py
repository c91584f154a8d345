"""Targets in a deck: those of the very region, under the name of who set them, and rivals for the presenter."""

from components.report.model import DeckRequest
from tests.unit.slides.conftest import slide

PADANG = {"area": "13", "period": "2024-11"}
PROFILES = DeckRequest(slides=("profiles", "trend", "sources"))


def drawn(one):
    return [(point.series, point.region, point.year, point.value) for point in one.lines.targets]


def test_a_city_is_drawn_and_held_against_its_own_target(deck):
    slides = deck(PROFILES, **PADANG)
    padang = slide(slides, "profile-13.71")
    assert drawn(padang) == [("Target kota", "Kota Padang", 2024, 32.48), ("Target kota", "Kota Padang", 2025, 37.1)]
    (held,) = [figure for figure in padang.figures if figure.label.startswith("Target")]
    assert (held.label, held.text) == ("Target kota (poin persen)", "+12")  # 44 less 32.48, as coarse as 44
    assert any("32,48" in note and "37,10" in note and "Target kota" in note for note in padang.notes)
    paragraphs = "\n".join(slide(slides, "sources").paragraphs)
    assert "Target kota: " in paragraphs and "Scientia (2024-11-11)" in paragraphs


def test_its_neighbour_is_not(deck):
    other = slide(deck(PROFILES, **PADANG), "profile-13.72")
    assert not [one for one in drawn(other) if one[0] == "Target kota"]
    assert not [figure for figure in other.figures if figure.label.startswith("Target")]


def test_a_target_does_not_tell_a_hidden_name(deck):
    hidden = deck(DeckRequest(slides=("profiles", "trend"), hidden_names=True), **PADANG)
    told = [
        text
        for one in hidden.slides
        for text in (
            *one.notes,
            one.sentence,
            *(part for figure in one.figures for part in (figure.label, figure.note)),
            *map(str, drawn(one)),
        )
    ]
    of_target = [text for text in told if "Target kota" in text]
    assert of_target and not [text for text in of_target if "Padang" in text]


def test_rivals_of_the_area_are_notes_to_its_trend(deck):
    trend = slide(deck(area="61", period="2025-12"), "trend")
    assert drawn(trend) == [
        ("Target provinsi", "Kalimantan Barat", year, value) for year, value in ((2025, 59.56), (2026, 60.8))
    ]
    (rivals,) = [note for note in trend.notes if note.startswith("Target Kalimantan Barat")]
    for said in ("59,56\u00a0% (Target provinsi, 2025)", "61\u00a0% (Target Perda/RPJMD, 2026)"):
        assert said in rivals
