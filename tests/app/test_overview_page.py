"""Ringkasan: what a governor sees first."""

import pytest


def test_the_first_screen_says_where_bengkulu_stands(opened):
    (sentence,) = opened().said("header")
    # 39 - 37 = 2; 75 - 17 = 58; 74.5 / 17.5 = 4.3 at the least
    for said in (
        "November 2024",
        "Bengkulu 37\u00a0%",
        "2 poin persen di bawah",
        "39\u00a0%",
        "Kaur 75\u00a0%",
        "Lebong 17\u00a0%",
    ):
        assert said in sentence
    assert "58 poin persen; tertinggi lebih dari empat kali terendah" in sentence
    assert "10 kabupaten/kota" in sentence


def test_the_same_in_english(opened):
    (sentence,) = opened(lang="en").said("header")
    for said in (
        "37%",
        "2 points under",
        "39%",
        "Kaur with 75%",
        "Lebong with 17%",
        "a gap of 58 points; the highest is more than four times the lowest",
    ):
        assert said in sentence


def test_the_reported_figures_are_two_regencies_and_eight_gaps(opened):
    (sentence,) = opened(set="reported", period="2024-11").said("header")
    for said in (
        "37\u00a0%",
        "39\u00a0%",
        "Kaur 75\u00a0%",
        "Lebong 17\u00a0%",
        "58 poin persen",
        "lebih dari empat kali",
    ):
        assert said in sentence
    assert "2 kabupaten/kota memiliki data, 8 belum" in sentence


def test_four_figures_stand_under_the_sentence_with_their_status(opened):
    screen = opened()
    figures = [(metric.label.split(": ")[-1], metric.value, metric.delta) for metric in screen.app.metric]
    assert figures == [
        ("Bengkulu", "37\u00a0%", "persen dari pers, jumlah simulasi"),
        ("Indonesia", "39\u00a0%", "persen dari pers, jumlah simulasi"),
        ("Kaur", "75\u00a0%", "persen dari pers, jumlah simulasi"),
        ("Lebong", "17\u00a0%", "persen dari pers, jumlah simulasi"),
    ]


def test_the_map_comes_with_lists_and_trend(opened):
    assert {"map", "lists", "trend"} <= set(opened().given("explorer")["layout"])


@pytest.mark.parametrize(
    ("language", "value", "period"),
    [("id", "71.935 orang", "Desember 2025"), ("en", "71,935 persons", "December 2025")],
)
def test_every_other_indicator_of_the_area_stands_with_its_latest_period(opened, language, value, period):
    table = opened(set="reported", lang=language).app.table[-1]
    rows = [" | ".join(map(str, (name, *row))) for name, row in zip(table.value.index, table.value.values, strict=True)]
    assert any(value in row and period in row for row in rows)
    # 261,814 active participants in December 2024, of whom 36,128 in construction.
    assert any(("261.814" if language == "id" else "261,814") in row for row in rows)
    assert not any("37\u00a0%" in row and "November 2024" in row for row in rows)


@pytest.mark.parametrize(
    ("area", "indicator", "segment", "said"),
    [
        ("93", "villages_enrolled", "village_apparatus", "16,2\u00a0%"),  # 29 of 179
        ("76", "villages_enrolled", "all", "30,6\u00a0%"),  # 19 of 62
        ("76", "agencies_enrolled", "all", "30,8\u00a0%"),  # 12 of 39
        ("73", "villages_paying_from_village_fund", "all", "68 desa"),
        ("13", "death_benefit_paid", "all", "Rp126\u00a0juta"),
    ],
)
def test_each_meeting_has_its_figure(opened, area, indicator, segment, said):
    screen = opened(set="reported", area=area, indicator=indicator, segment=segment)
    assert screen.failed == []
    assert said in screen.said("header")[0]


def test_a_meeting_finds_its_other_figures_beside(opened):
    table = opened(set="reported", area="93", indicator="villages_enrolled", segment="village_apparatus").app.table[-1]
    text = table.value.to_string()
    assert "Merauke" in text
    assert "3 program" in text
    assert "2 program" in text


def test_a_disagreement_is_shown_with_both_figures(opened):
    # Bali, March 2025: printed 50.88, 935,079 of 1,873,899 = 49.90.
    screen = opened(set="reported", area="51", period="2025-03")
    assert "49,9\u00a0%" in screen.words
    assert "50,88" in screen.words


def test_an_area_without_any_regional_figure_still_has_its_sentence(opened):
    screen = opened(set="reported", area="11", indicator="active_participants")
    (sentence,) = screen.said("header")
    assert "583.638 orang" in sentence
    assert "Belum satu pun dari 23" in sentence
    assert screen.failed == []


def test_unmatched_and_missing_regions_are_never_a_zero(opened):
    screen = opened(set="reported", area="17", period="2024-12")
    assert "41,84\u00a0%" in screen.said("header")[0]
    assert not any(metric.value.startswith("0") for metric in screen.app.metric)
