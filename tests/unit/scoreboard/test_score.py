"""The scoreboard: n of N, whoever has most left to do first, and what lists count beside the dataset."""

from dataclasses import replace

import pytest

from components.language.i18n import use_language
from components.report.scoreboard.score import list_in, measures, score_of
from components.report.scoreboard.sentences import figures, partial_text, particulars, row_status, sentence, templates
from components.screens.villages.view import WITHOUT_COUNTS, as_choice, board_measures, board_of
from components.state import reference
from components.state.view import view_of
from tests.unit.slides.conftest import _indonesian, choice  # noqa: F401

VILLAGES = ("villages_enrolled", "all")
AGENCIES = ("agencies_enrolled", "all")
APPARATUS = ("villages_enrolled", "village_apparatus")
PAYING = ("villages_paying_from_village_fund", "all")
MAJENE, MERAUKE, SIDRAP, PANGKEP = "76.05", "93.01", "73.14", "73.10"


@pytest.fixture
def score(choice):  # noqa: F811
    """Return a function that scores an area of the reported dataset."""

    def scored(area, measure, ticks=None, **changes):
        return score_of(view_of(choice(area=area, **changes)), measure, ticks or {})

    return scored


def counts(found):
    return {row.region_code: (row.done, row.whole, row.left) for row in found.rows.itertuples()}


@pytest.mark.parametrize(
    ("area", "measure", "counted", "said"),
    [
        ("93", APPARATUS, {MERAUKE: (29, 179, 150)}, "Merauke: 29 dari 179 desa/kampung terdaftar, 150 belum."),
        ("76", VILLAGES, {MAJENE: (19, 62, 43)}, "Majene: 19 dari 62 desa/kampung terdaftar, 43 belum."),
        ("76", AGENCIES, {MAJENE: (12, 39, 27)}, "Majene: 12 dari 39 perangkat daerah terdaftar, 27 belum."),
        (
            "73",
            PAYING,
            {SIDRAP: (68, 68, 0)},
            "Sidenreng Rappang: 68 desa membayar; jumlah desa 68 menurut Kepmendagri.",
        ),
    ],
)
def test_the_four_reported_counts(score, area, measure, counted, said):
    found = score(area, measure)
    assert counts(found) == counted
    assert sentence(found) == said
    assert row_status(next(found.rows.itertuples())) == "dilaporkan"


def test_regions_without_counts_are_named_and_those_without_villages_apart(score):
    found = score("76", VILLAGES)
    regencies = reference.regions().query("parent_code == '76'")
    assert sorted(found.missing) == sorted(set(regencies["region_code"]) - {MAJENE})
    (said,) = particulars(found)
    assert said.startswith("5 wilayah tanpa hitungan: ")
    assert "Mamuju" in said
    city = score("17", VILLAGES, dataset="simulated")
    assert (city.missing, city.idle) == ((), 1)
    assert "1 wilayah tidak memiliki desa." in particulars(city)
    cities = particulars(score("73", PAYING))
    assert "3 wilayah tidak memiliki desa." in cities  # Makassar, Parepare and Palopo


def test_only_so_many_are_named_on_a_slide_and_all_on_the_page(score):
    found = score("73", PAYING)
    assert len(found.missing) == 24 - 1 - 3  # regencies of Sulawesi Selatan, less Sidrap, less the cities
    assert "dan 8 lainnya" in particulars(found)[0]
    assert "lainnya" not in particulars(found, most_names=600)[0]


def test_a_list_speaks_where_the_dataset_says_nothing_and_in_its_place_where_it_says_something(score):
    ticks = {"villages_enrolled-all": {MAJENE: (25, 62), "76.04": (3, 150), "17.04": (1, 2), "76.06": (0, 0)}}
    live = score("76", VILLAGES, ticks)
    assert counts(live) == {"76.04": (3, 150, 147), MAJENE: (25, 62, 37)}
    majene = next(row for row in live.rows.itertuples() if row.region_code == MAJENE)
    assert row_status(majene) == "dicentang dalam rapat; dalam kumpulan data 19 dari 62, November 2022"
    assert live.periods == []
    assert "2 wilayah dihitung dari daftar yang dicentang dalam rapat, bukan dari kumpulan data." in particulars(live)
    assert "76.04" not in live.missing
    assert "76.06" in live.missing  # a list without a line counts nothing


def test_a_list_of_some_villages_is_in_no_sum_and_stands_with_its_regency(score):
    """Majene has 62 villages by the dataset, Polewali Mandar 144 by the gazetteer."""
    ticks = {"villages_enrolled-all": {MAJENE: (60, 61), "76.04": (3, 143)}}
    live = score("76", VILLAGES, ticks)
    assert counts(live) == {MAJENE: (19, 62, 43)}
    assert sentence(live) == "Majene: 19 dari 62 desa/kampung terdaftar, 43 belum."
    assert [one.text for one in figures(live)] == ["19 dari 62", "43"]
    majene = next(live.rows.itertuples())
    assert row_status(majene, live) == (
        "dilaporkan; daftar sebagian: 60 dari 61 dicentang; 62 desa menurut Kepmendagri"
    )
    assert "76.04" in live.missing
    polewali = partial_text(live.partial["76.04"], live.indicator)
    assert polewali == "daftar sebagian: 3 dari 143 dicentang; 144 desa menurut Kepmendagri"
    assert any(said.startswith("2 daftar hanya memuat sebagian") for said in particulars(live))


def test_a_list_of_agencies_counts_where_nobody_knows_how_many_there_are(score):
    ticks = {"agencies_enrolled-all": {MAJENE: (12, 13), "76.04": (2, 3)}}
    assert counts(score("76", AGENCIES, ticks)) == {MAJENE: (12, 39, 27), "76.04": (2, 3, 1)}


