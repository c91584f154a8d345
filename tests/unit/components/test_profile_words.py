"""The written sentences on one regency, from its figures, in both languages."""

import re
from dataclasses import fields, replace

import pandas as pd
import pytest

from components.language.i18n import use_language
from components.report.profile import figures, sentences
from components.report.profile import peers as written_peers
from components.report.profile import target as words_of_target
from components.report.profile.facts import Facts, TargetGap
from components.state.anonymise import called
from components.state.selection import Selection
from components.state.view import View
from data.indicators import load_indicators
from data.profile import Distance, distance_to_target, peers, profile_of, ranking_of
from data.quantity import Quantity
from data.query import SERIES_COLUMNS

INDICATORS = load_indicators()
# A rate of which less is better; ours are all better where they are higher.
INDICATORS["accidents"] = replace(INDICATORS["coverage"], id="accidents", better="lower")
NOW, BEFORE = "2024-11", "2023-11"
KAUR, LEBONG, SELUMA, MUKOMUKO, BENGKULU, INDONESIA = "17.04", "17.07", "17.05", "17.06", "17", "ID"
EMPTY = dict.fromkeys(SERIES_COLUMNS, "") | {"numerator": float("nan"), "denominator": float("nan"), "disagrees": False}
FACTS = {KAUR: 75.0, LEBONG: 17.0, BENGKULU: 37.0, INDONESIA: 39.0}


