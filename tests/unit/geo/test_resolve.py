"""What an analyst writes becomes the right region or waits in the tray; never a wrong region."""

import pandas as pd
import pytest

from geo.matching.resolve import Resolution, resolve_regions, settling_key
from geo.regions import read_regions


@pytest.fixture(scope="module")
def regions() -> pd.DataFrame:
    return read_regions()


def said(found: Resolution, row: int = 0) -> tuple[str, str | None, str]:
    text = found.texts.iloc[row]
    return text["status"], text["region_code"], text["reason"]


def offered(found: Resolution, row: int = 0) -> list[str]:
    return found.candidates.loc[found.candidates["text"] == row, "region_code"].tolist()


def resolve_one(regions, written, name=None, **choices) -> Resolution:
    names = None if name is None else pd.Series([name])
    return resolve_regions(pd.Series([written], dtype="object"), regions, names=names, **choices)


@pytest.mark.parametrize(
    ("written", "code", "reason"),
    [
        ("17.04", "17.04", "exact_code"),
        ("1704", "17.04", "exact_code"),
        ("17,04", "17.04", "exact_code"),
        ("'17.04", "17.04", "exact_code"),
        (17.04, "17.04", "exact_code"),
        (1704, "17.04", "exact_code"),
        (1704.0, "17.04", "code_as_float"),
        (11.1, "11.10", "code_as_float"),
        ("11.1", "11.10", "code_as_float"),
        ("17.040000000000003", "17.04", "exact_code"),
        ("17", "17", "exact_code"),
        (17.0, "17", "code_as_float"),
        ("ID", "ID", "exact_code"),
        ("91.03", "91.03", "exact_code"),
        ("KAB. KAUR", "17.04", "exact_name"),
        ("Rejang Lebong", "17.02", "exact_name"),
        ("Lebong", "17.07", "exact_name"),
        ("Kota Bengkulu", "17.71", "exact_name"),
        ("Prov. Bengkulu", "17", "exact_name"),
        ("Lima Puluh Kota", "13.07", "exact_name"),
        ("KOTABANDUNG", "32.73", "exact_name"),
        ("INDONESIA", "ID", "exact_name"),
        ("Pangkalpinang", "19.71", "exact_name"),
        ("Kep. Riau", "21", "exact_name"),
        ("Kepulauan Siau Tagulandang Biaro", "71.09", "exact_name"),
        ("Sidrap", "73.14", "alias"),
        ("Kab. Pahuwato", "75.04", "alias"),
        ("D.K.I. Jakarta", "31", "alias"),
        ("Jakarta Raya", "31", "alias"),
        ("D.I. Yogyakarta", "34", "alias"),
        ("NAD", "11", "alias"),
        ("Kabupaten Penukal Abab Lematang Ilir"[:25], "16.12", "cut_name"),
        ("KAB. BOLAANG MONGONDOW UTARA"[:25], "71.08", "cut_name"),
    ],
)
def test_what_is_certain_is_matched(regions, written, code, reason):
    assert said(resolve_one(regions, written)) == ("certain", code, reason)


@pytest.mark.parametrize(
    ("written", "status", "reason", "candidates"),
    [
        ("Bandung", "tray", "ambiguous_type", ["32.04", "32.73"]),
        ("Bengkulu", "tray", "ambiguous_type", ["17", "17.71"]),
        ("Gorontalo", "tray", "ambiguous_type", ["75", "75.01", "75.71"]),
        ("Yogyakarta", "tray", "ambiguous_type", ["34", "34.71"]),
        ("Bandng", "tray", "fuzzy", ["32.04", "32.73"]),
        ("Kabupaten Ogan Komering Ulu Timur"[:25], "tray", "ambiguous_name", ["16.01", "16.08", "16.09"]),
        ("Lebng", "likely", "fuzzy", ["17.07"]),
        ("Kbupaten Kaur", "likely", "fuzzy", ["17.04"]),
        ("Kota Badung", "likely", "type_disagrees", ["32.73", "51.03"]),
        ("Kota Kaur", "tray", "type_disagrees", ["17.04"]),
        ("Kota Baru", "likely", "type_disagrees", ["35.79", "63.02"]),
        ("Kab. Ke", "tray", "unknown", []),
        ("Sumbawa/Sumbawa Barat", "tray", "unknown", []),
        ("52.0452.07", "tray", "unknown", []),
        ("1101", "tray", "ambiguous_code", ["11.01", "11.09"]),
        ("1473", "tray", "ambiguous_code", ["14.72"]),
        ("17.1", "likely", "code_incomplete", ["17.01"]),
        ("91.01", "likely", "old_papua_code", ["93.01"]),
        ("92.1", "likely", "old_papua_code", ["96.05"]),
        ("94.01", "tray", "old_papua_code", ["94.01"]),
        ("9401", "tray", "old_papua_code", ["94.01"]),
        ("94.12", "tray", "old_papua_code", []),
        (None, "tray", "missing", []),
        ("  ", "tray", "missing", []),
    ],
)
def test_what_is_not_certain_is_offered_and_never_applied(regions, written, status, reason, candidates):
    found = resolve_one(regions, written)
    assert said(found) == (status, None, reason)
    assert offered(found) == candidates
    assert found.region_codes.isna().all()


