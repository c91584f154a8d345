"""The written sentences: what the figures say."""

import re
from dataclasses import fields

import pandas as pd
import pytest

from components.language.i18n import LANGUAGES, use_language
from components.report.differences import gap_text
from components.report.ratios import times_figure, times_text
from components.report.sentences import listed, situation_of, situation_sentence
from components.state.selection import Selection
from components.state.view import View
from data.indicators import load_indicators
from data.quantity import Quantity, quotient
from data.rank import rank

INDICATORS = load_indicators()
UNCOUNTED = {"numerator": float("nan"), "denominator": float("nan"), "value_printed": "", "disagrees": False}
UNCOUNTED["regime"] = "unsaid"
KAUR, LEBONG, SELUMA, MUKOMUKO, KEPAHIANG = "17.04", "17.07", "17.05", "17.06", "17.08"


@pytest.fixture(autouse=True, params=["id", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("id")


def choice(**changes):
    """What is on screen: coverage in Bengkulu in November 2024, unless a test changes it."""
    empty = dict.fromkeys((field.name for field in fields(Selection)), "") | {"regions": (), "breaks": ()}
    view = {"area": "17", "level": "regency", "indicator": "coverage", "segment": "all", "period": "2024-11"}
    return Selection(**empty | view | changes)


def sentence(own, national, regions=None, **changes):
    """The sentence on an area's value, the country's and those of its regions; None is a gap."""
    selection = choice(**changes)
    indicator = INDICATORS[selection.indicator]
    values = pd.DataFrame({"region_code": [selection.area, "ID"], "value": [own, national]}, dtype="object")
    values = values.drop_duplicates("region_code").astype({"value": "float64"}).assign(**UNCOUNTED)
    now = situation_of(values, ranked_of(regions or {}, indicator), selection.area, indicator)
    return situation_sentence(now, View(selection, indicator, None, None))


def ranked_of(regions, indicator):
    gaps = ["not_reported" if value is None else "" for value in regions.values()]
    table = pd.DataFrame({"region_code": list(regions), "value": list(regions.values()), "gap": gaps})
    return rank(table.astype({"value": "float64"}).assign(**UNCOUNTED), indicator)


def written(language, indonesian, english):
    return {"id": indonesian, "en": english}[language]


def test_the_situation_of_bengkulu(language):
    said = sentence(37.0, 39.0, {KAUR: 75.0, LEBONG: 17.0})
    # 39.0 - 37.0 = 2.0; 75.0 - 17.0 = 58.0; 75.0 / 17.0 = 4.4
    numbers = written(
        language,
        ["2024", "37,0", "2,0", "39,0", "75,0", "17,0", "58,0", "4,4", "2"],
        ["2024", "37.0", "2.0", "39.0", "75.0", "17.0", "58.0", "4.4", "2"],
    )
    assert re.findall(r"[0-9][0-9.,]*[0-9]|[0-9]", said) == numbers
    assert [name in said for name in ("Bengkulu", "Kaur", "Lebong", "November")] == [True] * 4
    assert written(language, "di bawah", "under") in said


def test_a_value_over_the_national_one_says_so(language):
    said = sentence(41.8, 39.0)
    assert written(language, "2,8 poin persen di atas", "2.8 points over") in said


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (39.0, ("sama dengan", "equal to")),
        (39.01, ("kurang dari 0,1 poin persen di atas", "less than 0.1 points over")),
        (38.96, ("kurang dari 0,1 poin persen di bawah", "less than 0.1 points under")),
        (38.949, ("0,1 poin persen di bawah", "0.1 points under")),
    ],
)
def test_a_difference_is_rounded_once_and_never_shown_as_none(language, own, told):
    assert written(language, *told) in sentence(own, 39.0)


def test_without_a_figure_of_the_area_no_difference_is_made_up(language):
    said = sentence(None, 39.0, {KAUR: 75.0, LEBONG: 17.0})
    assert "39" not in said
    assert written(language, "75,0\u00a0%", "75.0%") in said
    assert said.index("Bengkulu") < said.index("Kaur")


def test_without_a_national_figure_the_area_stands_alone(language):
    said = sentence(37.0, None)
    assert written(language, "37,0\u00a0%", "37.0%") in said
    assert written(language, "nasional", "national") not in said


def test_the_country_is_not_held_against_itself(language):
    said = sentence(39.0, 39.0, area="ID")
    assert "Indonesia" in said
    assert written(language, "nasional", "national") not in said


def test_one_region_with_a_figure_is_neither_highest_nor_lowest(language):
    said = sentence(37.0, 39.0, {KAUR: 75.0, LEBONG: None})
    assert said.count("Kaur") == 1
    assert "Lebong" not in said
    assert written(language, "Tertinggi", "Highest") not in said


def test_no_region_with_a_figure_is_said_and_no_end_is_named(language):
    said = sentence(37.0, 39.0, {KAUR: None, LEBONG: None})
    assert "Kaur" not in said
    assert written(language, "dari 2 kabupaten/kota", "of the 2 regencies") in said


@pytest.mark.parametrize(
    ("regions", "gaps"), [({KAUR: 75.0, LEBONG: 17.0, SELUMA: None, MUKOMUKO: None, KEPAHIANG: None}, "3")]
)
def test_regions_without_a_figure_are_counted(language, regions, gaps):
    said = sentence(37.0, 39.0, regions)
    last = re.findall("[0-9]+", said)[-2:]
    assert sorted(last) == ["2", gaps]
    assert written(language, "kabupaten/kota", "regencies and cities") in said