def test_the_lists_own_state_says_whether_it_is_complete(choice):  # noqa: F811
    ticks = {"villages_enrolled-all": {MAJENE: (60, 61), "76.04": (3, 144)}}
    found = {code: list_in(view_of(choice(area="ID")), VILLAGES, code, ticks) for code in (MAJENE, "76.04", "76.06")}
    assert (found[MAJENE].complete, found["76.04"].complete, found["76.06"]) == (False, True, None)


def test_a_list_of_paying_villages_is_held_against_the_gazetteer(score):
    ticks = {"villages_paying_from_village_fund-all": {SIDRAP: (2, 68), PANGKEP: (1, 70), "73.11": (1, 39)}}
    found = score("73", PAYING, ticks)
    villages = reference.regions().set_index("region_code")["desa"]
    assert counts(found) == {
        PANGKEP: (1, villages[PANGKEP], villages[PANGKEP] - 1),
        SIDRAP: (2, 68, 66),
    }


def test_the_newest_counts_up_to_the_period_each_with_its_own(score):
    early = score("17", VILLAGES, dataset="simulated", period="2021-06")
    assert set(early.rows["period"]) == {"2021-06"}
    whole = score("ID", VILLAGES, dataset="simulated")
    assert whole.rows["left"].is_monotonic_decreasing
    assert score("76", VILLAGES, period="2020-01").rows["period"].tolist() == ["2022-11"]  # none so early: the newest


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ({}, "Belum ada hitungan dari wilayah mana pun di daerah ini."),
        ({"17.04": (192, 192)}, "Kaur: seluruh 192 desa/kampung terdaftar."),
        ({"17.04": (192, 192), "17.05": (182, 182)}, "Di 2 wilayah: seluruh 374 desa/kampung terdaftar."),
        (
            {"17.04": (192, 195), "17.05": (182, 185), "17.06": (147, 148)},
            "Di 3 wilayah: 521 dari 528 desa/kampung terdaftar, 7 belum. "
            "Sisa terbanyak di Kaur dan 1 wilayah lain: masing-masing 3.",
        ),
        (
            {"17.04": (189, 192), "17.05": (181, 182)},
            "Di 2 wilayah: 370 dari 374 desa/kampung terdaftar, 4 belum. Sisa terbanyak di Kaur: 3.",
        ),
    ],
)
def test_the_sentence_for_none_one_all_and_ties(score, counted, said):
    assert sentence(score("17", VILLAGES, {"villages_enrolled-all": counted})) == said


def test_the_sentences_in_english(score):
    use_language("en")
    assert sentence(score("73", PAYING)) == "Sidenreng Rappang: 68 villages pay; number of villages 68 by Kepmendagri."
    assert sentence(score("93", APPARATUS)) == "Merauke: 29 of 179 villages enrolled, 150 left to do."
    tied = score("17", VILLAGES, {"villages_enrolled-all": {"17.04": (192, 195), "17.05": (182, 185)}})
    assert sentence(tied).endswith("Most is left in Kaur and 1 more: 3 each.")


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("measure", [VILLAGES, AGENCIES, PAYING])
def test_a_deck_can_fill_every_sentence_by_itself(language, measure):
    use_language(language)
    places = dict.fromkeys(("region", "done", "whole", "left", "count"), "x")
    for text in templates(reference.indicators()[measure[0]]).values():
        assert "{" not in text.format(**places)


def test_the_numbers_are_those_of_the_sentence(score):
    done, left = figures(score("76", VILLAGES))
    assert (done.label, done.text, done.value) == ("Terdaftar", "19 dari 62", 19)
    assert (left.label, left.text, left.value) == ("Belum terdaftar", "43", 43)
    paying, _left = figures(score("73", PAYING))
    assert (paying.label, paying.note) == ("Membayar", "desa (jumlah desa menurut Kepmendagri)")
    assert figures(score("17", VILLAGES)) == ()


def test_an_area_has_the_boards_it_has_figures_or_lists_of(choice):  # noqa: F811
    assert measures(view_of(choice(area="76")), {}) == [VILLAGES, AGENCIES]
    assert measures(view_of(choice(area="93")), {}) == [APPARATUS]
    assert measures(view_of(choice(area="14")), {}) == []
    assert measures(view_of(choice(area="14")), {"agencies_enrolled-all": {"14.01": (0, 9)}}) == [AGENCIES]
    assert board_measures(view_of(choice(area="14")), {}) == WITHOUT_COUNTS


def test_the_page_shows_the_choice_itself_where_it_is_a_board(choice):  # noqa: F811
    own = choice(area="76", indicator=AGENCIES[0], period="2022-11", region=MAJENE, scheme="natural_breaks")
    assert board_of(view_of(own), {}).selection == own


def test_the_page_shows_the_first_board_by_regency_where_the_choice_is_none(choice):  # noqa: F811
    coverage = choice(area="ID", level="province", region="76", scheme="own_breaks", breaks=(20.0,), period="2024-11")
    board = board_of(view_of(coverage), {}).selection
    assert (board.indicator, board.segment, board.level, board.region) == (*VILLAGES, "regency", "")
    assert (board.period, board.scheme, board.breaks) == ("2022-11", "pretty", ())
    assert as_choice(board) == {
        "level": "regency", "indicator": "villages_enrolled", "segment": "all", "period": "2022-11",
    }  # fmt: skip
    assert board_of(view_of(replace(coverage, area="14")), {}).selection.period == ""


def test_where_there_are_no_villages_none_are_counted_yet_is_not_said(score):
    found = score("31", VILLAGES)
    assert sentence(found) == "Tidak ada desa di daerah ini."
    assert (len(found.missing), found.idle) == (0, 6)