@pytest.fixture(autouse=True, params=["id", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("id")


def series(now, before, counts):
    rows = [
        EMPTY
        | {"region_code": code, "period": period, "value": float("nan") if value is None else value}
        | {"gap": "not_reported" if value is None else ""}
        | (dict(zip(("numerator", "denominator"), counts[code], strict=True)) if code in counts else {})
        for period, values in ((BEFORE, before), (NOW, now))
        for code, value in values.items()
    ]
    return pd.DataFrame(rows)


def facts(now, region=KAUR, indicator="coverage", before=None, counts=None, **more):
    """What is known of a region, from values by code; neighbours and similar ones by code."""
    table, measured = series(now, before or {}, counts or {}), INDICATORS[indicator]
    ranking = ranking_of(table, NOW, [code for code in now if is_of_level(code, region)], measured)
    empty = dict.fromkeys((field.name for field in fields(Selection)), "") | {"regions": (), "breaks": ()}
    selection = Selection(**empty | {"area": "17", "indicator": indicator, "segment": "all", "period": NOW})
    profile = profile_of(ranking, region)
    near, alike = (peers(ranking, more.get(name, [])) for name in ("neighbours", "similar"))
    stated = more.get("target")
    target = stated and TargetGap("kemendagri-ucj", 2025, stated, distance_to_target(profile.own, stated, measured))
    return Facts(
        View(selection, measured, None, None), region, measured, profile, near, alike, [], more.get("earlier"), target
    )


def test_absolute_counts_have_no_rank_and_no_sentence_of_one():
    found = facts({KAUR: 2849.0, LEBONG: 2281.0}, indicator="vulnerable_workers")
    assert (sentences.place_sentence(found), figures.place_figures(found)) == ("", [])


def is_of_level(code, region):
    return len(code) == len(region) and code != INDONESIA


def said(language, indonesian, english):
    return {"id": indonesian, "en": english}[language]


@pytest.mark.parametrize(
    ("values", "indonesian", "english"),
    [
        (FACTS, "Pada November 2024, cakupan kepesertaan di Kaur sebesar 75,0\u00a0%.",
         "In November 2024, coverage in Kaur stood at 75.0%."),
        (FACTS | {KAUR: None}, "Pada November 2024 belum ada angka cakupan kepesertaan yang dilaporkan untuk Kaur.",
         "In November 2024 no figure of coverage was reported for Kaur."),
        ({LEBONG: 17.0}, "Angka cakupan kepesertaan di Kaur untuk November 2024 belum kami miliki.",
         "We have no figure of coverage in Kaur for November 2024."),
    ],
)  # fmt: skip
def test_a_value_or_none(language, values, indonesian, english):
    assert sentences.value_sentence(facts(values)) == said(language, indonesian, english)


def test_a_figure_that_does_not_apply_or_is_withheld(language):
    found = facts({KAUR: None, LEBONG: 17.0})
    row = found.profile.row
    for gap, indonesian, english in (
        ("not_applicable", "tidak berlaku untuk Kaur", "does not apply to Kaur"),
        ("suppressed", "tidak dibuka oleh sumbernya", "withheld by its source"),
    ):
        profile = replace(found.profile, row=row._replace(gap=gap))
        assert said(language, indonesian, english) in sentences.value_sentence(replace(found, profile=profile))


def test_an_older_figure_is_told_where_the_period_has_none(language):
    earlier = pd.Series(EMPTY | {"value": 71.0, "period": "2022-11"})
    found = sentences.value_sentence(facts({KAUR: None}, earlier=earlier))
    assert (
        said(
            language, "Angka sebelumnya dari November 2022: 71,0\u00a0%.", "The one before is of November 2022: 71.0%."
        )
        in found
    )


@pytest.mark.parametrize(
    ("values", "indonesian", "english"),
    [
        (FACTS, "Kaur menempati peringkat 1 dari 2 di Bengkulu dan peringkat 1 dari 2 di Indonesia.",
         "Kaur is number 1 of 2 in Bengkulu and number 1 of 2 in Indonesia."),
        ({KAUR: 75.04, LEBONG: 74.96},
         "Kaur menempati peringkat 1 dari 2 di Bengkulu (bersama 1 wilayah lain) dan peringkat 1 dari 2 di Indonesia (bersama 1 wilayah lain).",
         "Kaur is number 1 of 2 in Bengkulu (shared with 1 other) and number 1 of 2 in Indonesia (shared with 1 other)."),
        ({KAUR: 9.0, LEBONG: 9.0, SELUMA: 9.0, "11.01": 10.0},
         "Kaur menempati peringkat 1 dari 3 di Bengkulu (bersama 2 wilayah lain) dan peringkat 2 dari 4 di Indonesia (bersama 2 wilayah lain).",
         "Kaur is number 1 of 3 in Bengkulu (shared with 2 others) and number 2 of 4 in Indonesia (shared with 2 others)."),
        ({KAUR: 75.0}, "Hanya Kaur yang memiliki angka di seluruh Indonesia.",
         "Kaur is the only regency or city in Indonesia with a figure."),
        ({KAUR: 75.0, LEBONG: None, "11.01": 80.0},
         "Di Bengkulu hanya Kaur yang memiliki data. Di Indonesia kami memiliki 2 dari 3: terlalu sedikit untuk peringkat.",
         "Kaur is the only one in Bengkulu with a figure. In Indonesia we have 2 of 3: too few for a rank."),
        ({KAUR: 75.0, LEBONG: 17.0, SELUMA: None, MUKOMUKO: None},
         "Di Bengkulu kami memiliki 2 dari 4: terlalu sedikit untuk peringkat. "
         "Di Indonesia kami memiliki 2 dari 4: terlalu sedikit untuk peringkat.",
         "In Bengkulu we have 2 of 4: too few for a rank. In Indonesia we have 2 of 4: too few for a rank."),
        ({KAUR: None, LEBONG: 17.0}, "", ""),
    ],
)  # fmt: skip
def test_a_place_with_ties_and_lone_figures(language, values, indonesian, english):
    assert sentences.place_sentence(facts(values)) == said(language, indonesian, english)


def test_where_lower_is_better_the_order_is_said(language):
    found = sentences.place_sentence(facts({KAUR: 2849.0, LEBONG: 2281.0}, indicator="accidents"))
    assert found.endswith(said(language, "Urutan dimulai dari yang terendah.", "The lowest comes first."))


@pytest.mark.parametrize(
    ("values", "region", "indonesian", "english"),
    [
        (FACTS, KAUR, "Angka itu 38,0 poin persen di atas Bengkulu (37,0\u00a0%) dan 36,0 poin persen di atas Indonesia (39,0\u00a0%).",
         "That is 38.0 points over Bengkulu (37.0%) and 36.0 points over Indonesia (39.0%)."),
        (FACTS, LEBONG, "Angka itu 20,0 poin persen di bawah Bengkulu (37,0\u00a0%) dan 22,0 poin persen di bawah Indonesia (39,0\u00a0%).",
         "That is 20.0 points under Bengkulu (37.0%) and 22.0 points under Indonesia (39.0%)."),
        (FACTS | {KAUR: 37.0}, KAUR, "Angka itu sama dengan Bengkulu (37,0\u00a0%) dan 2,0 poin persen di bawah Indonesia (39,0\u00a0%).",
         "That is equal to Bengkulu (37.0%) and 2.0 points under Indonesia (39.0%)."),
        ({KAUR: 75.0, BENGKULU: None, INDONESIA: 39.0}, KAUR, "Angka itu 36,0 poin persen di atas Indonesia (39,0\u00a0%).",
         "That is 36.0 points over Indonesia (39.0%)."),
        ({KAUR: 75.0}, KAUR, "", ""),
    ],
)  # fmt: skip
def test_the_distance_to_both_averages(language, values, region, indonesian, english):
    assert sentences.averages_sentence(facts(values, region)) == said(language, indonesian, english)


def test_the_distance_in_workers(language):
    # Lebong: 37 % of 33,970 are 12,568.9, so 12,569 - 5,775 = 6,794; 39 % are 13,248.3, 13,249 - 5,775 = 7,474.
    counts = {LEBONG: (5775, 33970)}
    assert sentences.counts_sentence(facts(FACTS, LEBONG, counts=counts)) == said(
        language,
        "Dihitung dalam peserta aktif: kurang 6.794 untuk menyamai Bengkulu dan kurang 7.474 untuk menyamai Indonesia.",
        "Counted in active participants: 6,794 lacking to reach Bengkulu and 7,474 lacking to reach Indonesia.",
    )
    assert sentences.counts_sentence(facts(FACTS, LEBONG)) == ""


@pytest.mark.parametrize(
    ("target", "indonesian", "english"),
    [
        (48.0, "Kaur berada 27,0 poin persen di atas target (Target UCJ Kemendagri 2025, Kaur 2025: 48\u00a0%).",
         "Kaur is 27.0 points over the target (Ministry of Home Affairs UCJ target 2025, Kaur 2025: 48%)."),
        (75.0, "Kaur tepat pada target (Target UCJ Kemendagri 2025, Kaur 2025: 75\u00a0%).",
         "Kaur stands exactly at the target (Ministry of Home Affairs UCJ target 2025, Kaur 2025: 75%)."),
        (99.5, "Kaur berada 24,5 poin persen di bawah target (Target UCJ Kemendagri 2025, Kaur 2025: 99,5\u00a0%).",
         "Kaur is 24.5 points under the target (Ministry of Home Affairs UCJ target 2025, Kaur 2025: 99.5%)."),
        (None, "", ""),
    ],
)  # fmt: skip
def test_the_distance_to_a_target_that_is_named(language, target, indonesian, english):
    assert words_of_target.target_sentence(facts(FACTS, target=target)) == said(language, indonesian, english)


@pytest.mark.parametrize(
    ("value", "numerator", "target", "told"),
    [
        # 48 % of 33,970 are 16,305.6: 16,306 - 5,775 = 10,531 are lacking.
        (17.0, 5775, 48.0, ("Kaur berada 31,0 poin persen di bawah target ({}); kekurangannya 10.531 peserta aktif.",
         "Kaur is 31.0 points under the target ({}); lacking: 10,531 active participants.")),
        (75.0, 25478, 48.0, ("Kaur berada 27,0 poin persen di atas target ({}); kelebihannya 9.172 peserta aktif.",
         "Kaur is 27.0 points over the target ({}); more than it asks: 9,172 active participants.")),
        # 16,300 of 33,970 are 47.98 %, shown as 48.0: the decimals hide six workers.
        (47.983515, 16300, 48.0, ("Kaur berada pada target menurut angka yang ditampilkan ({}); selisihnya 6 peserta aktif.",
         "Kaur is at the target, as far as the decimals show ({}); apart: 6 active participants.")),
        # 75.0 less 52.15, which has two decimals.
        (75.0, None, 52.15, ("Kaur berada 22,9 poin persen di atas target ({}).", "Kaur is 22.9 points over the target ({}).")),
    ],
)  # fmt: skip
def test_the_distance_to_a_target_in_points_and_workers(language, value, numerator, target, told):
    counts = {} if numerator is None else {KAUR: (numerator, 33970)}
    found = words_of_target.target_sentence(facts(FACTS | {KAUR: value}, target=target, counts=counts))
    assert re.sub(r"\((Target|Ministry).*?\)", "({})", found) == said(language, *told)


@pytest.mark.parametrize(
    ("before", "indonesian", "english"),
    [
        (73.3, "Sejak November 2023 angka itu naik 1,7 poin persen, dari 73,3\u00a0%.",
         "Since November 2023 it has risen by 1.7 points, from 73.3%."),
        (80.0, "Sejak November 2023 angka itu turun 5,0 poin persen, dari 80,0\u00a0%.",
         "Since November 2023 it has fallen by 5.0 points, from 80.0%."),
        (75.0, "Sejak November 2023 tidak ada perubahan di Kaur.", "Since November 2023 nothing has changed in Kaur."),
        (None, "Untuk November 2023 tidak ada angka Kaur sebagai pembanding.",
         "For November 2023 there is no figure of Kaur to compare with."),
    ],
)  # fmt: skip
def test_what_a_year_brought(language, before, indonesian, english):
    assert sentences.change_sentence(facts(FACTS, before={KAUR: before})) == said(language, indonesian, english)


@pytest.mark.parametrize(
    ("codes", "before", "indonesian", "english"),
    [
        ([], {}, "Kaur tidak berbatasan darat dengan kabupaten/kota lain.",
         "Kaur has no land border with another regency or city."),
        ([LEBONG], {LEBONG: 16.7}, "Perubahan satu-satunya wilayah tetangganya, Lebong, sejak November 2023: +0,3 poin persen.",
         "The change of its only neighbour, Lebong, since November 2023: +0.3 points."),
        ([LEBONG], {}, "Satu-satunya wilayah tetangganya, Lebong, tidak memiliki angka untuk November 2023 dan November 2024 sekaligus.",
         "Its only neighbour, Lebong, has no figure for both November 2023 and November 2024."),
        ([LEBONG, SELUMA], {LEBONG: 16.7, SELUMA: 35.0},
         "Dari 2 wilayah tetangganya, yang paling membaik sejak November 2023 adalah Seluma: +5,0 poin persen.",
         "Of its 2 neighbours, Seluma improved most since November 2023: +5.0 points."),
        ([LEBONG, SELUMA], {LEBONG: 12.0, SELUMA: 35.0},
         "Dari 2 wilayah tetangganya, yang paling membaik sejak November 2023 adalah Seluma dan Lebong: +5,0 poin persen.",
         "Of its 2 neighbours, Seluma and Lebong improved most since November 2023: +5.0 points."),
        ([LEBONG, SELUMA], {LEBONG: 17.0, SELUMA: 41.0},
         "Dari 2 wilayah tetangganya, tidak satu pun membaik sejak November 2023.",
         "Of its 2 neighbours, none has improved since November 2023."),
        ([LEBONG, SELUMA], {}, "Dari 2 wilayah tetangganya, tidak satu pun memiliki angka untuk November 2023 dan November 2024 sekaligus.",
         "Of its 2 neighbours, none has a figure for both November 2023 and November 2024."),
    ],
)  # fmt: skip
def test_the_neighbour_that_improved_most(language, codes, before, indonesian, english):
    found = facts(FACTS | {SELUMA: 40.0}, before=before, neighbours=codes)
    assert written_peers.neighbours_sentence(found) == said(language, indonesian, english)


def test_where_lower_is_better_a_fall_improves(language):
    found = facts(
        {KAUR: 1.0, LEBONG: 90.0, SELUMA: 50.0},
        indicator="accidents",
        before={LEBONG: 100.0, SELUMA: 40.0},
        similar=[LEBONG, SELUMA],
    )
    assert "Lebong" in written_peers.similar_sentence(found)
    assert said(
        language, "\N{MINUS SIGN}10,0 poin persen", "\N{MINUS SIGN}10.0 points"
    ) in written_peers.similar_sentence(found)


def test_all_that_is_said_leaves_out_what_there_is_nothing_to_say_of():
    assert all(sentences.meaning_sentences(facts({KAUR: None})))


@pytest.mark.parametrize(
    ("values", "indonesian", "english"),
    [
        ({BENGKULU: 37.0, "11": 40.0, "12": None, INDONESIA: 39.0},
         "Di Indonesia kami memiliki 2 dari 3: terlalu sedikit untuk peringkat.",
         "In Indonesia we have 2 of 3: too few for a rank."),
        ({BENGKULU: 37.0, "11": None, "12": None},
         "Hanya Bengkulu yang memiliki angka di antara provinsi-provinsi.",
         "Bengkulu is the only province with a figure."),
    ],
)  # fmt: skip
def test_a_province_is_told_among_provinces(language, values, indonesian, english):
    found = facts(values, region=BENGKULU)
    assert sentences.place_sentence(found) == said(language, indonesian, english)
    assert written_peers.around_sentences(found) == []


def test_a_province_is_held_against_the_country_alone(language):
    found = facts({BENGKULU: 37.0, "11": 40.0, INDONESIA: 39.0}, region=BENGKULU)
    assert sentences.averages_sentence(found) == said(
        language,
        "Angka itu 2,0 poin persen di bawah Indonesia (39,0\u00a0%).",
        "That is 2.0 points under Indonesia (39.0%).",
    )


def test_a_hidden_name_is_not_given_away_by_its_province_or_its_neighbours(language):
    before = {LEBONG: 12.0, SELUMA: 35.0}
    shown = facts(FACTS | {SELUMA: 40.0}, before=before, neighbours=[LEBONG, SELUMA], similar=[SELUMA])
    assert written_peers.around_sentences(shown)
    of_the_country = replace(shown, view=replace(shown.view, selection=replace(shown.selection, area=INDONESIA)))
    hidden = said(language, "Wilayah 1", "Region 1")
    with called({KAUR: hidden}):
        told = [
            sentences.place_sentence(of_the_country),
            sentences.averages_sentence(of_the_country),
            *written_peers.around_sentences(of_the_country),
            *(figure.label for figure in figures.profile_figures(of_the_country, "")),
        ]
        # In the deck of Bengkulu everybody knows that it is one of Bengkulu's.
        assert "Bengkulu" in sentences.place_sentence(shown)
    assert hidden in told[0]
    assert not [text for text in told if "Bengkulu" in text or "Kaur" in text or "Lebong" in text]


def test_a_distance_to_the_target_has_the_decimals_of_those_beside_it(language):
    """37.0 - 52.15 = -15.15, which shows as 15.2; 48.0 - 48.04 shows as nothing."""
    found = facts(FACTS | {KAUR: 37.0}, target=52.15)
    assert said(language, "15,2 poin persen di bawah target", "15.2 points under the target") in (
        words_of_target.target_sentence(found)
    )
    assert figures.target_figure(found).text == said(language, "\N{MINUS SIGN}15,2", "\N{MINUS SIGN}15.2")
    near = words_of_target.target_sentence(facts(FACTS | {KAUR: 48.0}, target=48.04))
    assert (
        said(language, "berada pada target menurut angka yang ditampilkan", "at the target, as far as the decimals")
        in near
    )


SAID = {"id": ["kurang 6.794 peserta aktif", "lebih 15.256 peserta aktif"]}
SAID["en"] = ["6,794 active participants fewer", "15,256 active participants more"]


def test_a_distance_says_whether_it_is_less_or_more(language):
    distances = [Distance(Quantity(37.0, 1), Quantity(1.0, 1), counts) for counts in (-6794, 15256)]
    told = [words_of_target.counts_apart(distance, INDICATORS["coverage"]) for distance in distances]
    assert told == SAID[language]