def test_of_too_few_regions_none_is_the_highest_and_what_there_is_is_named(language):
    said = sentence(37.0, 39.0, {KAUR: 75.0, LEBONG: 17.0, SELUMA: None})
    assert not re.search("[Tt]ertinggi|[Tt]erendah|[Hh]ighest|[Ll]owest|selisih|gap|kali|times", said)
    assert (
        written(
            language,
            "Dari 3 kabupaten/kota kami memiliki 2: Kaur 75,0",
            "Of 3 regencies and cities we have 2: Kaur 75.0",
        )
        in said
    )


def test_regions_that_tie_at_an_end_are_all_named(language):
    said = sentence(37.0, 39.0, {KAUR: 75.0, SELUMA: 75.04, LEBONG: 17.0})
    assert written(language, "Kaur dan Seluma", "Kaur and Seluma") in said


def test_more_than_three_that_tie_are_counted(language):
    said = sentence(37.0, 39.0, {KAUR: 5.0, LEBONG: 1.0, SELUMA: 1.0, MUKOMUKO: 1.0, KEPAHIANG: 1.0})
    named = [name for name in ("Lebong", "Seluma", "Mukomuko", "Kepahiang") if name in said]
    assert len(named) == 3
    assert re.search(written(language, r"1 lainnya|1 lagi", r"1 more"), said)


def test_regions_that_are_all_equal_have_no_ends(language):
    said = sentence(37.0, 39.0, {KAUR: 20.0, LEBONG: 20.04})
    assert "Kaur" not in said
    assert written(language, "Tertinggi", "Highest") not in said
    assert written(language, "20,0\u00a0%", "20.0%") in said


def test_nothing_is_a_multiple_of_zero(language):
    said = sentence(37.0, 39.0, {KAUR: 75.0, LEBONG: 0.04})
    assert written(language, "75,0 poin persen", "75.0 points") in said
    assert written(language, "kali", "times") not in said


def test_persons_are_counted_and_never_percent(language):
    said = sentence(261_814, 45_220_000, {KAUR: 20_500, LEBONG: 10_250}, indicator="active_participants")
    assert written(language, "Tertinggi", "Highest") not in said
    assert "%" not in said
    assert written(language, "poin", "points") not in said
    assert written(language, "261.814 orang", "261,814 persons") in said
    assert written(language, "30.750 orang", "30,750 persons") in said  # 20,500 + 10,250: added up, not ranked


def test_provinces_are_called_provinces(language):
    said = sentence(39.0, 39.0, {"17": 37.0, "51": 49.9, "73": None}, area="ID", level="province")
    assert written(language, "provinsi", "provinces") in said


def test_the_segment_is_part_of_the_sentence():
    assert "BPU" in sentence(30.0, 20.0, segment="bpu")


def test_a_gap_is_in_points_or_in_what_is_counted(language):
    assert gap_text(Quantity(58.0, 1), INDICATORS["coverage"]) == written(language, "58,0 poin persen", "58.0 points")
    assert gap_text(Quantity(1200.0, 0), INDICATORS["active_participants"]) == written(
        language, "1.200 orang", "1,200 persons"
    )


@pytest.mark.parametrize(
    ("high", "low", "told", "tile"),
    [
        ((75.0, 0), (17.0, 0), ("lebih dari empat kali", "more than four times"), ("> 4 kali", "> 4 times")),
        ((60.0, 0), (20.0, 0), ("sekitar tiga kali", "about three times"), ("± 3 kali", "± 3 times")),
        ((39.0, 0), (37.0, 0), ("kurang dari dua kali", "less than two times"), ("< 2 kali", "< 2 times")),
        ((75.0, 0), (1.0, 0), ("lebih dari 49 kali", "more than 49 times"), ("> 49 kali", "> 49 times")),
        ((75.0, 1), (17.0, 1), ("4,4 kali", "4.4 times"), ("4,4 kali", "4.4 times")),
        ((75.0, 0), (17.2, 1), ("lebih dari empat kali", "more than four times"), ("> 4 kali", "> 4 times")),
    ],
)
def test_how_many_times_is_said_no_more_exactly_than_it_is_known(language, high, low, told, tile):
    ratio = quotient(Quantity(*high), Quantity(*low))
    assert times_text(ratio, INDICATORS["coverage"]) == written(language, *told)
    assert times_figure(ratio, INDICATORS["coverage"]) == written(language, *tile)


def test_names_are_listed_as_a_language_lists_them(language):
    assert [listed(["A", "B", "C"][:n]) for n in (0, 1, 2, 3)] == written(
        language, ["", "A", "A dan B", "A, B dan C"], ["", "A", "A and B", "A, B and C"]
    )


def test_all_languages_are_tested(language):
    assert language in LANGUAGES


def test_four_of_five_regions_have_no_ends_either(language):
    said = sentence(37.0, 39.0, {KAUR: 75.0, LEBONG: 17.0, SELUMA: 20.0, MUKOMUKO: 0.0, KEPAHIANG: None})
    assert (
        written(language, "angka 4 dari 5 kabupaten/kota: terlalu sedikit", "4 of 5 regencies and cities: too few")
        in said
    )
