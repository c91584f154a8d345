"""Ringkasan: what a governor sees first."""

import re

import pytest

TILE = re.compile(r"(.*)\n\n\*\*(.*)\*\* :small\[(.*)\]")


def bare(text):
    """What is read of a Markdown text: without its stars and the signs that escape others."""
    return re.sub(r"\\(.)", r"\1", text.replace("**", ""))


def sentence_of(screen):
    (sentence,) = screen.said("header")
    return bare(sentence)


def tiles(screen):
    """Title, figure and note of what stands beside the sentence."""
    found = [TILE.fullmatch(text) for text in screen.said("markdown")]
    return [tuple(bare(part) for part in one.groups()) for one in found if one]


def test_the_first_screen_says_where_bengkulu_stands(opened):
    sentence = sentence_of(opened())
    # 39 - 37 = 2; 74.5 / 17.5 = 4.3 at the least
    for said in (
        "November 2024",
        "Bengkulu 37\u00a0%",
        "2 poin persen di bawah",
        "39\u00a0%",
        "Kaur 75\u00a0%",
        "Lebong 17\u00a0%",
        "lebih dari empat kali",
    ):
        assert said in sentence


def test_its_figures_are_bold_and_the_page_keeps_a_title(opened):
    screen = opened()
    (sentence,) = screen.said("header")
    assert re.findall(r"\*\*(.*?)\*\*", sentence) == ["37\u00a0%", "Kaur 75\u00a0%", "Lebong 17\u00a0%"]
    assert screen.said("title") == ["Cakupan kepesertaan, Bengkulu, November 2024"]


def test_the_same_in_english(opened):
    sentence = sentence_of(opened(lang="en"))
    for said in ("37%", "2 points under", "39%", "Kaur 75%", "Lebong 17%", "more than four times"):
        assert said in sentence


def test_the_reported_figures_are_two_regencies_and_eight_gaps(opened):
    screen = opened(set="reported", period="2024-11")
    sentence = sentence_of(screen)
    for said in (
        "37\u00a0%",
        "39\u00a0%",
        "Kaur 75\u00a0%",
        "Lebong 17\u00a0%",
        "> 4 kali",
        "dari 9 kabupaten dan 1 kota menurut Jarrakpos.com",
    ):
        assert said in sentence
    assert ("Kabupaten/kota dengan angka", "2 dari 10", "8 belum") in tiles(screen)
    assert ("Selisih tertinggi dan terendah", "58", "poin") in tiles(screen)  # 75 - 17


def test_the_tiles_say_what_the_sentence_does_not(opened):
    # Simulated counts of November 2024: 231,528 of 625,751 are covered, and 722 of 1,341 villages enrolled.
    assert tiles(opened()) == [
        ("Belum tercakup", "394.223", "pekerja eligible"),  # 625,751 - 231,528
        ("Sejak November 2023", "+4", "poin"),  # 37 - 33.4, of which 37 has no decimal
        ("Target UCJ Kemendagri 2025: 48\u00a0%", "−11", "poin · 68.833 orang lagi"),  # 0.48 * 625,751 = 300,360.5
        ("Desa terdaftar", "722 / 1.341", "53,8\u00a0%"),
    ]


def test_a_tile_that_is_not_known_leaves_its_place_to_what_is(opened):
    shown = tiles(opened(set="reported", period="2024-11"))
    # Neither counts nor a figure of the year before are known; participants are of another month, and say so.
    assert [title for title, *_rest in shown] == [
        "Target UCJ Kemendagri 2025: 48\u00a0%",
        "Kabupaten/kota dengan angka",
        "Selisih tertinggi dan terendah",
        "Peserta aktif",
    ]
    assert shown[-1] == ("Peserta aktif", "261.814", "orang · Des 2024")
    assert not any("–" in figure for _title, figure, _note in shown)


def test_the_one_region_with_a_figure_lends_its_name_to_the_tiles(opened):
    shown = tiles(opened(set="reported", area="93", indicator="villages_enrolled", segment="village_apparatus"))
    assert shown[0] == ("Merauke: belum terdaftar", "150", "desa/kampung")  # 179 - 29


def test_the_figures_of_the_sentence_have_their_status(opened):
    press = "persen dari pers, jumlah simulasi"
    assert any(f"Bengkulu: {press}; Indonesia: {press}" in bare(text) for text in opened().said("caption"))
    said = [bare(text) for text in opened(set="reported", period="2024-11").said("caption")]
    assert "Bengkulu: dilaporkan; Indonesia: dilaporkan" in said


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
    assert said in sentence_of(screen)


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
    sentence = sentence_of(screen)
    assert "583.638 orang" in sentence
    assert "Belum satu pun dari 23" in sentence
    assert screen.failed == []


def test_unmatched_and_missing_regions_are_never_a_zero(opened):
    screen = opened(set="reported", area="17", period="2024-12")
    assert "41,84\u00a0%" in sentence_of(screen)
    assert not any(figure.startswith("0") for _title, figure, _note in tiles(screen))