@pytest.mark.parametrize(
    ("written", "name", "expected"),
    [
        ("1101", "Simeulue", ("certain", "11.09", "bps_code")),
        ("1101", "Kab. Aceh Selatan", ("certain", "11.01", "exact_code")),
        ("1101", "Simelue", ("likely", None, "bps_code_disagrees")),
        ("1101", "Kaur", ("likely", None, "bps_code_disagrees")),
        ("17.04", "Kaurr", ("certain", "17.04", "exact_code")),
        ("17.04", "Lebong", ("tray", None, "code_disagrees")),
        ("17.04", "Kota Kaur", ("likely", None, "code_disagrees")),
        ("53.01", "Kota Kupang", ("tray", None, "code_disagrees")),
        ("53.71", "Kupang", ("certain", "53.71", "exact_code")),
        ("11.1", "Aceh Selatan", ("certain", "11.01", "code_incomplete")),
        ("11.1", "Aceh Singkil", ("certain", "11.10", "code_as_float")),
        ("91.01", "Merauke", ("certain", "93.01", "old_papua_code")),
        ("92.01", "Sorong", ("certain", "96.01", "old_papua_code")),
        ("91.01", "Merauk", ("likely", None, "old_papua_code")),
        ("94.01", "Nabire", ("certain", "94.01", "exact_code")),
        ("94.01", "Merauke", ("likely", None, "old_papua_code")),
        ("94.12", "Mimika", ("likely", None, "old_papua_code")),
        ("99.99", "Kaur", ("likely", None, "code_unknown")),
        ("", "Kaur", ("certain", "17.04", "exact_name")),
        ("17.04", "", ("certain", "17.04", "exact_code")),
    ],
)
def test_a_code_is_weighed_against_its_name(regions, written, name, expected):
    assert said(resolve_one(regions, written, name)) == expected


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        (["11.1", "17.04"], "code_as_float"),  # as Excel leaves 11.10
        (["11.1", "12.10"], "code_incomplete"),  # zeros were kept, so a digit is missing
    ],
)
def test_a_column_that_keeps_its_zeros_was_not_damaged_by_excel(regions, column, reason):
    found = resolve_regions(pd.Series(column), regions)
    assert said(found)[2] == reason
    assert "11.10" in offered(found)


def test_a_whole_number_among_regencies_is_no_province_for_certain(regions):
    assert said(resolve_regions(pd.Series(["11.0", "11.01"]), regions)) == ("likely", None, "code_incomplete")


@pytest.mark.parametrize(("beside", "status"), [("93.01", "certain"), ("91.01", "tray"), ("94.12", "tray")])
def test_todays_codes_in_the_column_tell_how_94_is_meant(regions, beside, status):
    assert said(resolve_regions(pd.Series(["94.01", beside]), regions))[0] == status


@pytest.mark.parametrize(("beside", "status"), [("93", "certain"), ("92", "tray")])
def test_the_province_94_was_all_papua_to_bps(regions, beside, status):
    assert said(resolve_regions(pd.Series(["94", beside]), regions))[0] == status


def test_within_a_province_a_name_may_be_certain_and_others_lie_outside(regions):
    assert said(resolve_one(regions, "Banjar", within="32")) == ("certain", "32.79", "exact_name")
    assert said(resolve_one(regions, "Kaur", within="32")) == ("tray", None, "outside_area")
    assert said(resolve_one(regions, "17.04", within="32")) == ("tray", None, "outside_area")
    assert said(resolve_one(regions, "Indonesia", within="32"))[0] == "certain"
    assert offered(resolve_one(regions, "Lebng", within="32")) == []


def test_a_level_that_the_analyst_named_settles_a_name_of_two_levels(regions):
    regencies = regions[regions["level"] == "regency"]
    assert said(resolve_one(regencies, "Bengkulu")) == ("certain", "17.71", "exact_name")
    assert said(resolve_one(regencies, "Bandung"))[0] == "tray"


def test_what_was_settled_by_hand_goes_before_all_else(regions):
    settled = {settling_key("Bandung"): "32.73", settling_key("1101", "Kaur"): "17.04", settling_key("Siak"): "99.99"}
    assert said(resolve_one(regions, "BANDUNG ", settled=settled)) == ("certain", "32.73", "settled")
    assert said(resolve_one(regions, "1101", "kaur", settled=settled)) == ("certain", "17.04", "settled")
    assert said(resolve_one(regions, "1101", settled=settled))[0] == "tray"
    assert said(resolve_one(regions, "Siak", settled=settled)) == ("certain", "14.08", "exact_name")


def test_every_row_keeps_its_place_and_a_repeated_text_is_resolved_once(regions):
    written = pd.Series(["Kaur", None, "Kaur", "Lebng"], index=[7, 3, 5, 9])
    found = resolve_regions(written, regions)
    assert found.region_codes.dropna().to_dict() == {7: "17.04", 5: "17.04"}
    assert found.texts[["written", "rows"]].values.tolist() == [["Kaur", 2], ["", 1], ["Lebng", 1]]


def test_no_row_at_all_is_an_empty_answer(regions):
    found = resolve_regions(pd.Series([], dtype="object"), regions)
    assert len(found.texts) == len(found.candidates) == len(found.region_codes) == 0
