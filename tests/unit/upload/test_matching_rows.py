"""Rows to regions: what is certain, what a column of provinces decides, and what is left to the analyst."""

from dataclasses import dataclass, field

import pandas as pd
import pytest

from components.screens.upload.matching import match_rows, same_named
from data.intake.propose import Written
from geo.matching.former import DIVIDED_CSV
from geo.matching.resolve import settling_key
from geo.regions import read_regions

REGIONS = read_regions()
BENGKULU_CITY, LEBONG, MERAUKE = "17.71", "17.07", "93.01"


@dataclass
class Chosen:
    """What a screen has chosen of regions: the part of the work that matching looks at."""

    recalled: bool = False
    level: str = ""
    within: str = ""
    settled: dict = field(default_factory=dict)


def matched(names, parents=None, codes=None, known=None, **chosen):
    """Match a column of names, with codes or provinces beside it."""
    names = pd.Series(names, index=range(5, 5 + len(names)), dtype="str")

    def beside(texts):
        return None if texts is None else pd.Series(texts, index=names.index, dtype="str")

    first = beside(codes) if codes else names
    written = Written(first, names if codes else None, beside(parents))
    return match_rows(written, REGIONS, Chosen(**chosen), known or {})


def statuses(found):
    return [(text.status, text.reason) for text in found.texts]


def test_each_row_gets_its_region_and_each_writing_is_looked_at_once():
    found = matched(["Kab. Kaur", "Kab. Lebong", "Kab. Kaur"])
    assert found.region_codes.tolist() == ["17.04", LEBONG, "17.04"]
    assert found.region_codes.index.tolist() == [5, 6, 7]
    assert [text.rows for text in found.texts] == [2, 1]


def test_a_name_of_province_and_city_is_asked_until_the_level_is_named():
    assert statuses(matched(["Bengkulu"])) == [("tray", "ambiguous_type")]
    assert matched(["Bengkulu"], level="regency").region_codes.tolist() == [BENGKULU_CITY]


def test_a_typing_error_is_proposed_and_never_applied():
    found = matched(["Kab Lebongg"])
    assert found.texts[0].status == "likely"
    assert found.texts[0].candidates[0][0] == LEBONG
    assert found.region_codes.isna().all()


def test_the_analyst_settles_a_writing_and_leaves_another_out():
    found = matched(["Kab Lebongg", "Cabang lain"])
    keys = [text.key for text in found.texts]
    found = matched(["Kab Lebongg", "Cabang lain"], settled={keys[0]: LEBONG, keys[1]: ""})
    assert [text.status for text in found.texts] == ["chosen", "left"]
    assert found.region_codes.tolist() == [LEBONG, ""]


def test_what_was_settled_before_is_certain():
    key = matched(["Kab Lebongg"]).texts[0].key
    assert statuses(matched(["Kab Lebongg"], known={key: LEBONG})) == [("certain", "settled")]


def test_what_is_certain_cannot_be_overruled_by_hand():
    key = matched(["Kab. Kaur"]).texts[0].key
    assert matched(["Kab. Kaur"], settled={key: LEBONG}).region_codes.tolist() == ["17.04"]


def test_a_region_of_another_province_than_the_one_beside_it_is_asked():
    assert statuses(matched(["Kab. Kaur"], parents=["Jambi"])) == [("tray", "other_province")]
    assert matched(["Kab. Kaur"], parents=["Bengkulu"]).region_codes.tolist() == ["17.04"]


@pytest.mark.parametrize("parent", ["Papua", "Papua Selatan"])
def test_files_that_know_only_the_former_papua_are_read(parent):
    assert matched(["Merauke"], parents=[parent]).region_codes.tolist() == [MERAUKE]


def test_one_writing_under_two_provinces_is_two_questions():
    found = matched(["Cabang", "Cabang"], parents=["Bengkulu", "Jambi"])
    assert len({text.key for text in found.texts}) == 2
    found = matched(["Cabang", "Cabang"], parents=["Bengkulu", "Jambi"], settled={found.texts[0].key: LEBONG})
    assert found.region_codes.tolist()[0] == LEBONG
    assert pd.isna(found.region_codes.tolist()[1])


def test_a_code_beside_another_name_is_asked_with_both():
    found = matched(["Kabupaten Kaur"], codes=["17.07"])
    assert statuses(found) == [("tray", "code_disagrees")]
    assert {code for code, _score in found.texts[0].candidates} >= {"17.04", LEBONG}


def test_what_was_settled_for_files_of_another_form_is_offered_where_a_name_alone_is_several_regions():
    known = {settling_key("Bengkulu"): BENGKULU_CITY, settling_key("Kab. Selumo"): "17.05"}
    city, slip = matched(["Bengkulu", "Kab. Selumo"], known=known).texts
    assert (city.status, city.region_code, city.candidates[0][0]) == ("likely", None, BENGKULU_CITY)
    assert (slip.status, slip.region_code) == ("certain", "17.05")
    assert matched(["Bengkulu"], known=known, recalled=True).region_codes.tolist() == [BENGKULU_CITY]


@pytest.mark.parametrize(
    ("name", "province", "code"),
    [
        ("Morotai", "Maluku Utara", "82.07"),
        ("Morotai", "Malut", "82.07"),
        ("Mentawai", "SUMBAR", "13.09"),
        ("Tanimbar", "Provinsi Maluku", "81.03"),
        ("Yapen", "Papua", "91.05"),
    ],
)
def test_an_island_without_its_first_word_is_proposed_in_its_province(name, province, code):
    (text,) = matched([name], parents=[province]).texts
    assert (text.status, text.candidates[0][0]) == ("likely", code)


