"""Stated places: what a source says of a region among others."""

import io

import pandas as pd
import pytest

from data.stated import check_places, read_places, scope_of, with_places
from data.store.catalogue import SETS, load_dataset
from errors import DataError
from tools.build_datasets import stated_places

HEADER = "region_code,indicator,segment,period,place,of,source_id\n"
KAUR = "17.04,coverage,all,2024-11,"


def test_the_bundled_places_are_those_that_the_notes_state():
    reported = load_dataset("reported")
    assert reported.places[["region_code", "place", "of"]].to_numpy().tolist() == [
        ["17.04", "highest", "10"], ["17.07", "lowest", "10"], ["51.03", "highest", ""], ["51.06", "lowest", ""],
        ["18.13", "lowest", ""], ["18.72", "highest", "15"], ["73.17", "highest", "24"], ["73.04", "lowest", "24"],
        ["71.07", "highest", "15"], ["71.08", "lowest", "15"], ["15.04", "highest", "11"], ["53.21", "lowest", ""],
        ["75.04", "highest", "6"],
    ]  # fmt: skip
    pd.testing.assert_frame_equal(
        stated_places(reported.observations).reset_index(drop=True), read_places(SETS / "reported" / "places.csv"),
        check_dtype=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("note", "stated"),
    [
        ("highest of 24", [["highest", "24"]]),
        ("lowest; BPJS later blamed identity numbers", [["lowest", ""]]),
        ("highest of Madura; denominator rounded", []),  # a part of the province
        ("called one of the lowest of the province", []),
        ("second of 24", []),
    ],
)
def test_a_note_is_a_place_of_the_province_or_none(note, stated):
    row = {"region_code": "73.17", "indicator": "coverage", "segment": "all", "period": "2024-07", "source_id": "s"}
    assert stated_places(pd.DataFrame([row | {"note": note}]))[["place", "of"]].to_numpy().tolist() == stated


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (KAUR + "best,10,s\n", "place_unknown"),
        (KAUR + "highest,ten,s\n", "number_bad"),
        (KAUR + "highest,10,\n", "cell_empty"),
        (KAUR + "highest,10,s\n" + KAUR + "lowest,10,s\n", "key_repeated"),
    ],
)
def test_a_faulty_place_is_refused_at_its_line(lines, code):
    with pytest.raises(DataError) as refused:
        read_places(io.BytesIO((HEADER + lines).encode()), name="places.csv")
    assert refused.value.code == code


def test_a_place_of_nothing_is_refused(observed):
    places = read_places(io.BytesIO((HEADER + KAUR + "highest,10,s\n").encode()))
    with pytest.raises(DataError) as refused:
        check_places(places, observed("17.07,coverage,all,2024-11,,,17,reported,s,"))
    assert refused.value.code == "place_without_figure"
    check_places(places, observed("17.04,coverage,all,2024-11,,,75,reported,s,"))


def test_rows_carry_what_is_stated_of_them():
    places = pd.DataFrame({"region_code": ["17.04"], "place": ["highest"], "of": ["10"], "source_id": ["s"]})
    rows = with_places(pd.DataFrame({"region_code": ["17.04", "17.07"]}), places)
    assert rows[["stated", "stated_of", "stated_by"]].to_numpy().tolist() == [["highest", "10", "s"], ["", "", ""]]
    assert (scope_of("17.04"), scope_of("17")) == ("17", "ID")