@pytest.mark.parametrize(
    ("name", "province"),
    [("Morowal", "Maluku Utara"), ("Kaur", "Jambi"), ("Kota Bogr", "Jateng"), ("Sorong", "Papua"), ("Kaurr", "Jambii")],
)
def test_nothing_outside_the_files_own_province_is_proposed(name, province):
    (text,) = matched([name], parents=[province]).texts
    province_codes = {"Maluku Utara": {"82"}, "Jateng": {"33"}, "Papua": {"91", "93", "94", "95"}}
    allowed = province_codes.get(province, {"15"})
    assert text.status != "certain"
    assert {code[:2] for code, _score in text.candidates} <= allowed


def dated(names, years, **more):
    names = pd.Series(names, dtype="str")
    return match_rows(Written(names, None, None, pd.Series(years)), REGIONS, Chosen(**more), {})


def test_a_name_means_what_it_meant_in_its_year():
    found = dated(["Kabupaten Pontianak", "Kabupaten Pontianak", "Kota Pontianak"], [2012, 2020, 2012])
    assert found.region_codes.tolist() == ["61.02", None, "61.71"]
    assert statuses(found) == [("likely", "former_name"), ("certain", "former_name"), ("certain", "exact_name")]


def test_a_bare_name_of_a_time_before_another_region_took_it_is_asked():
    early, late = dated(["Pontianak", "Pontianak"], [2012, 2024], level="regency").texts[::-1]
    assert (early.status, early.candidates[0][0], early.until) == ("likely", "61.02", 2014)
    assert (late.status, late.region_code) == ("certain", "61.71")


@pytest.mark.parametrize(("province", "year"), [("Papua", 2021), ("Papua Barat", 2019), ("Kaltim", 2010)])
def test_a_province_of_before_its_division_is_not_todays_smaller_one(province, year):
    before, today = dated([province, province], [year, 2024], level="province").texts[::-1]
    assert (before.status, before.reason) == ("tray", "former_extent")
    assert today.status == "certain"
    settled = dated([province, province], [year, 2024], level="province", settled={before.key: ""})
    assert settled.region_codes.tolist() == ["", today.region_code]


@pytest.mark.parametrize(
    ("written", "years", "expected"),
    [
        # Mahakam Ulu came of Kutai Barat in 2013; by name or by code
        (["Kutai Barat", "Kutai Barat"], [2012, 2024], [("likely", "former_extent"), ("certain", "exact_name")]),
        (["64.07", "64.07"], [2012, 2024], [("likely", "former_extent"), ("certain", "exact_code")]),
        # divided twice
        (["Konawe", "Konawe"], [2006, 2014], [("likely", "former_extent"), ("certain", "exact_name")]),
        # beside Malaka, Belu is today's already
        (["Belu", "Malaka"], [2013, 2013], [("certain", "exact_name")] * 2),
        (["Belu", "Malaka"], [2012, 2013], [("likely", "former_extent"), ("certain", "exact_name")]),
        # never divided
        (["Kaur", "Kaur"], [2012, 2024], [("certain", "exact_name")]),
    ],
)
def test_a_regency_of_before_its_division_is_asked(written, years, expected):
    assert sorted(statuses(dated(written, years))) == sorted(expected)


def test_every_division_names_regions_of_today():
    known, table = set(REGIONS["region_code"]), pd.read_csv(DIVIDED_CSV, dtype=str)
    assert set(table["region_code"]) | set(table["parts"].str.split().explode()) <= known
    assert table["until"].astype(int).between(1999, 2022).all()


def test_what_was_settled_beside_a_province_is_asked_once():
    first = matched(["BANDUNG", "KOTA BANDUNG"], parents=["JAWA BARAT", "JAWA BARAT"])
    assert [text.status for text in first.texts] == ["tray", "certain"]
    known = {first.texts[0].key: "32.04"}
    again = matched(["Bandung", "Kota Bandung"], parents=["Jabar", "Jabar"], known=known, recalled=True)
    assert again.region_codes.tolist() == ["32.04", "32.73"]
    assert statuses(matched(["Bandung"], parents=["Jateng"], known=known, recalled=True)) == [("tray", "unknown")]


def test_what_was_remembered_can_be_chosen_anew():
    key = matched(["Kab Lebongg"]).texts[0].key
    found = matched(["Kab Lebongg"], known={key: LEBONG}, settled={key: "17.05"})
    assert found.region_codes.tolist() == ["17.05"]


def test_writings_that_differ_in_case_and_spaces_are_one_question():
    found = matched(["BOGOR", "Bogor ", "bogor"])
    assert [(text.rows, text.status) for text in found.texts] == [(3, "tray")]


def test_names_of_a_regency_and_a_city_are_settled_by_one_word():
    found = matched(["Bogor", "Bandung", "Kota Bandung", "Kaur"], level="regency")
    types = dict(zip(REGIONS["region_code"], REGIONS["type"], strict=True))
    meant = same_named(found.texts, types)
    assert meant == {
        "kabupaten": {"bogor": "32.01", "bandung": "32.04"},
        "kota": {"bogor": "32.71", "bandung": "32.73"},
    }


@pytest.mark.parametrize("name", ["Total Bengkulu", "Jumlah Bengkulu", "Se-Provinsi Bengkulu", "Rata-rata Jambi"])
def test_no_region_is_proposed_for_a_sum(name):
    (text,) = matched([name]).texts
    assert (text.status, text.candidates, text.region_code) == ("tray", (), None)
